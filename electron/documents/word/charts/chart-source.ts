import { buildProgram, type Edit } from '../edits.ts';
import type { Program } from '../program.ts';
import type { ChartPiece } from './chart-program.ts';

/** A stretch of the source that is more than text with tags. */
export type PlacedPiece = { readonly from: number; readonly to: number; readonly piece: ChartPiece };

/** The source of a chart part with the edits of its text tags. */
export type ChartSource = { readonly xml: string; readonly edits: readonly Edit[] };

/** The program of an element as the template has it, with its text tags. */
export function programOf({ xml, edits }: ChartSource, element: { readonly from: number; readonly to: number }): Program {
  return buildProgram(xml, element.from, element.to, edits.filter(({ from, to }) => from >= element.from && to <= element.to), false);
}

export function placed(element: { readonly from: number; readonly to: number }, piece: ChartPiece): PlacedPiece {
  return { from: element.from, to: element.to, piece };
}
