import { textValue } from '../../../shared/entry/cell-values.ts';
import { readWorkbook } from './read-workbook.ts';

/** More than any list that is kept by hand. */
const mostRows = 5000;
const mostColumns = 30;

/** The cells of the first visible sheet as a person sees them, row by row; empty rows are left out. Throws `unreadable-file`. */
export function sheetTexts(bytes: Uint8Array): string[][] {
  const { sheets, date1904 } = readWorkbook(bytes);
  const sheet = sheets.find(({ hidden, rows }) => !hidden && rows.length > 0);
  return (sheet?.rows ?? []).slice(0, mostRows).map(({ cells }) => {
    const width = Math.min(mostColumns, Math.max(0, ...[...cells.keys()].map((column) => column + 1)));
    return Array.from({ length: width }, (_, column) => {
      const cell = cells.get(column);
      return cell === undefined ? '' : textValue(cell, date1904);
    });
  });
}
