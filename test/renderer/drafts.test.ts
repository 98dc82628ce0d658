import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useDrafts } from '../../renderer/state/drafts.ts';
import type { DraftSummary } from '../../shared/ipc/draft-channels.ts';

const draft = (key: string, version = 1): DraftSummary => ({ key, kind: 'visit', label: '', version, updatedAt: '' });

/** A core whose answers come when the test lets them. */
const waiting: ((drafts: readonly DraftSummary[]) => void)[] = [];

beforeEach(() => {
  waiting.length = 0;
  const invoke = (): Promise<unknown> => new Promise((resolve) => void waiting.push((drafts) => resolve({ ok: true, value: drafts })));
  vi.stubGlobal('window', { binder: { invoke } });
  useDrafts.setState({ contractId: undefined, drafts: [], asked: 0, droppings: 0 });
});
afterEach(() => vi.unstubAllGlobals());

test('a draft that was dropped while the list was on its way does not come back with it', async () => {
  const loading = useDrafts.getState().load('c');
  useDrafts.getState().changed({ contractId: 'c', key: 'a', version: 0 });
  waiting[0]?.([draft('a'), draft('b')]);
  await vi.waitFor(() => expect(waiting).toHaveLength(2));
  waiting[1]?.([draft('b')]);
  await loading;

  expect(useDrafts.getState().drafts).toEqual([draft('b')]);
});

test('news of another contract, and of a version that is known, ask nothing', async () => {
  const loading = useDrafts.getState().load('c');
  waiting[0]?.([draft('a', 2)]);
  await loading;

  useDrafts.getState().changed({ contractId: 'other', key: 'a', version: 0 });
  useDrafts.getState().changed({ contractId: 'c', key: 'a', version: 2 });
  expect([waiting.length, useDrafts.getState().drafts]).toEqual([1, [draft('a', 2)]]);

  useDrafts.getState().changed({ contractId: 'c', key: 'a', version: 0 });
  expect(useDrafts.getState().drafts).toEqual([]);
});
