import { valueAt, withValueAt, type Path } from '../state/at-path.ts';
import type { RecordValues } from './record-values.ts';

/** A place that two people changed in different ways. */
export type Clash = { readonly path: Path; readonly mine: unknown; readonly theirs: unknown };

export type Merged = { readonly values: RecordValues; readonly clashes: readonly Clash[] };

function isSame(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(ordered(a)) === JSON.stringify(ordered(b));
}

/** Names in one order: two objects that say the same are the same. */
function ordered(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(ordered);
  return Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, entry]) => [name, ordered(entry)]);
}

function namesOf(...values: readonly unknown[]): string[] {
  return [...new Set(values.flatMap((value) => (typeof value === 'object' && value !== null ? Object.keys(value) : [])))];
}

/** The places below `path` that can be chosen one by one: fields, and cells of tables whose rows are still the same ones. */
function placesBelow(path: Path, values: readonly unknown[]): Path[] {
  const parts = values.map((value) => valueAt(value, path));
  const [first] = parts;
  if (parts.every((part) => Array.isArray(part) && part.every((row) => typeof row === 'object')) && Array.isArray(first)) {
    if (parts.some((part) => Array.isArray(part) && part.length !== first.length)) return [path];
    return first.flatMap((_, row) => namesOf(...parts.map((part) => valueAt(part, [row]))).map((name) => [...path, row, name]));
  }
  return [path];
}

/**
 * Brings two changes of the same record together: what only one of them changed is taken; what both changed differently is a clash,
 * for which `values` has mine.
 */
export function mergeValues(base: RecordValues, mine: RecordValues, theirs: RecordValues): Merged {
  const all = [base, mine, theirs];
  const fields: Path[] = [['lateReason'], ...(['body', 'extra', 'signOff'] as const).flatMap((part) => namesOf(...all.map((values) => values[part])).map((name) => [part, name]))];
  let values: unknown = theirs;
  const clashes: Clash[] = [];
  for (const path of fields.flatMap((field) => placesBelow(field, all))) {
    const [old, own, other] = all.map((each) => valueAt(each, path));
    if (isSame(own, old) || isSame(own, other)) continue;
    if (!isSame(other, old)) clashes.push({ path, mine: own, theirs: other });
    values = withValueAt(values, path, own);
  }
  // Both are RecordValues and only places inside were exchanged.
  return { values: values as RecordValues, clashes };
}

/** The values with their side taken at these clashes. */
export function withTheirs(values: RecordValues, clashes: readonly Clash[]): RecordValues {
  return clashes.reduce<unknown>((taken, { path, theirs }) => withValueAt(taken, path, theirs), values) as RecordValues;
}
