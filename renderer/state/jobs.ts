import { create } from 'zustand';
import type { Job } from '../../shared/ipc/jobs.ts';
import { call } from '../api.ts';

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
