import { expect, test } from 'vitest';
import { saveContract } from '../../electron/store/contracts.ts';
import { allRecords, countRecords, getRecord, lastRecord, recordHistory } from '../../electron/store/records.ts';
import { saveRecord, saveRecords, voidRecord } from '../../electron/store/save-records.ts';
import { verifyChain } from '../../electron/store/verify-chain.ts';
import { makeRecord, testProfile } from '../helpers/records.ts';
import { codeOf, failureOf, inputOf, openTestContract, problemsOf } from './open-test-store.ts';

test('a saved record is read back as it was saved', () => {
  const { store, contractId } = openTestContract();
  const input = inputOf('inspection', { date: '2024-08-05' }, { lateReason: '当日停电' });

  const saved = saveRecord(store, contractId, input);

  expect(saved).toEqual({
    ...makeRecord('inspection', { date: '2024-08-05' }),
    id: '0190f000-0000-7000-8000-000000000002',
    contractId,
    title: '日检 正常',
    lateReason: '当日停电',
    createdAt: '2024-08-05T01:00:01.000Z',
    updatedAt: '2024-08-05T01:00:01.000Z',
  });
  expect(getRecord(store, saved.id)).toEqual(saved);
  expect(allRecords(store, contractId)).toEqual([saved]);
});

test('saving again by id replaces the record, keeps what was left out and logs the fields that changed', () => {
  const { store, contractId } = openTestContract();
  const first = saveRecord(store, contractId, inputOf('training', { date: '2024-08-05', topic: '系统操作培训' }, { lateReason: '补录' }));
  const { body } = makeRecord('training', { date: '2024-08-05', topic: '查询功能培训' });

  const second = saveRecord(store, contractId, { id: first.id, kind: 'training', body, revision: 1 });

  expect(second).toEqual({ ...first, title: '查询功能培训', body, revision: 2, updatedAt: second.updatedAt });
  expect(second.updatedAt > first.updatedAt).toBe(true);
  expect(recordHistory(store, first.id).at(-1)).toEqual({
    at: second.updatedAt, user: '林远航', device: '办公电脑', revision: 2, action: 'update',
    fields: [{ field: 'body.topic', before: '系统操作培训', after: '查询功能培训' }],
  });
});

test('saving the same again changes nothing, whatever revision the caller thinks it has', () => {
  const { store, contractId } = openTestContract();
  const input = inputOf('visit', {}, { id: 'visit-1' });
  const first = saveRecord(store, contractId, input);

  expect(saveRecord(store, contractId, input)).toEqual(first);
  const changed = { ...input, revision: 1, body: { ...input.body, feedback: '响应很快' } };
  const second = saveRecord(store, contractId, changed);
  expect(saveRecord(store, contractId, changed)).toEqual(second);
  expect(recordHistory(store, 'visit-1').map((entry) => entry.revision)).toEqual([1, 2]);
});

test('a stale revision is a conflict and nothing is saved', () => {
  const { store, contractId } = openTestContract();
  const input = inputOf('visit', {}, { id: 'visit-1' });
  saveRecord(store, contractId, input);
  saveRecord(store, contractId, { ...input, body: { ...input.body, feedback: '响应很快' } });

  const failure = failureOf(() => saveRecord(store, contractId, { ...input, revision: 1, body: { ...input.body, feedback: '还可以' } }));

  expect(failure.code).toBe('conflict');
  expect(failure.details['problems']).toEqual([{ place: 'ZF-20240805-01', message: '打开之后又被修改过' }]);
  expect(getRecord(store, 'visit-1')).toMatchObject({ revision: 2, body: { feedback: '响应很快' } });
});

test('a wrong body is refused with every problem by its label', () => {
  const { store, contractId } = openTestContract();
  const input = inputOf('worklog', { date: '2024-08-05' });

  expect(problemsOf(() => saveRecord(store, contractId, { ...input, body: { ...input.body, date: '2024-02-30', hours: -1, staff: '', color: '红' } }))).toEqual([
    { place: '服务日期', message: '不是有效的日期，应写作 2024-08-05' },
    { place: '投入工时', message: '不能小于 0' },
    { place: '执行人', message: '必填' },
    { place: 'color', message: '没有这个栏目' },
  ]);
  expect(allRecords(store, contractId)).toEqual([]);
});

test('a batch is saved whole or not at all, and tells the problems of all its inputs', () => {
  const { store, contractId } = openTestContract();
  saveRecord(store, contractId, inputOf('visit', {}, { number: 'ZF-20240805-07' }));
  const bad = inputOf('inspection', { conclusion: '存在异常，待处理' });
  const { date: _, ...dateless } = inputOf('visit').body;

  const problems = problemsOf(() => saveRecords(store, contractId, [
    inputOf('visit', {}, { id: 'a' }),
    { ...bad, number: 'XJ-20240805-03' },
    { kind: 'visit', body: dateless },
    inputOf('visit', {}, { number: 'ZF-20240805-07' }),
    inputOf('visit', {}, { id: 'a', number: 'X1' }),
    inputOf('visit', {}, { number: 'X1' }),
  ]));

  expect(problems).toEqual([
    { place: '第 2 条（XJ-20240805-03）总体结论', message: '没有异常项，总体结论应为“正常”' },
    { place: '第 3 条走访日期', message: '必填' },
    { place: '第 4 条（ZF-20240805-07）编号', message: 'ZF-20240805-07 已被使用' },
    { place: '第 5 条（X1）记录', message: '与第 1 条是同一条记录' },
    { place: '第 6 条（X1）编号', message: 'X1 与第 5 条重复' },
  ]);
  expect(allRecords(store, contractId)).toHaveLength(1);
  expect(verifyChain(store).problems).toEqual([]);
});

test('a void record keeps its number and its reason, and can no longer be changed', () => {
  const { store, contractId } = openTestContract();
  const first = saveRecord(store, contractId, inputOf('visit', {}, { id: 'visit-1' }));

  const voided = voidRecord(store, first.id, ' 重复录入 ');

  expect(voided).toEqual({ ...first, status: 'void', voidReason: '重复录入', revision: 2, updatedAt: voided.updatedAt });
  expect(getRecord(store, first.id)).toEqual(voided);
  expect(recordHistory(store, first.id).at(-1)?.fields).toEqual([
    { field: 'status', before: 'final', after: 'void' },
    { field: 'voidReason', before: null, after: '重复录入' },
  ]);
  expect(saveRecord(store, contractId, inputOf('visit')).number).toBe('ZF-20240805-02');
  expect(problemsOf(() => saveRecord(store, contractId, inputOf('visit', {}, { id: 'visit-1' })))).toEqual([{ place: '记录状态', message: '已作废的记录不能再修改' }]);
  expect(codeOf(() => voidRecord(store, first.id, '再次'))).toBe('invalid-input');
});

test('voiding needs a reason and an existing record; the status cannot be set without it', () => {
  const { store, contractId } = openTestContract();
  const { id } = saveRecord(store, contractId, inputOf('visit'));

  expect(codeOf(() => voidRecord(store, id, '  '))).toBe('invalid-input');
  expect(codeOf(() => voidRecord(store, 'nothing', '重复'))).toBe('not-found');
  expect(problemsOf(() => saveRecord(store, contractId, inputOf('visit', {}, { id, status: 'void' })))).toEqual([
    { place: '记录状态', message: '作废要写明原因，请用“作废”操作' },
  ]);
  expect(getRecord(store, id).status).toBe('final');
});

test('kind and contract of a stored record stay as they are', () => {
  const { store, contractId } = openTestContract();
  const other = openTestContract();
  saveRecord(store, contractId, inputOf('visit', {}, { id: 'v' }));

  expect(problemsOf(() => saveRecord(store, contractId, inputOf('training', {}, { id: 'v' })))).toEqual([{ place: '文种', message: '这条记录是走访记录单，文种不能改' }]);
  expect(codeOf(() => saveRecord(store, 'no-contract', inputOf('visit')))).toBe('not-found');
  expect(codeOf(() => getRecord(other.store, 'v'))).toBe('not-found');
  expect(codeOf(() => recordHistory(store, 'nothing'))).toBe('not-found');
});

test('extra fields of the contract are checked by their type; a value of a removed field may stay', () => {
  const extraFields = {
    visit: [
      { name: 'room', label: '机房', type: 'choice' as const, options: ['一号', '二号'], required: true },
      { name: 'people', label: '人数', type: 'number' as const },
      { name: 'until', label: '截止', type: 'date' as const },
    ],
  };
  const { store, contractId } = openTestContract(testProfile({ extraFields }));

  expect(problemsOf(() => saveRecord(store, contractId, inputOf('visit', {}, { extra: { people: '三', until: '2024-2-1', floor: '2' } })))).toEqual([
    { place: '人数', message: '应是数字' },
    { place: '截止', message: '不是有效的日期，应写作 2024-08-05' },
    { place: 'floor', message: '没有这个栏目' },
    { place: '机房', message: '必填' },
  ]);
  const saved = saveRecord(store, contractId, inputOf('visit', {}, { extra: { room: '二号', people: 3, until: '' } }));
  expect(saved.extra).toEqual({ room: '二号', people: 3 });

  saveContract(store, contractId, testProfile());
  const again = { ...inputOf('visit', { feedback: '平稳' }), id: saved.id };
  expect(saveRecord(store, contractId, { ...again, extra: { room: '二号', people: 3 } })).toMatchObject({ revision: 2, extra: { room: '二号', people: 3 } });
  expect(problemsOf(() => saveRecord(store, contractId, { ...again, extra: { room: '一号', people: 3 } }))).toEqual([{ place: 'room', message: '没有这个栏目' }]);
});

test('the last record for copying is the latest day, not void', () => {
  const { store, contractId } = openTestContract();
  const [, late, early] = saveRecords(store, contractId, ['2024-08-05', '2024-08-07', '2024-08-06'].map((date) => inputOf('inspection', { date })));
  saveRecord(store, contractId, inputOf('visit', { date: '2024-09-01' }));

  expect(lastRecord(store, contractId, 'inspection')).toEqual(late);
  voidRecord(store, late?.id ?? '', '重复');
  expect(lastRecord(store, contractId, 'inspection')).toEqual(early);
  expect(lastRecord(store, contractId, 'survey')).toBeUndefined();
});

test('counts tell kind and status', () => {
  const { store, contractId } = openTestContract();
  const [first] = saveRecords(store, contractId, [inputOf('visit'), inputOf('visit'), inputOf('survey', {}, { status: 'draft' })]);
  voidRecord(store, first?.id ?? '', '重复');

  expect(countRecords(store, contractId)).toMatchObject({
    visit: { draft: 0, final: 1, void: 1 }, survey: { draft: 1, final: 0, void: 0 }, inspection: { draft: 0, final: 0, void: 0 },
  });
});
