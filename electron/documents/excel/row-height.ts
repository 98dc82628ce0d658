import { attribute, elementsOf } from './elements.ts';
import { mostColumns } from './sheet-limits.ts';
import { columnNumber } from './sheet-xml.ts';

/** How a cell style sets text: whether it wraps, and its size in points. */
export type TextLook = { readonly wraps: boolean; readonly size: number };

/** The text of a filled cell with what decides how much room it takes. */
export type SetText = { readonly column: string; readonly look: TextLook; readonly text: string };

const tallest = 409;

/** Stretches of columns whose widths are read; no form has more. */
const mostWidths = 2000;

/** The looks of `cellXfs` by style index, from xl/styles.xml. */
export function readTextLooks(styles: string): TextLook[] {
  const fonts = elementsOf(styles, 'fonts')[0]?.content ?? '';
  const sizes = elementsOf(fonts, 'font').map((font) => Number(/<sz val="([\d.]+)"/.exec(font.content ?? '')?.[1] ?? 11));
  return elementsOf(elementsOf(styles, 'cellXfs')[0]?.content ?? '', 'xf').map((xf) => ({
    wraps: /\bwrapText="(1|true)"/.test(xf.content ?? ''),
    size: sizes[Number(attribute(xf.attributes, 'fontId') ?? 0)] ?? 11,
  }));
}

/** Column widths of a sheet in characters, by column name. */
export function readColumnWidths(head: string): (column: string) => number {
  const standard = Number(/<sheetFormatPr\b[^<>]*\bdefaultColWidth="([\d.]+)"/.exec(head)?.[1] ?? 8.43);
  const widths = new Map<number, number>();
  for (const { attributes } of elementsOf(head, 'col').slice(0, mostWidths)) {
    const value = (name: string): number => Number(attribute(attributes, name) ?? Number.NaN);
    const width = value('width');
    if (Number.isNaN(width)) continue;
    for (let column = Math.max(1, value('min')); column <= Math.min(mostColumns, value('max')); column++) if (!widths.has(column)) widths.set(column, width);
  }
  return (column) => widths.get(columnNumber(column)) ?? standard;
}

/** Characters of the width of a digit: Chinese ones count two. */
function measure(line: string): number {
  let width = 0;
  for (const character of line) width += (character.codePointAt(0) ?? 0) < 0x2e80 && !'“”‘’…—'.includes(character) ? 1 : 2;
  return width;
}

function linesOf({ look, text }: SetText, columnWidth: number): number {
  // Widths are given in digits of the workbook's 11-point default; a little is lost to padding and to words that are not broken.
  const room = Math.max(2, ((columnWidth - 0.7) * 11) / look.size - 1);
  // Most texts of a ledger are short, whatever is in them.
  if (text.length * 2 <= room && !text.includes('\n')) return 1;
  return text.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil(measure(line) / room)), 0);
}

/**
 * The height in points that a row needs for its wrapped texts; undefined when one line is enough. Excel works heights out itself,
 * LibreOffice and printers of WPS take what the file says.
 */
export function neededHeight(cells: readonly SetText[], widthOf: (column: string) => number): number | undefined {
  const needs = cells.filter((cell) => cell.look.wraps).map((cell) => ({ lines: linesOf(cell, widthOf(cell.column)), size: cell.look.size }));
  const height = Math.max(0, ...needs.filter((need) => need.lines > 1).map((need) => need.lines * need.size * 1.45 + 4));
  return height === 0 ? undefined : Math.min(tallest, Math.ceil(height));
}
