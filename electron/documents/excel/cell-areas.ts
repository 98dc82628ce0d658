import { emuPerInch, type PictureSize } from '../tags/picture-box.ts';
import { attribute, elementsOf } from './elements.ts';
import { readRange, type CellRange } from './references.ts';
import { readColumnWidths } from './row-height.ts';
import { columnName, columnNumber, type SheetXml } from './sheet-xml.ts';

/** A place on the sheet, as drawings tell it: column and row from 0, and how far into them, in EMU. */
export type Marker = { readonly column: number; readonly columnOffset: number; readonly row: number; readonly rowOffset: number };

/** How large the cells of a sheet are, merged ones as a whole. Lengths in EMU. */
export type CellAreas = {
  /** Template rows of the area of a cell: more than one where it is merged downwards. */
  readonly rowsOf: (cell: { readonly column: string; readonly row: number }) => number;
  readonly sizeOf: (cell: { readonly column: string; readonly row: number }) => PictureSize;
  /** Where a point of a cell's area stands, its corner in the finished row. */
  readonly markerAt: (cell: { readonly column: string; readonly row: number }, finishedRow: number, across: number, down: number) => Marker;
};

const emuPerPixel = emuPerInch / 96;
const emuPerPoint = emuPerInch / 72;
/** Width in pixels of a digit in the workbook's ordinary font, in which columns are measured. */
const digitWidth = 7;

export function readCellAreas(sheet: SheetXml): CellAreas {
  const widthOf = readColumnWidths(sheet.head);
  const standard = Number(/<sheetFormatPr\b[^<>]*\bdefaultRowHeight="([\d.]+)"/.exec(sheet.head)?.[1] ?? 15);
  const heights = new Map(sheet.rows.map((row) => [row.number, Number(attribute(row.attributes, 'ht') ?? standard)]));
  const merges = new Map(elementsOf(elementsOf(sheet.tail, 'mergeCells')[0]?.content ?? '', 'mergeCell').flatMap(({ attributes }) => {
    const range = readRange(attribute(attributes, 'ref') ?? '');
    return range === undefined || range.from === 0 ? [] : [[`${range.left}${range.from}`, range] as const];
  }));
  const areaOf = ({ column, row }: { readonly column: string; readonly row: number }): CellRange => merges.get(`${column}${row}`) ?? { left: column, right: column, from: row, to: row };
  const columnWidth = (column: number): number => Math.round(widthOf(columnName(column)) * digitWidth) * emuPerPixel;
  const rowHeight = (row: number): number => Math.round((heights.get(row) ?? standard) * emuPerPoint);
  return {
    rowsOf: (cell) => {
      const { from, to } = areaOf(cell);
      return to - from + 1;
    },
    sizeOf: (cell) => {
      const { left, right, from, to } = areaOf(cell);
      let [width, height] = [0, 0];
      for (let column = columnNumber(left); column <= columnNumber(right); column++) width += columnWidth(column);
      for (let row = from; row <= to; row++) height += rowHeight(row);
      return { width, height };
    },
    markerAt: (cell, finishedRow, across, down) => {
      const { left, right, from, to } = areaOf(cell);
      let [column, row, columnOffset, rowOffset] = [columnNumber(left), from, across, down];
      for (; column < columnNumber(right) && columnOffset >= columnWidth(column); column++) columnOffset -= columnWidth(column);
      for (; row < to && rowOffset >= rowHeight(row); row++) rowOffset -= rowHeight(row);
      return { column: column - 1, columnOffset, row: finishedRow - 1 + row - from, rowOffset };
    },
  };
}
