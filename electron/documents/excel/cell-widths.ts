import { attribute, elementsOf } from './elements.ts';
import { readRange } from './references.ts';
import { readColumnWidths } from './row-height.ts';
import { columnName, columnNumber } from './sheet-xml.ts';
import type { SheetXml } from './sheet-xml.ts';

/**
 * The width that the text of a cell has, in characters: that of its column, or of all columns that it is merged with. Undefined for
 * cells merged over several rows: their text has no say in the height of one of them.
 */
export function mergedWidths(sheet: SheetXml): (cell: { readonly column: string; readonly row: number }) => number | undefined {
  const widthOf = readColumnWidths(sheet.head);
  const merges = new Map(elementsOf(elementsOf(sheet.tail, 'mergeCells')[0]?.content ?? '', 'mergeCell').flatMap(({ attributes }) => {
    const range = readRange(attribute(attributes, 'ref') ?? '');
    return range === undefined ? [] : [[`${range.left}${range.from}`, range] as const];
  }));
  const last = [...merges.values()].reduce((most, { right }) => Math.max(most, columnNumber(right)), 0);
  // Widths of all columns up to each, so that wide merged cells cost no more than narrow ones.
  const upTo = [0];
  for (let column = 1; column <= last; column++) upTo.push((upTo[column - 1] ?? 0) + widthOf(columnName(column)));
  return ({ column, row }) => {
    const merge = merges.get(`${column}${row}`);
    if (merge === undefined) return widthOf(column);
    return merge.from === merge.to ? (upTo[columnNumber(merge.right)] ?? 0) - (upTo[columnNumber(merge.left) - 1] ?? 0) : undefined;
  };
}
