import type { ExtraField } from '../../shared/contract/profile.ts';
import type { ListedRecord } from '../../shared/ipc/record-channels.ts';
import type { FieldDefinition } from '../../shared/records/fields.ts';
import { kindOf } from '../../shared/records/kinds.ts';
import type { AnyRecord } from '../../shared/records/record.ts';
import { plainForm, wordInContext } from '../../shared/records/search-words.ts';
import { missingSignatures, signOffRoleNames } from '../../shared/records/signatures.ts';

/** What a list wants to know of its records beyond themselves. */
export type RowWishes = {
  /** Names of fields; the contract's own as `extra.name`. */
  readonly columns: readonly string[];
  /** Searched words in plain form. */
  readonly words: readonly string[];
  readonly extraFields: readonly ExtraField[];
  readonly files: { readonly count: number; readonly scans: number } | undefined;
};

/** Characters shown before and after a found word. */
const surroundings = 14;

/** A record as its list shows it. */
export function listedRow(record: AnyRecord, wishes: RowWishes): ListedRecord {
  const { id, kind, number, date, status, title, revision, updatedAt, signOff, lateReason } = record;
  const values = Object.fromEntries(wishes.columns.flatMap((column) => {
    const value = column.startsWith('extra.') ? record.extra[column.slice('extra.'.length)] : valuesOf(record.body)[column];
    return value === undefined || isTable(value) ? [] : [[column, value]];
  }));
  const found = wishes.words.length === 0 ? undefined : foundText(record, wishes, [number, ...Object.values(values)]);
  return {
    id, kind, number, date, status, title, revision, updatedAt, values,
    isSigned: missingSignatures(kind, signOff).length === 0,
    isLate: lateReason !== undefined,
    files: wishes.files?.count ?? 0,
    scans: wishes.files?.scans ?? 0,
    ...(found === undefined ? {} : { found }),
  };
}

/** Where the first word stands that none of the shown texts holds. Absent when all can be seen. */
function foundText(record: AnyRecord, { words, extraFields }: RowWishes, shown: readonly unknown[]): ListedRecord['found'] {
  const visible = plainForm(shown.filter((value) => typeof value === 'string').join('\n'));
  const hidden = words.filter((word) => !visible.includes(word));
  if (hidden.length === 0) return undefined;
  for (const [label, text] of labelledTexts(record, extraFields)) {
    // Looking closely is dear and most texts do not hold the word.
    const inContext = hidden.some((word) => plainForm(text).includes(word)) ? wordInContext(text, hidden, surroundings) : undefined;
    if (inContext !== undefined) return { label, text: inContext };
  }
  return undefined;
}

function* labelledTexts(record: AnyRecord, extraFields: readonly ExtraField[]): Generator<readonly [label: string, text: string]> {
  for (const [name, field] of Object.entries(kindOf(record.kind).fields)) yield* textsOfField(field, valuesOf(record.body)[name], '');
  for (const [name, value] of Object.entries(record.extra)) {
    if (typeof value === 'string') yield [extraFields.find((field) => field.name === name)?.label ?? name, value];
  }
  for (const role of kindOf(record.kind).signOff) {
    const name = record.signOff[role];
    if (name !== undefined) yield [signOffRoleNames[role], name];
  }
  if (record.lateReason !== undefined) yield ['补录原因', record.lateReason];
}

function* textsOfField(field: FieldDefinition, value: unknown, before: string): Generator<readonly [label: string, text: string]> {
  if (typeof value === 'string') yield [`${before}${field.label}`, value];
  if (!Array.isArray(value)) return;
  for (const entry of value) {
    if (typeof entry === 'string') yield [`${before}${field.label}`, entry];
    else if (field.type === 'table' && isObject(entry)) {
      for (const [name, inner] of Object.entries(field.columns)) yield* textsOfField(inner, entry[name], `${field.label} `);
    }
  }
}

function valuesOf(body: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return body;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isTable(value: unknown): boolean {
  return Array.isArray(value) && value.some(isObject);
}
