import { beforeEach, expect, test } from 'vitest';
import { jobStanding, jobStep } from '../../renderer/parts/job-standing.ts';
import { jobsOf, onEndedJobs, runningJobs, useJobs } from '../../renderer/state/jobs.ts';
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

test('a screen hears of the end of jobs that concern it, once for each, and of no step of them', () => {
  const { changed } = useJobs.getState();
  let told = 0;
  const stop = onEndedJobs(['bind', 'render'], () => { told += 1; });
  changed(job('a', { kind: 'bind' }));
  for (let done = 0; done < 100; done += 1) changed(job('a', { kind: 'bind', done, total: 100 }));
  changed(job('v', { state: 'done' }));
  expect(told).toBe(0);
  changed(job('a', { kind: 'bind', state: 'done' }));
  changed(job('r', { kind: 'render', state: 'failed' }));
  expect(told).toBe(2);
  stop();
  changed(job('b', { kind: 'bind', state: 'cancelled' }));
  expect(told).toBe(2);
  expect(jobsOf(useJobs.getState().jobs, ['bind']).map(({ id }) => id)).toEqual(['b', 'a']);
});

test('the screens of a contract have what is done for it and for the data folder, not what is done for another', () => {
  const jobs = [job('own', { contractId: 'A' }), job('backup', { kind: 'backup' }), job('other', { contractId: 'B' })];
  expect(jobsOf(jobs, undefined, 'A').map(({ id }) => id)).toEqual(['own', 'backup']);
  expect(jobsOf(jobs, ['verify'], 'B').map(({ id }) => id)).toEqual(['other']);
  expect(jobsOf(jobs, undefined).map(({ id }) => id)).toEqual(['own', 'backup', 'other']);
});

test('what ended with something amiss does not look as if all were well', () => {
  const failures = [{ item: '第1盘', message: '内容被改动' }];
  expect(jobStanding(job('a', { state: 'done' }))).toEqual({ text: '已完成', color: 'success' });
  expect(jobStanding(job('a', { state: 'done', failures }))).toEqual({ text: '有不符', color: 'error' });
  expect(jobStanding(job('a', { state: 'done', kind: 'render', failures }))).toEqual({ text: '部分完成', color: 'warning' });
  expect(jobStanding(job('a', { state: 'cancelled', failures }))).toEqual({ text: '已取消', color: 'default' });
});

test('a job counts what can be counted; a share of a hundred is no number of files', () => {
  expect(jobStep(job('a', { kind: 'render', step: '生成 周报', done: 3, total: 143 }))).toBe('生成 周报　3/143');
  expect(jobStep(job('a', { kind: 'bind', step: '转换为 PDF（8/143）', done: 35, total: 100 }))).toBe('转换为 PDF（8/143）');
  expect(jobStep(job('a', { kind: 'handover', step: '准备' }))).toBe('准备');
});
