import { columnId, settledText, type EntryColumn, type EntryRow } from '../../../shared/entry/entry-row.ts';
import type { ReadingRules } from '../../../shared/entry/field-value.ts';
import { pastedHeadings, pastedLimits } from '../../../shared/entry/pasted-table.ts';

/** What an entry grid holds: its rows, and the ids of the columns that are shown, in order. */
export type Grid = { readonly rows: readonly EntryRow[]; readonly shown: readonly string[] };

export type CellAt = { readonly row: number; readonly col: number };
/** All bounds belong to the range. */
export type CellRange = { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number };

/** What reading and changing cells needs to know. */
export type GridContext = { readonly columns: readonly EntryColumn[]; readonly rules: ReadingRules; readonly newId: () => string };

/** As many as a grid takes in one go; larger ledgers are imported as files. */
export const rowLimit = pastedLimits.rows;
const fewestRows = 12;

export function rangeOf(a: CellAt, b: CellAt): CellRange {
  return { top: Math.min(a.row, b.row), left: Math.min(a.col, b.col), bottom: Math.max(a.row, b.row), right: Math.max(a.col, b.col) };
}

export function isBlankRow(row: EntryRow): boolean {
  return Object.keys(row.cells).length === 0;
}

/** Room to go on below: one blank row at least, and never less than a screen's beginning. */
export function withSpareRows(grid: Grid, newId: () => string): Grid {
  const last = grid.rows.at(-1);
  const missing = Math.max(fewestRows - grid.rows.length, last === undefined || !isBlankRow(last) ? 1 : 0);
  return missing === 0 ? grid : { ...grid, rows: [...grid.rows, ...Array.from({ length: missing }, () => ({ id: newId(), cells: {} }))] };
}

function withCells(row: EntryRow, changes: Readonly<Record<string, string>>): EntryRow {
  const cells = { ...row.cells, ...changes };
  return { ...row, cells: Object.fromEntries(Object.entries(cells).filter(([, text]) => text !== '')) };
}

function columnOf(context: GridContext, id: string | undefined): EntryColumn | undefined {
  return context.columns.find((column) => columnId(column) === id);
}

/** The same grid with every cell of a range given anew; `text` is asked by position in the grid. */
function changed(grid: Grid, range: CellRange, context: GridContext, text: (at: CellAt, current: string) => string): Grid {
  const rows = grid.rows.map((row, index) => {
    if (index < range.top || index > range.bottom) return row;
    const changes: Record<string, string> = {};
    for (let col = range.left; col <= range.right; col++) {
      const column = columnOf(context, grid.shown[col]);
      if (column === undefined) continue;
      const id = columnId(column);
      const current = row.cells[id] ?? '';
      changes[id] = settledText(column, text({ row: index, col }, current), context.rules);
    }
    return withCells(row, changes);
  });
  return withSpareRows({ ...grid, rows }, context.newId);
}

export function textAt(grid: Grid, at: CellAt): string {
  return grid.rows[at.row]?.cells[grid.shown[at.col] ?? ''] ?? '';
}

export function setCells(grid: Grid, range: CellRange, text: string, context: GridContext): Grid {
  return changed(grid, range, context, () => text);
}

/** The texts of a range, as they are put on the clipboard. */
export function textsIn(grid: Grid, range: CellRange): string[][] {
  return grid.rows.slice(range.top, range.bottom + 1).map((_, index) => grid.shown.slice(range.left, range.right + 1).map((__, col) => textAt(grid, { row: range.top + index, col: range.left + col })));
}

/** The first row of the range into all below it; a range of one row takes the row above. */
export function fillDown(grid: Grid, range: CellRange, context: GridContext): Grid {
  const source = range.top === range.bottom ? range.top - 1 : range.top;
  return source < 0 ? grid : changed(grid, range, context, ({ col }) => textAt(grid, { row: source, col }));
}

export function insertRows(grid: Grid, at: number, count: number, newId: () => string): Grid {
  return { ...grid, rows: [...grid.rows.slice(0, at), ...Array.from({ length: count }, () => ({ id: newId(), cells: {} })), ...grid.rows.slice(at)] };
}

export function deleteRows(grid: Grid, range: CellRange, newId: () => string): Grid {
  return withSpareRows({ ...grid, rows: grid.rows.filter((_, index) => index < range.top || index > range.bottom) }, newId);
}

/** Without the rows that were saved. */
export function withoutRows(grid: Grid, ids: ReadonlySet<string>, newId: () => string): Grid {
  return withSpareRows({ ...grid, rows: grid.rows.filter(({ id }) => !ids.has(id)) }, newId);
}

export function chooseColumns(grid: Grid, ids: readonly string[], context: GridContext): Grid {
  return { ...grid, shown: context.columns.map(columnId).filter((id) => ids.includes(id)) };
}

/** What a paste did, and what a person must be told about it. */
export type Pasted = {
  readonly grid: Grid;
  readonly range: CellRange;
  readonly rows: number;
  readonly hasHeadings: boolean;
  /** Headings that no column has. */
  readonly unknown: readonly string[];
  /** Filled columns of the block that stood beyond the last column, and rows beyond the limit. */
  readonly lostColumns: number;
  readonly lostRows: number;
};

function filledWidth(table: readonly (readonly string[])[]): number {
  return Math.max(0, ...table.map((row) => row.findLastIndex((cell) => cell.trim() !== '') + 1));
}

/**
 * Puts a block of texts at a cell. A first row of headings says which column is which, in any order, and shows columns that were hidden;
 * otherwise columns go on to the right of the cell. Missing rows are added. A single text fills the whole selected range.
 */
export function pasteBlock(grid: Grid, selected: CellRange, table: readonly (readonly string[])[], context: GridContext): Pasted {
  const single = table.length === 1 && table[0]?.length === 1 ? table[0][0] : undefined;
  if (single !== undefined) return { grid: setCells(grid, selected, single, context), range: selected, rows: 1, hasHeadings: false, unknown: [], lostColumns: 0, lostRows: 0 };
  const headings = pastedHeadings(table, context.columns);
  const found = headings?.columns.map((column) => (column === undefined || column.target === 'key' ? undefined : columnId(column)));
  const shown = found === undefined ? grid.shown : chooseColumns(grid, [...grid.shown, ...found.flatMap((id) => id ?? [])], context).shown;
  const targets = found ?? shown.slice(selected.left);
  const offered = headings === undefined ? table : table.slice(1);
  const body = offered.slice(0, rowLimit - selected.top);
  const rows = [...grid.rows];
  while (rows.length < selected.top + body.length) rows.push({ id: context.newId(), cells: {} });
  body.forEach((texts, offset) => {
    const index = selected.top + offset;
    const row = rows[index];
    if (row === undefined) return;
    const changes: Record<string, string> = {};
    texts.forEach((text, position) => {
      const column = columnOf(context, targets[position]);
      if (column !== undefined) changes[columnId(column)] = settledText(column, text, context.rules);
    });
    rows[index] = withCells(row, changes);
  });
  const reached = found === undefined ? [selected.left, Math.min(shown.length, selected.left + filledWidth(body)) - 1] : found.flatMap((id) => (id === undefined ? [] : [shown.indexOf(id)]));
  return {
    grid: withSpareRows({ rows, shown }, context.newId),
    range: { top: selected.top, left: Math.max(0, Math.min(...reached)), bottom: Math.max(selected.top, selected.top + body.length - 1), right: Math.max(0, ...reached) },
    rows: body.length,
    hasHeadings: headings !== undefined,
    unknown: headings?.unknown ?? [],
    lostColumns: found === undefined ? Math.max(0, filledWidth(body) - targets.length) : 0,
    lostRows: offered.length - body.length,
  };
}
