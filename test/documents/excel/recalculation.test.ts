import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { compileWorkbookTemplate } from '../../../electron/documents/excel/workbook-template.ts';
import { readZip } from '../../../electron/files/zip-reader.ts';
import { hasPages } from '../../helpers/pdf-pages.ts';
import { richData, richWorkbook } from './rich-workbook.ts';
import { partOf, writtenRow, writtenWorkbook } from './written-workbook.ts';

const run = promisify(execFile);

/** What LibreOffice computes for the cells of each sheet: the numbers by place. */
async function computed(bytes: Uint8Array): Promise<readonly Readonly<Record<string, number>>[]> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'recalculation-'));
  try {
    await writeFile(path.join(folder, 'in.xlsx'), bytes);
    await run('soffice', ['--headless', '--norestore', `-env:UserInstallation=${pathToFileURL(path.join(folder, 'profile')).href}`, '--convert-to', 'xlsx:Calc MS Excel 2007 XML', '--outdir', path.join(folder, 'out'), path.join(folder, 'in.xlsx')]);
    const output = new Uint8Array(await readFile(path.join(folder, 'out', 'in.xlsx')));
    const members = [...readZip(output).keys()].filter((name) => /^xl\/worksheets\/sheet\d+\.xml$/.test(name)).sort();
    return members.map((member) => {
      const xml = partOf(output, member);
      const cells = [...xml.matchAll(/<c r="([A-Z]+\d+)"([^<>]*)>(?:<f\b[^<>]*>[^<]*<\/f>|<f\b[^<>]*\/>)?<v>([^<]*)<\/v>/g)].filter((match) => !/t="(s|str|b)"/.test(match[2] ?? ''));
      return Object.fromEntries(cells.map((match) => [match[1] ?? '', Number(match[3])]));
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

describe.skipIf(!hasPages)('what another program computes from the filled workbook', () => {
  test('sums over loops in loops, running totals, shares of a total, other sheets, a table', async () => {
    const template = writtenWorkbook({
      sheets: [
        {
          name: '工时 台账',
          rows: [
            writtenRow(1, ['单价', 100]),
            writtenRow(2, ['{#系统}{名称}']),
            writtenRow(3, ['{#项}{名称}', '{工时}', '=B3*$B$1', '=SUM(B$3:B3)', '=B3/$B$7', '{/项}']),
            writtenRow(4, ['小计', '=SUM(B3:B3)', '=SUBTOTAL(9,C3:C3)', '=MAX(D3:D3)', '=B4/$B$7']),
            writtenRow(5, ['{/系统}']),
            writtenRow(7, ['合计', '=SUMIF(A2:A5,"小计",B2:B5)', '=SUBTOTAL(9,C3:C4)']),
          ],
        },
        { name: '汇总', rows: [writtenRow(1, ["=SUM('工时 台账'!B2:B4)", "='工时 台账'!C7", "=COUNTIF('工时 台账'!A:A,\"小计\")", '=合计+明细行'])] },
      ],
      names: "<definedName name=\"合计\">'工时 台账'!$B$7</definedName><definedName name=\"明细行\">ROWS('工时 台账'!$A$3:$A$4)</definedName>",
    });
    const data = { 系统: [{ 名称: '门户', 项: [{ 名称: '甲', 工时: 1 }, { 名称: '乙', 工时: 2 }, { 名称: '丙', 工时: 5 }] }, { 名称: '办公', 项: [{ 名称: '丁', 工时: 8 }] }] };
    const [sheet, summary] = await computed(compileWorkbookTemplate(template).render(data));
    expect(sheet).toEqual({
      B1: 100,
      B3: 1, C3: 100, D3: 1, E3: 1 / 16, B4: 2, C4: 200, D4: 3, E4: 2 / 16, B5: 5, C5: 500, D5: 8, E5: 5 / 16,
      B6: 8, C6: 800, D6: 8, E6: 0.5,
      B9: 8, C9: 800, D9: 8, E9: 0.5, B10: 8, C10: 800, D10: 8, E10: 0.5,
      B13: 16, C13: 1600,
    });
    // Rows 2 to 10: each system’s items and its subtotal, and rows 3 to 10 for the entries of all systems.
    expect(summary).toEqual({ A1: 32, B1: 1600, C1: 2, D1: 16 + 8 });
  }, 120_000);

  test('the workbook with everything in it opens, and its sums are those of the entries', async () => {
    const [sheet, summary, table] = await computed(compileWorkbookTemplate(richWorkbook()).render(richData));
    expect([sheet?.['B6'], sheet?.['C3'], sheet?.['C6'], sheet?.['D6'], summary?.['A1'], summary?.['B1'], table?.['C4'], table?.['B5']]).toEqual([6.5, 8.5, 13, 6.5, 6.5, 6.5, 12.5, 6.5]);
  }, 120_000);
});
