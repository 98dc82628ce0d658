import type { Failure } from '../result.ts';

/** Long work that the window follows: generating documents, handing over, verifying. */
export type JobKind = 'render' | 'bind' | 'handover' | 'verify' | 'sample' | 'backup' | 'restore' | 'burn' | 'disc-paper' | 'carry' | 'carry-paper' | 'import' | 'readiness-report';

export type JobState = 'running' | 'done' | 'failed' | 'cancelled';

/** One document or file that a job could not make; the rest went on. */
export type JobFailure = { readonly item: string; readonly message: string };

export type Job = {
  readonly id: string;
  readonly kind: JobKind;
  /** What it works for; undefined for the data folder as a whole. */
  readonly contractId?: string | undefined;
  readonly state: JobState;
  readonly done: number;
  readonly total: number;
  /** What is being worked on, in Chinese. */
  readonly step: string;
  readonly failures: readonly JobFailure[];
  /** Lines of the result that a person reads, in Chinese. */
  readonly summary: readonly string[];
  /** A folder or file that `files.reveal` may open, named by the job, never by a path. */
  readonly hasOutput: boolean;
  readonly error?: Failure | undefined;
};
