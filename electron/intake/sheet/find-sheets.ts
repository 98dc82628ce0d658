import type { Problem } from '../../../shared/app-error.ts';
import type { Cell } from '../../../shared/entry/cell.ts';
import { textValue, unusable } from '../../../shared/entry/cell-values.ts';
import { columnFor, headingKey, type SheetColumn, type TableSheet } from '../../../shared/entry/sheet-columns.ts';
import { columnName, type Sheet, type SheetRow, type Workbook } from './workbook.ts';

/** A worksheet whose headings were understood: which column is what, and the rows below the headings. */
export type FoundSheet = {
  readonly sheet: Sheet;
  readonly headingRow: number;
  readonly columns: ReadonlyMap<number, SheetColumn>;
  readonly rows: readonly SheetRow[];
};

export type FoundSheets = { readonly main: readonly FoundSheet[]; readonly tables: ReadonlyMap<string, FoundSheet>; readonly problems: readonly Problem[] };

/** Worksheets that explain and hold no records. */
const notesSheet = /^(?:填写说明|说明|示例|样例|清单样例|选项)$/;

function place(sheet: Sheet, row: number, column: number, heading: string): string {
  return `“${sheet.name}”表 第 ${row} 行 “${heading.slice(0, 30)}”（${columnName(column)}${row}）`;
}

function headingsIn(row: SheetRow, columns: readonly SheetColumn[]): number {
  return [...row.cells.values()].filter((cell) => cell.type === 'text' && columnFor(columns, cell.text) !== undefined).length;
}

/** The row with the headings: among the first fifteen, because titles and notes often stand above. */
function headingRowOf(sheet: Sheet, columns: readonly SheetColumn[]): SheetRow | undefined {
  let best: SheetRow | undefined;
  let most = 1;
  for (const row of sheet.rows.slice(0, 15)) {
    const count = headingsIn(row, columns);
    if (count > most) [best, most] = [row, count];
  }
  return best;
}

function hasData(rows: readonly SheetRow[], column: number): boolean {
  return rows.some((row) => row.cells.has(column));
}

function readHeadings(sheet: Sheet, heading: SheetRow, columns: readonly SheetColumn[]): { found: FoundSheet; problems: Problem[] } {
  const problems: Problem[] = [];
  const rows = sheet.rows.filter((row) => row.number > heading.number);
  const found = new Map<number, SheetColumn>();
  for (const [index, cell] of heading.cells) {
    const text = textValue(cell, false);
    const column = columnFor(columns, text);
    if (column === undefined) {
      if (hasData(rows, index)) problems.push({ place: place(sheet, heading.number, index, text), message: '没有这个栏目，请改成模板里的栏目名，或删除这一列' });
    } else if ([...found.values()].includes(column)) {
      problems.push({ place: place(sheet, heading.number, index, text), message: '这个栏目出现了两次，请删去一列' });
    } else found.set(index, column);
  }
  const headless = new Set(rows.flatMap((row) => [...row.cells.keys()]).filter((index) => !heading.cells.has(index)));
  for (const index of [...headless].slice(0, 20)) problems.push({ place: `“${sheet.name}”表 ${columnName(index)} 列`, message: '这一列有内容，没有栏目名' });
  const present = [...found.values()];
  const missing = columns.filter((column) => column.required && !present.includes(column) && !(column.target === 'key' && present.some((other) => other.target === 'number')));
  if (missing.length > 0 && rows.length > 0) problems.push({ place: `“${sheet.name}”表 第 ${heading.number} 行`, message: `缺少必填的栏目：${missing.map((column) => column.label).join('、')}` });
  return { found: { sheet, headingRow: heading.number, columns: found, rows }, problems };
}

/** The table a worksheet belongs to: by its name, else because its headings fit that table better than the records themselves. */
function tableFor(sheet: Sheet, main: readonly SheetColumn[], tables: readonly TableSheet[]): TableSheet | undefined {
  const named = tables.find((entry) => headingKey(entry.label) === headingKey(sheet.name));
  if (named) return named;
  const fit = (columns: readonly SheetColumn[]): number => Math.max(0, ...sheet.rows.slice(0, 15).map((row) => headingsIn(row, columns)));
  return tables.find((entry) => fit(entry.columns) > fit(main));
}

function isEmpty(sheet: Sheet): boolean {
  return sheet.rows.every((row) => [...row.cells.values()].every((cell: Cell) => unusable(cell) === undefined && textValue(cell, false) === ''));
}

/** What a worksheet seems to hold: its table, or the records themselves; `heading` is absent when no row reads like headings. */
export type ProposedSheet = { readonly sheet: Sheet; readonly table: TableSheet | undefined; readonly columns: readonly SheetColumn[]; readonly heading: SheetRow | undefined };

/** The worksheets that may be imported, each with what it seems to hold; no two for the same table. */
export function proposeSheets(workbook: Workbook, main: readonly SheetColumn[], tables: readonly TableSheet[]): ProposedSheet[] {
  const taken = new Set<string>();
  return workbook.sheets.filter((sheet) => !sheet.hidden && !notesSheet.test(sheet.name.trim()) && !isEmpty(sheet)).map((sheet) => {
    const table = tableFor(sheet, main, tables.filter((entry) => !taken.has(entry.name)));
    const columns = table?.columns ?? main;
    const heading = headingRowOf(sheet, columns);
    if (table !== undefined && heading !== undefined) taken.add(table.name);
    return { sheet, table, columns, heading };
  });
}

/**
 * Tells the worksheets with records, those with table rows, and notes apart. A visible worksheet that fits nothing is a problem:
 * what somebody filled in must not be passed over silently. Hidden worksheets are not read.
 */
export function findSheets(workbook: Workbook, main: readonly SheetColumn[], tables: readonly TableSheet[]): FoundSheets {
  const problems: Problem[] = [];
  const mainSheets: FoundSheet[] = [];
  const tableSheets = new Map<string, FoundSheet>();
  for (const { sheet, table, columns, heading } of proposeSheets(workbook, main, tables)) {
    if (!heading) {
      const names = columns.filter((column) => column.required).map((column) => column.label).slice(0, 4).join('、');
      problems.push({ place: `“${sheet.name}”表`, message: `没有认出标题行（应有${names}等栏目）；不需要导入的工作表请删除或隐藏` });
      continue;
    }
    const read = readHeadings(sheet, heading, columns);
    problems.push(...read.problems);
    if (table) tableSheets.set(table.name, read.found);
    else mainSheets.push(read.found);
  }
  if (mainSheets.length === 0 && problems.length === 0) problems.push({ place: '工作簿', message: '里面没有要导入的内容' });
  return { main: mainSheets, tables: tableSheets, problems };
}
