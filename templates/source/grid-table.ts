import { AlignmentType, BorderStyle, HeightRule, Table, TableCell, TableLayoutType, TableRow, TextDirection, VerticalAlign, WidthType, type Paragraph } from 'docx';
import { twips } from './measures.ts';

/** A cell of a bordered table; width in millimetres. */
export type GridCell = {
  readonly width: number;
  readonly content: readonly Paragraph[];
  readonly vertical?: 'top' | 'center';
  readonly shaded?: boolean;
  /** Without borders of its own, for lines of text that belong to a table. */
  readonly bare?: boolean;
  /** A line below, in a table without lines. */
  readonly underlined?: boolean;
  /** Lines of characters from top to bottom, the first at the right. */
  readonly upright?: boolean;
  /** Space between text and side lines instead of the table's, in millimetres. */
  readonly sidePadding?: number;
};

export type GridRow = {
  readonly cells: readonly GridCell[];
  /** Least height in millimetres. */
  readonly height?: number;
  /** Exactly this high: what does not fit is cut off. */
  readonly exact?: boolean;
  /** Repeated on every page; only rows from the top of the table can be. */
  readonly header?: boolean;
  /** On the same page as the next row. */
  readonly keepNext?: boolean;
};

const thin = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const;
const thick = { style: BorderStyle.SINGLE, size: 8, color: '000000' } as const;
const none = { style: BorderStyle.NIL, size: 0, color: 'auto' } as const;

function edgesOf(row: GridRow): number[] {
  let at = 0;
  return row.cells.map((cell) => twips((at += cell.width)));
}

function cellOf(cell: GridCell, from: number, to: number, edges: readonly number[]): TableCell {
  const span = edges.filter((edge) => edge > from && edge <= to).length;
  return new TableCell({
    children: [...cell.content],
    width: { size: to - from, type: WidthType.DXA },
    verticalAlign: cell.vertical === 'top' ? VerticalAlign.TOP : VerticalAlign.CENTER,
    ...(span > 1 ? { columnSpan: span } : {}),
    ...(cell.shaded === true ? { shading: { type: 'clear', color: 'auto', fill: 'F2F2F2' } } : {}),
    ...(cell.bare === true ? { borders: { left: none, right: none, bottom: none } } : {}),
    ...(cell.underlined === true ? { borders: { bottom: thin } } : {}),
    ...(cell.sidePadding === undefined ? {} : { margins: { left: twips(cell.sidePadding), right: twips(cell.sidePadding), marginUnitType: WidthType.DXA } }),
    ...(cell.upright === true ? { textDirection: TextDirection.TOP_TO_BOTTOM_RIGHT_TO_LEFT } : {}),
  });
}

function rowOf(row: GridRow, edges: readonly number[]): TableRow {
  const ends = edgesOf(row);
  return new TableRow({
    children: row.cells.map((cell, index) => cellOf(cell, ends[index - 1] ?? 0, ends[index] ?? 0, edges)),
    cantSplit: true,
    ...(row.header === true ? { tableHeader: true } : {}),
    ...(row.keepNext === true ? { keepNext: true } : {}),
    ...(row.height === undefined ? {} : { height: { value: twips(row.height), rule: row.exact === true ? HeightRule.EXACT : HeightRule.ATLEAST } }),
  });
}

export type GridOptions = {
  /** Space between text and the cell's side lines, in millimetres. */
  readonly sidePadding?: number;
  /** Space above and below the text, in millimetres. */
  readonly padding?: number;
  /** False: no lines but those of underlined cells. */
  readonly lines?: boolean;
};

/**
 * A bordered table of rows whose cells may have any widths. The grid is the union of all edges, so that `gridCol` and
 * `gridSpan` are true: WPS takes its widths from there, Word from the cells.
 * @param width of the table in millimetres; every row must fill it
 */
export function gridTable(width: number, rows: readonly GridRow[], options: GridOptions = {}): Table {
  const edges = [...new Set(rows.flatMap(edgesOf))].sort((a, b) => a - b);
  for (const [index, row] of rows.entries()) {
    const end = edgesOf(row).at(-1) ?? 0;
    if (Math.abs(end - twips(width)) > 1) throw new RangeError(`row ${index + 1} ends at ${end} twips, the table at ${twips(width)}`);
  }
  const side = twips(options.sidePadding ?? 1);
  const above = twips(options.padding ?? 0.6);
  return new Table({
    rows: rows.map((row) => rowOf(row, edges)),
    width: { size: edges.at(-1) ?? 0, type: WidthType.DXA },
    columnWidths: edges.map((edge, index) => edge - (edges[index - 1] ?? 0)),
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    margins: { left: side, right: side, top: above, bottom: above, marginUnitType: WidthType.DXA },
    borders: options.lines === false ? { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none } : { top: thick, bottom: thick, left: thick, right: thick, insideHorizontal: thin, insideVertical: thin },
  });
}
