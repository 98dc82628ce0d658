import { describe, expect, test } from 'vitest';
import { changeCycle, checklistRows, markAllNormal, needsAttention, proposeConclusion, type InspectionItem } from '../../renderer/forms/inspection-values.ts';

const cpu: InspectionItem = { category: '服务器', item: 'CPU 使用率' };

test('全部正常 answers what is open and keeps what was found', () => {
  const items: InspectionItem[] = [cpu, { ...cpu, result: '异常' }, { ...cpu, result: '不适用' }];

  expect(markAllNormal(items).map((item) => item.result)).toEqual(['正常', '异常', '不适用']);
});

test.each<[string, InspectionItem[], string | undefined]>([
  ['nothing checked', [], undefined],
  ['one item still open', [{ ...cpu, result: '正常' }, cpu], undefined],
  ['all normal', [{ ...cpu, result: '正常' }, { ...cpu, result: '不适用' }], '正常'],
  ['an exception without handling', [{ ...cpu, result: '异常' }], '存在异常，待处理'],
  ['an exception that was handled', [{ ...cpu, result: '异常', handling: '清理日志' }], '存在异常，已处理'],
  ['an exception that was rectified', [{ ...cpu, result: '异常', rectifiedOn: '2024-08-06' }, cpu], '存在异常，已处理'],
  ['one handled and one waiting', [{ ...cpu, result: '异常', handling: '清理日志' }, { ...cpu, result: '待处理', handling: '等备件' }], '存在异常，待处理'],
])('%s leads to %s', (_, items, conclusion) => {
  expect(proposeConclusion(items)).toBe(conclusion);
});

test('open and abnormal items need attention, the others do not', () => {
  const results = [undefined, '异常', '待处理', '正常', '不适用'] as const;

  expect(results.map((result) => needsAttention(result === undefined ? cpu : { ...cpu, result }))).toEqual([true, true, true, false, false]);
});

describe('the items of a cycle', () => {
  const checklist = [
    { category: '服务器', item: 'CPU 使用率', method: '', standard: '≤80%', cycle: '日检' },
    { category: '安全', item: '漏洞扫描', method: '扫描', standard: '', cycle: '每周' },
    { category: '备份', item: '恢复测试', method: '', standard: '', cycle: '月检' },
  ];
  const names = (items: readonly InspectionItem[]): unknown[] => items.map((item) => item.item);

  test('a longer cycle checks the shorter ones too', () => {
    expect(['日检', '周检', '月检', '节前专检'].map((cycle) => names(checklistRows(checklist, cycle)))).toEqual([
      ['CPU 使用率'],
      ['CPU 使用率', '漏洞扫描'],
      ['CPU 使用率', '漏洞扫描', '恢复测试'],
      ['CPU 使用率'],
    ]);
  });

  test('a list without daily items is checked as a whole', () => {
    expect(names(checklistRows(checklist.slice(1), '日检'))).toEqual(['漏洞扫描', '恢复测试']);
  });

  test('empty texts of the list are no values of a row', () => {
    expect(checklistRows(checklist, '日检')).toEqual([{ category: '服务器', item: 'CPU 使用率', standard: '≤80%' }]);
  });

  test('changing the cycle keeps what was answered and drops what was not', () => {
    const monthly = checklistRows(checklist, '月检');
    const answered = monthly.map((item, index) => (index === 1 ? item : { ...item, result: '正常' as const }));

    expect(changeCycle(answered, checklist, '日检').map((item) => [item.item, item.result])).toEqual([['CPU 使用率', '正常'], ['恢复测试', '正常']]);
    expect(changeCycle(answered, checklist, '周检').map((item) => [item.item, item.result])).toEqual([['CPU 使用率', '正常'], ['漏洞扫描', undefined], ['恢复测试', '正常']]);
  });
});
