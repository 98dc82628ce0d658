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

/** Sheets of paper that a number of sides needs. */
export function sheetsOf(sides: number, doubleSided: boolean): number {
  return doubleSided ? Math.ceil(sides / 2) : sides;
}
