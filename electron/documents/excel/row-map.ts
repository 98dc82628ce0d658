import type { Scope } from '../tags/scope.ts';
import type { RowSection } from './row-sections.ts';

/**
 * One standing of a repeated section in the finished sheet. Sections in sections make a tree: every copy of the outer one holds a
 * block of its own for the inner one. Rows are 1-based.
 */
export type RowBlock = {
  readonly section: RowSection;
  /** First finished row; where nothing was written, the row that took the place. */
  readonly start: number;
  /** Finished rows, all copies together. */
  readonly size: number;
  /** One scope per copy. */
  readonly scopes: readonly Scope[];
  /** The one empty copy that a list without items leaves. */
  readonly isBlank: boolean;
  /** Absent where no section stands inside: then all copies are alike. */
  readonly copies: readonly RowCopy[] | undefined;
};

/** One copy of a section, or the whole sheet, which is its own only copy. */
export type RowCopy = { readonly start: number; readonly blocks: readonly RowBlock[] };

/** Where the rows of a template stand in the finished sheet. */
export type RowMap = { readonly isIdentity: boolean; readonly whole: RowCopy };

/** The copies that a finished row belongs to, outermost first: what is said there of rows of the same copies means these copies. */
export type RowPlace = readonly { readonly block: RowBlock; readonly copy: number }[];

export const nowhere: RowPlace = [];

/** First and last finished row of something. */
export type RowSpan = { readonly first: number; readonly last: number };

export function rowMap(blocks: readonly RowBlock[]): RowMap {
  return { isIdentity: blocks.every(standsOnce), whole: { start: 1, blocks } };
}

function standsOnce(block: RowBlock): boolean {
  return block.scopes.length === 1 && (block.copies?.every((copy) => copy.blocks.every(standsOnce)) ?? true);
}

export function copyOf(block: RowBlock, copy: number): RowCopy {
  return block.copies?.[copy] ?? { start: block.start + copy * (block.section.to - block.section.from + 1), blocks: [] };
}

/** Of blocks in order, the last that starts at this template row or above it. */
function lastStartingBy(blocks: readonly RowBlock[], row: number): RowBlock | undefined {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle]?.section.from ?? 0) <= row) low = middle + 1;
    else high = middle;
  }
  return blocks[low - 1];
}

/**
 * The finished row of one copy of a template row, in as many steps as sections stand around it.
 * @param side which copy is meant where `place` does not say; where nothing was written, `first` is the row that took the place and `last` the one above it
 */
function locate(map: RowMap, row: number, place: RowPlace, side: 'first' | 'last'): number {
  let copy = map.whole;
  let from = 1;
  for (let depth = 0; ; depth++) {
    const block = lastStartingBy(copy.blocks, row);
    if (block === undefined) return copy.start + row - from;
    if (row > block.section.to) return block.start + block.size + row - block.section.to - 1;
    if (block.scopes.length === 0) return side === 'first' ? block.start : block.start - 1;
    const step = place[depth];
    copy = copyOf(block, step?.block === block ? step.copy : side === 'first' ? 0 : block.scopes.length - 1);
    from = block.section.from;
  }
}

/** The finished row of a template row's first standing; where nothing was written, the row that took the place. */
export function rowAtOrBelow(map: RowMap, row: number): number {
  return locate(map, row, nowhere, 'first');
}

/** The finished row of a template row's last standing in these copies; where nothing was written, the row above. */
export function rowAtOrAbove(map: RowMap, row: number, place: RowPlace = nowhere): number {
  return locate(map, row, place, 'last');
}

/**
 * The first and the last finished row that came from these template rows: where the copies around both are those of `place`, only in
 * those copies. Undefined when nothing of them stands.
 */
export function finishedSpan(map: RowMap, from: number, to: number, place: RowPlace = nowhere): RowSpan | undefined {
  const shared = sharedPlace(place, from, to);
  if (stands(map, from, shared, 'first') && stands(map, to, shared, 'last')) return { first: locate(map, from, shared, 'first'), last: locate(map, to, shared, 'last') };
  // An end is gone, or missing in the outermost copies: what is left has to be looked for.
  const left = finishedSpans(map, from, to, shared);
  const [first, last] = [left[0]?.first, left.at(-1)?.last];
  return first === undefined || last === undefined ? undefined : { first, last };
}

/** The finished row of one template row: in the copies of `place`, else the first standing; undefined when it stands nowhere. */
export function finishedRow(map: RowMap, row: number, place: RowPlace = nowhere): number | undefined {
  const shared = sharedPlace(place, row, row);
  return stands(map, row, shared, 'first') ? locate(map, row, shared, 'first') : finishedSpans(map, row, row, shared)[0]?.first;
}

/** Whether the first (or last) copy of everything around the row has the row at all: a section inside may stand in another copy only. */
function stands(map: RowMap, row: number, place: RowPlace, side: 'first' | 'last'): boolean {
  let copy = map.whole;
  for (let depth = 0; ; depth++) {
    const block = lastStartingBy(copy.blocks, row);
    if (block === undefined || row > block.section.to) return true;
    if (block.scopes.length === 0) return false;
    const step = place[depth];
    copy = copyOf(block, step?.block === block ? step.copy : side === 'first' ? 0 : block.scopes.length - 1);
  }
}

/** The part of a place that belongs to both rows. */
export function sharedPlace(place: RowPlace, from: number, to: number): RowPlace {
  const depth = place.findIndex(({ block: { section } }) => from < section.from || from > section.to || to < section.from || to > section.to);
  return depth < 0 ? place : place.slice(0, depth);
}

/** Every standing of the innermost section that holds both rows, in order; one, nowhere, when no section does. */
export function* placesOf(map: RowMap, from: number, to: number): Generator<RowPlace> {
  yield* placesIn(map.whole, from, to, nowhere);
}

function* placesIn(copy: RowCopy, from: number, to: number, outer: RowPlace): Generator<RowPlace> {
  const block = lastStartingBy(copy.blocks, from);
  if (block === undefined || from > block.section.to || to > block.section.to) {
    yield outer;
    return;
  }
  for (let index = 0; index < block.scopes.length; index++) yield* placesIn(copyOf(block, index), from, to, [...outer, { block, copy: index }]);
}

/**
 * All finished rows that came from these template rows, as spans in order, those that touch put together.
 * @param place only the standing in these copies
 */
export function finishedSpans(map: RowMap, from: number, to: number, place: RowPlace = nowhere): RowSpan[] {
  const spans: { first: number; last: number }[] = [];
  const innermost = sharedPlace(place, from, to).at(-1);
  collectSpans(innermost === undefined ? map.whole : copyOf(innermost.block, innermost.copy), innermost?.block.section.from ?? 1, from, to, spans);
  return spans;
}

function collectSpans(copy: RowCopy, base: number, from: number, to: number, spans: { first: number; last: number }[]): void {
  // Template rows that stand once in this copy follow their neighbours at a distance that grows behind every block.
  let distance = copy.start - base;
  let at = from;
  const put = (first: number, last: number): void => {
    const previous = spans.at(-1);
    if (first > last) return;
    if (previous?.last === first - 1) previous.last = last;
    else spans.push({ first, last });
  };
  for (const block of copy.blocks) {
    const { section } = block;
    if (section.from > to) break;
    if (section.from > at) put(at + distance, section.from - 1 + distance);
    if (section.to >= at) {
      const [low, high] = [Math.max(at, section.from), Math.min(to, section.to)];
      if (low === section.from && high === section.to) put(block.start, block.start + block.size - 1);
      else for (let index = 0; index < block.scopes.length; index++) collectSpans(copyOf(block, index), section.from, low, high, spans);
      at = high + 1;
    }
    distance = block.start + block.size - section.to - 1;
  }
  put(at + distance, to + distance);
}
