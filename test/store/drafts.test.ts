import { expect, test } from 'vitest';
import { getRecord } from '../../electron/store/records.ts';
import { saveRecord, voidRecord } from '../../electron/store/save-records.ts';
import { inputOf, openTestContract, problemsOf } from './open-test-store.ts';

test('an unfinished form can be kept as a draft: no number yet, a title from what is there', () => {
  const { store, contractId } = openTestContract();

  const draft = saveRecord(store, contractId, { id: 'd', kind: 'worklog', status: 'draft', body: { date: '2024-09-02', staff: '林远航', channel: '', description: null } });

  expect(draft).toEqual({
    id: 'd', contractId, kind: 'worklog', number: '', date: '2024-09-02', status: 'draft', title: '林远航', body: { date: '2024-09-02', staff: '林远航' },
    extra: {}, signOff: {}, revision: 1, createdAt: draft.createdAt, updatedAt: draft.updatedAt,
  });
  expect(getRecord(store, 'd')).toEqual(draft);
});

test('an empty draft belongs to the present day in China', () => {
  const { store, contractId } = openTestContract();

  expect(saveRecord(store, contractId, { kind: 'survey', status: 'draft', body: {} })).toMatchObject({ date: '2024-08-05', title: '（未填写）', body: {} });
});

test('what a draft does say must be right', () => {
  const { store, contractId } = openTestContract();

  expect(problemsOf(() => saveRecord(store, contractId, { kind: 'inspection', status: 'draft', body: { date: '8月5日', items: [{ item: '日志', result: '还行' }], 天气: '晴' } }))).toEqual([
    { place: '巡检日期', message: '不是有效的日期，应写作 2024-08-05' },
    { place: '巡检项目 第 1 行 检查结果', message: '只能是：正常、异常、待处理、不适用' },
    { place: '天气', message: '没有这个栏目' },
  ]);
});

test('a draft becomes final once, with its number, and is checked in full then', () => {
  const { store, contractId } = openTestContract();
  saveRecord(store, contractId, { id: 'd', kind: 'visit', status: 'draft', body: { date: '2024-08-06' } });
  saveRecord(store, contractId, { id: 'd', kind: 'visit', body: { date: '2024-08-07', hosts: '顾小满' } });
  expect(getRecord(store, 'd')).toMatchObject({ status: 'draft', date: '2024-08-07', number: '' });

  expect(problemsOf(() => saveRecord(store, contractId, { id: 'd', kind: 'visit', status: 'final', body: { date: '2024-08-07' } })).length).toBeGreaterThan(0);
  const final = saveRecord(store, contractId, inputOf('visit', { date: '2024-08-07' }, { id: 'd', status: 'final' }));

  expect(final).toMatchObject({ status: 'final', number: 'ZF-20240807-01', revision: 3 });
  expect(problemsOf(() => saveRecord(store, contractId, inputOf('visit', {}, { id: 'd', status: 'draft' })))).toEqual([{ place: '记录状态', message: '正式记录不能退回草稿' }]);
});

test('a voided draft takes a number, because numbering must account for it', () => {
  const { store, contractId } = openTestContract();
  saveRecord(store, contractId, { id: 'd', kind: 'visit', status: 'draft', body: { date: '2024-08-06' } });

  expect(voidRecord(store, 'd', '走访取消')).toMatchObject({ status: 'void', number: 'ZF-20240806-01' });
});
