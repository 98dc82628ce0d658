import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileWorkbookTemplate } from '../../../electron/documents/excel/workbook-template.ts';
import { memberText, readZip } from '../../../electron/files/zip-reader.ts';
import { newOfficeErrors } from '../../helpers/ooxml-validate.ts';

/** A ledger as the shipped ones are built: title, heading, one loop row, a total with a formula, a note below. */
async function ledger(edit: (sheet: ExcelJS.Worksheet) => void = () => undefined): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('台账', { pageSetup: { orientation: 'landscape', fitToPage: true, fitToHeight: 0, printArea: 'A1:D6', printTitlesRow: '1:2' } });
  sheet.headerFooter.oddFooter = '&L{甲方}&R第 &P 页';
  sheet.addRow(['{标题}']);
  sheet.addRow(['序号', '日期', '内容', '工时']);
  sheet.addRow(['{#记录}{序号}', '{日期}', '{内容}', '{工时}{/记录}']);
  sheet.addRow(['合计', '', '{合计.条数} 条', { formula: 'SUM(D3:D3)', result: 0 }]);
  sheet.addRow([]);
  sheet.addRow(['备注：{^有备注}无{/有备注}{#有备注}{备注}{/有备注}']);
  sheet.mergeCells('A1:D1');
  sheet.mergeCells('A6:D6');
  sheet.getCell('A3').numFmt = '0';
  sheet.getCell('B3').numFmt = 'yyyy-mm-dd';
  sheet.getCell('C3').numFmt = '@';
  sheet.getCell('D3').numFmt = '0.0';
  sheet.getCell('D3').dataValidation = { type: 'decimal', operator: 'between', formulae: [0, 24] };
  edit(sheet);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

async function open(bytes: Uint8Array): Promise<ExcelJS.Worksheet> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Buffer.from(bytes) as unknown as ExcelJS.Buffer);
  const sheet = workbook.worksheets[0];
  if (sheet === undefined) throw new Error('no sheet');
  return sheet;
}

const data = {
  标题: '日常工作台账', 甲方: '甲 & 乙', 合计: { 条数: '3' }, 有备注: false,
  记录: [
    { 序号: '1', 日期: '2024年8月5日', 内容: '=HYPERLINK("http://x")', 工时: '1.5' },
    { 序号: '2', 日期: '2024-08-06', 内容: '003', 工时: '2' },
    { 序号: '3', 日期: '待定', 内容: '两行\n文字', 工时: '' },
  ],
};

test('a loop row repeats, what stands below moves down, cells take the type of their format', async () => {
  const sheet = await open(compileWorkbookTemplate(await ledger()).render(data));
  const values = [1, 2, 3, 4, 5, 6, 8].map((row) => [1, 2, 3, 4].map((column) => sheet.getCell(row, column).value));
  expect(values).toEqual([
    ['日常工作台账', '日常工作台账', '日常工作台账', '日常工作台账'],
    ['序号', '日期', '内容', '工时'],
    [1, new Date('2024-08-05T00:00:00Z'), '=HYPERLINK("http://x")', 1.5],
    [2, new Date('2024-08-06T00:00:00Z'), '003', 2],
    [3, '待定', '两行\n文字', null],
    ['合计', '', '3 条', { formula: 'SUM(D3:D5)', result: undefined }],
    ['备注：无', '备注：无', '备注：无', '备注：无'],
  ]);
});

test('merged cells, print area, titles, validation and footer follow', async () => {
  const bytes = compileWorkbookTemplate(await ledger()).render(data);
  const sheet = await open(bytes);
  const archive = readZip(bytes);
  const xml = memberText(archive, 'xl/worksheets/sheet1.xml') ?? '';
  expect([...xml.matchAll(/<mergeCell ref="([^"]+)"/g)].map((match) => match[1])).toEqual(['A1:D1', 'A8:D8']);
  expect(/<dataValidation [^>]*sqref="([^"]+)"/.exec(xml)?.[1]).toBe('D3:D5');
  expect(sheet.headerFooter.oddFooter).toBe('&L甲 && 乙&R第 &P 页');
  const names = memberText(archive, 'xl/workbook.xml') ?? '';
  expect([...names.matchAll(/<definedName [^>]*>([^<]*)</g)].map((match) => match[1])).toEqual(expect.arrayContaining(["'台账'!$1:$2", "'台账'!$A1:$D8"]));
  expect(names).toContain('fullCalcOnLoad="1"');
});

test('an empty list keeps one empty row; a false condition over rows removes them', async () => {
  const empty = await open(compileWorkbookTemplate(await ledger()).render({ ...data, 记录: [], 合计: { 条数: '0' } }));
  expect([3, 4].map((row) => [1, 3].map((column) => empty.getCell(row, column).value))).toEqual([[null, null], ['合计', '0 条']]);

  const conditional = await ledger((sheet) => { sheet.getCell('A3').value = '{#有备注}x'; sheet.getCell('D3').value = 'y{/有备注}'; });
  const removed = await open(compileWorkbookTemplate(conditional).render(data));
  expect([removed.getCell('A3').value, removed.getCell('D3').value]).toEqual(['合计', { formula: 'SUM(#REF!)', result: undefined }]);
});

test('what the validator accepts in the template it accepts in the result; untouched members keep their bytes; equal data give equal bytes', async () => {
  const template = await ledger();
  const compiled = compileWorkbookTemplate(template);
  const result = compiled.render(data);
  expect(await newOfficeErrors(template, result, 'xlsx')).toEqual([]);
  expect(compiled.render(data)).toEqual(result);
  const [before, after] = [readZip(template), readZip(result)];
  for (const name of ['xl/styles.xml', 'xl/theme/theme1.xml', 'xl/sharedStrings.xml', '[Content_Types].xml']) expect(after.get(name)?.raw).toEqual(before.get(name)?.raw);
});

test('all problems of a template are told at once with their cells, and nothing is written', async () => {
  const template = compileWorkbookTemplate(await ledger((sheet) => {
    sheet.getCell('A1').value = '{标题';
    sheet.getCell('D3').value = '{工时}';
    sheet.getCell('B4').value = '{/别的}';
    sheet.getCell('C6').value = '{#甲}{/乙}';
  }));
  expect(template.problems.map((problem) => [problem.place, problem.code])).toEqual([['A1', 'unclosed-tag'], ['A6', 'loop-mismatch'], ['B4', 'loop-mismatch']]);
  expect(() => template.render(data)).toThrowError(/模板有 3 处错误/);
});

test('formulas follow their rows for any number of records', async () => {
  const template = compileWorkbookTemplate(await ledger((sheet) => {
    sheet.getCell('E3').value = { formula: 'D3*2+$D$3+IF(A3>0,1,0)&"D3:D9"', result: 0 };
    sheet.getCell('E4').value = { formula: "SUM(E3:E3)+D4+'台账'!D3", result: 0 };
  }));
  await fc.assert(fc.asyncProperty(fc.integer({ min: 1, max: 30 }), async (count) => {
    const rows = Array.from({ length: count }, (_, index) => ({ 序号: String(index + 1), 工时: String(index) }));
    const sheet = await open(template.render({ ...data, 记录: rows }));
    const last = 2 + count;
    expect(sheet.getCell(`E${last}`).formula).toBe(`D${last}*2+$D$${last}+IF(A${last}>0,1,0)&"D3:D9"`);
    expect(sheet.getCell(`E${last + 1}`).formula).toBe(`SUM(E3:E${last})+D${last + 1}+'台账'!D3`);
    expect(sheet.getCell(`D${last + 1}`).formula).toBe(`SUM(D3:D${last})`);
  }), { numRuns: 15 });
});

test('any text comes back as the text it was, never as a formula', async () => {
  const template = compileWorkbookTemplate(await ledger());
  await fc.assert(fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }).filter((text) => text !== ''), async (text) => {
    const xml = memberText(readZip(template.render({ ...data, 记录: [{ 内容: text }] })), 'xl/worksheets/sheet1.xml') ?? '';
    const cell = /<c r="C3"[^>]*?(?:\/>|>(.*?)<\/c>)/s.exec(xml);
    expect(cell?.[1] ?? '').not.toContain('<f>');
    expect(cell?.[0]).toMatch(/t="inlineStr"/);
  }), { numRuns: 100 });
});

test.each([
  ['no zip', new Uint8Array([1, 2, 3])],
  ['an empty file', new Uint8Array()],
])('%s is refused in words', (_what, bytes) => {
  expect(() => compileWorkbookTemplate(bytes)).toThrowError(/[\u4e00-\u9fff]/);
});
