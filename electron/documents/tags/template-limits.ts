import { AppError } from '../../../shared/app-error.ts';

/** Ten times what the longest form has: some checks compare every tag with every other, and a template made to exhaust them must not. */
export const mostTags = 3000;

/** Loops in loops; forms have two or three. Whoever renders them calls itself once for each. */
export const deepestLoops = 40;

/** Repetitions inside one cell: loops in loops multiply. */
export const mostRepetitionsInCell = 100_000;

/** Rows that repeat, in one sheet. */
export const mostRowSections = 200;

/**
 * Items of lists that the filters of one document go through: a filter over a list inside a loop over the same list goes through it once
 * for every row, which three thousand rows allow.
 */
export const mostFilterWork = 10_000_000;

/** Elements of one part, cells of one sheet: a few kilobytes of zip can hold millions, each of which takes a hundred bytes to keep. */
export const mostElements = 1_000_000;

/** Elements of all parts of a document together, for the same reason. */
export const mostElementsInAll = 2 * mostElements;

/**
 * Tags times elements of a part: several questions of a tag or loop (which paragraph is it in, what does it repeat) go through the
 * part. Three thousand tags in two hundred pages are below it.
 */
export const mostReading = 400_000_000;

/** A longer tag is a page whose brace was forgotten, or made to keep the patterns busy that tags are read with. In UTF-16 units. */
export const longestTag = 5000;

/** Doubts of one kind about one part: whoever reads ten of them knows. */
export const mostDoubts = 100;

/** @throws AppError template-broken when a template has more tags than any form */
export function refuseTooManyTags(count: number): void {
  if (count > mostTags) throw new AppError('template-broken', `模板里的标签超过 ${mostTags} 个，不像是表单，已停止读取。`, { limit: mostTags });
}

/** @throws AppError template-broken */
export function refuseDeepLoops(depth: number): void {
  if (depth > deepestLoops) throw new AppError('template-broken', `模板里的循环套了 ${deepestLoops} 层以上，已停止读取。`, { limit: deepestLoops });
}
