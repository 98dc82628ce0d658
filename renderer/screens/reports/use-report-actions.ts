import { App } from 'antd';
import { useMemo, useState } from 'react';
import type { Contract } from '../../../shared/contract/profile.ts';
import type { ReportPeriod } from '../../../shared/ipc/report-channels.ts';
import type { RecordInput, RecordOf } from '../../../shared/records/record.ts';
import { call } from '../../api.ts';
import { useJobs } from '../../state/jobs.ts';
import { goTo } from '../../state/navigation.ts';
import { useWorkspace } from '../../state/workspace.ts';
import { newReport, reportBefore } from './report-steps.ts';

export type ReportActions = {
  readonly isBusy: boolean;
  /** Makes the draft and opens it. */
  readonly write: (period: ReportPeriod) => Promise<void>;
  /** Changes the stored report; resolves to whether it was saved. */
  readonly change: (id: string, change: (record: RecordOf<'report'>) => RecordInput, done: string) => Promise<boolean>;
  /** Starts the job that makes the report's file; resolves to its id. */
  readonly generate: (document: NonNullable<ReportPeriod['document']>) => Promise<string | undefined>;
};

/** What can be done about a report from its period. */
export function useReportActions(contract: Contract): ReportActions {
  const { message } = App.useApp();
  const follow = useJobs((jobs) => jobs.changed);
  const today = useWorkspace((workspace) => workspace.info?.today ?? '');
  const recordsChanged = useWorkspace((workspace) => workspace.recordsChanged);
  const [isBusy, setIsBusy] = useState(false);

  return useMemo(() => {
    const save = async (record: RecordInput): Promise<string | undefined> => {
      const saved = await call('records.save', { contractId: contract.id, record });
      if (!saved.ok) {
        message.error(saved.error.message);
        return undefined;
      }
      recordsChanged(contract.id);
      return saved.value.id;
    };
    const busy = async <Result>(work: () => Promise<Result>): Promise<Result> => {
      setIsBusy(true);
      try {
        return await work();
      } finally {
        setIsBusy(false);
      }
    };
    return {
      isBusy,
      write: (period) => busy(async () => {
        const periods = await call('reports.periods', { contractId: contract.id, today });
        const earlier = periods.ok ? reportBefore(period, periods.value) : undefined;
        const before = earlier === undefined ? undefined : await call('records.get', { id: earlier.id });
        // Without the report before it there is nothing to go on with, and the new one is written all the same.
        const carried = before?.ok === true && before.value.kind === 'report' ? before.value.body : undefined;
        const id = await save(newReport(period, contract.profile, today, carried));
        if (id !== undefined) await goTo({ screen: 'records', kind: 'report', open: id });
      }),
      change: (id, change, done) => busy(async () => {
        const record = await call('records.get', { id });
        if (!record.ok || record.value.kind !== 'report') {
          message.error(record.ok ? done : record.error.message);
          return false;
        }
        const isSaved = (await save(change(record.value))) !== undefined;
        if (isSaved) message.success(done);
        return isSaved;
      }),
      generate: async ({ deliverable, scope }) => {
        const job = await call('jobs.render', { contractId: contract.id, files: [{ deliverable, scope }], output: {} });
        if (!job.ok) {
          message.error(job.error.message);
          return undefined;
        }
        follow(job.value);
        return job.value.id;
      },
    };
  }, [contract, follow, isBusy, message, recordsChanged, today]);
}
