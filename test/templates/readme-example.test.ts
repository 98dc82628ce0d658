import fs from 'node:fs';
import path from 'node:path';
import ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import { checkTemplateFile } from '../../electron/api/operations/check-template.ts';
import { fillTemplate } from '../../electron/api/operations/documents.ts';
import { docxOf, paragraph, table } from '../helpers/ooxml-docx.ts';
import { paragraphTexts } from '../helpers/ooxml-lint.ts';

const readme = fs.readFileSync(path.join(import.meta.dirname, '..', '..', 'templates', 'README.md'), 'utf8');

/** What a person types where the guide shows this: no marks of code, no escaped bars. */
function typed(markdown: string): string {
  return markdown.replaceAll('`', '').replaceAll(String.raw`\|`, '|').trim();
}

function between(start: string, end: string): string {
  const from = readme.indexOf(start);
  const to = readme.indexOf(end, from + start.length);
  expect([start, from >= 0, end, to > from]).toEqual([start, true, end, true]);
  return readme.slice(from + start.length, to);
}

function cellsOf(line: string): readonly string[] {
  return line.split(/(?<!\\)\|/).slice(1, -1).map(typed);
}

type Block = { readonly kind: 'paragraph'; readonly text: string } | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] };

/** The quoted paragraphs and the tables of a stretch of the guide, in order. */
function blocksOf(markdown: string): readonly Block[] {
  const blocks: Block[] = [];
  let rows: (readonly string[])[] = [];
  for (const line of `${markdown}\n`.split('\n')) {
    if (line.startsWith('|')) {
      if (!/^[|\s-]+$/.test(line)) rows.push(cellsOf(line));
      continue;
    }
    if (rows.length > 0) blocks.push({ kind: 'table', rows });
    rows = [];
    if (line.startsWith('> ')) blocks.push({ kind: 'paragraph', text: typed(line.slice(2)) });
  }
  return blocks;
}

function documentOf(blocks: readonly Block[]): Uint8Array {
  return docxOf(blocks.map((block) => (block.kind === 'paragraph' ? paragraph(block.text) : table(block.rows))).join(''));
}

function textsOf(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : block.rows.flat()));
}

describe('the example with which the guide begins', () => {
  const form = documentOf(blocksOf(between('写好是这样：', '**2. 检查**')));
  const data: unknown = JSON.parse(between('```json', '```'));

  test('has no mistakes, and its kind is the one the command names', () => {
    expect(checkTemplateFile(form, 'inspection', [], '机房巡检单.docx').problems).toEqual([]);
    expect(readme).toContain('npm run -s binder -- template check 机房巡检单.docx --kind inspection');
  });

  test('prints what the guide shows, with nothing missing', () => {
    const { bytes, warnings } = fillTemplate(form, '机房巡检单.docx', data);
    expect([paragraphTexts(bytes), warnings]).toEqual([textsOf(blocksOf(between('印出来是：', '数据里漏写的项'))), []]);
  });
});

test('the rows of the guide to workbooks count what they say', async () => {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('台账');
  for (const line of between('### Excel 里的循环行', '- 都写在一行里也行').split('\n').filter((text) => /^\| \d/.test(text))) {
    const [row, ...cells] = cellsOf(line);
    for (const [index, text] of cells.entries()) {
      if (text !== '') sheet.getCell(Number(row), index + 1).value = text.startsWith('=') ? { formula: text.slice(1) } : text;
    }
  }
  const item = (名称: string, 用时: number) => ({ 名称, 用时 });
  const { bytes, warnings } = fillTemplate(new Uint8Array(await workbook.xlsx.writeBuffer()), '台账.xlsx', {
    系统: [{ 名称: '门户', 巡检项: [item('登录', 1), item('备份', 2)] }, { 名称: '办公', 巡检项: [item('登录', 3)] }],
  });
  const filled = new ExcelJS.Workbook();
  await filled.xlsx.load(Buffer.from(bytes).buffer);
  const shown: string[][] = [];
  filled.worksheets[0]?.eachRow((row) => shown.push([1, 2, 3].map((column) => { const cell = row.getCell(column); return cell.formula ? `=${cell.formula}` : cell.text; })));
  expect([shown, warnings]).toEqual([[
    ['门户', '', ''], ['1', '登录', '1'], ['2', '备份', '2'], ['小计', '', '=SUBTOTAL(9,C4:C5)'],
    ['办公', '', ''], ['1', '登录', '3'], ['小计', '', '=SUBTOTAL(9,C8:C8)'],
    ['合计', '', '=SUBTOTAL(9,C4:C9)'],
  ], []]);
});
