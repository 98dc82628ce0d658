import { expect, test } from 'vitest';
import type { z } from 'zod';
import { addAttachment } from '../../electron/store/attachments.ts';
import { columnValues, listHandles, listPlace, listRecords } from '../../electron/store/list-records.ts';
import { allRecords } from '../../electron/store/records.ts';
import { saveRecord, saveRecords } from '../../electron/store/save-records.ts';
import { recordChoiceSchema, recordQuerySchema } from '../../shared/ipc/record-channels.ts';
import { missingSignatures } from '../../shared/records/signatures.ts';
import { testProfile } from '../helpers/records.ts';
import { failureOf, inputOf, openTestContract } from './open-test-store.ts';

type Query = z.input<typeof recordQuerySchema>;
type Store = Parameters<typeof listRecords>[0];

function numbers(store: Store, query: Query): string[] {
  return listRecords(store, recordQuerySchema.parse(query)).records.map((record) => record.number);
}

function workOfAWeek() {
  const opened = openTestContract(testProfile({ extraFields: { worklog: [{ name: 'room', label: '机房', type: 'text' }, { name: 'weight', label: '重要程度', type: 'choice', options: ['高', '中', '低'] }] } }));
  saveRecords(opened.store, opened.contractId, [
    inputOf('worklog', { date: '2024-08-05', staff: '周明', hours: 10, channel: '电话' }, { extra: { room: 'B2', weight: '低' } }),
    inputOf('worklog', { date: '2024-08-06', staff: '安宁', hours: 2, channel: '微信' }, { extra: { weight: '高' }, signOff: { executor: '安宁', executedOn: '2024-08-06' } }),
    inputOf('worklog', { date: '2024-08-07', staff: '林远航', hours: 1.5, channel: '邮件' }, { lateReason: '当日无网络', extra: { room: 'A10', weight: '中' } }),
    inputOf('worklog', { date: '2024-08-08', staff: '安宁', hours: 2, channel: '电话' }, { signOff: {}, extra: { room: 'A9' } }),
  ]);
  return opened;
}

test('a row carries the wanted columns and what its marks show, never the whole body', () => {
  const { store, contractId } = workOfAWeek();
  const [first] = allRecords(store, contractId);
  if (first === undefined) throw new Error('records were saved');
  const file = { name: 'a.pdf', mediaType: 'application/pdf', caption: '' };
  addAttachment(store, first.id, { ...file, content: Buffer.from('1'), role: 'signed-scan' });
  addAttachment(store, first.id, { ...file, content: Buffer.from('2'), role: 'photo' });

  const { records } = listRecords(store, recordQuerySchema.parse({ contractId, kind: 'worklog', descending: false, limit: 2, columns: ['staff', 'hours', 'extra.room', 'nothing'] }));

  expect(records).toEqual([
    { id: first.id, kind: 'worklog', number: 'GZ-20240805-01', date: '2024-08-05', status: 'final', title: '用户反映查询结果翻页后条件丢失', revision: 1, updatedAt: first.updatedAt, values: { staff: '周明', hours: 10, 'extra.room': 'B2' }, isSigned: true, isLate: false, files: 2, scans: 1 },
    expect.objectContaining({ number: 'GZ-20240806-01', values: { staff: '安宁', hours: 2 }, isSigned: false, files: 0, scans: 0 }),
  ]);
  expect(listRecords(store, recordQuerySchema.parse({ contractId, kind: 'worklog', columns: ['items'] })).records[0]?.values).toEqual({});
});

test('filters by the values of columns, of own fields too, and by what is not filled in', () => {
  const { store, contractId } = workOfAWeek();
  const find = (filter: Partial<Query>): string[] => numbers(store, { contractId, kind: 'worklog', sort: 'number', descending: false, ...filter }).map((number) => number.slice(9, 11));

  expect(find({ where: { staff: ['安宁', '周明'] } })).toEqual(['05', '06', '08']);
  expect(find({ where: { staff: ['安宁'], channel: ['电话'] } })).toEqual(['08']);
  expect(find({ where: { hours: ['2', '1.5'] } })).toEqual(['06', '07', '08']);
  expect(find({ where: { serviceItem: ['3'] } })).toHaveLength(4);
  expect(find({ where: { 'extra.room': ['A10'] } })).toEqual(['07']);
  expect(find({ where: { 'extra.room': ['', 'B2'] } })).toEqual(['05', '06']);
  expect(find({ late: true })).toEqual(['07']);
  expect(find({ signed: false })).toEqual(['06', '08']);
  expect(find({ signed: true, late: false })).toEqual(['05']);
  expect(failureOf(() => find({ where: { nothing: ['x'] } })).code).toBe('invalid-input');
  expect(failureOf(() => find({ where: { 'extra.nothing': ['x'] } })).code).toBe('invalid-input');
});

test('signed means the same in the list and in the rules', () => {
  const { store, contractId } = openTestContract();
  saveRecords(store, contractId, (['inspection', 'visit', 'backup-run', 'survey', 'report'] as const).flatMap((kind) => [
    inputOf(kind), inputOf(kind, {}, { signOff: {} }), inputOf(kind, {}, { signOff: { executor: '林远航', executedOn: '2024-08-05' } }), inputOf(kind, {}, { signOff: { executor: '林远航', confirmer: '顾小满', confirmedOn: '2024-08-05' } }),
  ]));
  const complete = allRecords(store, contractId).filter((record) => missingSignatures(record.kind, record.signOff).length === 0).map(({ number }) => number);

  expect(numbers(store, { contractId, signed: true }).toSorted()).toEqual(complete.toSorted());
  expect(numbers(store, { contractId, signed: false })).toHaveLength(20 - complete.length);
});

test('filters by files and scans, and sees new ones at once', () => {
  const { store, contractId } = workOfAWeek();
  const [first, second] = allRecords(store, contractId);
  const counts = () => (['some', 'none', 'signed-scan', 'no-scan'] as const).map((files) => numbers(store, { contractId, files }).length);
  expect(counts()).toEqual([0, 4, 0, 4]);

  addAttachment(store, first?.id ?? '', { name: 'a', mediaType: 'image/png', content: Buffer.from('1'), role: 'photo', caption: '' });
  addAttachment(store, second?.id ?? '', { name: 'b', mediaType: 'application/pdf', content: Buffer.from('2'), role: 'signed-scan', caption: '' });

  expect(counts()).toEqual([2, 2, 1, 3]);
});

test('sorts by every column: numbers by value, names by pinyin, choices in their own order, the empty ones last', () => {
  const { store, contractId } = workOfAWeek();
  const days = (sort: string, descending: boolean): string => numbers(store, { contractId, kind: 'worklog', sort, descending }).map((number) => number.slice(10, 11)).join('');

  expect([days('field.hours', false), days('field.hours', true)]).toEqual(['7865', '5867']);
  expect([days('field.staff', false), days('field.staff', true)]).toEqual(['8675', '5786']);
  expect([days('field.channel', false), days('field.channel', true)]).toEqual(['8576', '6785']);
  expect([days('extra.room', false), days('extra.room', true)]).toEqual(['8756', '5786']);
  expect([days('extra.weight', false), days('extra.weight', true)]).toEqual(['6758', '5768']);
  expect(failureOf(() => days('field.nothing', true)).code).toBe('invalid-input');
  expect(failureOf(() => numbers(store, { contractId, sort: 'field.hours' })).code).toBe('invalid-input');
});

test('sorted by a column, pages neither overlap nor leave out a record, and follow every change', () => {
  const { store, contractId } = openTestContract();
  saveRecords(store, contractId, Array.from({ length: 23 }, (_, index) => inputOf('worklog', { hours: index % 5 })));
  const pages = [0, 10, 20].flatMap((offset) => numbers(store, { contractId, kind: 'worklog', sort: 'field.hours', limit: 10, offset }));
  expect(new Set(pages).size).toBe(23);

  saveRecord(store, contractId, inputOf('worklog', { hours: 99 }));
  const after = listRecords(store, recordQuerySchema.parse({ contractId, kind: 'worklog', sort: 'field.hours' }));
  expect([after.total, after.records[0]?.number]).toEqual([24, 'GZ-20240805-24']);
});

test('the values of a column are counted among what the other filters leave', () => {
  const { store, contractId } = workOfAWeek();
  const values = (column: string, filter: object = {}) => columnValues(store, { ...recordChoiceSchema.parse({ contractId, ...filter }), kind: 'worklog', column });

  expect(values('staff')).toEqual([{ value: '安宁', count: 2 }, { value: '周明', count: 1 }, { value: '林远航', count: 1 }]);
  expect(values('staff', { where: { channel: ['电话'] } })).toEqual([{ value: '周明', count: 1 }, { value: '安宁', count: 1 }].toSorted((a, b) => (a.value < b.value ? -1 : 1)));
  expect(values('extra.room')).toContainEqual({ value: '', count: 1 });
});

test('handles of everything that the filter leaves come in the order of the list', () => {
  const { store, contractId } = workOfAWeek();
  const handles = listHandles(store, { contractId, kind: 'worklog', text: '翻页', sort: 'field.hours', descending: false });

  expect(handles.map(({ number }) => number)).toEqual(['GZ-20240807-01', 'GZ-20240808-01', 'GZ-20240806-01', 'GZ-20240805-01']);
  expect(handles[0]).toEqual({ id: expect.any(String), number: 'GZ-20240807-01', date: '2024-08-07', title: '用户反映查询结果翻页后条件丢失', status: 'final' });
});

test('the place of a record is its row in the list that is shown, and none where the filter leaves it out', () => {
  const { store, contractId } = workOfAWeek();
  const wanted = { contractId, kind: 'worklog' as const, sort: 'field.hours', descending: true };
  const handles = listHandles(store, wanted);

  expect(handles.map(({ id }) => listPlace(store, { ...wanted, id }))).toEqual(handles.map((_, row) => row));
  expect([listPlace(store, { ...wanted, status: 'void', id: handles[0]?.id ?? '' }), listPlace(store, { ...wanted, id: 'nobody' })]).toEqual([undefined, undefined]);
});

test('a word that no column shows is told with its place', () => {
  const { store, contractId } = workOfAWeek();
  const found = (text: string, columns: readonly string[]) => listRecords(store, recordQuerySchema.parse({ contractId, text, kind: 'worklog', columns: [...columns], limit: 1 })).records[0]?.found;

  expect(found('分页', ['staff'])).toEqual({ label: '处理过程', text: '核对分页参数并修正' });
  expect(found('分页', ['process'])).toBeUndefined();
  expect(found('当日', [])).toEqual({ label: '补录原因', text: '当日无网络' });
  expect(found('安宁', [])).toEqual({ label: '执行人', text: '安宁' });
});
