import { App } from 'antd';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { VolumePlan } from '../../../../shared/ipc/volume-channels.ts';
import { arrangeVolumes } from '../../../../shared/volumes/arrange-volumes.ts';
import type { Arrangement } from '../../../../shared/volumes/arrangement.ts';
import type { Volume } from '../../../../shared/volumes/volume.ts';
import { call } from '../../../api.ts';
import { useAnswer, type Answer } from '../../../state/use-answer.ts';

export type ArrangedPaper = {
  readonly plan: VolumePlan;
  readonly arrangement: Arrangement;
  readonly volumes: readonly Volume[];
  /** Shown at once; kept in the core one change after the other. */
  readonly change: (arrangement: Arrangement) => void;
};

/** What is not kept yet, on top of the revision it was made from. */
type Changed = { readonly arrangement: Arrangement; readonly from: number };

/** The volumes of a contract and the changes a person makes to them. A change that could not be kept is told and taken back. */
export function useArrangement(contractId: string, version: number): { readonly answer: Answer<ArrangedPaper>; readonly reload: () => void } {
  const { message } = App.useApp();
  const answer = useAnswer('volumes.get', { contractId }, version);
  const [changed, setChanged] = useState<Changed>();
  const revision = useRef(0);
  const queue = useRef<Promise<void>>(Promise.resolve());
  const { reload } = answer;
  const plan = answer.state === 'ready' ? answer.value : undefined;

  useEffect(() => {
    if (plan === undefined || plan.revision <= revision.current) return;
    revision.current = plan.revision;
    // Arranged elsewhere meanwhile: that is what stands now.
    setChanged(undefined);
  }, [plan]);

  const change = useCallback((arrangement: Arrangement): void => {
    setChanged((before) => ({ arrangement, from: before?.from ?? revision.current }));
    queue.current = queue.current.then(async () => {
      const kept = await call('volumes.arrange', { contractId, revision: revision.current, arrangement });
      if (kept.ok) revision.current = kept.value.revision;
      else {
        message.error(kept.error.message);
        setChanged(undefined);
        reload();
      }
    });
  }, [contractId, message, reload]);

  const arrangement = changed?.arrangement ?? plan?.arrangement;
  const volumes = useMemo(() => (plan === undefined || arrangement === undefined ? [] : arrangeVolumes(plan.items, arrangement, plan.prefix)), [plan, arrangement]);
  if (answer.state !== 'ready' || plan === undefined || arrangement === undefined) return { answer: answer.state === 'ready' ? { state: 'loading' } : answer, reload };
  return { answer: { state: 'ready', isStale: answer.isStale, value: { plan, arrangement, volumes, change } }, reload };
}
