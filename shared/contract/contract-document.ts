import { z } from 'zod';

/**
 * The text of a contract as it was read, kept beside its profile so that a person can compare the two: paragraphs put together again
 * where the file broke them, and the rows of tables, in the order of the document.
 */

/** More blocks than any contract has; the text itself is bounded by the intake (300,000 characters). */
const mostBlocks = 30_000;

const paragraphBlock = z.strictObject({
  /** 1-based line of the file where it begins; of a Word file, its paragraph. */
  line: z.number().int().positive(),
  text: z.string().max(2000),
  /** Depth of a chapter's heading (0 is an annex); absent for running text. */
  heading: z.number().int().min(0).max(20).optional(),
});

const rowBlock = z.strictObject({ line: z.number().int().positive(), cells: z.array(z.string().max(4000)).max(200) });

export const contractDocumentSchema = z.strictObject({
  fileName: z.string().max(255),
  blocks: z.array(z.union([paragraphBlock, rowBlock])).max(mostBlocks),
});

export type ContractDocument = z.output<typeof contractDocumentSchema>;
export type DocumentBlock = ContractDocument['blocks'][number];

/** The words of a block, the cells of a row one after the other as quotations write them. */
export function blockText(block: DocumentBlock): string {
  return 'text' in block ? block.text : block.cells.filter((cell) => cell !== '').join(' ');
}

/** Where a quoted sentence stands: the block and its characters `from` … `to` (the latter not included). */
export type Passage = { readonly block: number; readonly from: number; readonly to: number };

/** Quotations are cut at some length, and differ from the text in blanks and the colon after a label at most. */
const shortestQuotation = 4;

/** Blanks of any width, tabs and line ends, and both colons. */
const ignoredCodes = new Set([0x09, 0x0a, 0x0d, 0x20, 0xa0, 0x3000, 0x3a, 0xff1a]);

/** Blanks and colons do not count; `places[i]` is where character `i` of the result stood. */
function comparable(text: string): { readonly text: string; readonly places: readonly number[] } {
  const places: number[] = [];
  let kept = '';
  let from = 0;
  for (let index = 0; index < text.length; index++) {
    if (!ignoredCodes.has(text.charCodeAt(index))) {
      places.push(index);
      continue;
    }
    kept += text.slice(from, index);
    from = index + 1;
  }
  return { text: kept + text.slice(from), places };
}

/** A contract prepared for finding sentences in it: all blocks as one text with line ends between, and where each of them begins. */
export type DocumentIndex = { readonly document: ContractDocument; readonly text: string; readonly starts: readonly number[]; readonly places: readonly (readonly number[])[] };

export function indexDocument(document: ContractDocument): DocumentIndex {
  const blocks = document.blocks.map((block) => comparable(blockText(block)));
  const starts: number[] = [];
  let length = 0;
  for (const { text } of blocks) {
    starts.push(length);
    length += text.length + 1;
  }
  return { document, text: blocks.map(({ text }) => text).join('\n'), starts, places: blocks.map(({ places }) => places) };
}

/** The last block that begins at or before a character of the whole text. */
function blockAt(starts: readonly number[], at: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The first occurrence in each block; `wanted` has no line end, so none lies across two blocks. */
function occurrences({ text, starts, places }: DocumentIndex, wanted: string): Passage[] {
  const found: Passage[] = [];
  for (let at = text.indexOf(wanted); at >= 0;) {
    const block = blockAt(starts, at);
    const inside = at - (starts[block] ?? 0);
    const from = places[block]?.[inside];
    const last = places[block]?.[inside + wanted.length - 1];
    if (from !== undefined && last !== undefined) found.push({ block, from, to: last + 1 });
    const next = starts[block + 1];
    at = next === undefined ? -1 : text.indexOf(wanted, next);
  }
  return found;
}

/** A signature page has the label on one line and the name on another; the quotation has both on one. */
function namedAlone(index: DocumentIndex, sentence: string): Passage[] {
  const name = comparable(sentence.split(' ').at(-1) ?? '').text;
  if (name.length < 2 || name === comparable(sentence).text) return [];
  return occurrences(index, name).filter(({ block }) => index.places[block]?.length === name.length);
}

/** Every place at which the sentence stands in the contract; none when the text does not have it (older data, another edition). */
export function passagesOf(index: DocumentIndex, sentence: string): Passage[] {
  const wanted = comparable(sentence).text;
  if (wanted.length < shortestQuotation) return [];
  const found = occurrences(index, wanted);
  return found.length > 0 ? found : namedAlone(index, sentence);
}
