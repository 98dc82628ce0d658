import type { Job, JobKind } from '../../shared/ipc/jobs.ts';
import { deliveryWords, jobFlawWords, jobStateWords } from '../words/delivery.ts';

/** What compares something with its lists: its failures are differences. */
const comparing: ReadonlySet<JobKind> = new Set(['verify', 'burn']);
/** What counts files or records as it goes on; the others only tell a share, which the bar shows already. */
const counting: ReadonlySet<JobKind> = new Set(['render', 'handover', 'import']);

/** How a job stands, as its tag says it: one that ended with something amiss is not simply done. */
export function jobStanding({ kind, state, failures }: Job): { readonly text: string; readonly color: 'processing' | 'success' | 'error' | 'warning' | 'default' } {
  if (state === 'done' && failures.length > 0) return comparing.has(kind) ? { text: jobFlawWords.differs, color: 'error' } : { text: jobFlawWords.partial, color: 'warning' };
  return { text: jobStateWords[state], color: ({ running: 'processing', done: 'success', failed: 'error', cancelled: 'default' } as const)[state] };
}

/** What a running job is doing, and how many of how many where that counts something. */
export function jobStep({ kind, step, done, total }: Job): string {
  return counting.has(kind) && total > 0 ? `${step}　${deliveryWords.progress(done, total)}` : step;
}

/** The heading over what a job could not do, or found. */
export function jobFailuresTitle({ kind, failures }: Job): string {
  return comparing.has(kind) ? deliveryWords.differences(failures.length) : deliveryWords.failures(failures.length);
}
