import { expect, test } from 'vitest';
import { markAllNormal, needsAttention, proposeConclusion, type InspectionItem } from '../../renderer/forms/inspection-values.ts';

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
