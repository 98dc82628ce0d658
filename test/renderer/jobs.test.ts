import { beforeEach, expect, test } from 'vitest';
import { runningJobs, useJobs } from '../../renderer/state/jobs.ts';
import type { Job } from '../../shared/ipc/jobs.ts';

function job(id: string, change: Partial<Job> = {}): Job {
  return { id, kind: 'verify', state: 'running', done: 0, total: 0, step: '', failures: [], summary: [], hasOutput: false, ...change };
}

beforeEach(() => useJobs.setState({ jobs: [] }));

test('news of a job takes the place of older news; new jobs come first', () => {
  const { changed } = useJobs.getState();
  for (const news of [job('a'), job('b'), job('a', { done: 1 }), job('a', { state: 'done' })]) changed(news);

  expect(useJobs.getState().jobs).toEqual([job('b'), job('a', { state: 'done' })]);
  expect(runningJobs(useJobs.getState().jobs)).toEqual([job('b')]);
});

test('an answer that comes after the news of the end does not make the job run again', () => {
  const { changed } = useJobs.getState();
  changed(job('a', { state: 'done' }));
  changed(job('a'));

  expect(useJobs.getState().jobs).toEqual([job('a', { state: 'done' })]);
});
