import type { PageRange } from '../../../../shared/volumes/binding.ts';

/** One paper or document of a volume, as far as its pages matter. `page`: the running number of its first page; absent for what is not numbered. */
export type BoundPart = { readonly pages: number; readonly page?: number | undefined; /** Begins on the front of a sheet. */ readonly startsOnFront: boolean; /** Further pages that do, from 0. */ readonly fronts?: readonly number[] | undefined };

/** One side of paper: a page of a part, or an empty reverse. */
export type Side = { readonly part: number; readonly index: number; readonly number: number | undefined; readonly isFront: boolean } | undefined;

/**
 * The sides of a volume in the order of printing. Single-sided paper has fronts only. Double-sided, an empty reverse comes where a page has
 * to begin on a front, and at the end, so that a second copy begins with a sheet of its own. Empty sides have no number (空白页不编).
 */
export function volumeSides(parts: readonly BoundPart[], doubleSided: boolean): readonly Side[] {
  const sides: Side[] = [];
  for (const [position, { pages, page, startsOnFront, fronts }] of parts.entries()) {
    const beginning = new Set([...(startsOnFront ? [0] : []), ...(fronts ?? [])]);
    for (let index = 0; index < pages; index++) {
      if (doubleSided && beginning.has(index) && sides.length % 2 === 1) sides.push(undefined);
      sides.push({ part: position, index, number: page === undefined ? undefined : page + index, isFront: !doubleSided || sides.length % 2 === 0 });
    }
  }
  if (doubleSided && sides.length % 2 === 1) sides.push(undefined);
  return sides;
}

/**
 * Pages of the file that are worth printing when signed paper is bound in place of its scans: whole sheets, so that printing them alone keeps
 * fronts fronts. A sheet that bears anything else is printed whole.
 * @param isOriginal of a page of a part, from 0
 */
export function pagesToPrint(sides: readonly Side[], doubleSided: boolean, isOriginal: (part: number, index: number) => boolean): PageRange[] {
  const perSheet = doubleSided ? 2 : 1;
  const ranges: PageRange[] = [];
  for (let first = 0; first < sides.length; first += perSheet) {
    const shown = sides.slice(first, first + perSheet).filter((side) => side !== undefined);
    if (shown.length > 0 && shown.every(({ part, index }) => isOriginal(part, index))) continue;
    const [from, to] = [first + 1, Math.min(first + perSheet, sides.length)];
    const last = ranges.at(-1);
    if (last?.to === first) ranges[ranges.length - 1] = { from: last.from, to };
    else ranges.push({ from, to });
  }
  return ranges;
}

/** Sheets of paper that a number of sides needs. */
export function sheetsOf(sides: number, doubleSided: boolean): number {
  return doubleSided ? Math.ceil(sides / 2) : sides;
}
