import type { LocalDate } from '../dates.ts';

/** Names one document of the hand-over: a deliverable and which part of it (a period's key, or a record's id). */
export type ItemKey = { readonly deliverable: string; readonly scope: string };

/** One document as it is bound (件): what a contents list says of it, and how many pages it has. */
export type BoundItem = ItemKey & {
  /** 文件材料题名, without the prefix that all documents of a contract share. */
  readonly title: string;
  /** The title of its deliverable, without the shared prefix: what items are gathered by. */
  readonly deliverableTitle: string;
  /** What kind of record it is made from, in the trade's words: 日常巡检记录. */
  readonly kindTitle: string;
  /** 文件编号: one number, or the first and last of several. */
  readonly fileNumber: string;
  /** 责任者 */
  readonly responsible: string;
  /** The day of the document, or the last day of what it holds. */
  readonly date: LocalDate;
  /** First and last day of what it holds. */
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** The reporting period that most of it lies in, as `2024-08-03 第一季度`, so that periods sort; empty when it reaches over several. */
  readonly quarter: string;
  readonly records: number;
  readonly note: string;
  /** Pages with text or pictures, at least 1. */
  readonly pages: number;
  /** Photos that are printed on its pages; absent where nobody looked. */
  readonly photos?: number | undefined;
  /** Of a file of several forms: the pages on which they begin, from 0; estimated as long as the pages are. */
  readonly recordStarts?: readonly number[] | undefined;
  /** Counted in the converted document; otherwise estimated (待核). */
  readonly pagesAreCounted: boolean;
};

/** A document at its place in a volume. All page numbers count from 1; blank reverse sides are not numbered (空白页不编). */
export type PlacedItem = BoundItem & {
  /** 序号 within the volume, from 1. */
  readonly number: number;
  /** Running page numbers within the volume. */
  readonly firstPage: number;
  readonly lastPage: number;
  /** Where its first page lies in the printed body, from 1: printed on both sides blank reverse sides count and odd ones are fronts; on one side it is `firstPage`. */
  readonly firstSide: number;
};

/** One bound volume (卷). Lengths are in millimetres. */
export type Volume = {
  /** 卷号, from 1. */
  readonly number: number;
  /** Stays the same while items come and go; titles are kept by it. */
  readonly key: string;
  /** 案卷题名 */
  readonly title: string;
  /** The title that the rule gives, to go back to. */
  readonly ruleTitle: string;
  /** 档号, or empty. */
  readonly code: string;
  /** First and last day of what it holds (起止日期). */
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly items: readonly PlacedItem[];
  /** Numbered pages of the body. */
  readonly pages: number;
  /** False as long as the pages of any item are estimated. */
  readonly pagesAreCounted: boolean;
  /** Sheets of paper of the body. */
  readonly sheets: number;
  /** Sheets of the cover, the contents list and, where the profile has one, the filing note. */
  readonly paperSheets: number;
  /** Of all its sheets. */
  readonly thickness: number;
  /** The smallest usual spine that holds it. */
  readonly spine: number;
  /** More than the limit allows: a single item that is larger, or what a person put together. */
  readonly isOverLimit: boolean;
};

/** One text for one document, for maps and comparisons. */
export function itemKey({ deliverable, scope }: ItemKey): string {
  return `${deliverable} ${scope}`;
}
