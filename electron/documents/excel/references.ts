import { AppError } from '../../../shared/app-error.ts';
import { mostElements } from '../tags/template-limits.ts';
import { parseFormula, pointText, referenceText, type CellPoint, type Formula, type Reference } from './formula.ts';
import { finishedRow, finishedSpan, finishedSpans, nowhere, sharedPlace, type RowMap, type RowPlace } from './row-map.ts';
import { mostRows } from './sheet-limits.ts';

/** Where the rows of all sheets went, as one sheet sees it. `own` is absent for parts that belong to no sheet. */
export type Moves = {
  readonly own: RowMap | undefined;
  readonly of: (sheet: string) => RowMap | undefined;
  /** Nothing moves in any sheet. */
  readonly isStill: boolean;
  /** How much has been written once for each copy so far: merged cells, links, shapes. Loops multiply them. */
  readonly copied: { count: number };
  /** Ranges that became one while the cells were filled. */
  readonly merged?: readonly string[];
  /** Relationship of the drawing that a sheet got for its pictures. */
  readonly addedDrawing?: string | undefined;
};

/** @throws AppError render-failed when copies of merged cells, links and shapes multiply beyond reason */
export function countCopy({ copied }: Moves): void {
  copied.count += 1;
  if (copied.count > mostElements) throw new AppError('render-failed', `填好后合并单元格、条件格式、链接和图形超过 ${mostElements} 处，没有生成。`, { limit: mostElements });
}

/** How a formula is written that stands for many cells at once. */
export type MoveOptions = {
  /** Rows outside the copies of the place get a `$`: the program would otherwise count them from each cell anew. */
  readonly anchored?: boolean;
  /** Rows without `$` are written as distances from this one: equal texts then mean equal rules. */
  readonly relativeTo?: number;
};

/**
 * Writes a formula (or a defined name, or a print area) with its references where their rows went. A range grows with the rows
 * inserted inside it. Within a copy of a repeated block, rows of the same block mean the same copy; from outside, a single cell means
 * the first copy. A range with only its beginning fixed (`D$3:D3`) reaches from the first copy to this one: a running total.
 */
export function moveFormula(formula: Formula, moves: Moves, place: RowPlace = nowhere, options: MoveOptions = {}): string {
  let text = '';
  for (const piece of formula) text += typeof piece === 'string' ? piece : moveReference(piece, moves, place, options);
  return text;
}

/** Like moveFormula, for a formula that is moved once only. */
export function moveFormulaText(formula: string, moves: Moves, place?: RowPlace): string {
  return moveFormula(parseFormula(formula), moves, place);
}

function moveReference(reference: Reference, moves: Moves, place: RowPlace, options: MoveOptions): string {
  const map = reference.sheet === undefined ? moves.own : moves.of(reference.sheet);
  if (map === undefined || reference.from.row === 0) return referenceText(reference);
  // A sheet may name itself; its copies are still its own.
  const own = map === moves.own ? place : nowhere;
  return reference.to === undefined ? moveSingle(reference, map, own, options) : moveSpan(reference, reference.to, map, own, options);
}

function moveSingle({ prefix, from }: Reference, map: RowMap, place: RowPlace, options: MoveOptions): string {
  const row = finishedRow(map, from.row, place);
  return row === undefined || row > mostRows ? '#REF!' : prefix + written(from, row, isShared(place, from.row), options);
}

function moveSpan({ prefix, from }: Reference, to: CellPoint, map: RowMap, place: RowPlace, options: MoveOptions): string {
  if (to.row < from.row) return moveSpan({ prefix, sheet: undefined, from: { ...to, column: from.column, columnFixed: from.columnFixed }, to }, { ...from, column: to.column, columnFixed: to.columnFixed }, map, place, options);
  const shared = sharedPlace(place, from.row, to.row);
  const isRunning = from.rowFixed !== to.rowFixed && shared.length === place.length && isDirectlyIn(place, from.row) && isDirectlyIn(place, to.row);
  const outer = shared.slice(0, -1);
  const first = finishedSpan(map, from.row, to.row, isRunning && from.rowFixed ? outer : shared)?.first;
  const last = finishedSpan(map, from.row, to.row, isRunning && to.rowFixed ? outer : shared)?.last;
  if (first === undefined || last === undefined || first > mostRows) return '#REF!';
  const inPlace = shared.length === place.length;
  return `${prefix}${written(from, first, inPlace, options)}:${written(to, Math.min(last, mostRows), inPlace, options)}`;
}

/** Whether a row repeats with the innermost copies of a place, and not in a section further inside. */
function isDirectlyIn(place: RowPlace, row: number): boolean {
  return place.at(-1)?.block.section.sections.every(({ from, to }) => row < from || row > to) ?? false;
}

function isShared(place: RowPlace, row: number): boolean {
  return sharedPlace(place, row, row).length === place.length;
}

function written(point: CellPoint, row: number, inPlace: boolean, { anchored = false, relativeTo }: MoveOptions): string {
  const rowFixed = point.rowFixed || (anchored && !inPlace);
  if (relativeTo !== undefined && !rowFixed) return `${pointText({ ...point, row: 0 })}[${row - relativeTo}]`;
  return pointText({ ...point, row, rowFixed });
}

/** A range of cells of one sheet as lists of ranges write it: `A1`, `A1:B3`, `3:5`, `A:C`. */
export type CellRange = { readonly left: string; readonly right: string; readonly from: number; readonly to: number };

/** Reads `A1` or `A1:B3`; undefined for anything else. Whole columns have the rows 0 to 0. */
export function readRange(text: string): CellRange | undefined {
  const [only, ...more] = parseFormula(text.trim());
  if (only === undefined || typeof only === 'string' || more.length > 0) return undefined;
  const { from, to = from } = only;
  return { left: from.column, right: to.column, from: Math.min(from.row, to.row), to: Math.max(from.row, to.row) };
}

export function rangeText({ left, right, from, to }: CellRange): string {
  const [start, end] = [left + (from === 0 ? '' : String(from)), right + (to === 0 ? '' : String(to))];
  return start === end && left !== '' ? start : `${start}:${end}`;
}

/** Where one range went, grown over everything inserted in it; undefined when all its rows are gone. */
export function moveRange(range: CellRange, map: RowMap, place: RowPlace = nowhere): CellRange | undefined {
  if (range.from === 0) return range;
  const span = finishedSpan(map, range.from, range.to, place);
  return span === undefined || span.first > mostRows ? undefined : { ...range, from: span.first, to: Math.min(span.last, mostRows) };
}

/** All cells that came from those of a range, as few ranges: of a block of several rows, each copy has its own. */
export function moveEverywhere(range: CellRange, map: RowMap, place: RowPlace = nowhere): CellRange[] {
  if (range.from === 0) return [range];
  return finishedSpans(map, range.from, range.to, place).filter(({ first }) => first <= mostRows).map(({ first, last }) => ({ ...range, from: first, to: Math.min(last, mostRows) }));
}

/** Like moveRange, from text to text. */
export function moveRangeText(text: string, map: RowMap, place?: RowPlace): string | undefined {
  const range = readRange(text);
  const moved = range === undefined ? undefined : moveRange(range, map, place);
  return moved === undefined ? undefined : rangeText(moved);
}
