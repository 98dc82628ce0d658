import type { ListedRecord } from '../../shared/ipc/record-channels.ts';

/** Rows that are asked for together. */
export const pageSize = 100;
/** Pages kept around the one in view; a fast wheel does not have to wait for those just left. */
const keptAround = 6;

type Page = { readonly rows: readonly ListedRecord[]; /** What the answer was for; another `asked` than that of the whole means that it may be outdated. */ readonly asked: string };

/** The part of a long list that is here. */
export type RecordPages = {
  /** The question whose list this is. */
  readonly question: string;
  /** What the latest answer was for. */
  readonly asked: string;
  readonly total: number;
  readonly pages: ReadonlyMap<number, Page>;
};

/** First and last row in view. */
export type RowRange = { readonly first: number; readonly last: number };

/** The row of an index, when it is here. */
export function rowAt(held: RecordPages | undefined, index: number): ListedRecord | undefined {
  return held?.pages.get(Math.floor(index / pageSize))?.rows[index % pageSize];
}

/** The row that a record has, when it is here. */
export function heldRowOf(held: RecordPages, id: string): number | undefined {
  for (const [page, { rows }] of held.pages) {
    const at = rows.findIndex((record) => record.id === id);
    if (at !== -1) return page * pageSize + at;
  }
  return undefined;
}

/**
 * The page to be asked for next: of those in view the first that is missing or outdated; undefined when all are here.
 * @param question the list that is wanted now
 * @param asked the question and the state of the records, of which either makes an answer outdated
 */
export function neededPage(held: RecordPages | undefined, question: string, asked: string, range: RowRange): number | undefined {
  if (held === undefined || held.question !== question) return 0;
  const isFresh = (page: number): boolean => held.pages.get(page)?.asked === asked;
  const last = Math.min(Math.max(0, held.total - 1), Math.max(range.first, range.last));
  for (let page = Math.floor(Math.min(range.first, last) / pageSize); page <= Math.floor(last / pageSize); page++) if (!isFresh(page)) return page;
  return undefined;
}

/** Puts an answer in its place. Another list takes the place of the whole; of the same list outdated rows stay until newer ones come. */
export function withPage(held: RecordPages | undefined, answer: { readonly question: string; readonly asked: string; readonly page: number; readonly total: number; readonly rows: readonly ListedRecord[] }): RecordPages {
  const { question, asked, page, total, rows } = answer;
  const pages = new Map(held?.question === question ? held.pages : []);
  pages.set(page, { rows, asked });
  for (const other of pages.keys()) if (Math.abs(other - page) > keptAround || other * pageSize >= Math.max(1, total)) pages.delete(other);
  return { question, asked, total, pages };
}
