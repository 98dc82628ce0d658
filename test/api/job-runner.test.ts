import { expect, test } from 'vitest';
import { createJobRunner } from '../../electron/api/job-runner.ts';
import { AppError } from '../../shared/app-error.ts';
import type { Job } from '../../shared/ipc/jobs.ts';
import { testEnvironment } from '../helpers/environment.ts';

function watchedRunner() {
  const seen: Job[] = [];
  const waiting = new Set<() => void>();
  const runner = createJobRunner(testEnvironment(), (job) => {
    seen.push(job);
    for (const wake of waiting) wake();
  });
  async function reaches(id: string, state: Job['state']): Promise<Job> {
    for (;;) {
      const job = runner.list().find((candidate) => candidate.id === id);
      if (job?.state === state) return job;
      await new Promise<void>((resolve) => { waiting.add(resolve); });
    }
  }
  return { runner, seen, reaches };
}

test('a job tells its progress and ends with its summary and output', async () => {
  const { runner, seen, reaches } = watchedRunner();
  const job = runner.start('render', async ({ advance, fail }) => {
    advance(1, 2, '第一份');
    fail({ item: '第二份', message: '模板坏了' });
    return { summary: ['生成 1 份'], output: '/out' };
  });
  const done = await reaches(job.id, 'done');
  expect(done).toMatchObject({ kind: 'render', done: 1, total: 2, step: '第一份', failures: [{ item: '第二份', message: '模板坏了' }], summary: ['生成 1 份'], hasOutput: true });
  expect(runner.outputOf(job.id)).toBe('/out');
  expect(seen.map((state) => state.state)).toEqual(['running', 'running', 'running', 'done']);
  expect(JSON.stringify(seen)).not.toContain('/out');
});

test('a cancelled job ends as cancelled, a failed one with its error, others go on', async () => {
  const { runner, reaches } = watchedRunner();
  const slow = runner.start('handover', ({ signal }) => new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(new AppError('cancelled', '已取消')));
  }));
  const broken = runner.start('render', () => Promise.reject(new AppError('template-broken', '模板有错')));
  const fine = runner.start('verify', () => Promise.resolve({ summary: [] }));
  expect((await reaches(broken.id, 'failed')).error).toMatchObject({ code: 'template-broken' });
  await reaches(fine.id, 'done');
  runner.cancel(slow.id);
  expect((await reaches(slow.id, 'cancelled')).error).toBeUndefined();
});

test('closing cancels what runs and waits for it', async () => {
  const { runner } = watchedRunner();
  let ended = false;
  runner.start('handover', ({ signal }) => new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => setTimeout(() => { ended = true; reject(new AppError('cancelled', '已取消')); }, 20));
  }));
  await new Promise((resolve) => { setImmediate(resolve); });
  await runner.close();
  expect(ended).toBe(true);
});

test('finished jobs are forgotten after a while, running ones never', async () => {
  const { runner, reaches } = watchedRunner();
  const running = runner.start('backup', ({ signal }) => new Promise((_resolve, reject) => { signal.addEventListener('abort', () => reject(new AppError('cancelled', ''))); }));
  for (let count = 0; count < 60; count++) await reaches(runner.start('verify', () => Promise.resolve({ summary: [] })).id, 'done');
  expect(runner.list().length).toBeLessThanOrEqual(51);
  expect(runner.list().some((job) => job.id === running.id)).toBe(true);
  expect(() => runner.outputOf('unknown')).toThrowError(/没有这个任务/);
  await runner.close();
});

test('what already runs is not begun again; what writes to the same place is refused until that has ended', async () => {
  const { runner, seen, reaches } = watchedRunner();
  let begun = 0;
  const work = ({ signal }: { readonly signal: AbortSignal }) => new Promise<never>((_resolve, reject) => {
    begun += 1;
    const stop = (): void => reject(new AppError('cancelled', '已取消'));
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop);
  });
  const first = runner.start('handover', work, { asked: { images: true }, places: ['/out/交付包'] });
  expect(runner.start('handover', work, { asked: { images: true }, places: ['/out/交付包'] }).id).toBe(first.id);
  expect(() => runner.start('handover', work, { asked: { images: false }, places: ['/out/交付包'] })).toThrow('「交付包」正被另一个任务使用');
  const beside = runner.start('handover', work, { asked: { images: true, name: '二' }, places: ['/out/交付包二'] });
  expect(runner.start('bind', work, { asked: { images: true } }).id).not.toBe(first.id);
  await new Promise((resolve) => { setImmediate(resolve); });
  expect(begun).toBe(3);
  runner.cancel(first.id);
  await reaches(first.id, 'cancelled');
  expect(runner.start('handover', work, { asked: { images: false }, places: ['/out/交付包'] }).id).not.toBe(first.id);
  expect(seen.filter(({ id }) => id === first.id).map(({ state }) => state)).toEqual(['running', 'cancelled']);
  expect(beside.state).toBe('running');
  await runner.close();
});
