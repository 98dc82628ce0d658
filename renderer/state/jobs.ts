import { useEffect } from 'react';
import { create } from 'zustand';
import type { Job, JobKind } from '../../shared/ipc/jobs.ts';
import { call } from '../api.ts';
import { useWorkspace } from './workspace.ts';

/** Long work and how far it is; newest first. */
type Jobs = {
  readonly jobs: readonly Job[];
  readonly load: () => Promise<void>;
  readonly changed: (job: Job) => void;
};

export const useJobs = create<Jobs>()((set, get) => ({
  jobs: [],
  load: async () => {
    const listed = await call('jobs.list', {});
    if (listed.ok) set({ jobs: listed.value.toReversed() });
  },
  changed: (job) => {
    const known = get().jobs.find(({ id }) => id === job.id);
    // The answer to the call that started it may come after the news of its end: an ended job does not run again.
    if (known !== undefined && known.state !== 'running' && job.state === 'running') return;
    set({ jobs: known === undefined ? [job, ...get().jobs] : get().jobs.map((other) => (other.id === job.id ? job : other)) });
  },
}));

export function runningJobs(jobs: readonly Job[]): readonly Job[] {
  return jobs.filter(({ state }) => state === 'running');
}

/** Long work of some kinds, e.g. what makes files; undefined is any. */
export type JobKinds = readonly JobKind[] | undefined;

/** Newest first; of the data folder and, where one is given, of one contract: the screens of one have nothing to say of another's. */
export function jobsOf(jobs: readonly Job[], kinds: JobKinds, contractId?: string): readonly Job[] {
  return jobs.filter((job) => (kinds === undefined || kinds.includes(job.kind)) && (contractId === undefined || job.contractId === undefined || job.contractId === contractId));
}

/** Whether such a job goes on for the open contract. What asks is drawn anew when one begins or the last ends, not with every step of it. */
export function useIsRunning(kinds?: JobKinds): boolean {
  const contractId = useWorkspace((workspace) => workspace.contractId);
  return useJobs(({ jobs }) => jobsOf(jobs, kinds, contractId).some(({ state }) => state === 'running'));
}

/** Calls `act` whenever such a job has ended, begun here, on another screen or in another window; returns what ends that. */
export function onEndedJobs(kinds: JobKinds, act: () => void): () => void {
  return useJobs.subscribe(({ jobs }, before) => {
    if (jobs === before.jobs) return;
    const ended = (all: readonly Job[]): ReadonlySet<string> => new Set(jobsOf(all, kinds).flatMap(({ id, state }) => (state === 'running' ? [] : [id])));
    const known = ended(before.jobs);
    if ([...ended(jobs)].some((id) => !known.has(id))) act();
  });
}

/** Does something after each such job; a screen that shows what jobs make asks for it anew, and nothing of it is drawn while they go on. `kinds` keeps its identity. */
export function useAfterJobs(kinds: JobKinds, act: () => void): void {
  useEffect(() => onEndedJobs(kinds, act), [kinds, act]);
}
