import type { Question } from '../../../shared/contract/profile.ts';
import type { Paragraph, Sentence } from '../text/contract-text.ts';

/** Path in the profile → the sentence it was read from. */
export type Sources = Readonly<Record<string, string>>;

/** What one extractor found: a value that always fits the profile, what is uncertain about it, and where it came from. */
export type Reading<T> = { readonly value: T; readonly questions: readonly Question[]; readonly sources: Sources };

/** Stands where the contract says nothing; a question always goes with it. */
export const unknownText = '待确认';

/** Nobody weighs more than this many passages or candidates against each other. */
const mostCandidates = 20;

/** A passage of the contract, short enough to be quoted. */
export function quote(passage: string | Paragraph | Sentence): string {
  return (typeof passage === 'string' ? passage : passage.text).slice(0, 600);
}

/**
 * A question for the person who knows the contract.
 * @param field path in the profile that the answer belongs to
 * @param options candidates as they would be written into the field, or as a person would say them
 */
export function ask(id: string, field: string, question: string, passages: readonly (string | Paragraph | Sentence)[], options: readonly string[] = []): Question {
  return {
    id: id.slice(0, 60),
    field: field.slice(0, 100),
    question: question.slice(0, 1000),
    options: distinct(options).slice(0, mostCandidates).map((option) => option.slice(0, 500)),
    sources: distinct(passages.slice(0, 200).map(quote)).filter((source) => source !== '').slice(0, mostCandidates),
  };
}

export function distinct<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}
