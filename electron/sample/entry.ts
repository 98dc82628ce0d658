import type { LocalDate } from '../../shared/dates.ts';
import type { KindBody, KindName } from '../../shared/records/kinds.ts';

/** A record before it has its number. Links in its body hold `reference(key)` until then. */
export type Entry<K extends KindName> = {
  readonly key: string;
  readonly kind: K;
  readonly body: KindBody<K>;
  readonly date: LocalDate;
  /** Who did it and when it was finished: the first signature. */
  readonly executor: string;
  readonly doneOn: LocalDate;
  /** Minute of the day, for the order of numbers within one day. */
  readonly minute: number;
};

const mark = '@';

/** Stands for another entry's number until numbers are given. */
export function reference(key: string): string {
  return `${mark}${key}`;
}

/** The key in a reference, or undefined when the text is none. */
export function referredKey(text: string): string | undefined {
  return text.startsWith(mark) ? text.slice(mark.length) : undefined;
}
