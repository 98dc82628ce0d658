import { describe, expect, test } from 'vitest';
import { compileWorkbookTemplate } from '../../../electron/documents/excel/workbook-template.ts';
import { newOfficeErrors } from '../../helpers/ooxml-validate.ts';
import { cellsOf, gridOf, partOf, writtenRow, writtenWorkbook, type WrittenCell } from './written-workbook.ts';

function template(rows: readonly (readonly WrittenCell[])[], tail = ''): Uint8Array {
  return writtenWorkbook({ sheets: [{ name: '台账', rows: rows.map((cells, index) => writtenRow(index + 1, cells)), tail }] });
}

function filled(rows: readonly (readonly WrittenCell[])[], data: unknown, columns: number): readonly (readonly (string | number | boolean)[])[] {
  const compiled = compileWorkbookTemplate(template(rows));
  expect(compiled.problems).toEqual([]);
  return gridOf(compiled.render(data), columns);
}

const systems = [
  { 名称: '门户', 项: [{ 名称: '页面', 工时: 1 }, { 名称: '接口', 工时: 2 }, { 名称: '证书', 工时: 3 }] },
  { 名称: '办公', 项: [{ 名称: '流程', 工时: 4 }] },
];

describe('loops in loops over rows', () => {
  test('several rows per item, inner lists of different lengths, a subtotal per copy', () => {
    expect(filled([
      ['巡检'],
      ['{#系统}{名称}'],
      ['{#项}{$序号}', '{名称}', '{工时}{/项}'],
      ['小计', undefined, '=SUM(C3:C3)'],
      ['{/系统}'],
      ['合计', undefined, '=SUM(C3:C4)'],
    ], { 系统: systems }, 3)).toEqual([
      ['巡检', '', ''],
      ['门户', '', ''],
      [1, '页面', 1],
      [2, '接口', 2],
      [3, '证书', 3],
      ['小计', '', '=SUM(C3:C5)'],
      ['', '', ''],
      ['办公', '', ''],
      [1, '流程', 4],
      ['小计', '', '=SUM(C9:C9)'],
      ['', '', ''],
      ['合计', '', '=SUM(C3:C10)'],
    ]);
  });

  test('in one row, each text is said of the loops that are open where it stands', () => {
    expect(filled([['{#系统}{名称}', '{#项}{名称}', '{工时}{/项}{名称}', '{名称}{/系统}']], { 系统: systems }, 4)).toEqual([
      ['门户', '页面', '1门户', '门户'],
      ['门户', '接口', '2门户', '门户'],
      ['门户', '证书', '3门户', '门户'],
      ['办公', '流程', '4办公', '办公'],
    ]);
  });

  test('one loop after another, and a condition over rows inside a loop', () => {
    expect(filled([
      ['{#项}{名称}{/项}'],
      ['{#系统}', '{名称}'],
      ['{#急}', '加急{/急}'],
      ['{/系统}', '止'],
      ['{#人}', '{.}{/人}'],
    ], { 项: [], 系统: [{ 名称: '甲', 急: true }, { 名称: '乙', 急: false }], 人: ['张', '李'] }, 2)).toEqual([
      ['', ''],
      ['', '甲'],
      ['', '加急'],
      ['', '止'],
      ['', '乙'],
      ['', '止'],
      ['', '张'],
      ['', '李'],
    ]);
  });

  test('a list without items leaves one empty row with what is around it, unless the template says what to print instead', () => {
    const rows = [['{#系统}{名称}', '{#项}{名称}', '{甲方}{/项}{/系统}']];
    expect(filled(rows, { 甲方: '某局', 系统: [{ 名称: '甲', 项: [] }] }, 3)).toEqual([['甲', '', '']]);
    expect(filled(rows, { 甲方: '某局', 系统: [] }, 3)).toEqual([]);
    expect(filled([['表头'], ['{#项}', '{名称}{/项}'], ['{^项}', '本月没有记录{/项}']], { 项: [] }, 2)).toEqual([['表头', ''], ['', '本月没有记录']]);
    expect(filled([['表头'], ['{#项}', '{名称}{/项}'], ['{^项}', '本月没有记录{/项}']], { 项: [{ 名称: '甲' }] }, 2)).toEqual([['表头', ''], ['', '甲']]);
  });

  test('missing values of an empty row are nobody’s loss; others are told', () => {
    const compiled = compileWorkbookTemplate(template([['{#系统}{名称}', '{#项}{名称}{/项}{/系统}']]));
    const missing: string[] = [];
    compiled.render({ 系统: [{ 项: [] }] }, { onMissing: (tag) => missing.push(tag) });
    expect(missing).toEqual(['{名称}']);
  });
});

describe('references inside and into copies', () => {
  const rows = [
    ['单价', 10],
    ['{#系统}{名称}', '=B1*2', "='台账'!A2", '=SUM(C$3:C3)'],
    ['{#项}{名称}', '=B$1', '=C3+B2', '=SUM(C$3:C3){/}'],
    ['{/项}', '=A2&A3', '=SUM(C3:C3)', '=C4/$B$1'],
    ['{/系统}'],
    ['尾', '=A3', '=SUM(C2:C5)', '=3:3', '=$A$2:$B$4'],
  ] as const;
  // Formulas take no tags: the end of the inner loop stands in a text.
  const written = rows.map((cells) => cells.map((cell) => (typeof cell === 'string' ? cell.replace('{/}', '') : cell)));

  test('the same copy inside, the first copy for single cells and all copies for ranges from outside', () => {
    const cells = cellsOf(compileWorkbookTemplate(template(written)).render({ 系统: [{ 名称: '甲', 项: [{ 名称: 1 }, { 名称: 2 }] }, { 名称: '乙', 项: [{ 名称: 3 }] }] }));
    // Rows 3 and 4 of the template repeat together: 2 甲, 3–4 and 5–6 its items, 7; 8 乙, 9–10 its item, 11; 12 the end.
    expect(cells).toEqual({
      A1: '单价', B1: 10,
      A2: '甲', B2: '=B1*2', C2: "='台账'!A2", D2: '=SUM(C$3:C5)',
      A3: 1, B3: '=B$1', C3: '=C3+B2', D3: '=SUM(C$3:C3)',
      B4: '=A2&A3', C4: '=SUM(C3:C3)', D4: '=C4/$B$1',
      A5: 2, B5: '=B$1', C5: '=C5+B2', D5: '=SUM(C$3:C5)',
      B6: '=A2&A5', C6: '=SUM(C5:C5)', D6: '=C6/$B$1',
      A8: '乙', B8: '=B1*2', C8: "='台账'!A8", D8: '=SUM(C$9:C9)',
      A9: 3, B9: '=B$1', C9: '=C9+B8', D9: '=SUM(C$9:C9)',
      B10: '=A8&A9', C10: '=SUM(C9:C9)', D10: '=C10/$B$1',
      A12: '尾', B12: '=A3', C12: '=SUM(C2:C11)', D12: '=3:9', E12: '=$A$2:$B$10',
    });
  });

  test('a merged cell around an inner loop grows with it; one inside is there in every copy', async () => {
    const bytes = template([['{#系统}{名称}', '表头'], [undefined, '{#项}{名称}', '{/项}'], [undefined, '{/系统}']], '<mergeCells count="2"><mergeCell ref="A1:A3"/><mergeCell ref="B2:C2"/></mergeCells>');
    const output = compileWorkbookTemplate(bytes).render({ 系统: systems });
    expect([...partOf(output, 'xl/worksheets/sheet1.xml').matchAll(/<mergeCell ref="([^"]+)"/g)].map((match) => match[1])).toEqual(['A1:A5', 'A6:A8', 'B2:C2', 'B3:C3', 'B4:C4', 'B7:C7']);
    expect(await newOfficeErrors(bytes, output, 'xlsx')).toEqual([]);
  });
});

test('a total over part of a block is doubted: it would count what stands between the copies', () => {
  const { doubts } = compileWorkbookTemplate(template([
    ['{#系统}{名称}'], ['{#项}{名称}', '{工时}', '=SUM(B$2:B2)', '{/项}'], ['小计', '=SUM(B2:B2)'], ['{/系统}'],
    ['合计', '=SUM(B2:B2)', '=SUBTOTAL(9,B2:B3)', '=SUM(B1:B4)', '=SUMIF(A1:A2,"a",B2:B2)', '=MAX(C2:C2)'],
  ]));
  expect(doubts.map(({ place, tag, message }) => `${place} ${tag} ${message}`)).toEqual(['B5 B2:B2 “B2:B2”变长后，会把循环里第 3 行的内容也算进去。']);
});

test('tags where nothing is filled are doubted: names of sheets, text boxes', () => {
  const bytes = writtenWorkbook({
    sheets: [{ name: '{期间}台账', rows: [writtenRow(1, ['{甲}'])], tail: '<drawing r:id="rId1"/>', related: { rId1: ['drawing', '../drawings/drawing1.xml'] } }],
    parts: { 'xl/drawings/drawing1.xml': '<xdr:wsDr><xdr:sp><a:p><a:r><a:t>第{#</a:t></a:r><a:r><a:t>季度}</a:t></a:r></a:p><a:p><a:r><a:t>{1, 2}</a:t></a:r></a:p></xdr:sp></xdr:wsDr>' },
  });
  expect(compileWorkbookTemplate(bytes).doubts.map(({ place, tag }) => `${place} ${tag}`)).toEqual(['工作表名称 {期间}', '文本框 {#季度}']);
});

describe('what cannot be read as loops over rows', () => {
  test.each([
    ['two loops in one row', [['{#甲}', '{/甲}', '{#乙}', '{/乙}']], ['C1 loops-crossed']],
    ['an end of its own', [['{/甲}']], ['A1 unopened-loop']],
    ['loops without an end', [['{#甲}'], ['{#乙}']], ['A1 unclosed-loop', 'A2 unclosed-loop']],
    ['a wrong name', [['{#甲}'], ['{#乙}'], ['{/甲}'], ['{/乙}']], ['A3 loop-mismatch', 'A4 loop-mismatch']],
    ['columns', [['{#甲|按列}', '{/甲}']], ['A1 unknown-container']],
    ['a broken expression', [['{甲|没有这个}']], ['A1 bad-expression']],
  ] as const)('%s', (_what, rows, problems) => {
    expect(compileWorkbookTemplate(template(rows)).problems.map(({ place, code }) => `${place} ${code}`)).toEqual(problems);
  });

  test('tags are told with their cells and the loops around them, full-width braces as doubts', () => {
    const compiled = compileWorkbookTemplate(template([['{#系统}{名称}', '{#项}{名称}{工时|默认:"无"}{/项}', '｛备注｝'], ['{/系统}']]));
    expect(compiled.tags.map(({ place, name, within }) => `${place} ${[...within, name].join('>')}`)).toEqual(['A1 系统', 'A1 系统>名称', 'B1 系统>项', 'B1 系统>项>名称', 'B1 系统>项>工时']);
    expect(compiled.doubts).toEqual([{ part: '工作表“台账”', place: 'C1', tag: '｛备注｝', message: '“｛备注｝”用了全角花括号，会原样印在纸上。', suggestion: '如果是标签，请改为 {备注}' }]);
  });
});

describe('cells above each other that print the same', () => {
  test('become one, group within group; formulas and formats of the row go on', async () => {
    const bytes = writtenWorkbook({ sheets: [{
      name: '台账',
      rows: [writtenRow(1, ['部门', '系统', '工时']), writtenRow(2, ['{#系统}{部门|合并相同}', '{名称|合并相同}', '{#项}{工时}', '=C2*2', '{/项}{/系统}']), writtenRow(3, ['合计'])],
      tail: '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>',
    }] });
    const output = compileWorkbookTemplate(bytes).render({ 系统: [
      { 部门: '信息科', 名称: '门户', 项: [{ 工时: 1 }, { 工时: 2 }] },
      { 部门: '信息科', 名称: '办公', 项: [{ 工时: 3 }] },
      { 部门: '财务科', 名称: '办公', 项: [{ 工时: 4 }, { 工时: 5 }] },
    ] });
    expect(gridOf(output, 4)).toEqual([
      ['部门', '系统', '工时', ''],
      ['信息科', '门户', 1, '=C2*2'], ['', '', 2, '=C3*2'], ['', '办公', 3, '=C4*2'],
      ['财务科', '办公', 4, '=C5*2'], ['', '', 5, '=C6*2'],
      ['合计', '', '', ''],
    ]);
    expect([...partOf(output, 'xl/worksheets/sheet1.xml').matchAll(/<mergeCells? (?:count|ref)="([^"]+)"/g)].map((match) => match[1])).toEqual(['4', 'B2:B3', 'A2:A4', 'A5:A6', 'B5:B6']);
    expect(await newOfficeErrors(bytes, output, 'xlsx')).toEqual([]);
    expect(partOf(compileWorkbookTemplate(bytes).render({ 系统: [] }), 'xl/worksheets/sheet1.xml')).not.toContain('mergeCells');
  });

  test('only in a loop over one row, and not where cells are merged already', () => {
    const compiled = compileWorkbookTemplate(template([['{甲|合并相同}'], ['{#项}{名|合并相同}'], ['{/项}'], ['{#项}{名|合并相同}', '{/项}']], '<mergeCells><mergeCell ref="A4:B4"/></mergeCells>'));
    expect(compiled.problems.map(({ place, code }) => `${place} ${code}`)).toEqual(['A1 merge-place', 'A2 merge-place', 'A4 merge-place']);
  });
});
