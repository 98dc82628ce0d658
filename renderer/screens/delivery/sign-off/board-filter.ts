import { needOf, paperNeeds, type BoardDocument, type PaperNeed } from '../../../../shared/sign-off/board.ts';
import { targetKey } from '../../../../shared/sign-off/match-scans.ts';

/** Which documents of the board are shown. */
export type BoardFilter = { readonly deliverable: string | undefined; readonly need: PaperNeed | undefined; readonly words: string };

export const wholeBoard: BoardFilter = { deliverable: undefined, need: undefined, words: '' };

/** How many documents wait for what. */
export type NeedCounts = Readonly<Record<PaperNeed, number>>;

/** One line of the summary. */
export type DeliverableCounts = { readonly deliverable: string; readonly title: string; readonly files: number; readonly counts: NeedCounts };

export function countNeeds(documents: readonly BoardDocument[]): NeedCounts {
  const count = (need: PaperNeed): number => documents.filter((document) => needOf(document) === need).length;
  return { make: count('make'), print: count('print'), sign: count('sign'), scan: count('scan'), renew: count('renew'), nothing: count('nothing') };
}

/** The deliverables in the order of the board, each with what its documents wait for. */
export function countByDeliverable(documents: readonly BoardDocument[]): readonly DeliverableCounts[] {
  return [...Map.groupBy(documents, ({ deliverable }) => deliverable)].map(([deliverable, own]) => ({ deliverable, title: own[0]?.title ?? '', files: own.length, counts: countNeeds(own) }));
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/[\s_-]/g, '');
}

/** The documents that the filter leaves; words are looked for in names, periods and numbers. */
export function filteredBoard(documents: readonly BoardDocument[], { deliverable, need, words }: BoardFilter): readonly BoardDocument[] {
  const wanted = plain(words);
  return documents.filter((document) => (
    (deliverable === undefined || document.deliverable === deliverable)
    && (need === undefined || needOf(document) === need)
    && (wanted === '' || [document.name, document.period, ...document.records.map(({ number }) => number)].some((text) => plain(text).includes(wanted)))
  ));
}

/** Tells one document from all others. */
export function documentKey(document: Pick<BoardDocument, 'deliverable' | 'scope'>): string {
  return targetKey({ deliverable: document.deliverable, scope: document.scope });
}

/** The needs that at least one document has, in the order of the way. */
export function presentNeeds(counts: NeedCounts): readonly PaperNeed[] {
  return paperNeeds.filter((need) => counts[need] > 0);
}
