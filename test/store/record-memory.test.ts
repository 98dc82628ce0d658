import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createContract } from '../../electron/store/contracts.ts';
import { openStoreForReading, closeStore } from '../../electron/store/open-store.ts';
import { fetchRecords, forgetRecords } from '../../electron/store/record-memory.ts';
import { allRecords, getRecord } from '../../electron/store/records.ts';
import { saveRecord, saveRecords, voidRecord } from '../../electron/store/save-records.ts';
import type { ReadableStore, WritableStore } from '../../electron/store/store.ts';
import type { AnyRecord, RecordInput } from '../../shared/records/record.ts';
import { testProfile } from '../helpers/records.ts';
import { inputOf, openTestContract } from './open-test-store.ts';

/** What a program that has just been started would read. */
function freshRecords(store: WritableStore, contractId: string): readonly AnyRecord[] {
  const reader = openStoreForReading(store.folder);
  try {
    return allRecords(reader, contractId);
  } finally {
    closeStore(reader);
  }
}

/** Refused for good: its reason ends a transaction that was well under way. */
class Refusal extends Error {}

function refused(action: () => unknown): void {
  try {
    action();
  } catch {
    return;
  }
  throw new Error('should have been refused');
}

function counts(store: WritableStore, contractId: string, expected: number): void {
  const { length } = allRecords(store, contractId);
  if (length !== expected) throw new Error(`${length} records instead of ${expected}`);
}

type Step =
  | { readonly does: 'save' | 'void' | 'read' | 'forget' | 'fetch' }
  | { readonly does: 'change' | 'draft' | 'renumber'; readonly which: number; readonly day: number }
  | { readonly does: 'batch' | 'failing batch' | 'refused batch' | 'refused part'; readonly size: number; readonly day: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ does: fc.constantFrom('save' as const, 'void' as const, 'read' as const, 'forget' as const, 'fetch' as const) }),
  fc.record({ does: fc.constantFrom('change' as const, 'draft' as const, 'renumber' as const), which: fc.nat(), day: fc.integer({ min: 1, max: 28 }) }),
  fc.record({ does: fc.constantFrom('batch' as const, 'failing batch' as const, 'refused batch' as const, 'refused part' as const), size: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 28 }) }),
);

function visitOn(day: number, rest: Partial<RecordInput> = {}): RecordInput {
  return inputOf('visit', { date: `2024-09-${String(day).padStart(2, '0')}` }, rest);
}

function visits(size: number, day: number): RecordInput[] {
  return Array.from({ length: size }, (_, index) => (index % 3 === 2 ? inputOf('training', { date: `2024-09-${String(day).padStart(2, '0')}` }) : visitOn(((day + index) % 28) + 1)));
}

async function take(store: WritableStore, contractId: string, action: Step): Promise<void> {
  const known = allRecords(store, contractId);
  switch (action.does) {
    case 'save': saveRecord(store, contractId, visitOn((known.length % 28) + 1)); return;
    case 'void': {
      const record = known.find(({ status }) => status !== 'void');
      if (record !== undefined) voidRecord(store, record.id, '重复登记');
      return;
    }
    case 'read': return;
    case 'forget': forgetRecords(store); return;
    case 'fetch': {
      forgetRecords(store);
      const fetched = fetchRecords(store, contractId, async () => { saveRecord(store, contractId, visitOn(3)); });
      saveRecord(store, contractId, visitOn(28));
      await fetched;
      return;
    }
    case 'change':
    case 'draft':
    case 'renumber': {
      const record = known[action.which % Math.max(1, known.length)];
      const id = record?.kind === 'visit' && record.status !== 'void' ? record.id : undefined;
      const number = action.does === 'renumber' ? [`ﾊ-${action.day}-${action.which % 5}`, `𠮷-${action.which}`, `Z-${action.which}`][action.which % 3] : undefined;
      saveRecord(store, contractId, visitOn(action.day, {
        ...(id === undefined ? {} : { id }),
        ...(number === undefined || id !== undefined || known.some((other) => other.number === number) ? {} : { number }),
        ...(action.does === 'draft' && (id === undefined || record?.status === 'draft') ? { status: 'draft' } : {}),
      }));
      return;
    }
    case 'batch': saveRecords(store, contractId, visits(action.size, action.day)); return;
    case 'failing batch':
      refused(() => saveRecords(store, contractId, [...visits(action.size, action.day), inputOf('visit', { date: '不是日子' })]));
      return;
    case 'refused batch':
      refused(() => store.transaction(() => {
        saveRecords(store, contractId, visits(action.size, action.day));
        counts(store, contractId, known.length + action.size);
        throw new Refusal('nothing of this');
      }));
      return;
    case 'refused part':
      store.transaction(() => {
        saveRecord(store, contractId, visitOn(action.day));
        refused(() => store.transaction(() => {
          saveRecords(store, contractId, visits(action.size, action.day));
          throw new Refusal('nothing of this part');
        }));
        counts(store, contractId, known.length + 1);
      });
  }
}

test('whatever is written, refused or rolled back: what is kept in memory is what the file holds', async () => {
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14 }), async (steps) => {
    const { store, contractId } = openTestContract();
    const other = createContract(store, testProfile()).id;
    const others = [saveRecord(store, other, visitOn(1))];

    for (const action of steps) {
      await take(store, contractId, action);
      expect(allRecords(store, contractId)).toEqual(freshRecords(store, contractId));
    }

    expect(allRecords(store, other)).toEqual(others);
  }), { numRuns: 25 });
});

test('nothing written, nothing read: the same list comes again; a saved record changes its own place alone', () => {
  const { store, contractId } = openTestContract();
  const saved = saveRecords(store, contractId, visits(9, 4));
  const before = allRecords(store, contractId);
  expect(allRecords(store, contractId)).toBe(before);

  const [first] = saved;
  const changed = saveRecord(store, contractId, visitOn(4, { id: first?.id, extra: {} }));

  const after = allRecords(store, contractId);
  expect(after.filter((record) => !before.includes(record))).toEqual([changed]);
});

test('what is kept cannot be changed by whoever reads it', () => {
  const { store, contractId } = openTestContract();
  saveRecord(store, contractId, inputOf('inspection'));
  const records = allRecords(store, contractId);
  const unfrozen = (value: unknown): boolean => typeof value === 'object' && value !== null && (!Object.isFrozen(value) || Object.values(value).some(unfrozen));

  expect(unfrozen(records)).toBe(false);
});

test('a reader sees what another program has written since', () => {
  const { store, contractId } = openTestContract();
  const reader: ReadableStore = openStoreForReading(store.folder);
  const first = saveRecord(store, contractId, visitOn(2));
  expect(allRecords(reader, contractId)).toEqual([first]);

  const second = saveRecord(store, contractId, visitOn(3));

  expect(allRecords(reader, contractId)).toEqual([first, second]);
  closeStore(reader);
});

test('reading bit by bit lets others write meanwhile, and ends when the folder is closed', async () => {
  const { store, contractId } = openTestContract();
  saveRecords(store, contractId, Array.from({ length: 1600 }, (_, index) => visitOn((index % 28) + 1)));
  let pauses = 0;

  await fetchRecords(store, contractId, async () => {
    pauses += 1;
    if (pauses === 1) saveRecord(store, contractId, visitOn(28));
  });

  // Between slices of 300.
  expect(pauses).toBe(5);
  const kept = allRecords(store, contractId);
  expect(kept).toHaveLength(1601);
  expect(kept.map(({ id }) => getRecord(store, id))).toEqual(freshRecords(store, contractId));

  forgetRecords(store);
  await fetchRecords(store, contractId, async () => { if (store.database.open) closeStore(store); });
  expect(store.recordMemory.contracts.size).toBe(0);
});
