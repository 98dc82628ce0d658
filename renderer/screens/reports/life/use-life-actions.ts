import { App } from 'antd';
import { useMemo, useState } from 'react';
import type { QuestionBody, ReportLife, ReportQuestion } from '../../../../shared/ipc/report-life-channels.ts';
import type { Result } from '../../../../shared/result.ts';
import { call } from '../../../api.ts';
import { useWorkspace } from '../../../state/workspace.ts';
import { lifeWords, reviewQuestionWords } from '../../../words/report-life.ts';

export type LifeActions = {
  readonly isBusy: boolean;
  /** Each resolves to whether it was done. */
  readonly freeze: (reason: string) => Promise<boolean>;
  readonly keep: (explanation: string) => Promise<boolean>;
  readonly question: (seen: ReportQuestion | undefined, body: QuestionBody) => Promise<boolean>;
};

/** What can be done about a report after it was written. */
export function useLifeActions(contractId: string, reportId: string): LifeActions {
  const { message } = App.useApp();
  const recordsChanged = useWorkspace((workspace) => workspace.recordsChanged);
  const [isBusy, setIsBusy] = useState(false);

  return useMemo(() => {
    const run = async (work: () => Promise<Result<ReportLife>>, done: string): Promise<boolean> => {
      setIsBusy(true);
      try {
        const result = await work();
        if (result.ok) message.success(done);
        else message.error(result.error.message);
        recordsChanged(contractId);
        return result.ok;
      } finally {
        setIsBusy(false);
      }
    };
    return {
      isBusy,
      freeze: (reason) => run(() => call('reports.freeze', { contractId, reportId, reason }), lifeWords.frozen),
      keep: (explanation) => run(() => call('reports.keep', { contractId, reportId, explanation }), lifeWords.kept),
      question: (seen, body) => run(
        () => call('reports.question', { contractId, reportId, body, ...(seen === undefined ? {} : { seen: { id: seen.id, revision: seen.revision } }) }),
        reviewQuestionWords.saved,
      ),
    };
  }, [contractId, isBusy, message, recordsChanged, reportId]);
}
