import { AppError, type Problem } from '../../shared/app-error.ts';
import type { ContractProfile } from '../../shared/contract/profile.ts';
import { textValue, unusable } from '../../shared/entry/cell-values.ts';
import { importLimits, mainRole, tableRole, targetId, type ImportInspection, type ImportPlan, type ImportRole } from '../../shared/entry/import-plan.ts';
import { columnFor, mainColumns, tableSheets, type SheetColumn } from '../../shared/entry/sheet-columns.ts';
import { kindOf, type KindName } from '../../shared/records/kinds.ts';
import { proposeSheets, type FoundSheet, type FoundSheets } from './sheet/find-sheets.ts';
import { readCsv } from './sheet/read-csv.ts';
import { readRecords, type RecordsReading } from './sheet/read-records.ts';
import { readWorkbook } from './sheet/read-workbook.ts';
import { columnName, type Sheet, type Workbook } from './sheet/workbook.ts';
import { sheetName, writeWorkbook, type NewSheet } from './sheet/write-workbook.ts';

/** The column that `failedRows` adds, and that the next import passes over. */
export const problemHeading = '问题';
const widestSheet = 300;

/** A table from a file: .csv and .txt by their name, anything else as a workbook. Throws `unreadable-file`. */
export function openTable(name: string, bytes: Uint8Array): Workbook {
  return /\.(?:csv|txt|tsv)$/i.test(name) ? readCsv(bytes) : readWorkbook(bytes);
}

function rolesOf(kind: KindName, profile: ContractProfile): (ImportRole & { readonly columns: readonly SheetColumn[] })[] {
  const asTargets = (columns: readonly SheetColumn[]) => columns.map((column) => ({ id: targetId(column), label: column.label, isRequired: column.required }));
  const main = mainColumns(kind, profile);
  return [
    { role: mainRole, label: kindOf(kind).title, targets: asTargets(main), columns: main },
    ...tableSheets(kind).map((table) => ({ role: tableRole(table), label: table.label, targets: asTargets(table.columns), columns: table.columns })),
  ];
}

function shown(sheet: Sheet, row: number, column: number): string {
  const cell = sheet.rows.find(({ number }) => number === row)?.cells.get(column);
  return cell === undefined || unusable(cell) !== undefined ? '' : textValue(cell, false);
}

/** The worksheets of a file, and which field each of their columns seems to be. */
export function inspectTable(workbook: Workbook, kind: KindName, profile: ContractProfile): ImportInspection {
  const roles = rolesOf(kind, profile);
  const sheets = proposeSheets(workbook, mainColumns(kind, profile), tableSheets(kind)).map(({ sheet, table, columns, heading }) => {
    const headingRow = heading ?? sheet.rows[0];
    const below = sheet.rows.filter((row) => row.number > (headingRow?.number ?? 0));
    const taken = new Set<SheetColumn>();
    const indexes = [...new Set([...(headingRow?.cells.keys() ?? []), ...below.slice(0, 200).flatMap((row) => [...row.cells.keys()])])].toSorted((a, b) => a - b).slice(0, widestSheet);
    return {
      name: sheet.name,
      rows: below.length,
      role: heading === undefined ? undefined : table === undefined ? mainRole : tableRole(table),
      headingRow: headingRow?.number ?? 1,
      columns: indexes.map((index) => {
        const written = shown(sheet, headingRow?.number ?? 1, index);
        const column = written === '' || written.trim() === problemHeading ? undefined : columnFor(columns, written);
        const target = column === undefined || taken.has(column) ? undefined : targetId(column);
        if (column !== undefined) taken.add(column);
        const samples = below.filter((row) => row.cells.has(index)).slice(0, importLimits.samples).map((row) => shown(sheet, row.number, index).slice(0, 60));
        return { index, letter: columnName(index), heading: written.slice(0, 60), target, samples };
      }),
    };
  });
  return { roles: roles.map(({ role, label, targets }) => ({ role, label, targets })), sheets };
}

/** The worksheets as the person assigned them. Throws `invalid-input` for a plan that names what is not there. */
function plannedSheets(workbook: Workbook, plan: ImportPlan, kind: KindName, profile: ContractProfile): FoundSheets {
  const roles = rolesOf(kind, profile);
  const main: FoundSheet[] = [];
  const tables = new Map<string, FoundSheet>();
  const problems: Problem[] = [];
  for (const planned of plan.sheets) {
    const sheet = workbook.sheets.find(({ name, hidden }) => name === planned.name && !hidden);
    const role = roles.find((entry) => entry.role === planned.role);
    if (sheet === undefined || role === undefined) throw new AppError('invalid-input', `文件里没有“${planned.name}”表，请重新选择文件。`, { sheet: planned.name });
    const columns = new Map<number, SheetColumn>();
    for (const { index, target } of planned.columns) {
      const column = role.columns.find((entry) => targetId(entry) === target);
      if (column === undefined) throw new AppError('invalid-input', `没有栏目 ${target}，请重新对应栏目。`, { target });
      if ([...columns.values()].includes(column)) problems.push({ place: `“${sheet.name}”表 ${columnName(index)} 列`, message: `“${column.label}”已经对应了另一列` });
      else columns.set(index, column);
    }
    const missing = role.columns.filter((column) => column.required && ![...columns.values()].includes(column) && !(column.target === 'key' && [...columns.values()].some(({ target }) => target === 'number')));
    if (missing.length > 0) problems.push({ place: `“${sheet.name}”表`, message: `缺少必填的栏目：${missing.map(({ label }) => label).join('、')}` });
    const found: FoundSheet = { sheet, headingRow: planned.headingRow, columns, rows: sheet.rows.filter((row) => row.number > planned.headingRow) };
    if (planned.role === mainRole) main.push(found);
    else if (tables.has(planned.role.slice(6))) problems.push({ place: `“${sheet.name}”表`, message: `“${role.label}”已经对应了另一张表` });
    else tables.set(planned.role.slice(6), found);
  }
  if (main.length === 0) problems.push({ place: '工作簿', message: `没有选择《${kindOf(kind).title}》所在的工作表` });
  return { main, tables, problems };
}

/** Reads a file as the person assigned its columns. Every row tells its own problems; nothing is refused as a whole. */
export function readPlanned(workbook: Workbook, plan: ImportPlan, kind: KindName, profile: ContractProfile): RecordsReading {
  return readRecords(plannedSheets(workbook, plan, kind, profile), workbook.date1904, kind, profile);
}

/** The rows that were not imported as a workbook of the same columns, each with what is wrong with it, to be mended and imported again. */
export function failedRows(workbook: Workbook, plan: ImportPlan, reading: RecordsReading, isLeft: (record: RecordsReading['records'][number]) => readonly string[]): Uint8Array {
  const left = new Map(reading.records.map((record) => [record.row.row, isLeft(record)] as const).filter(([, why]) => why.length > 0));
  const tableRows = new Set(reading.records.flatMap((record) => (left.has(record.row.row) ? reading.tables.flatMap(({ byRow }) => byRow.get(record.row) ?? []) : [])).map(({ row }) => row));
  const sheets = plan.sheets.flatMap((planned): NewSheet[] => {
    const sheet = workbook.sheets.find(({ name }) => name === planned.name);
    if (sheet === undefined) return [];
    const isMain = planned.role === mainRole;
    const indexes = [...new Set(sheet.rows.flatMap((row) => [...row.cells.keys()]))].toSorted((a, b) => a - b).slice(0, widestSheet);
    const heading = sheet.rows.find(({ number }) => number === planned.headingRow);
    const text = (row: Sheet['rows'][number] | undefined, index: number) => {
      const cell = row?.cells.get(index);
      return cell === undefined ? undefined : { text: cell.type === 'error' ? cell.code : cell.type === 'uncomputed' ? '' : textValue(cell, workbook.date1904) };
    };
    const columns = indexes.filter((index) => text(heading, index)?.text.trim() !== problemHeading);
    const rows = sheet.rows.filter((row) => row.number > planned.headingRow && (isMain ? left.has(row) : tableRows.has(row)));
    return [{
      name: sheetName(sheet.name), hidden: false, frozenRows: 1, frozenColumns: 0, rules: [],
      columns: [...columns.map(() => ({ width: 18, style: 'text' as const })), ...(isMain ? [{ width: 60, style: 'longText' as const }] : [])],
      rows: [
        { style: 'heading', height: 24, cells: [...columns.map((index) => text(heading, index)), ...(isMain ? [{ text: problemHeading, style: 'requiredHeading' as const }] : [])] },
        ...rows.map((row) => ({ style: 'text' as const, cells: [...columns.map((index) => text(row, index)), ...(isMain ? [{ text: (left.get(row) ?? []).join('\n') }] : [])] })),
      ],
    }];
  });
  return writeWorkbook(sheets);
}
