import { expect, test } from 'vitest';
import { setStatusOfRecords, signRecords, voidRecords } from '../../electron/store/change-many.ts';
import { allRecords, getRecord, recordHistory } from '../../electron/store/records.ts';
import { restoreRecords } from '../../electron/store/restore-records.ts';
import { saveRecord, saveRecords } from '../../electron/store/save-records.ts';
import { codeOf, inputOf, openTestContract, problemsOf } from './open-test-store.ts';

function threeInspections() {
  const opened = openTestContract();
  const records = saveRecords(opened.store, opened.contractId, ['05', '06', '07'].map((day) => inputOf('inspection', { date: `2024-08-${day}` }, { signOff: {} })));
  return { ...opened, records, ids: records.map(({ id }) => id) };
}

const manager = { reviewer: { name: '沈亦舟', on: '2024-08-12' } };

test('signatures are noted on all chosen records, each with its own entry in the history, and undone together', () => {
  const { store, contractId, ids, records } = threeInspections();

  const changed = signRecords(store, contractId, ids, { signatures: { executor: { name: '林远航', on: '2024-08-09' }, ...manager }, replaces: false });

  expect(changed).toEqual(records.map(({ id, number }) => ({ id, number, before: 1, after: 2 })));
  expect(allRecords(store, contractId).map(({ signOff }) => signOff)).toEqual(ids.map(() => ({ executor: '林远航', executedOn: '2024-08-09', reviewer: '沈亦舟', reviewedOn: '2024-08-12' })));
  expect(recordHistory(store, ids[0] ?? '')[1]?.fields.map(({ field }) => field)).toEqual(['signOff.executedOn', 'signOff.executor', 'signOff.reviewedOn', 'signOff.reviewer']);

  restoreRecords(store, changed.map(({ id, before, after }) => ({ id, revision: before, present: after })));
  expect(allRecords(store, contractId).map(({ signOff }) => signOff)).toEqual([{}, {}, {}]);
});

test('what is signed already stays, unless it is to be replaced; records that say so already are not touched', () => {
  const { store, contractId, ids } = threeInspections();
  const [first = ''] = ids;
  signRecords(store, contractId, [first], { signatures: { reviewer: { name: '程知秋', on: '2024-08-06' } }, replaces: false });

  expect(signRecords(store, contractId, ids, { signatures: manager, replaces: false }).map(({ id }) => id)).toEqual(ids.slice(1));
  expect(getRecord(store, first).signOff).toEqual({ reviewer: '程知秋', reviewedOn: '2024-08-06' });
  expect(signRecords(store, contractId, ids, { signatures: manager, replaces: true }).map(({ id }) => id)).toEqual([first]);
  expect(getRecord(store, first).signOff).toEqual({ reviewer: '沈亦舟', reviewedOn: '2024-08-12' });
});

test('one record that cannot be signed keeps all from it, and every reason is told by number', () => {
  const { store, contractId, ids } = threeInspections();
  const draft = saveRecord(store, contractId, { kind: 'inspection', status: 'draft', body: { date: '2024-08-08' } });
  const backup = saveRecord(store, contractId, inputOf('backup-run', {}, { signOff: { executor: '林远航', executedOn: '2024-08-07' } }));
  voidRecords(store, contractId, ids.slice(0, 1), '填错');

  const sign = () => signRecords(store, contractId, [...ids, draft.id, backup.id], { signatures: { reviewer: { name: '沈亦舟', on: '2024-08-06' }, confirmer: { name: '顾小满', on: '2024-08-05' } }, replaces: false });

  expect(problemsOf(sign)).toEqual([
    { place: 'XJ-20240805-01', message: '已作废，不能标记签字' },
    { place: 'XJ-20240806-01', message: '甲方确认人签字日期 2024-08-05 早于单据日期 2024-08-06' },
    { place: 'XJ-20240806-01', message: '甲方确认人签字日期 2024-08-05 早于乙方审核人的 2024-08-06' },
    { place: 'XJ-20240807-01', message: '乙方审核人签字日期 2024-08-06 早于单据日期 2024-08-07' },
    { place: 'XJ-20240807-01', message: '甲方确认人签字日期 2024-08-05 早于单据日期 2024-08-07' },
    { place: 'XJ-20240807-01', message: '甲方确认人签字日期 2024-08-05 早于乙方审核人的 2024-08-06' },
    { place: '2024-08-08 （未填写）', message: '还是草稿，先转为正式再标记签字' },
    { place: 'BF-20240805-01', message: '这类单据没有甲方确认人签字' },
    { place: 'BF-20240805-01', message: '乙方审核人签字日期 2024-08-06 早于乙方执行人的 2024-08-07' },
  ]);
  expect(allRecords(store, contractId).map(({ revision }) => revision)).toEqual([1, 2, 1, 1, 1]);
});

test('drafts become final together, or none, and go back with number and signatures', () => {
  const { store, contractId } = openTestContract();
  const full = saveRecord(store, contractId, inputOf('visit', { date: '2024-08-06' }, { status: 'draft' }));
  const bare = saveRecord(store, contractId, { kind: 'visit', status: 'draft', body: { date: '2024-08-07', visitors: '林远航' } });

  expect(problemsOf(() => setStatusOfRecords(store, contractId, [full.id, bare.id], 'final')).map(({ place }) => place)).toEqual(['2024-08-07 林远航 受访部门', '2024-08-07 林远航 受访人', '2024-08-07 林远航 走访内容']);
  expect(getRecord(store, full.id).status).toBe('draft');

  expect(setStatusOfRecords(store, contractId, [full.id], 'final')).toEqual([{ id: full.id, number: 'ZF-20240806-01', before: 1, after: 2 }]);
  expect(setStatusOfRecords(store, contractId, [full.id], 'final')).toEqual([]);
  expect(setStatusOfRecords(store, contractId, [full.id], 'draft')).toEqual([{ id: full.id, number: 'ZF-20240806-01', before: 2, after: 3 }]);
  expect(getRecord(store, full.id)).toMatchObject({ status: 'draft', number: 'ZF-20240806-01', signOff: full.signOff });
  setStatusOfRecords(store, contractId, [full.id], 'final');
  expect(getRecord(store, full.id)).toMatchObject({ status: 'final', number: 'ZF-20240806-01', revision: 4 });
});

test('records become void together for one reason, or none of them', () => {
  const { store, contractId, ids } = threeInspections();
  expect(voidRecords(store, contractId, ids.slice(0, 1), ' 重复 ')).toEqual([{ id: ids[0], number: 'XJ-20240805-01', before: 1, after: 2 }]);

  expect(problemsOf(() => voidRecords(store, contractId, ids, '重复'))).toEqual([{ place: 'XJ-20240805-01', message: '已经作废' }]);
  expect(problemsOf(() => setStatusOfRecords(store, contractId, ids, 'draft'))).toEqual([{ place: 'XJ-20240805-01', message: '已作废，不能再改' }]);
  expect(allRecords(store, contractId).map(({ status, voidReason }) => [status, voidReason])).toEqual([['void', '重复'], ['final', undefined], ['final', undefined]]);
});

test('records of another contract, or none at all, are not there', () => {
  const { store, ids } = threeInspections();
  expect(codeOf(() => signRecords(store, 'other', ids, { signatures: manager, replaces: false }))).toBe('not-found');
  expect(codeOf(() => voidRecords(store, 'other', ['x'], '重复'))).toBe('not-found');
});
