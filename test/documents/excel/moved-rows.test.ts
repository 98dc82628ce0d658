import { describe, expect, test } from 'vitest';
import { compileWorkbookTemplate } from '../../../electron/documents/excel/workbook-template.ts';
import { readZip } from '../../../electron/files/zip-reader.ts';
import { newOfficeErrors, officeErrors } from '../../helpers/ooxml-validate.ts';
import { richData, richWorkbook } from './rich-workbook.ts';
import { cellsOf, partOf, writtenRow, writtenWorkbook } from './written-workbook.ts';

const template = richWorkbook();
const compiled = compileWorkbookTemplate(template);
const output = compiled.render(richData);

/** The values of an attribute over all elements of one name. */
function attributes(member: string, element: string, name: string, bytes = output): readonly string[] {
  return [...partOf(bytes, member).matchAll(new RegExp(`<${element}\\b[^<>]*?\\b${name}="([^"]*)"`, 'g'))].map((match) => match[1] ?? '');
}

/** The texts of all elements of one name. */
function texts(member: string, element: string, bytes = output): readonly string[] {
  return [...partOf(bytes, member).matchAll(new RegExp(`<${element}>([^<]*)</${element}>`, 'g'))].map((match) => match[1] ?? '');
}

const sheet = 'xl/worksheets/sheet1.xml';

test('the template is sound, has no problems, and so is what it becomes', async () => {
  expect([await officeErrors(template, 'xlsx'), compiled.problems, compiled.doubts]).toEqual([[], [], []]);
  expect(await newOfficeErrors(template, output, 'xlsx')).toEqual([]);
  expect(await newOfficeErrors(template, compiled.render({ ...richData, 项: [], 人: [] }), 'xlsx')).toEqual([]);
});

describe('rows 3 (three entries) and 7–8 (two entries) repeat', () => {
  test('cells, their formulas, and formulas of other sheets', () => {
    expect([cellsOf(output, 1), cellsOf(output, 2), cellsOf(output, 3)]).toEqual([
      {
        A1: '台账', A2: '编号', B2: '数值', C2: '结果',
        A3: 'A1', B3: 1, C3: '=B3*2+$B$6', A4: 'A2', B4: 2.5, C4: '=B4*2+$B$6', A5: 'A3', B5: 3, C5: '=B5*2+$B$6',
        A6: '合计', B6: '=SUM(B3:B5)', C6: '=SUM(B3:B5*2)', D6: '=汇总!A1', A7: '说明', B7: 5,
        A9: '周远舟', A10: '签字', B10: '=A9', A11: '许知行', A12: '签字', B12: '=A11', A13: '止',
      },
      { A1: '=SUM(台账!B3:B5)', B1: "='台账'!B6", C1: '=SUM(台账!3:5)', D1: '=SUM(台账!B:B)', A5: '=台账!B6+A1', A6: '=台账!B7+A2', B6: 1 },
      {
        A1: '编号', B1: '数值', C1: '加倍', A2: 'A1', B2: 1, A3: 'A2', B3: 2.5, A4: 'A3', B4: 3,
        ...Object.fromEntries(['C2', 'C3', 'C4'].map((cell) => [cell, '=台账!B6+明细表[[#This Row],[数值]]*2'])),
        A5: '合计', B5: '=SUBTOTAL(109,明细表[数值])',
      },
    ]);
  });

  test('array formulas, data tables, row settings; no result of a formula is left', () => {
    expect(/<c r="C6"><f t="array" ref="C6">[^<]*<\/f><\/c>/.test(partOf(output, sheet))).toBe(true);
    expect(/<f t="dataTable" dt2D="0" dtr="0" ref="B5:B6" r1="A1"\/>/.test(partOf(output, 'xl/worksheets/sheet2.xml'))).toBe(true);
    expect([...partOf(output, sheet).matchAll(/<row r="(\d+)"([^<>]*)>/g)].map((match) => `${match[1]}${match[2]}`)).toEqual([
      '1 ht="30" customHeight="1"', '2', '3 outlineLevel="1" hidden="1"', '4 outlineLevel="1" hidden="1"', '5 outlineLevel="1" hidden="1"', '6', '7', '9', '10', '11', '12', '13',
    ]);
    expect([1, 2, 3].map((number) => /<\/f><v>|<f[^<>]*\/><v>/.test(partOf(output, `xl/worksheets/sheet${number}.xml`)))).toEqual([false, false, false]);
  });

  test('everything in front of the cells and behind them', () => {
    expect({
      dimension: attributes(sheet, 'dimension', 'ref'),
      panes: [attributes(sheet, 'pane', 'topLeftCell'), attributes(sheet, 'pane', 'ySplit')],
      selections: attributes(sheet, 'selection', 'sqref'),
      active: attributes(sheet, 'selection', 'activeCell'),
      protected: attributes(sheet, 'protectedRange', 'sqref'),
      scenario: attributes(sheet, 'inputCells', 'r'),
      filters: attributes(sheet, 'autoFilter', 'ref'),
      merges: attributes(sheet, 'mergeCell', 'ref'),
      mergeCount: attributes(sheet, 'mergeCells', 'count'),
      breaks: attributes(sheet, 'brk', 'id'),
      watches: attributes(sheet, 'cellWatch', 'r'),
      ignored: attributes(sheet, 'ignoredError', 'sqref'),
      links: [attributes(sheet, 'hyperlink', 'ref'), attributes(sheet, 'hyperlink', 'location')],
    }).toEqual({
      dimension: ['A1:D13'],
      panes: [['A7', 'A3'], ['2', '2']],
      selections: ['A7:B7', 'A13'],
      active: ['A7', 'A13'],
      protected: ['B3:B5 A9 A11'],
      scenario: ['B7'],
      filters: ['A2:C5', 'A2:C5'],
      merges: ['A1:D1', 'A9:B9', 'A11:B11'],
      mergeCount: ['3'],
      breaks: ['7', '7', '10', '12'],
      watches: ['B6'],
      ignored: ['B3:B5 A10 A12'],
      links: [['A3', 'A4', 'A5', 'A13'], ['台账!A7', '台账!A7', '台账!A7', '汇总!A1']],
    });
  });

  test('conditional formats and validations: cells and formulas, what is outside the entry held fast', () => {
    expect([attributes(sheet, 'conditionalFormatting', 'sqref'), texts(sheet, 'formula'), attributes(sheet, 'cfvo', 'val')]).toEqual([
      ['B3:B5', 'A10 A12', 'C3:C5', 'A1:D13', 'B3:B6'],
      ['B3&gt;$B$6', 'A10=A9', 'C3&gt;C$6', '$A1=&quot;A3&quot;'],
      ['$B$6'],
    ]);
    expect([attributes(sheet, 'dataValidation', 'sqref'), texts(sheet, 'formula1')]).toEqual([['B3:B5', 'A10:B10 A12:B12'], ['$A$13:$A$13', 'LEN(A10)&lt;B$6']]);
    expect([texts(sheet, 'xm:f'), texts(sheet, 'xm:sqref')]).toEqual([
      ['B3&gt;汇总!$A$1+台账!$B$6', '台账!$A$13', '台账!A3:C3', '台账!A4:C4', '台账!A5:C5'],
      ['B3:B5', 'A7', 'E3', 'E4', 'E5'],
    ]);
  });

  test('names, print area, repeated headings; results are computed anew', () => {
    expect([...partOf(output, 'xl/workbook.xml').matchAll(/<definedName name="([^"]+)"[^<>]*>([^<]*)</g)].map((match) => `${match[1]} ${match[2]}`)).toEqual([
      '_xlnm._FilterDatabase 台账!$A$2:$C$5', '_xlnm.Print_Area 台账!$A$1:$D$13', '_xlnm.Print_Titles 台账!$1:$2', '合计数 台账!$B$6', '明细 台账!$B$3:$B$5,台账!$A$9',
    ]);
    expect(attributes('xl/workbook.xml', 'calcPr', 'fullCalcOnLoad')).toEqual(['1']);
    expect([readZip(output).has('xl/calcChain.xml'), partOf(output, '[Content_Types].xml').includes('calcChain'), partOf(output, 'xl/_rels/workbook.xml.rels').includes('calcChain')]).toEqual([false, false, false]);
  });

  test('shapes and charts: moved, grown, or there in every copy with ids of their own', () => {
    const anchors = [...partOf(output, 'xl/drawings/drawing1.xml').matchAll(/<xdr:(?:two|one)CellAnchor.*?<\/xdr:(?:two|one)CellAnchor>/gs)].map(([xml]) =>
      [/ name="([^"]+)"/.exec(xml)?.[1], ...[...xml.matchAll(/<xdr:row>(\d+)</g)].map((match) => Number(match[1]))]);
    expect(anchors).toEqual([
      ['循环下面', 6, 7], ['跨过循环', 1, 5], ['跨过循环不拉伸', 1, 3], ['份里面', 8, 9], ['份里面', 10, 11], ['不动', 4, 5], ['一角', 12], ['图表 1', 18, 24],
    ]);
    expect(attributes('xl/drawings/drawing1.xml', 'xdr:cNvPr', 'id')).toEqual(['2', '3', '4', '5', '14', '6', '7', '9']);
  });

  test('a chart draws all entries and carries their values; those of formulas are left to the program', () => {
    const chart = 'xl/charts/chart1.xml';
    expect([texts(chart, 'c:f'), texts(chart, 'c:v'), attributes(chart, 'c:ptCount', 'val')]).toEqual([
      ['台账!$B$2', '台账!$A$3:$A$5', '台账!$B$3:$B$5', '台账!$C$3:$C$5'],
      ['数值', 'A1', 'A2', 'A3', '1', '2.5', '3'],
      ['1', '3', '3'],
    ]);
  });

  test('comments with their boxes, tables, the source of a pivot table', () => {
    expect([attributes('xl/comments1.xml', 'comment', 'ref'), attributes('xl/threadedComments/threadedComment1.xml', 'threadedComment', 'ref')]).toEqual([['B3', 'A7', 'A13'], ['A7']]);
    expect([texts('xl/drawings/vmlDrawing1.vml', 'x:Row'), texts('xl/drawings/vmlDrawing1.vml', 'x:Anchor')]).toEqual([['2', '6', '12'], ['2, 15, 2, 2, 4, 15, 6, 4', '1, 15, 6, 2, 3, 15, 10, 4', '1, 15, 12, 2, 3, 15, 16, 4']]);
    expect([attributes('xl/tables/table1.xml', 'table', 'ref'), attributes('xl/tables/table1.xml', 'autoFilter', 'ref'), texts('xl/tables/table1.xml', 'calculatedColumnFormula')]).toEqual([['A1:C5'], ['A1:C4'], ['台账!B6+明细表[[#This Row],[数值]]*2']]);
    expect([attributes('xl/pivotCache/pivotCacheDefinition1.xml', 'worksheetSource', 'ref'), attributes('xl/pivotCache/pivotCacheDefinition1.xml', 'pivotCacheDefinition', 'refreshOnLoad')]).toEqual([['A2:B5'], ['1']]);
  });
});

test('a chart of one row of a block draws that row of every copy', () => {
  const bytes = writtenWorkbook({
    sheets: [{ name: '甲', rows: [writtenRow(1, ['{#项}{名}']), writtenRow(2, ['{值}']), writtenRow(3, ['{/项}'])], related: { rId1: ['drawing', '../drawings/drawing1.xml'] } }],
    parts: {
      'xl/drawings/drawing1.xml': '<xdr:wsDr/>',
      'xl/drawings/_rels/drawing1.xml.rels': '<Relationships><Relationship Id="rId1" Type="http://x/chart" Target="../charts/chart1.xml"/></Relationships>',
      'xl/charts/chart1.xml': "<c:ser><c:cat><c:strRef><c:f>'甲'!$A$1:$A$1</c:f><c:strCache/></c:strRef></c:cat><c:val><c:numRef><c:f>甲!$A$2:$A$2</c:f><c:numCache/></c:numRef></c:val></c:ser>",
    },
  });
  const filled = compileWorkbookTemplate(bytes).render({ 项: [{ 名: '一', 值: 1 }, { 名: '二', 值: 2 }] });
  expect([texts('xl/charts/chart1.xml', 'c:f', filled), texts('xl/charts/chart1.xml', 'c:v', filled)]).toEqual([["('甲'!$A$1,'甲'!$A$4)", '(甲!$A$2,甲!$A$5)'], ['一', '二', '1', '2']]);
});

test('what nothing happens to keeps its compressed bytes; without rows to insert, so do drawings, tables and names', () => {
  const raw = (bytes: Uint8Array): ReadonlyMap<string, string> => new Map([...readZip(bytes).values()].map((member) => [member.name, Buffer.from(member.raw).toString('base64')]));
  const unchanged = (bytes: Uint8Array): readonly string[] => [...raw(bytes)].filter(([name, content]) => raw(template).get(name) === content).map(([name]) => name);
  expect(unchanged(output)).toEqual(['_rels/.rels', 'xl/styles.xml', 'xl/worksheets/_rels/sheet1.xml.rels', 'xl/worksheets/_rels/sheet3.xml.rels', 'xl/drawings/_rels/drawing1.xml.rels', 'xl/persons/person.xml']);
  const once = compiled.render({ 标题: '台账', 项: [{ 编号: 'A1', 数值: 99 }], 表项: [{ 编号: 'A1', 数值: 99 }], 人: [{ 姓名: '周远舟' }] });
  const changed = [...raw(template).keys()].filter((name) => !unchanged(once).includes(name));
  expect(changed).toEqual(['xl/workbook.xml', 'xl/worksheets/sheet1.xml', 'xl/worksheets/sheet2.xml', 'xl/worksheets/sheet3.xml', 'xl/charts/chart1.xml']);
});

test('the same data give the same bytes, whatever was rendered before', () => {
  compiled.render({ 项: Array.from({ length: 50 }, () => ({})), 表项: [], 人: [] });
  expect(compiled.render(richData)).toEqual(output);
});

test('what belongs to rows that vanish goes with them, and what is left is sound', async () => {
  const bare = compiled.render({ ...richData, 项: false, 人: false });
  expect(cellsOf(bare)).toEqual({ A1: '台账', A2: '编号', B2: '数值', C2: '结果', A3: '合计', B3: '=SUM(#REF!)', C3: '=SUM(#REF!*2)', D3: '=汇总!A1', A4: '说明', B4: 5, A6: '止' });
  const ranges = (element: string, name: string): readonly string[] => attributes(sheet, element, name, bare);
  expect({
    merges: ranges('mergeCell', 'ref'), rules: ranges('conditionalFormatting', 'sqref'), validations: ranges('dataValidation', 'sqref'), links: ranges('hyperlink', 'ref'), filter: ranges('autoFilter', 'ref'),
    breaks: ranges('brk', 'id'), protected: ranges('protectedRange', 'sqref'), extensions: texts(sheet, 'xm:sqref', bare), comments: attributes('xl/comments1.xml', 'comment', 'ref', bare), boxes: texts('xl/drawings/vmlDrawing1.vml', 'x:Row', bare),
    shapes: [...partOf(bare, 'xl/drawings/drawing1.xml').matchAll(/ name="([^"]+)"/g)].map((match) => match[1]), series: texts('xl/charts/chart1.xml', 'c:f', bare),
  }).toEqual({
    merges: ['A1:D1'], rules: ['A1:D6', 'B3'], validations: [], links: ['A6'], filter: ['A2:C2', 'A2:C2'],
    breaks: ['4', '4'], protected: [], extensions: ['A4'], comments: ['A4', 'A6'], boxes: ['3', '5'],
    shapes: ['循环下面', '跨过循环', '跨过循环不拉伸', '不动', '一角', '图表 1'], series: ['台账!$B$2', '#REF!', '#REF!', '#REF!'],
  });
  expect(await newOfficeErrors(template, bare, 'xlsx')).toEqual([]);
  expect(() => compiled.render({ ...richData, 表项: false })).toThrowError('工作表“表”的“表格”对象“明细表”填好后没有数据行，Excel 不接受这样的表格，没有生成。');
});

describe('what cannot follow the rows is refused, all at once, with its place', () => {
  const loop = [writtenRow(1, ['甲']), writtenRow(2, ['{#项}{名}']), writtenRow(3, ['乙{/项}']), writtenRow(4, ['丙'])];

  test('in the sheet itself', () => {
    const bytes = writtenWorkbook({ sheets: [
      {
        name: '台账',
        rows: [...loop, writtenRow(5, ['=SUM(台账:别的!A1)', '=INDIRECT("A"&1)', '<f t="array" ref="C1:C4">A1:A4</f>'])],
        tail: '<scenarios><scenario name="甲"><inputCells r="A2" val="1"/></scenario></scenarios><mergeCells><mergeCell ref="A3:B4"/></mergeCells><oleObjects><oleObject/></oleObjects><webPublishItems/>',
        related: { rId1: ['oleObject', '../embeddings/oleObject1.bin'] },
      },
      { name: '别的', rows: [writtenRow(1, [1])], tail: '<oleObjects/>', related: { rId1: ['oleObject', '../embeddings/oleObject2.bin'] } },
    ] });
    const { problems, doubts } = compileWorkbookTemplate(bytes);
    expect(problems.map(({ part, place, message }) => `${part} ${place} ${message}`)).toEqual([
      '工作表“台账” 整张表 有循环行的工作表里有嵌入的对象，插入行后无法跟着移动',
      '工作表“台账” 整张表 有循环行的工作表里有网页发布设置，插入行后无法跟着移动',
      '工作表“台账” A3:B4 合并的单元格有一部分在循环“项”的行里，另一部分在外面',
      '工作表“台账” C1:C4 数组公式或模拟运算表（C 列）里有循环“项”的行，行数变了就算不对',
      '工作表“台账” A2 方案管理器的可变单元格在循环行里',
      '工作表“台账” 整张表 有循环行的工作表里有插入行后无法跟着移动的内容（oleObject）',
      '工作表“台账” A5 “台账:别的!A1”同时引用几张工作表的同一位置，各表插入的行数可能不同，无法跟着移动',
    ]);
    expect(doubts.map(({ place, tag }) => `${place} ${tag}`)).toEqual(['B5 INDIRECT']);
  });

  test('in its tables, drawings and comments', () => {
    const table = (id: number, name: string, ref: string): string => `<table id="${id}" name="${name}" displayName="${name}" ref="${ref}"><tableColumns count="1"><tableColumn id="1" name="甲"/></tableColumns></table>`;
    const frame = '<xdr:wsDr><xdr:twoCellAnchor><xdr:from><xdr:row>1</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:row>2</xdr:row><xdr:rowOff>5</xdr:rowOff></xdr:to><xdr:graphicFrame><xdr:cNvPr id="1" name="图表 1"/></xdr:graphicFrame></xdr:twoCellAnchor></xdr:wsDr>';
    const bytes = writtenWorkbook({
      sheets: [{ name: '台账', rows: loop, related: { a: ['table', '../tables/a.xml'], b: ['table', '../tables/b.xml'], c: ['table', '../tables/c.xml'], d: ['drawing', '../drawings/d.xml'], e: ['vmlDrawing', '../drawings/e.vml'], f: ['pivotTable', '../pivotTables/f.xml'] } }],
      parts: {
        'xl/tables/a.xml': table(1, '里面', 'C2:D3'), 'xl/tables/b.xml': table(2, '标题', 'A2:A4'), 'xl/tables/c.xml': table(3, '数据', 'F1:F4'),
        'xl/drawings/d.xml': frame,
        'xl/drawings/e.vml': '<xml><v:shape><x:ClientData ObjectType="Checkbox"><x:Row>1</x:Row></x:ClientData></v:shape></xml>',
        'xl/pivotTables/f.xml': '<pivotTableDefinition><location ref="H2:I9"/></pivotTableDefinition>',
      },
    });
    expect(compileWorkbookTemplate(bytes).problems.map(({ place, tag, message }) => `${place} ${tag} ${message}`)).toEqual([
      'C2:D3 里面 “表格”对象“里面”在循环里面，不能重复',
      'A2:A4 标题 “表格”对象“标题”的标题行或汇总行在循环“项”里',
      'A2 标题 “表格”对象“标题”的标题里不能写标签',
      '第 2 行 图表 1 图表“图表 1”放在循环“项”的行里，没法每一份都有',
      '整张表  有循环行的工作表里有表单控件（1 个），插入行后无法跟着移动',
      'H2:I9 项 数据透视表旁边有循环“项”的行，插入行会把它拆开',
    ]);
  });
});
