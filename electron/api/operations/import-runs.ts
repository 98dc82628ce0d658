import { AppError } from '../../../shared/app-error.ts';
import type { Contract } from '../../../shared/contract/profile.ts';
import type { ImportOutcome } from '../../../shared/entry/import-plan.ts';
import type { Job } from '../../../shared/ipc/jobs.ts';
import type { RecordInput } from '../../../shared/records/record.ts';
import { saveRecords, voidRecord } from '../../store/save-records.ts';
import type { Core } from '../core.ts';
import type { JobProgress, JobRunner } from '../job-runner.ts';
import { withReportFigures } from './reports.ts';

/** Records of one transaction: few enough that other calls are answered in between. */
const stride = 100;
const keptRuns = 20;

type Run = { readonly contractId: string; outcome: ImportOutcome; readonly ids: string[] };

/** Imports of this start of the program, so that each can be looked at and undone. */
export type ImportRuns = {
  readonly start: (contract: Contract, inputs: readonly RecordInput[], counts: { readonly skipped: number; readonly left: number }) => Job;
  readonly outcome: (jobId: string) => ImportOutcome;
  /** Makes every imported record void, which keeps the numbers without a gap. Throws `not-found`. */
  readonly undo: (jobId: string, reason: string) => Promise<ImportOutcome>;
};

function earlier(a: string, b: string): string {
  return a === '' || b < a ? b : a;
}

function later(a: string, b: string): string {
  return b > a ? b : a;
}

export function createImportRuns(core: Core, jobs: JobRunner): ImportRuns {
  const runs = new Map<string, Run>();

  function runOf(jobId: string): Run {
    const run = runs.get(jobId);
    if (run === undefined) throw new AppError('not-found', '没有这次导入，它可能属于上一次启动。记录仍在列表里，可以在列表里选中后作废。', { id: jobId });
    return run;
  }

  async function work(run: Run, inputs: readonly RecordInput[], progress: JobProgress): Promise<void> {
    progress.advance(0, inputs.length, '写入记录');
    for (let at = 0; at < inputs.length; at += stride) {
      if (progress.signal.aborted) throw new AppError('cancelled', '导入已取消', {});
      const saved = saveRecords(core.store, run.contractId, inputs.slice(at, at + stride).map((input) => withReportFigures(core, run.contractId, input)));
      run.ids.push(...saved.map(({ id }) => id));
      for (const { date, number } of saved) {
        const { outcome } = run;
        run.outcome = { ...outcome, imported: outcome.imported + 1, from: earlier(outcome.from, date), to: later(outcome.to, date), ...(number === '' ? {} : { firstNumber: earlier(outcome.firstNumber, number), lastNumber: later(outcome.lastNumber, number) }) };
      }
      progress.advance(run.ids.length, inputs.length, '写入记录');
      await core.turns.next();
    }
  }

  return {
    start: (contract, inputs, { skipped, left }) => {
      const run: Run = { contractId: contract.id, ids: [], outcome: { state: 'running', imported: 0, skipped, left, firstNumber: '', lastNumber: '', from: '', to: '', isUndone: false } };
      const job = jobs.start('import', async (progress) => {
        try {
          await work(run, inputs, progress);
          run.outcome = { ...run.outcome, state: 'done' };
        } catch (error) {
          run.outcome = { ...run.outcome, state: error instanceof AppError && error.code === 'cancelled' ? 'cancelled' : 'failed' };
          throw error;
        } finally {
          if (run.ids.length > 0) core.emit('records.changed', { contractId: run.contractId });
        }
        return { summary: [`导入 ${run.outcome.imported} 条${skipped > 0 ? `，跳过已有的 ${skipped} 条` : ''}${left > 0 ? `，有问题没有导入 ${left} 条` : ''}`] };
      }, { contractId: contract.id });
      runs.set(job.id, run);
      for (const id of runs.keys()) if (runs.size > keptRuns) runs.delete(id);
      return job;
    },
    outcome: (jobId) => runOf(jobId).outcome,
    undo: async (jobId, reason) => {
      const run = runOf(jobId);
      if (run.outcome.state === 'running') throw new AppError('invalid-input', '导入还没有结束，请先取消。', { id: jobId });
      while (run.ids.length > 0) {
        const ids = run.ids.slice(0, stride);
        core.store.transaction(() => ids.forEach((id) => {
          // Whoever made one void by hand in between is not held up by it.
          const status = core.store.statements.records.byId.get(id)?.status;
          if (status !== undefined && status !== 'void') voidRecord(core.store, id, reason);
        }));
        run.ids.splice(0, ids.length);
        await core.turns.next();
      }
      run.outcome = { ...run.outcome, isUndone: true };
      core.emit('records.changed', { contractId: run.contractId });
      return run.outcome;
    },
  };
}
