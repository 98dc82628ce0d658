import type { Paragraph } from 'docx';
import type { GridCell, GridRow } from './grid-table.ts';
import { twips } from './measures.ts';
import { contentWidth, listPage } from './page.ts';
import { paragraph, piece } from './text.ts';

export const listWidth = contentWidth(listPage);

/** A column of a list: heading, width in millimetres, and what a row of the loop prints. */
export type ListColumn = { readonly heading: string; readonly width: number; readonly text: string; readonly align?: 'left' | 'center' };

const look = { size: 9, line: 13 } as const;

/** Title and period of a list; the total stands at the right, where one looks for it. */
export function listTitle(): Paragraph[] {
  return [
    paragraph('{标题}', { face: 'hei', size: 16, align: 'center', line: 26, keepNext: true }),
    paragraph('期间：{期间}（{期间起}至{期间止}）\t共 {合计.条数} 条{#合计.作废}，另作废 {合计.作废} 份{/}', { line: 18, rightTab: twips(listWidth), keepNext: true }),
  ];
}

/** The heading row, repeated on every page. */
export function headingRow(columns: readonly ListColumn[]): GridRow {
  return { header: true, height: 8, cells: columns.map((column) => ({ width: column.width, shaded: true, content: [paragraph(column.heading, { ...look, face: 'hei', align: 'center' })] })) };
}

/** One row per record: the loop opens in the first cell and closes in the last. */
export function loopRow(columns: readonly ListColumn[], loop: string): GridRow {
  const last = columns.length - 1;
  return {
    height: 7,
    cells: columns.map((column, index): GridCell => {
      const text = `${index === 0 ? `{#${loop}}` : ''}${column.text}${index === last ? `{/${loop}}` : ''}`;
      return { width: column.width, content: [paragraph(text, { ...look, align: column.align ?? 'left' })] };
    }),
  };
}

/** Cells of the last row of a list, given as width and text. */
export function totalRow(cells: readonly (readonly [width: number, text: string])[]): GridRow {
  return { height: 7, keepNext: true, cells: cells.map(([width, text], index) => ({ width, content: [paragraph(text, { ...look, face: index === 0 ? 'hei' : 'song', align: 'center' })] })) };
}

/** Who made, checked and confirmed a list; it is signed by hand. */
export function listSignatures(headings: readonly string[]): GridRow {
  const width = listWidth / headings.length;
  return {
    height: 15,
    cells: headings.map((heading) => ({ width, content: [paragraph(`${heading}（签字）：`, { face: 'hei', line: 18 }), paragraph([piece('日期：', { face: 'hei' }), piece('　　　　年　　月　　日')], { line: 18 })] })),
  };
}
