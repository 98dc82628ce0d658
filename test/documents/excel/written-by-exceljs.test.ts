import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import { compileWorkbookTemplate } from '../../../electron/documents/excel/workbook-template.ts';
import { readZip } from '../../../electron/files/zip-reader.ts';
import { newOfficeErrors } from '../../helpers/ooxml-validate.ts';
import { pngOf } from '../../helpers/pictures.ts';
import { gridOf, partOf } from './written-workbook.ts';

/** A form as people make them, with two sheets, by another program than ours: shared strings, a picture, a note, rules, a table. */
async function form(): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  workbook.created = new Date(Date.UTC(2024, 7, 3));
  workbook.modified = workbook.created;
  const sheet = workbook.addWorksheet('月报', { pageSetup: { paperSize: 9, printArea: 'A1:D8', printTitlesRow: '1:2' }, views: [{ state: 'frozen', ySplit: 2 }] });
  sheet.addRow(['{标题}']);
  sheet.addRow(['系统', '检查项', '用时', '占比']);
  sheet.addRow(['{#系统}{名称}']);
  sheet.addRow(['', '{#项}{名称}', '{用时}', { formula: 'C4/$C$7', result: 0 }, '{/项}']);
  sheet.addRow(['小计', '', { formula: 'SUM(C4:C4)', result: 0 }]);
  sheet.addRow(['{/系统}']);
  sheet.addRow(['合计', '', { formula: 'SUM(C4:C4)', result: 0 }]);
  sheet.addRow([{ richText: [{ text: '签字：' }, { font: { bold: true }, text: '{签字}' }] }]);
  sheet.mergeCells('A1:D1');
  sheet.mergeCells('A3:A4');
  sheet.getCell('A7').note = '合计在这里';
  sheet.getCell('C4').numFmt = '0.0';
  sheet.getCell('C4').dataValidation = { type: 'decimal', operator: 'between', formulae: [0, '$C$7'] };
  sheet.addConditionalFormatting({ ref: 'C4', rules: [{ type: 'expression', priority: 1, formulae: ['C4>$C$7/2'], style: { font: { bold: true } } }] });
  const image = workbook.addImage({ buffer: Buffer.from(pngOf(20, 10)) as unknown as ExcelJS.Buffer, extension: 'png' });
  sheet.addImage(image, { tl: { col: 1, row: 7 }, ext: { width: 60, height: 30 } });
  const list = workbook.addWorksheet('明细');
  list.addTable({ name: '明细表', ref: 'A1', headerRow: true, totalsRow: true, columns: [{ name: '名称', totalsRowLabel: '合计' }, { name: '用时', totalsRowFunction: 'sum' }], rows: [['{#全部}{名称}', '{用时}{/全部}']] });
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

test('a form made with exceljs: filled, sound, and everything in its place', async () => {
  const template = await form();
  const compiled = compileWorkbookTemplate(template);
  expect(compiled.problems).toEqual([]);
  const output = compiled.render({ 标题: '八月', 签字: '周远舟', 系统: [{ 名称: '门户', 项: [{ 名称: '页面', 用时: 1 }, { 名称: '证书', 用时: 2.5 }] }, { 名称: '办公', 项: [{ 名称: '流程', 用时: 4 }] }], 全部: [{ 名称: '甲', 用时: 1 }, { 名称: '乙', 用时: 2 }] });
  expect(gridOf(output, 4).map((row) => row.join('|'))).toEqual([
    '八月|||', '系统|检查项|用时|占比',
    '门户|||', '|页面|1|=C4/$C$12', '|证书|2.5|=C5/$C$12', '小计||=SUM(C4:C5)|', '|||',
    '办公|||', '|流程|4|=C9/$C$12', '小计||=SUM(C9:C9)|', '|||',
    '合计||=SUM(C4:C9)|', '签字：周远舟|||',
  ]);
  const sheet = partOf(output, 'xl/worksheets/sheet1.xml');
  expect([...sheet.matchAll(/<mergeCell ref="([^"]+)"/g)].map((match) => match[1])).toEqual(['A1:D1', 'A3:A5', 'A8:A9']);
  expect([/<conditionalFormatting sqref="([^"]+)"/.exec(sheet)?.[1], /<dataValidation [^>]*sqref="([^"]+)"/.exec(sheet)?.[1]]).toEqual(['C4:C5 C9', 'C4:C5 C9']);
  expect([/<xdr:row>(\d+)</.exec(partOf(output, 'xl/drawings/drawing1.xml'))?.[1], /ref="([^"]+)"/.exec(partOf(output, 'xl/tables/table1.xml'))?.[1], /<comment ref="([^"]+)"/.exec(partOf(output, 'xl/comments1.xml'))?.[1]]).toEqual(['12', 'A1:B4', 'A12']);
  expect(await newOfficeErrors(template, output, 'xlsx')).toEqual([]);
  const [before, after] = [readZip(template), readZip(output)];
  for (const name of ['xl/styles.xml', 'xl/theme/theme1.xml', 'xl/sharedStrings.xml', 'xl/media/image1.png', '[Content_Types].xml']) expect(after.get(name)?.raw).toEqual(before.get(name)?.raw);
});
