import { App, Button, Progress, Result } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import type { ImportOutcome } from '../../../shared/entry/import-plan.ts';
import type { Job } from '../../../shared/ipc/jobs.ts';
import { call } from '../../api.ts';
import { useAsk } from '../../parts/use-ask.ts';
import { useJobs } from '../../state/jobs.ts';
import { useWorkspace } from '../../state/workspace.ts';
import { importWords } from '../../words/entry-import.ts';

type ResultStepProps = {
  readonly contractId: string;
  readonly job: Job;
  readonly fileName: string;
  readonly showList: (outcome: ImportOutcome) => void;
  readonly downloadLeft: () => void;
  readonly again: () => void;
};

/** How far the import is, what came of it, and the way back. */
export function ResultStep(props: ResultStepProps): ReactNode {
  const { contractId, job: started, fileName, showList, downloadLeft, again } = props;
  const { message } = App.useApp();
  const ask = useAsk();
  const job = useJobs(({ jobs }) => jobs.find(({ id }) => id === started.id)) ?? started;
  const recordsChanged = useWorkspace((workspace) => workspace.recordsChanged);
  const [outcome, setOutcome] = useState<ImportOutcome>();
  const [isUndoing, setIsUndoing] = useState(false);

  useEffect(() => {
    if (job.state === 'running') return;
    let isCurrent = true;
    void call('import.outcome', { jobId: job.id }).then((result) => {
      if (!isCurrent) return;
      if (result.ok) setOutcome(result.value);
      else message.error(result.error.message);
      recordsChanged(contractId);
    });
    return () => { isCurrent = false; };
  }, [job.id, job.state, contractId, message, recordsChanged]);

  const cancel = async (): Promise<void> => {
    const result = await call('jobs.cancel', { id: job.id });
    if (!result.ok) message.error(result.error.message);
  };
  const undo = async (): Promise<void> => {
    if (outcome === undefined || !(await ask({ title: importWords.undoTitle, text: importWords.undoText(outcome.imported), confirm: importWords.undo, isDangerous: true }))) return;
    setIsUndoing(true);
    const result = await call('import.undo', { jobId: job.id, reason: importWords.undoReason(fileName) });
    setIsUndoing(false);
    if (!result.ok) return void message.error(result.error.message);
    setOutcome(result.value);
    recordsChanged(contractId);
  };

  if (job.state === 'running' || outcome === undefined) {
    return (
      <div className="import-running">
        <Progress percent={job.total === 0 ? 0 : Math.floor((job.done / job.total) * 100)} aria-label={importWords.steps[3]} />
        <output>{importWords.importing(job.done, job.total)}</output>
        <Button disabled={job.state !== 'running'} onClick={() => void cancel()}>{importWords.cancel}</Button>
      </div>
    );
  }
  const title = outcome.isUndone ? importWords.undone : outcome.state === 'done' ? importWords.done(outcome.imported) : outcome.state === 'cancelled' ? importWords.cancelled(outcome.imported) : importWords.failed(outcome.imported);
  const facts = [
    ...(outcome.firstNumber === '' ? [] : [importWords.numbers(outcome.firstNumber, outcome.lastNumber)]),
    ...(outcome.skipped === 0 ? [] : [importWords.skipped(outcome.skipped)]),
    ...(outcome.left === 0 ? [] : [importWords.left(outcome.left)]),
    ...(job.error === undefined ? [] : [job.error.message]),
  ];
  return (
    <output>
      <Result
        status={outcome.state === 'done' && !outcome.isUndone ? 'success' : outcome.state === 'failed' ? 'error' : 'info'}
        title={title}
        subTitle={facts.join('；')}
        extra={[
          ...(outcome.imported === 0 || outcome.isUndone ? [] : [<Button key="list" type="primary" onClick={() => showList(outcome)}>{importWords.showList}</Button>]),
          ...(outcome.left === 0 ? [] : [<Button key="left" onClick={downloadLeft}>{importWords.leftRows}</Button>]),
          <Button key="again" onClick={again}>{importWords.again}</Button>,
          ...(outcome.imported === 0 || outcome.isUndone ? [] : [<Button key="undo" danger loading={isUndoing} onClick={() => void undo()}>{importWords.undo}</Button>]),
        ]}
      />
    </output>
  );
}
