import { compareDecimals, readDecimal, type Decimal } from './filters/decimal.ts';
import { compareMoments, momentOrder, readMoment, type Moment } from './filters/moment.ts';
import type { ComparisonSign } from './formula.ts';
import { valueText } from './value-text.ts';

const yes: ReadonlySet<string> = new Set(['是', '真', 'true', 'yes', 'y', '√', '✓', '✔', '☑', '■', '1']);
const no: ReadonlySet<string> = new Set(['否', '假', 'false', 'no', 'n', '×', '✗', '☐', '□', '0']);

/** What 是, 否 and their kin say; undefined for anything else. */
export function truthOf(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value;
  const text = valueText(value)?.trim().toLowerCase();
  if (text === undefined) return undefined;
  return yes.has(text) ? true : no.has(text) ? false : undefined;
}

/** Absent, null, a text of blanks or an empty list. */
export function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  return typeof value === 'string' ? value.trim() === '' : Array.isArray(value) && value.length === 0;
}

/**
 * Whether a comparison holds. Values of the data are texts ready to print, so it goes by what they say:
 * 1. Empty values (absent, null, blank, an empty list) equal each other and nothing else, and are neither more nor less than anything.
 * 2. 真 and 假 equal what says so: 是/否, true/false, √/×, ☑/☐, 1/0.
 * 3. Two numbers or number texts (1234.5, 1,234.50, ¥1,234.50) compare as decimal numbers.
 * 4. Two dates or times in the shapes of readMoment compare as such, as far as both are written: 2024年8月5日 equals 2024-08-05 09:05.
 * 5. A number or a date is neither more nor less than a text that is none: 待定 > 5 does not hold, nor does 待定 < 5.
 * 6. All else compares as text without the blanks around it; more and less go by character codes. Lists are texts joined by 、.
 * 7. An object has no text: it equals nothing.
 */
export function comparisonHolds(sign: ComparisonSign, left: unknown, right: unknown): boolean {
  if (sign === '==') return areEqual(left, right);
  if (sign === '!=') return !areEqual(left, right);
  const order = orderOf(left, right);
  if (order === undefined) return false;
  switch (sign) {
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
  }
}

function areEqual(left: unknown, right: unknown): boolean {
  if (isEmpty(left) || isEmpty(right)) return isEmpty(left) && isEmpty(right);
  if (typeof left === 'string' && left === right) return true;
  if (typeof left === 'boolean' || typeof right === 'boolean') return truthOf(left) !== undefined && truthOf(left) === truthOf(right);
  const order = orderOf(left, right);
  if (order !== undefined) return order === 0;
  const text = valueText(left)?.trim();
  return text !== undefined && text === valueText(right)?.trim();
}

/** Negative, 0 or positive; undefined where nothing can be said. */
function orderOf(left: unknown, right: unknown): number | undefined {
  if (isEmpty(left) || isEmpty(right) || typeof left === 'boolean' || typeof right === 'boolean') return undefined;
  const [number, otherNumber] = [readDecimal(left), readDecimal(right)];
  if (number !== undefined && otherNumber !== undefined) return compareDecimals(number, otherNumber);
  if (number !== undefined || otherNumber !== undefined) return undefined;
  const [moment, otherMoment] = [readMoment(left), readMoment(right)];
  if (moment !== undefined && otherMoment !== undefined) return compareMoments(moment, otherMoment);
  if (moment !== undefined || otherMoment !== undefined) return undefined;
  const [text, other] = [valueText(left)?.trim(), valueText(right)?.trim()];
  return text === undefined || other === undefined ? undefined : text < other ? -1 : text > other ? 1 : 0;
}

/** A value read for sorting, so that a long list is read once. */
export type SortingKey =
  | { readonly rank: 0; readonly number: Decimal }
  | { readonly rank: 1 | 2; readonly moment: Moment }
  | { readonly rank: 3; readonly text: string }
  | { readonly rank: 4 };

/** By rank: numbers, days, times, texts, and at the end what is empty or has no text. */
export function sortingKey(value: unknown): SortingKey {
  const text = isEmpty(value) ? undefined : valueText(value)?.trim();
  if (text === undefined || text === '') return { rank: 4 };
  const number = readDecimal(value);
  if (number !== undefined) return { rank: 0, number };
  const moment = readMoment(value);
  return moment === undefined ? { rank: 3, text } : { rank: moment.date === undefined ? 2 : 1, moment };
}

/** The order of a sorted list. Unlike a comparison it places everything, so that the order is the same whatever the list holds. */
export function sortingOrder(left: SortingKey, right: SortingKey): number {
  if (left.rank === 0 && right.rank === 0) return compareDecimals(left.number, right.number);
  if (left.rank === 3 && right.rank === 3) return left.text < right.text ? -1 : Number(left.text > right.text);
  if ('moment' in left && 'moment' in right && left.rank === right.rank) return momentOrder(left.moment, right.moment);
  return left.rank - right.rank;
}
