import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createDraftKeeper } from '../../renderer/forms/draft-keeper.ts';
import type { DraftSummary } from '../../shared/ipc/draft-channels.ts';
import type { AppErrorCode } from '../../shared/app-error.ts';
import type { Result } from '../../shared/result.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A core that keeps, loses or refuses as the test wants. */
function worldWith(version = 0, keptAt?: string) {
  const calls: (number | undefined)[] = [];
  const world: { fails: AppErrorCode | undefined; dropped: number; stored: number; slow: number } = { fails: undefined, dropped: 0, stored: version, slow: 0 };
  const keep = async (seen: number | undefined): Promise<Result<DraftSummary>> => {
    calls.push(seen);
    if (world.slow > 0) await new Promise((resolve) => void setTimeout(resolve, world.slow));
    if (world.fails !== undefined) return { ok: false, error: { code: world.fails, message: '', details: {} } };
    world.stored += 1;
    return { ok: true, value: { key: 'k', kind: 'visit', label: '', version: world.stored, updatedAt: `第 ${world.stored} 次` } };
  };
  const drop = async (): Promise<Result<unknown>> => {
    world.dropped += 1;
    return { ok: true, value: {} };
  };
  const keeper = createDraftKeeper({ keep, drop, setTimer: (act, wait) => Number(setTimeout(act, wait)), clearTimer: (timer) => clearTimeout(timer) }, version, keptAt);
  return { world, calls, keeper };
}

test('typing is kept after a pause, once, with the version that this window knows', async () => {
  const { calls, keeper } = worldWith();
  for (let key = 0; key < 5; key++) {
    keeper.changed();
    await vi.advanceTimersByTimeAsync(100);
  }
  expect([calls, keeper.store.getState().state]).toEqual([[], 'waiting']);

  await vi.advanceTimersByTimeAsync(400);
  expect([calls, keeper.store.getState()]).toEqual([[0], { state: 'kept', keptAt: '第 1 次', failure: undefined, isKeepingFiles: false }]);
  keeper.changed();
  await vi.advanceTimersByTimeAsync(400);
  expect(calls).toEqual([0, 1]);
});

test('files on their way are told beside what is kept of the fields', async () => {
  const { keeper } = worldWith();
  keeper.changed();
  await vi.advanceTimersByTimeAsync(400);

  keeper.keepingFiles(true);
  const during = keeper.store.getState();
  keeper.keepingFiles(false);

  expect([during, keeper.store.getState()]).toEqual([true, false].map((isKeepingFiles) => ({ state: 'kept', keptAt: '第 1 次', failure: undefined, isKeepingFiles })));
});

test('somebody who never pauses is kept all the same', async () => {
  const { calls, keeper } = worldWith();
  for (let key = 0; key < 50; key++) {
    keeper.changed();
    await vi.advanceTimersByTimeAsync(100);
  }

  expect(calls.length).toBeGreaterThan(3);
});

test('while the core is away it is tried again and again, and everything is kept when it is back', async () => {
  const { world, calls, keeper } = worldWith();
  world.fails = 'internal';
  keeper.changed();
  await vi.advanceTimersByTimeAsync(30_000);
  expect([calls.length > 3, keeper.store.getState().state, await keeper.flush()]).toEqual([true, 'lost', false]);

  world.fails = undefined;
  await vi.advanceTimersByTimeAsync(10_000);
  expect(keeper.store.getState().state).toBe('kept');
});

test('what is typed while a call is under way is kept after it, by one call more', async () => {
  const { world, calls, keeper } = worldWith();
  world.slow = 1000;
  keeper.changed();
  await vi.advanceTimersByTimeAsync(500);
  keeper.changed();
  keeper.changed();
  const flushed = keeper.flush();
  await vi.advanceTimersByTimeAsync(3000);

  expect([await flushed, calls, keeper.store.getState().state]).toEqual([true, [0, 1], 'kept']);
});

test('another window\'s version is not overwritten until the person says so', async () => {
  const { world, calls, keeper } = worldWith(3, '从前');
  world.fails = 'conflict';
  keeper.changed();
  await vi.advanceTimersByTimeAsync(60_000);
  expect([calls, keeper.store.getState().state, await keeper.flush()]).toEqual([[3], 'elsewhere', false]);

  world.fails = undefined;
  expect([await keeper.insist(), calls, keeper.store.getState().state]).toEqual([true, [3, undefined], 'kept']);
});

test('a saved form leaves no draft, and nothing is dropped that was never kept', async () => {
  const { world, calls, keeper } = worldWith();
  keeper.changed();
  await keeper.drop();
  await vi.advanceTimersByTimeAsync(5000);
  expect([calls, world.dropped]).toEqual([[], 0]);

  keeper.changed();
  await keeper.flush();
  await keeper.drop();
  expect([world.dropped, keeper.store.getState()]).toEqual([1, { state: 'nothing', keptAt: undefined, failure: undefined, isKeepingFiles: false }]);
});

test('a closed form sets no timers any more', async () => {
  const { world, calls, keeper } = worldWith();
  world.fails = 'internal';
  keeper.changed();
  keeper.stop();
  await vi.advanceTimersByTimeAsync(60_000);

  expect(calls).toEqual([]);
});
