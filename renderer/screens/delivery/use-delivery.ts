import { App } from 'antd';
import { useMemo } from 'react';
import type { IssuedState } from '../../../shared/deliverables/issued-state.ts';
import type { ChannelCall } from '../../../shared/ipc/contract.ts';
import type { Job } from '../../../shared/ipc/jobs.ts';
import type { Result } from '../../../shared/result.ts';
import { call } from '../../api.ts';
import { useAsk } from '../../parts/use-ask.ts';
import { useJobs } from '../../state/jobs.ts';
import { deliveryWords, planWords } from '../../words/delivery.ts';

export type DeliveryActions = {
  readonly generate: (choice: Pick<ChannelCall<'jobs.render'>, 'deliverable' | 'files' | 'outdatedOnly'>) => Promise<void>;
  readonly handOver: (folder: string, iso: boolean) => Promise<void>;
  /** Resolves to whether it was noted. */
  readonly mark: (ids: readonly string[], state: IssuedState, notMade: number) => Promise<boolean>;
  readonly verify: (handover: string, medium: 'folder' | 'image') => Promise<void>;
  readonly reveal: (handover: string) => Promise<void>;
};

/** What can be done on the delivery screen; long work is started and followed in the list of tasks. */
export function useDelivery(contractId: string, changed: () => void): DeliveryActions {
  const { message } = App.useApp();
  const ask = useAsk();
  const follow = useJobs((jobs) => jobs.changed);

  return useMemo(() => {
    const started = (job: Result<Job>): void => {
      if (job.ok) follow(job.value);
      else message.error(job.error.message);
    };
    return {
      generate: async (choice) => started(await call('jobs.render', { contractId, output: {}, ...choice })),
      handOver: async (folder, iso) => {
        const findings = await call('check.run', { contractId });
        if (!findings.ok) return void message.error(findings.error.message);
        const errors = findings.value.filter(({ severity }) => severity === 'error').length;
        const goesOn = errors === 0 || await ask({ title: deliveryWords.handoverErrors(errors), text: deliveryWords.handoverErrorsText, confirm: deliveryWords.handoverAnyway });
        if (goesOn) started(await call('jobs.handover', { contractId, output: { folder }, iso }));
      },
      mark: async (ids, state, notMade) => {
        if (ids.length === 0) {
          message.info(planWords.notMade(notMade));
          return false;
        }
        const result = await call('issued.setState', { contractId, ids: [...ids], state });
        changed();
        if (!result.ok) {
          message.error(result.error.message);
          return false;
        }
        message.success([planWords.marked(ids.length), ...(notMade === 0 ? [] : [planWords.notMade(notMade)])].join('；'));
        return true;
      },
      verify: async (handover, medium) => started(await call('jobs.verify', { contractId, handover, medium })),
      reveal: async (id) => {
        const result = await call('handovers.reveal', { contractId, id });
        if (!result.ok) message.error(result.error.message);
        else if (result.value.opened) message.success(deliveryWords.revealed);
        else message.info(result.value.location);
      },
    };
  }, [contractId, changed, message, ask, follow]);
}
