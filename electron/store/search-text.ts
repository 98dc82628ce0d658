import type { FieldDefinition, Fields } from '../../shared/records/fields.ts';
import { kindOf, type KindName } from '../../shared/records/kinds.ts';
import { plainForm, plainRuns } from '../../shared/records/search-words.ts';

/** What of a record can be found by its words. */
export type SearchableRecord = {
  readonly kind: KindName;
  readonly number: string;
  readonly title: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly extra: Readonly<Record<string, unknown>>;
  readonly signOff: Readonly<Record<string, unknown>>;
  readonly lateReason?: string | undefined;
};

/**
 * The index entry of a record: every pair of neighbouring characters and every last character of a run, separated by spaces.
 * So a word of any length is a run of consecutive pairs, and one character is the beginning of a pair.
 */
export function searchPairs(record: SearchableRecord): string {
  return plainRuns(textOf(record)).map((run) => pairsOf(run, true)).join(' ');
}

/** The FTS5 expression for records in which all words occur. */
export function searchExpression(words: readonly string[]): string {
  return words.map((word) => (Array.from(word).length === 1 ? `"${word}"*` : `"${pairsOf(word, false)}"`)).join(' AND ');
}

/** Whether all words occur in a record: what the index answers, asked of the record itself. */
export function containsWords(record: SearchableRecord, words: readonly string[]): boolean {
  const text = plainForm(textOf(record));
  return words.every((word) => text.includes(word));
}

/** All different texts of a record, on lines of their own so that no word reaches from one into the next. */
function textOf(record: SearchableRecord): string {
  const texts = new Set<string>([record.number, record.title, record.lateReason ?? '']);
  collect(kindOf(record.kind).fields, record.body, texts);
  for (const value of [...Object.values(record.extra), ...Object.values(record.signOff)]) if (typeof value === 'string') texts.add(value);
  return [...texts].join('\n');
}

function pairsOf(run: string, withLast: boolean): string {
  const characters = Array.from(run);
  const pairs = characters.slice(0, -1).map((character, index) => character + (characters[index + 1] ?? ''));
  const last = characters.at(-1);
  return (withLast && last !== undefined ? [...pairs, last] : pairs).join(' ');
}

function collect(fields: Fields, values: Readonly<Record<string, unknown>>, texts: Set<string>): void {
  for (const [name, field] of Object.entries(fields)) collectValue(field, values[name], texts);
}

function collectValue(field: FieldDefinition, value: unknown, texts: Set<string>): void {
  if (value === undefined) return;
  switch (field.type) {
    case 'text':
    case 'longText':
    case 'person':
    case 'choice':
    case 'vocabulary':
    case 'links':
      for (const text of Array.isArray(value) ? value : [value]) if (typeof text === 'string') texts.add(text);
      return;
    case 'table':
      for (const row of Array.isArray(value) ? value : []) if (isObject(row)) collect(field.columns, row, texts);
      return;
    case 'date':
    case 'minute':
    case 'time':
    case 'number':
    case 'flag':
    case 'serviceItem':
      return;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
