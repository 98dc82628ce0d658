import { blocks, type LoopExtent } from './loop-extent.ts';
import type { LoopPair } from './pair-loops.ts';
import { cellsOf, columnOf, rowsOf, spanOf } from './table-grid.ts';
import { closest, type XmlElement } from './xml-tree.ts';

/**
 * What a loop over columns repeats whose tags stand in different rows, `{#月份|按列}` in the heading and `{/月份}` in the last row: in
 * every row from the one to the other, the cells in the columns between them. A cell that spans further, a title above all columns, is
 * not repeated. undefined where the loop is none of that kind; 'loop-containers' where a cell lies only partly in the columns.
 */
export function columnExtents(xml: string, { open, close }: LoopPair): readonly LoopExtent[] | 'loop-containers' | undefined {
  if (open.tag.container !== 'w:tc') return undefined;
  const first = closest(open.startElement, 'w:tc');
  const last = closest(close.endElement, 'w:tc');
  const [firstRow, lastRow] = [closest(first, 'w:tr'), closest(last, 'w:tr')];
  const table = closest(firstRow, 'w:tbl');
  if (first === undefined || last === undefined || firstRow === undefined || lastRow === undefined || table === undefined) return undefined;
  if (firstRow === lastRow || closest(lastRow, 'w:tbl') !== table) return undefined;
  const from = columnOf(xml, firstRow, first);
  const to = columnOf(xml, lastRow, last) + spanOf(xml, last);
  const found = rowsOf(table)
    .filter((row) => row.from >= firstRow.from && row.to <= lastRow.to)
    .map((row) => cellsBetween(xml, row, from, to));
  return from >= to || found.includes('loop-containers') ? 'loop-containers' : found.filter((extent) => typeof extent === 'object');
}

function cellsBetween(xml: string, row: XmlElement, from: number, to: number): LoopExtent | 'loop-containers' | undefined {
  const touched = cellsOf(row)
    .map((cell) => ({ cell, from: columnOf(xml, row, cell), to: columnOf(xml, row, cell) + spanOf(xml, cell) }))
    .filter((cell) => cell.from < to && from < cell.to);
  const [first] = touched;
  const last = touched.at(-1);
  if (first === undefined || last === undefined) return undefined;
  if (first.from === from && last.to === to && first.cell.parent === last.cell.parent) return blocks(first.cell, last.cell);
  return touched.length === 1 && first.from <= from && to <= first.to ? undefined : 'loop-containers';
}
