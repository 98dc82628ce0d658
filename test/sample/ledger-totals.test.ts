import { readFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import { compileWorkbookTemplate } from '../../electron/documents/excel/workbook-template.ts';
import { readContract } from '../../electron/intake/read-contract.ts';
import { sampleYear } from '../../electron/sample/sample-year.ts';
import { ledgerDeliverable } from '../../shared/contract/default-deliverables.ts';
import { listData } from '../../shared/deliverables/list-data.ts';
import { planDeliverable } from '../../shared/deliverables/plan.ts';
import { kindNames, type KindName } from '../../shared/records/kinds.ts';
import type { AnyRecord } from '../../shared/records/record.ts';
import { exported } from '../helpers/recount/plain-records.ts';
import { ledgerRecords, ledgerTotals } from '../helpers/recount/recount-ledgers.ts';
import { shipped } from '../templates/shipped-files.ts';
import { stored } from './contracts.ts';

/*
 * The ledgers of a sample year as workbooks, counted again from exported JSON: their last rows are what a customer holds against the
 * reports. Some records are void here, because those are listed and must not be counted.
 */

const { profile: read } = readContract(readFileSync(new URL('../../templates/sample/demo-contract.txt', import.meta.url)), 'demo-contract.txt');
const year = sampleYear(read, { seed: 7, gaps: true });
const profile = { ...read, people: [...year.people] };

/** The second record of every kind is void, as a person leaves it who wrote it twice. */
const records = stored(profile, year.records).map((record, _, all): AnyRecord => (
  record.kind !== 'report' && all.filter(({ kind }) => kind === record.kind)[1] === record ? { ...record, status: 'void', voidReason: '重复登记' } : record
));
const plain = exported(profile, records);

type Ledger = { readonly heading: string; readonly columns: readonly string[]; readonly rows: readonly (readonly ExcelJS.CellValue[])[]; readonly last: readonly ExcelJS.CellValue[] };

async function ledgerOf(kind: KindName): Promise<Ledger> {
  const [planned] = planDeliverable(profile, ledgerDeliverable(kind, profile.deliverablePrefix), records);
  if (planned === undefined) throw new Error(`no ledger of ${kind}`);
  const bytes = compileWorkbookTemplate(shipped(`ledger-${kind}.xlsx`)).render(listData(profile, kind, planned.period, planned.records, records));
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(new Uint8Array(bytes).buffer);
  const sheet = workbook.worksheets[0];
  if (sheet === undefined) throw new Error('no sheet');
  const valuesOf = (row: number): ExcelJS.CellValue[] => Array.from({ length: sheet.getRow(3).cellCount }, (_, column) => sheet.getRow(row).getCell(column + 1).value);
  const end = Array.from({ length: sheet.rowCount }, (_, row) => row + 1).findLast((row) => sheet.getRow(row).getCell(1).value === '合计') ?? 0;
  return { heading: sheet.getRow(2).getCell(1).text, columns: valuesOf(3).map((heading) => (typeof heading === 'string' ? heading : '')), rows: Array.from({ length: end - 4 }, (_, row) => valuesOf(row + 4)), last: valuesOf(end) };
}

describe('the ledger of', () => {
  test.each(kindNames)('%s lists what was exported and adds up what counts', async (kind) => {
    const { heading, columns, rows, last } = await ledgerOf(kind);
    const wanted = ledgerTotals(plain, kind);
    expect(rows.map((row) => row[columns.indexOf('编号')])).toEqual(ledgerRecords(plain, kind).map(({ number }) => number));
    expect(rows.filter((row) => row[columns.indexOf('状态')] === '作废').length).toBe(wanted.void);
    expect(heading).toContain(`共 ${wanted.counted} 条${wanted.void === 0 ? '　' : `，另作废 ${wanted.void} 份`}`);
    expect(last[1]).toBe(`${wanted.counted} 条`);
    const sums = columns.flatMap((column, index) => (typeof last[index] === 'number' ? [[column, last[index]] as const] : []));
    expect(Object.fromEntries(sums)).toEqual(wanted.sums);
  });

  test('a year says what the annual report counts', () => {
    const annual = exported(profile, stored(profile, sampleYear(read, { seed: 7 }).records));
    const report = annual.records.find(({ kind, body }) => kind === 'report' && body.reportType === '年度');
    const stated = (figure: string): number | undefined => report?.body.figures?.find((row) => row.figure === figure)?.value;
    const counted = (kind: string): number => ledgerTotals(annual, kind).counted;
    expect([stated('inspection.count'), stated('work.count'), stated('work.hours'), stated('request.count'), stated('survey.count'), (stated('incident.count') ?? 0) + (stated('incident.drills') ?? 0), stated('complaint.count'), stated('training.count'), stated('visit.count'), stated('backup.count'), stated('backup.sizeGb')])
      .toEqual([counted('inspection'), counted('worklog'), ledgerTotals(annual, 'worklog').sums['工时'], counted('request'), counted('survey'), counted('incident'), counted('complaint'), counted('training'), counted('visit'), counted('backup-run'), Math.round((ledgerTotals(annual, 'backup-run').sums['数据量(GB)'] ?? 0) * 100) / 100]);
  });
});
