import { useEffect } from 'react';
import type { FormModel } from './form-model.ts';
import { executorOf, type RecordValues } from './record-values.ts';

/** While the signature is the proposed one, it follows the day and the person of the work; what somebody wrote there stays. */
export function useFollowedSignOff(model: FormModel, isEnabled: boolean): void {
  useEffect(() => {
    if (!isEnabled) return;
    return model.subscribe((state, previous) => {
      // Forms of records are created with RecordValues and change them only by path.
      const [now, before] = [state.values as RecordValues, previous.values as RecordValues];
      if (now.body === before.body || now.signOff !== before.signOff) return;
      const [proposed, old] = [executorOf(now.body), executorOf(before.body)];
      for (const name of ['executor', 'executedOn'] as const) {
        if (proposed[name] !== old[name] && now.signOff[name] === old[name]) state.set(['signOff', name], proposed[name]);
      }
    });
  }, [model, isEnabled]);
}
