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
const ignored = /[\s：:]/;

/** Blanks and colons do not count; `places[i]` is where character `i` of the result stood. */
function comparable(text: string): { readonly text: string; readonly places: readonly number[] } {
  const places: number[] = [];
  let kept = '';
  for (let index = 0; index < text.length; index++) {
    const character = text.charAt(index);
    if (ignored.test(character)) continue;
    kept += character;
    places.push(index);
  }
  return { text: kept, places };
}

/** A contract prepared for finding sentences in it: what is looked for in every block is worked out once. */
export type DocumentIndex = { readonly document: ContractDocument; readonly texts: readonly ReturnType<typeof comparable>[] };

export function indexDocument(document: ContractDocument): DocumentIndex {
  return { document, texts: document.blocks.map((block) => comparable(blockText(block))) };
}

/** A signature page has the label on one line and the name on another; the quotation has both on one. */
function namedAlone({ document, texts }: DocumentIndex, sentence: string): Passage[] {
  const name = sentence.split(' ').at(-1) ?? '';
  return name.length < 2 || name === sentence ? [] : document.blocks.flatMap((block, index) => {
    return texts[index]?.text === name ? [{ block: index, from: 0, to: blockText(block).length }] : [];
  });
}

/** Every place at which the sentence stands in the contract; none when the text does not have it (older data, another edition). */
export function passagesOf(index: DocumentIndex, sentence: string): Passage[] {
  const wanted = comparable(sentence).text;
  if (wanted.length < shortestQuotation) return [];
  const found = index.texts.flatMap(({ text, places }, block) => {
    const at = text.indexOf(wanted);
    const from = places[at];
    const last = places[at + wanted.length - 1];
    return at < 0 || from === undefined || last === undefined ? [] : [{ block, from, to: last + 1 }];
  });
  return found.length > 0 ? found : namedAlone(index, sentence);
}
