import { fieldPlace } from '../../shared/records/body-schema.ts';
import type { FieldDefinition, Fields } from '../../shared/records/fields.ts';
import { parsePath } from '../state/at-path.ts';
import { formWords } from '../words/forms.ts';
import { historyFieldLabel, historyText } from './history-text.ts';

/** One line of a change as people compare it. */
export type HistoryRow = { readonly label: string; readonly before: string; readonly after: string };

type Change = { readonly field: string; readonly before: unknown; readonly after: unknown };

/** The changed fields in the order of the form; what is no field of the kind comes after them as it was. */
export function inFormOrder<C extends { readonly field: string }>(fields: Fields, changes: readonly C[]): readonly C[] {
  const names = Object.keys(fields);
  const place = ({ field }: C): number => {
    const [part, name] = parsePath(field);
    const at = part === 'body' && typeof name === 'string' ? names.indexOf(name) : -1;
    return at === -1 ? names.length : at;
  };
  return changes.toSorted((a, b) => place(a) - place(b));
}

type Row = Readonly<Record<string, unknown>>;

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function rowsOf(value: unknown): readonly Row[] | undefined {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) && value.every(isRow) ? value : undefined;
}

function isSame(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

/** A value the way its field shows it. `services` are the names of the contract's priced items. */
function fieldText(definition: FieldDefinition | undefined, value: unknown, services: ReadonlyMap<number, string>): string {
  if (definition?.type === 'minute' && typeof value === 'string') return value.replace('T', ' ');
  if (definition?.type === 'number' && typeof value === 'number') return `${value}${definition.unit === undefined ? '' : ` ${definition.unit}`}`;
  if (definition?.type === 'serviceItem' && typeof value === 'number') return services.has(value) ? `${value}. ${services.get(value) ?? ''}` : String(value);
  return historyText(value);
}

/** All of a row in one line, for rows that came or went as a whole. */
function rowText(columns: Fields, row: Row, services: ReadonlyMap<number, string>): string {
  return Object.entries(columns).flatMap(([name, column]) => (row[name] === undefined ? [] : [`${column.label}：${fieldText(column, row[name], services)}`])).join('；');
}

/** What a person calls a row: the first text that both versions have in common. */
function rowName(columns: Fields, before: Row, after: Row): string {
  const texts = Object.keys(columns).filter((name) => columns[name]?.type === 'text' && typeof after[name] === 'string' && isSame(before[name], after[name]));
  const name = texts.includes('item') ? 'item' : texts[0];
  return name === undefined ? '' : `（${String(after[name])}）`;
}

function tableRows(label: string, field: string, columns: Fields, before: readonly Row[], after: readonly Row[], services: ReadonlyMap<number, string>): HistoryRow[] {
  // Rows that came or went are found between what stayed the same at both ends.
  let first = 0;
  while (first < Math.min(before.length, after.length) && isSame(before[first], after[first])) first += 1;
  let same = 0;
  while (before.length !== after.length && same < Math.min(before.length, after.length) - first && isSame(before.at(-1 - same), after.at(-1 - same))) same += 1;
  const [old, now] = [before.slice(first, before.length - same), after.slice(first, after.length - same)];
  return Array.from({ length: Math.max(old.length, now.length) }, (_, index): HistoryRow[] => {
    const [was, is] = [old[index], now[index]];
    const row = first + index;
    if (was === undefined) return is === undefined ? [] : [{ label: `${label} ${formWords.rowAdded(row + 1)}`, before: historyText(undefined), after: rowText(columns, is, services) }];
    if (is === undefined) return [{ label: `${label} ${formWords.rowRemoved(row + 1)}`, before: rowText(columns, was, services), after: historyText(undefined) }];
    return Object.keys(columns).filter((name) => !isSame(was[name], is[name])).map((name) => ({
      label: `${fieldPlace({ [field]: { type: 'table', label, required: false, columns } }, [field, row, name])}${rowName(columns, was, is)}`,
      before: fieldText(columns[name], was[name], services),
      after: fieldText(columns[name], is[name], services),
    }));
  }).flat();
}

/** A change of one field as lines to compare; tables cell by cell. */
export function historyRows(fields: Fields, { field, before, after }: Change, services: ReadonlyMap<number, string>): HistoryRow[] {
  const label = historyFieldLabel(fields, field);
  const [part, name] = parsePath(field);
  const definition = part === 'body' && typeof name === 'string' ? fields[name] : undefined;
  const [old, now] = [rowsOf(before), rowsOf(after)];
  if (definition?.type === 'table' && typeof name === 'string' && old !== undefined && now !== undefined) return tableRows(label, name, definition.columns, old, now, services);
  return [{ label, before: fieldText(definition, before, services), after: fieldText(definition, after, services) }];
}
