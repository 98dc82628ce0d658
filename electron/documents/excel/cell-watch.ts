/** What a cell of the finished sheet holds, as far as a chart's stored picture is concerned. */
export type WatchedValue =
  | { readonly kind: 'number' | 'text'; readonly value: string; readonly isFilled: boolean }
  /** The result of a formula, or a date as text: not known before a program has computed or formatted it. */
  | { readonly kind: 'unknown' };

/** Values of the columns that charts draw, by sheet, column and finished row. */
export type CellWatch = Map<string, Map<number, WatchedValue>>;

export function watchKey(sheet: string, column: string): string {
  return `${column}!${sheet.toLowerCase()}`;
}

export function watchCell(watch: CellWatch, key: string, row: number, value: WatchedValue): void {
  const column = watch.get(key);
  if (column === undefined) watch.set(key, new Map([[row, value]]));
  else column.set(row, value);
}
