import type { Cell } from '../../../shared/entry/cell.ts';

/** A row with at least one filled cell: its number as Excel shows it, cells by column (0 = A). */
export type SheetRow = { readonly number: number; readonly cells: ReadonlyMap<number, Cell> };

export type Sheet = { readonly name: string; readonly hidden: boolean; readonly rows: readonly SheetRow[] };

/** `date1904`: days count from 1904, as workbooks from old Macs have it. */
export type Workbook = { readonly sheets: readonly Sheet[]; readonly date1904: boolean };

/** 0 → A, 27 → AB. */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1) name = String.fromCodePoint(65 + (rest % 26)) + name;
  return name;
}

/** AB12 → column 27; undefined for anything that is no cell reference. */
export function columnOf(reference: string): number | undefined {
  const letters = /^([A-Za-z]{1,3})\d{1,7}$/.exec(reference)?.[1]?.toUpperCase();
  if (letters === undefined) return undefined;
  let column = 0;
  for (const letter of letters) column = column * 26 + (letter.codePointAt(0) ?? 65) - 64;
  return column - 1;
}
