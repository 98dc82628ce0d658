import path from 'node:path';
import { AppError } from '../../shared/app-error.ts';
import type { Job, JobFailure, JobKind } from '../../shared/ipc/jobs.ts';
import { failureOf } from './answer.ts';
import type { Environment } from './environment.ts';

/** What a running job may tell: how far it is, and items it could not do. */
export type JobProgress = {
  readonly id: string;
  readonly signal: AbortSignal;
  readonly advance: (done: number, total: number, step: string) => void;
  readonly fail: (failure: JobFailure) => void;
};

export type JobOutcome = { readonly summary: readonly string[]; readonly output?: string };

/**
 * `asked`: the order itself, where doing it twice at once makes no sense. `places`: which files or folders it writes as a whole; two jobs on one of
 * them would sweep each other's work away.
 */
export type JobOrder = { readonly contractId?: string; readonly asked?: unknown; readonly places?: readonly string[] };

type RunningJob = { job: Job; output: string | undefined; readonly abort: AbortController; readonly asked: string | undefined; readonly places: readonly string[] };

export type JobRunner = {
  /**
   * What already runs is answered instead of being begun a second time: a double click, or the same button in another window.
   * Throws `conflict` where another order is writing one of the places.
   */
  readonly start: (kind: JobKind, work: (progress: JobProgress) => Promise<JobOutcome>, order?: JobOrder) => Job;
  readonly cancel: (id: string) => Job;
  readonly list: () => readonly Job[];
  /** Absolute path of what the job made. */
  readonly outputOf: (id: string) => string | undefined;
  /** Cancels everything but one, at once. */
  readonly cancelOthers: (id?: string) => void;
  /** Cancels everything but one, and waits until nothing else runs. */
  readonly stopOthers: (id?: string) => Promise<void>;
  /** Cancels everything and waits until nothing runs any more. */
  readonly close: () => Promise<void>;
};

const keptJobs = 50;

/**
 * Runs long work beside the calls of the window. Progress is told through `changed`; a cancelled job stops between
 * documents, and what it had finished stays valid.
 */
export function createJobRunner(environment: Pick<Environment, 'newId' | 'log'>, changed: (job: Job) => void): JobRunner {
  const jobs = new Map<string, RunningJob>();
  const running = new Map<string, Promise<void>>();

  function entry(id: string): RunningJob {
    const found = jobs.get(id);
    if (found === undefined) throw new AppError('not-found', '没有这个任务，它可能属于上一次启动', { id });
    return found;
  }

  function update(state: RunningJob, change: Partial<Job>): void {
    state.job = { ...state.job, ...change };
    changed(state.job);
  }

  async function run(state: RunningJob, work: (progress: JobProgress) => Promise<JobOutcome>): Promise<void> {
    try {
      const outcome = await work({
        id: state.job.id,
        signal: state.abort.signal,
        advance: (done, total, step) => update(state, { done, total, step }),
        fail: (failure) => update(state, { failures: [...state.job.failures, failure] }),
      });
      state.output = outcome.output;
      update(state, { state: 'done', summary: outcome.summary, hasOutput: outcome.output !== undefined });
    } catch (error) {
      if (error instanceof AppError && error.code === 'cancelled') update(state, { state: 'cancelled' });
      else update(state, { state: 'failed', error: failureOf(error, environment) });
    }
  }

  /** The job that does this already. */
  function underWay(kind: JobKind, asked: string, places: readonly string[]): Job | undefined {
    const active = [...jobs.values()].filter(({ job }) => job.state === 'running');
    const same = active.find((other) => other.job.kind === kind && other.asked === asked);
    if (same !== undefined) return same.job;
    const taken = places.find((place) => active.some((other) => other.places.includes(place)));
    if (taken === undefined) return undefined;
    const name = path.basename(taken);
    throw new AppError('conflict', `「${name}」正被另一个任务使用，请等那个任务完成，或先取消它。`, { name });
  }

  function forgetOldest(): void {
    for (const [id, state] of jobs) {
      if (jobs.size <= keptJobs) return;
      if (state.job.state !== 'running') jobs.delete(id);
    }
  }

  function cancelOthers(kept?: string): void {
    for (const [id, state] of jobs) {
      if (id !== kept) state.abort.abort();
    }
  }

  async function stopOthers(kept?: string): Promise<void> {
    cancelOthers(kept);
    await Promise.all([...running].flatMap(([id, promise]) => (id === kept ? [] : [promise])));
  }

  return {
    start: (kind, work, { contractId, asked: order, places = [] } = {}) => {
      const asked = order === undefined ? undefined : JSON.stringify(order);
      const doing = asked === undefined ? undefined : underWay(kind, asked, places);
      if (doing !== undefined) return doing;
      const job: Job = { id: environment.newId(), kind, contractId, state: 'running', done: 0, total: 0, step: '准备', failures: [], summary: [], hasOutput: false };
      const state: RunningJob = { job, output: undefined, abort: new AbortController(), asked, places };
      jobs.set(job.id, state);
      forgetOldest();
      changed(job);
      // A turn later, so that the caller has the id before the first progress arrives.
      const promise = new Promise<void>((resolve) => { setImmediate(resolve); }).then(() => run(state, work)).finally(() => running.delete(job.id));
      running.set(job.id, promise);
      return job;
    },
    cancel: (id) => {
      const state = entry(id);
      state.abort.abort();
      return state.job;
    },
    list: () => [...jobs.values()].map((state) => state.job),
    outputOf: (id) => entry(id).output,
    cancelOthers,
    stopOthers,
    close: () => stopOthers(),
  };
}
