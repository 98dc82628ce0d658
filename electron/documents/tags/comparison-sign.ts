import { halfWidth } from './half-width.ts';
import type { ComparisonSign } from './formula.ts';

/** As people are told to write them. */
export const comparisonSigns: readonly ComparisonSign[] = ['==', '!=', '>', '>=', '<', '<='];

/** Every spelling, after the full-width ones were made narrow. Longer ones stand first. */
const spellings: readonly (readonly [string, ComparisonSign])[] = [
  ['===', '=='], ['!==', '!='], ['==', '=='], ['!=', '!='], ['<>', '!='], ['>=', '>='], ['<=', '<='], ['=>', '>='], ['=<', '<='],
  ['≥', '>='], ['≤', '<='], ['≠', '!='], ['=', '=='], ['>', '>'], ['<', '<'],
];

/** The comparison at the beginning of a text, if any, and how long it is written. */
export function comparisonAt(text: string, at: number): { readonly sign: ComparisonSign; readonly length: number } | undefined {
  const next = narrow(text.slice(at, at + 3));
  const found = spellings.find(([spelling]) => next.startsWith(spelling));
  return found && { sign: found[1], length: found[0].length };
}

/** A comparison that is the whole text. */
export function comparisonSign(text: string): ComparisonSign | undefined {
  const trimmed = text.trim();
  const found = comparisonAt(trimmed, 0);
  return found?.length === trimmed.length ? found.sign : undefined;
}

/** Full-width signs of the expression language as the usual ones; one character stays one character. */
export function narrow(text: string): string {
  return text.replace(/[＝！＞＜＆｜（）：，]/g, halfWidth);
}
