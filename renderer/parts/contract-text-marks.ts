import { blockText, passagesOf, type ContractDocument, type DocumentBlock, type DocumentIndex, type Passage } from '../../shared/contract/contract-document.ts';

/** A piece of a block: plain, quoted somewhere, or quoted by what is looked at now. */
export type TextPiece = { readonly text: string; readonly mark: 'none' | 'quoted' | 'current' };

/** Which characters are quoted, by block. */
export type Marks = ReadonlyMap<number, readonly Passage[]>;

/** Where the sentences stand in the text. */
export function marksOf(index: DocumentIndex, sentences: readonly string[]): Marks {
  const marks = new Map<number, Passage[]>();
  for (const sentence of new Set(sentences)) {
    for (const passage of passagesOf(index, sentence)) marks.set(passage.block, [...(marks.get(passage.block) ?? []), passage]);
  }
  return marks;
}

function covers(passages: readonly Passage[] | undefined, from: number): boolean {
  return passages?.some((passage) => passage.from <= from && from < passage.to) ?? false;
}

/** The text of one block, cut where marks begin and end; a current mark lies over others. */
export function textPieces(block: DocumentBlock, quoted: readonly Passage[] | undefined, current: readonly Passage[] | undefined): TextPiece[] {
  const text = blockText(block);
  const ends = [...(quoted ?? []), ...(current ?? [])].flatMap(({ from, to }) => [from, to]);
  const cuts = [...new Set([0, ...ends, text.length])].filter((cut) => cut <= text.length).toSorted((a, b) => a - b);
  return cuts.slice(0, -1).map((from, index) => ({
    text: text.slice(from, cuts[index + 1]),
    mark: covers(current, from) ? 'current' : covers(quoted, from) ? 'quoted' : 'none',
  }));
}

/** Runs of table rows belong together; every other block stands alone. Indexes of the first block and after the last. */
export type BlockRun = { readonly from: number; readonly to: number; readonly isTable: boolean };

export function blockRuns(document: ContractDocument): BlockRun[] {
  const runs: BlockRun[] = [];
  document.blocks.forEach((block, index) => {
    const last = runs.at(-1);
    const isTable = 'cells' in block;
    if (isTable && last?.isTable === true) runs[runs.length - 1] = { ...last, to: index + 1 };
    else runs.push({ from: index, to: index + 1, isTable });
  });
  return runs;
}
