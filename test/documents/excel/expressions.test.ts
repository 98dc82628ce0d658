import { expect, test } from 'vitest';
import { checkTemplate } from '../../../electron/documents/check-template.ts';
import { compileWorkbookTemplate } from '../../../electron/documents/excel/workbook-template.ts';
import { newOfficeErrors } from '../../helpers/ooxml-validate.ts';
import { gridOf, writtenRow, writtenWorkbook, type WrittenCell } from './written-workbook.ts';

function template(rows: readonly (readonly WrittenCell[])[]): Uint8Array {
  return writtenWorkbook({ sheets: [{ name: '台账', rows: rows.map((cells, index) => writtenRow(index + 1, cells)), tail: '' }] });
}

const data = {
  日期: '2024-08-05', 说明: '待定',
  记录: [{ 事项: '更换', 工时: '1.1', 结果: '完成' }, { 事项: '升级', 工时: '2.2', 结果: '未完成' }, { 事项: '巡检', 工时: '0.3', 结果: '完成' }],
};

test('cells, row loops and loops in a cell compute', async () => {
  const source = template([
    ['{日期|日期大写}', '{#记录|条数 > 2}多{/}', '{记录|合计:工时}'],
    ['{#记录|筛选：结果，“完成”|排序：工时，降序}{$序号}', '{事项}', '{工时|数字:2}{/记录}'],
    ['{#记录|前:2}{事项}{^$末个}、{/}{/记录}', '{记录|条数}', '{说明|默认:"无"}'],
  ]);
  const compiled = compileWorkbookTemplate(source);
  const output = compiled.render(data);
  expect([compiled.problems, gridOf(output, 3), await newOfficeErrors(source, output, 'xlsx')]).toEqual([
    [],
    [['二〇二四年八月五日', '多', 3.6], [1, '更换', '1.10'], [2, '巡检', '0.30'], ['更换、升级', 3, '待定']],
    [],
  ]);
});

test('what a filter does not understand is printed and reported, once per place', () => {
  const doubts: string[] = [];
  const missing: string[] = [];
  const output = compileWorkbookTemplate(template([
    ['{说明|日期}', '见{说明|数字:1}。', '{没有|日期}'], ['{#说明|倒序}{.}', '{/}'], ['{#记录|前:1}{事项|金额}', '{/}'],
  ])).render(data, { onMissing: (tag) => missing.push(tag), onDoubt: (_tag, message) => doubts.push(message) });
  expect([gridOf(output, 3), missing, doubts]).toEqual([
    [['待定', '见待定。', ''], ['待定', '', ''], ['更换', '', '']],
    ['{没有|日期}'],
    ['“{#说明|倒序}”倒序：不是列表，照原样印出。', '“{说明|日期}”日期：不是日期，照原样印出。', '“{说明|数字:1}”数字：不是数字，照原样印出。', '“{事项|金额}”金额：不是金额，照原样印出。'],
  ]);
});

test('mistakes are told with their cells; names count for the check', () => {
  const check = checkTemplate(template([['{日期|日起}', '{#记录|筛选:结果,"完成"}{事象}', '{工时|加:}{/记录}'], ['{#记录}', '{/纪录}', '']]), ['日期', '记录', '结果', '事项', '工时']);
  expect(check.problems).toEqual([
    { code: 'bad-expression', part: '工作表“台账”', place: 'A1', tag: '{日期|日起}', message: '“{日期|日起}”没有“日起”这个过滤器。', suggestion: '是否想写“日期”？' },
    { code: 'bad-expression', part: '工作表“台账”', place: 'C1', tag: '{工时|加:}', message: '“{工时|加:}”表达式没有写完。' },
    { code: 'loop-mismatch', part: '工作表“台账”', place: 'B2', tag: '{/纪录}', message: '“{/纪录}”与开始标签“{#记录}”（A2）的名称不同。', suggestion: '写成 {/记录}' },
  ]);
  expect([check.unknown.map(({ tag, suggestion }) => [tag, suggestion]), check.unused]).toEqual([[['{事象}', '是否想写“事项”？']], ['事项']]);
});
