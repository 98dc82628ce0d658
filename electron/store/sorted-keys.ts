import { AppError } from '../../shared/app-error.ts';
import type { ContractProfile } from '../../shared/contract/profile.ts';
import { optionsOf } from '../../shared/records/body-schema.ts';
import { kindOf, type KindName } from '../../shared/records/kinds.ts';

/** A record's key and what a list is sorted by. */
export type SortRow = { readonly key: number; readonly value: unknown };

/** Longer beginnings cost time and tell nothing: no column shows more. */
const comparedCharacters = 24;

/** Chinese by pinyin, numbers inside texts by their value. */
const collator = new Intl.Collator('zh-Hans-CN', { numeric: true });

/** The members of a choice in the order in which its list shows them; undefined for other columns. */
export function optionsOfColumn(profile: ContractProfile, kind: KindName, column: string): readonly string[] | undefined {
  const extra = column.startsWith('extra.') ? profile.extraFields[kind]?.find(({ name }) => `extra.${name}` === column) : undefined;
  if (extra !== undefined) return extra.type === 'choice' ? extra.options : undefined;
  const field = kindOf(kind).fields[column];
  return field?.type === 'choice' || field?.type === 'vocabulary' ? optionsOf(field, profile) : undefined;
}

/**
 * Keys by the value of one column; equal ones keep the order in which they came, and what is not filled in comes last either way.
 * @param options the order of a choice's members, which says more than their spelling
 */
export function sortedKeys(rows: readonly SortRow[], options: readonly string[] | undefined, isDescending: boolean): number[] {
  const ranks = new Map(ranked([...new Set(rows.map(({ value }) => value))], options).map((value, rank) => [value, rank]));
  const rankOf = (value: unknown): number => ranks.get(value) ?? 0;
  const sign = isDescending ? -1 : 1;
  const [empty, filled] = [rows.filter(({ value }) => value === null), rows.filter(({ value }) => value !== null)];
  return [...filled.toSorted((a, b) => sign * (rankOf(a.value) - rankOf(b.value))), ...empty].map(({ key }) => key);
}

function ranked(values: readonly unknown[], options: readonly string[] | undefined): unknown[] {
  const place = (value: unknown): number => {
    const index = options?.indexOf(String(value)) ?? -1;
    return index === -1 ? Number.MAX_SAFE_INTEGER : index;
  };
  return values.toSorted((a, b) => {
    if (typeof a === 'number' && typeof b === 'number') return a - b;
    return place(a) - place(b) || collator.compare(String(a).slice(0, comparedCharacters), String(b).slice(0, comparedCharacters));
  });
}

/** `field.hours` → `hours`, `extra.room` → `extra.room`: the column that a list is sorted by. Throws `invalid-input` for one of its own sorts. */
export function columnOfSort(sort: string): string {
  if (sort.startsWith('field.')) return sort.slice('field.'.length);
  if (sort.startsWith('extra.')) return sort;
  throw new AppError('invalid-input', '不能按这一列排序。', { sort });
}
