import ExcelJS from 'exceljs';
import type { Field, Fields } from '../../shared/records/fields.ts';
import { kindOf, type KindName } from '../../shared/records/kinds.ts';
import { isLocalDate, isLocalMinute } from '../../shared/dates.ts';

export type SheetValue = ExcelJS.CellValue;

export type SheetContent = { readonly name: string; readonly rows: readonly (readonly SheetValue[])[]; readonly hidden?: boolean };

/** A workbook as Excel writes it: shared strings, real dates. */
export async function workbookBytes(sheets: readonly SheetContent[], date1904 = false): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  workbook.properties.date1904 = date1904;
  for (const { name, rows, hidden } of sheets) {
    const sheet = workbook.addWorksheet(name, { state: hidden === true ? 'hidden' : 'visible' });
    for (const [index, row] of rows.entries()) for (const [column, value] of row.entries()) sheet.getCell(index + 1, column + 1).value = value;
    sheet.eachRow((row) => row.eachCell((cell) => {
      if (cell.value instanceof Date) cell.numFmt = cell.value.getUTCFullYear() < 1901 ? 'hh:mm' : cell.value.toISOString().endsWith('T00:00:00.000Z') ? 'yyyy-mm-dd' : 'yyyy/m/d h:mm';
    }));
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** A value of a record the way a person has it in a cell: dates and times as real ones. */
function cellValue(value: unknown, field: Field | undefined): ExcelJS.CellValue {
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (Array.isArray(value)) return value.join('、');
  if (typeof value === 'number') return value;
  if (typeof value !== 'string') return null;
  if (field?.type === 'time') return new Date(`1899-12-30T${value}:00Z`);
  return isLocalDate(value) ? new Date(`${value}T00:00:00Z`) : isLocalMinute(value) ? new Date(`${value}:00Z`) : value;
}

type FilledRecord = { readonly number?: string; readonly body: Readonly<Record<string, unknown>>; readonly signOff?: Readonly<Record<string, string | undefined>> };

const signOffLabels: Readonly<Record<string, string>> = { executor: '乙方执行人', executedOn: '乙方执行日期', reviewer: '乙方审核人', reviewedOn: '乙方审核日期', confirmer: '甲方确认人', confirmedOn: '甲方确认日期' };

function headed(fields: Fields): [string, Field][] {
  return Object.entries(fields).filter(([, field]) => field.type !== 'table');
}

/** Records as the sheets a person would fill in: one main worksheet, one per table field. */
export function sheetsFor(kind: KindName, records: readonly FilledRecord[]): SheetContent[] {
  const { title, fields } = kindOf(kind);
  const columns = headed(fields);
  const main: SheetContent = {
    name: title,
    rows: [
      ['序号', '编号', ...columns.map(([, field]) => field.label), ...Object.values(signOffLabels)],
      ...records.map((record, index) => [index + 1, record.number ?? null, ...columns.map(([name, field]) => cellValue(record.body[name], field)), ...Object.keys(signOffLabels).map((name) => cellValue(record.signOff?.[name], undefined))]),
    ],
  };
  const tables = Object.entries(fields).flatMap(([name, field]) => {
    if (field.type !== 'table') return [];
    const inner = headed(field.columns);
    const rows = records.flatMap((record, index) => {
      const value = record.body[name];
      return (Array.isArray(value) ? value : []).map((row: Readonly<Record<string, unknown>>) => [index + 1, ...inner.map(([column, definition]) => cellValue(row[column], definition))]);
    });
    return [{ name: field.label, rows: [['序号', ...inner.map(([, definition]) => definition.label)], ...rows] }];
  });
  return [main, ...tables];
}
