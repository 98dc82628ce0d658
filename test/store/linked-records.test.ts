import { expect, test } from 'vitest';
import { linkedRecords } from '../../electron/store/linked-records.ts';
import { getRecord, recordHistory } from '../../electron/store/records.ts';
import { saveClosing } from '../../electron/store/save-closing.ts';
import { saveRecord, voidRecord } from '../../electron/store/save-records.ts';
import { codeOf, inputOf, openTestContract } from './open-test-store.ts';

const items = [
  { category: '服务器', item: 'CPU 使用率', result: '正常' as const },
  { category: '服务器', item: '磁盘空间', result: '异常' as const, handling: '占用 92%' },
];

function storeWithFinding() {
  const { store, contractId } = openTestContract();
  const inspection = saveRecord(store, contractId, inputOf('inspection', { items, conclusion: '存在异常，已处理' }, { id: 'x' }));
  const input = inputOf('worklog', { description: '清理磁盘', related: [inspection.number] }, { id: 'w' });
  return { store, contractId, inspection, input };
}

test('a record that handles an abnormal item is linked in both directions in one step', () => {
  const { store, contractId, inspection, input } = storeWithFinding();

  const work = saveClosing(store, contractId, input, { inspectionId: 'x', row: 1, item: '磁盘空间' });

  expect(getRecord(store, 'x').body).toEqual({ ...inspection.body, items: [items[0], { ...items[1], handledBy: work.number }] });
  const summary = (record: typeof work, state?: string) => ({ id: record.id, number: record.number, kind: record.kind, title: record.title, date: record.date, status: record.status, ...(state === undefined ? {} : { state }) });
  const stored = getRecord(store, 'x');
  expect(linkedRecords(store, 'x')).toEqual({
    outgoing: [{ number: work.number, item: '磁盘空间', record: summary(work, '完成') }],
    incoming: [{ number: work.number, record: summary(work, '完成') }],
  });
  expect(linkedRecords(store, 'w')).toEqual({
    outgoing: [{ number: inspection.number, record: summary(stored) }],
    incoming: [{ number: inspection.number, item: '磁盘空间', record: summary(stored) }],
  });
});

test('saving it again changes the inspection no more, and a moved row is found by its name', () => {
  const { store, contractId, input } = storeWithFinding();
  saveClosing(store, contractId, input, { inspectionId: 'x', row: 0, item: '磁盘空间' });
  const entries = recordHistory(store, 'x').length;

  saveClosing(store, contractId, { ...input, body: { ...input.body, result: '已恢复' } }, { inspectionId: 'x', row: 1, item: '磁盘空间' });

  expect(recordHistory(store, 'x')).toHaveLength(entries);
});

test('a draft has no number to write down, and an item that is gone keeps the record from being saved', () => {
  const { store, contractId, inspection, input } = storeWithFinding();

  saveClosing(store, contractId, { ...input, id: 'd', status: 'draft' }, { inspectionId: 'x', row: 1, item: '磁盘空间' });
  expect(getRecord(store, 'x')).toEqual(inspection);
  expect(codeOf(() => saveClosing(store, contractId, input, { inspectionId: 'x', row: 1, item: '内存' }))).toBe('not-found');
  expect(codeOf(() => getRecord(store, 'w'))).toBe('not-found');
});

test('numbers that lead nowhere, and void records, are shown as such', () => {
  const { store, contractId } = storeWithFinding();
  const other = saveRecord(store, contractId, inputOf('visit', {}, { id: 'v' }));
  voidRecord(store, 'v', '重复');
  saveRecord(store, contractId, inputOf('worklog', { related: [other.number, 'GX-20990101-01'] }, { id: 'w' }));

  const { outgoing } = linkedRecords(store, 'w');

  expect(outgoing.map(({ number, record }) => [number, record?.status])).toEqual([[other.number, 'void'], ['GX-20990101-01', undefined]]);
  expect(linkedRecords(store, 'v').incoming.map(({ record }) => record?.id)).toEqual(['w']);
  expect(codeOf(() => linkedRecords(store, 'nothing'))).toBe('not-found');
});
