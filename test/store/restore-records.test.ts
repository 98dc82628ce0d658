import fc from 'fast-check';
import { expect, test } from 'vitest';
import { removeAttachment, addAttachment, listAttachments } from '../../electron/store/attachments.ts';
import { getRecord, recordHistory } from '../../electron/store/records.ts';
import { restoreRecords } from '../../electron/store/restore-records.ts';
import { saveRecord, voidRecord } from '../../electron/store/save-records.ts';
import type { WritableStore } from '../../electron/store/store.ts';
import { verifyChain } from '../../electron/store/verify-chain.ts';
import type { AnyRecord } from '../../shared/records/record.ts';
import { codeOf, inputOf, openTestContract, problemsOf } from './open-test-store.ts';

/** What a restoring brings back. */
function contents({ body, extra, signOff, lateReason, voidReason, status, date, title, number }: AnyRecord) {
  return { body, extra, signOff, lateReason, voidReason, status, date, title, number };
}

test('a voided record comes back to life with its number, and the history says how', () => {
  const { store, contractId } = openTestContract();
  const first = saveRecord(store, contractId, inputOf('visit', {}, { id: 'v', lateReason: '补录' }));
  voidRecord(store, 'v', '登记错了');

  const [restored] = restoreRecords(store, [{ id: 'v', revision: 1, present: 2 }]);

  expect(restored).toEqual({ ...first, revision: 3, updatedAt: restored?.updatedAt });
  expect(getRecord(store, 'v')).toEqual(restored);
  expect(recordHistory(store, 'v').at(-1)).toMatchObject({
    action: 'restore', restoredFrom: 1, revision: 3,
    fields: [{ field: 'status', before: 'void', after: 'final' }, { field: 'voidReason', before: '登记错了', after: null }],
  });
  expect(restoreRecords(store, [{ id: 'v', revision: 1 }])).toEqual([restored]);
  expect(verifyChain(store).problems).toEqual([]);
});

type Step = 'void' | 'attach' | number | { readonly feedback: string | undefined; readonly day: number };

/** Does one thing to the record; answers what a restoring was to bring back and what it brought. */
function take(store: WritableStore, contractId: string, known: ReadonlyMap<number, AnyRecord>, step: Step): { readonly wanted?: object; readonly restored?: AnyRecord } {
  const present = getRecord(store, 'v');
  if (typeof step === 'number') {
    const target = known.get(1 + (step % known.size)) ?? present;
    const [restored = present] = restoreRecords(store, [{ id: 'v', revision: target.revision }]);
    return { wanted: { ...contents(target), number: present.number }, restored };
  }
  if (present.status === 'void') return {};
  if (step === 'void') voidRecord(store, 'v', '不要了');
  else if (step === 'attach') {
    const { sha256 } = addAttachment(store, 'v', { name: 'a', mediaType: 'image/png', content: Buffer.from('a'), role: 'photo', caption: '' });
    if (listAttachments(store, 'v').length > 1) removeAttachment(store, 'v', sha256);
  } else saveRecord(store, contractId, inputOf('visit', { date: `2024-09-${step.day}`, ...(step.feedback === undefined ? {} : { feedback: step.feedback }) }, { id: 'v' }));
  return {};
}

test('any sequence of changes can be taken back to any revision', () => {
  const step: fc.Arbitrary<Step> = fc.oneof(
    fc.record({ feedback: fc.option(fc.string({ maxLength: 20 }), { nil: undefined }), day: fc.integer({ min: 10, max: 28 }) }),
    fc.constant('void' as const), fc.constant('attach' as const), fc.nat({ max: 8 }),
  );
  fc.assert(fc.property(fc.array(step, { maxLength: 12 }), fc.boolean(), (steps, startsAsDraft) => {
    const { store, contractId } = openTestContract();
    const known = new Map<number, AnyRecord>();
    const first = saveRecord(store, contractId, inputOf('visit', {}, { id: 'v', ...(startsAsDraft ? { status: 'draft' } : {}) }));
    known.set(first.revision, first);
    for (const one of steps) {
      const { wanted, restored } = take(store, contractId, known, one);
      expect(restored === undefined ? undefined : contents(restored)).toEqual(wanted);
      const now = getRecord(store, 'v');
      known.set(now.revision, now);
    }
    expect(verifyChain(store).problems).toEqual([]);
  }), { numRuns: 25 });
});

test('all or none: a record that was changed meanwhile keeps the others from being restored', () => {
  const { store, contractId } = openTestContract();
  for (const id of ['a', 'b']) {
    saveRecord(store, contractId, inputOf('visit', {}, { id }));
    saveRecord(store, contractId, inputOf('visit', { feedback: '二' }, { id }));
  }
  const { number } = saveRecord(store, contractId, inputOf('visit', { feedback: '三' }, { id: 'b' }));
  const items = [{ id: 'a', revision: 1, present: 2 }, { id: 'b', revision: 1, present: 2 }];

  expect(codeOf(() => restoreRecords(store, items))).toBe('conflict');
  expect(problemsOf(() => restoreRecords(store, items))).toEqual([{ place: number, message: '后来又被修改过' }]);
  expect(getRecord(store, 'a').revision).toBe(2);
  expect(codeOf(() => restoreRecords(store, [{ id: 'a', revision: 9 }]))).toBe('not-found');
  expect(codeOf(() => restoreRecords(store, [{ id: 'x', revision: 1 }]))).toBe('not-found');
});

test('fields that a newer program has remade cannot come back as they were', () => {
  const { store, contractId } = openTestContract();
  const saved = saveRecord(store, contractId, inputOf('visit', {}, { id: 'v' }));
  store.database.exec(`INSERT INTO change (device, seq, hlc, at, user, contract_id, subject, subject_id, action, revision, fields, prev_hash, hash)
    SELECT '另一台', 1, '2024-08-06T00:00:00.000Z-0000', '2024-08-06', 'x', contract_id, 'record', 'v', 'upgrade', 2, '[]', prev_hash, hash FROM change WHERE subject_id = 'v'`);

  expect(codeOf(() => restoreRecords(store, [{ id: 'v', revision: saved.revision }]))).toBe('invalid-input');
});
