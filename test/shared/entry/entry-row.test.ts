import { describe, expect, it } from 'vitest';
import { columnId, entryColumns, fitsGrid, readCell, rowReader, settledText, usualColumns, type EntryRow } from '../../../shared/entry/entry-row.ts';
import { kindNames } from '../../../shared/records/kinds.ts';
import { testProfile } from '../../helpers/records.ts';

const profile = testProfile({ extraFields: { worklog: [{ name: 'ticket', label: '工单来源', type: 'choice', options: ['平台', '人工'], required: true }] } });
const rules = { vocabularies: profile.vocabularies, serviceItems: profile.serviceItems, period: profile.service };
const columns = entryColumns('worklog', profile);
const good: Readonly<Record<string, string>> = { date: '8月5日', startTime: '上午9点半', endTime: '1030', channel: '电 话', serviceItem: '电话咨询、问题排查与处理', description: '重置口令', state: '完成', hours: '1.5小时', staff: '林远航', 'extra.ticket': '平台' };
const row = (cells: EntryRow['cells']): EntryRow => ({ id: 'r1', cells });

function column(id: string) {
  const found = columns.find((entry) => columnId(entry) === id);
  if (found === undefined) throw new Error(`no column ${id}`);
  return found;
}

describe('a row of the entry grid', () => {
  const read = rowReader('worklog', profile, rules);

  it('becomes a record, whatever way its cells are written', () => {
    expect(read(row(good))).toEqual({
      isBlank: false, problems: new Map(),
      input: { id: 'r1', kind: 'worklog', status: 'final', extra: { ticket: '平台' }, body: { date: '2024-08-05', startTime: '09:30', endTime: '10:30', channel: '电话', serviceItem: 3, description: '重置口令', state: '完成', hours: 1.5, staff: '林远航' } },
    });
  });

  it('is blank without texts', () => {
    expect(read(row({ date: ' ' }))).toEqual({ isBlank: true, problems: new Map(), input: undefined });
  });

  it('tells wrong cells, missing cells and cells that contradict each other', () => {
    const { date: _, ...undated } = good;
    const wrong = read(row({ ...undated, hours: '很久', 'extra.ticket': '' }));
    expect(Object.fromEntries(wrong.problems)).toEqual({ date: { message: '必填', isMissing: true }, hours: { message: '“很久”不是数字', isMissing: false }, 'extra.ticket': { message: '必填', isMissing: true } });
    expect(wrong.input).toBeUndefined();
    expect(Object.fromEntries(read(row({ ...good, endTime: '8:00' })).problems)).toEqual({ endTime: { message: '结束时间早于开始时间', isMissing: false } });
  });

  it('may be a draft with holes, not with wrong values', () => {
    expect(read(row({ 'record.status': '草稿', description: '口令' })).input).toEqual({ id: 'r1', kind: 'worklog', status: 'draft', body: { description: '口令' } });
    expect(Object.fromEntries(read(row({ 'record.status': '草稿', date: '13月1日' })).problems)).toMatchObject({ date: { isMissing: false } });
  });
});

describe('cells', () => {
  it.each([
    ['date', '2024/8/5', '2024-08-05'], ['date', '2024年8月5日', '2024-08-05'], ['date', '8月5日', '2024-08-05'], ['date', '1/7', '2025-01-07'], ['date', '45509', '2024-08-05'], ['date', '20240805', '2024-08-05'],
    ['startTime', '9:05', '09:05'], ['startTime', '上午9点', '09:00'], ['startTime', '下午3点半', '15:30'], ['startTime', '0.375', '09:00'], ['startTime', '０９：０５', '09:05'],
    ['serviceItem', '3', 3], ['serviceItem', '第3项', 3], ['serviceItem', '3 电话咨询、问题排查与处理', 3], ['serviceItem', '电话咨询、 问题排查与处理', 3],
    ['channel', '　微信 ', '微信'], ['hours', '90分钟', 1.5], ['hours', '半小时', 0.5], ['hours', '1小时30分', 1.5], ['hours', '２', 2], ['related', 'GZ-20240805-01，GX-20240805-01', ['GZ-20240805-01', 'GX-20240805-01']],
  ])('%s “%s”', (id, text, value) => {
    expect(readCell(column(id), text, rules)).toEqual({ ok: true, value });
  });

  it('says what is wrong', () => {
    expect(readCell(column('date'), '2024-02-30', rules)).toEqual({ ok: false, message: '“2024-02-30”不是存在的日期' });
    expect(readCell(column('date'), '8月2日', { ...rules, period: { from: '2024-08-01', to: '2025-08-02' } })).toEqual({ ok: false, message: '“8月2日”在服务期内不止一天，请写明年份' });
    expect(readCell(column('date'), '8月5日', { ...rules, period: { from: '2024-01-01', to: '2024-06-30' } })).toEqual({ ok: false, message: '“8月5日”不在服务期内，请写明年份' });
  });

  it('settle as what was understood, and keep what was not', () => {
    expect(['8月5日', '昨天', ' '].map((text) => settledText(column('date'), text, rules))).toEqual(['2024-08-05', '昨天', '']);
    expect(settledText(column('serviceItem'), '3', rules)).toBe('3 电话咨询、问题排查与处理');
  });

  it('settle as themselves when read again', () => {
    for (const [id, text] of Object.entries(good)) {
      const settled = settledText(column(id), text, rules);
      expect(settledText(column(id), settled, rules)).toBe(settled);
    }
  });
});

it('offers the grid to kinds without a table that must be filled', () => {
  expect(kindNames.filter((kind) => !fitsGrid(kind))).toEqual(['inspection', 'survey', 'training', 'report']);
});

it('starts a wide kind with its usual columns', () => {
  const ids = usualColumns('worklog', columns).map(columnId);
  expect(ids).toEqual(['date', 'startTime', 'endTime', 'channel', 'serviceItem', 'module', 'requester', 'description', 'process', 'result', 'state', 'hours', 'staff', 'extra.ticket']);
});
