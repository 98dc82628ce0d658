import { expect, test } from 'vitest';
import { historyRows, inFormOrder } from '../../renderer/forms/history-rows.ts';
import { kinds } from '../../shared/records/kinds.ts';

const services = new Map([[3, '电话咨询']]);
const { fields } = kinds.inspection;
const row = (item: string, result: string, rest: object = {}) => ({ category: '服务器', item, result, ...rest });

test('values are shown as their fields show them', () => {
  expect([
    ...historyRows(kinds.worklog.fields, { field: 'body.serviceItem', before: null, after: 3 }, services),
    ...historyRows(kinds.worklog.fields, { field: 'body.reportedAt', before: '2024-08-05T09:00', after: null }, services),
    ...historyRows(kinds.worklog.fields, { field: 'body.hours', before: 1, after: 1.5 }, services),
    ...historyRows(kinds.worklog.fields, { field: 'status', before: 'draft', after: 'final' }, services),
  ]).toEqual([
    { label: '服务项', before: '—', after: '3. 电话咨询' },
    { label: '报修时间', before: '2024-08-05 09:00', after: '—' },
    { label: '投入工时', before: '1 人时', after: '1.5 人时' },
    { label: '状态', before: '草稿', after: '正式' },
  ]);
});

test('of a table only the cells that differ are shown, with the row\'s name', () => {
  const before = [row('CPU', '正常'), row('内存', '正常'), row('磁盘', '正常')];
  const after = [row('CPU', '正常'), row('内存', '异常', { measured: '91%' }), row('磁盘', '正常')];

  expect(historyRows(fields, { field: 'body.items', before, after }, services)).toEqual([
    { label: '巡检项目 第 2 行 检查结果（内存）', before: '正常', after: '异常' },
    { label: '巡检项目 第 2 行 实测值（内存）', before: '—', after: '91%' },
  ]);
});

test('a row that came or went in the middle is one line', () => {
  const rows = [row('CPU', '正常'), row('内存', '正常'), row('磁盘', '正常')];
  const fewer = [row('CPU', '正常'), row('磁盘', '正常')];

  expect(historyRows(fields, { field: 'body.items', before: rows, after: fewer }, services))
    .toEqual([{ label: '巡检项目 第 2 行（删除）', before: '巡检类别：服务器；巡检项目：内存；检查结果：正常', after: '—' }]);
  expect(historyRows(fields, { field: 'body.items', before: null, after: fewer.slice(0, 1) }, services))
    .toEqual([{ label: '巡检项目 第 1 行（新增）', before: '—', after: '巡检类别：服务器；巡检项目：CPU；检查结果：正常' }]);
});

test('changed fields come in the order of the form, what is no field of it after them', () => {
  const changed = (field: string) => ({ field, before: null, after: '1' });

  expect(inFormOrder(fields, ['status', 'body.conclusion', 'signOff.executor', 'body.items', 'body.date', 'body.inspector', 'body.cycle'].map(changed)).map(({ field }) => field))
    .toEqual(['body.date', 'body.cycle', 'body.inspector', 'body.items', 'body.conclusion', 'status', 'signOff.executor']);
});
