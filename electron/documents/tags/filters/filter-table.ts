import { likelyName } from '../likely-name.ts';
import { chartFilters } from './chart-filters.ts';
import { codeFilters } from './code-filter.ts';
import { dateFilters } from './date-filters.ts';
import type { Filter, FilterExample } from './filter.ts';
import { groupFilters } from './group-filter.ts';
import { linkFilters } from './link-filters.ts';
import { listFilters } from './list-filters.ts';
import { moneyFilters } from './money-filters.ts';
import { numberFilters } from './number-filters.ts';
import { textFilters } from './text-filters.ts';

/** The closed list: nothing else can be called from a template. */
const filters: readonly Filter[] = [...dateFilters, ...moneyFilters, ...numberFilters, ...textFilters, ...linkFilters, ...listFilters, ...groupFilters, ...chartFilters, ...codeFilters];

const byName: ReadonlyMap<string, Filter> = new Map(filters.flatMap((filter) => [filter.name, ...filter.aliases].map((name) => [folded(name), filter] as const)));

/** For whoever evaluates, once per value: exactly the first name. */
const byFirstName: ReadonlyMap<string, Filter> = new Map(filters.map((filter) => [filter.name, filter]));

/** A filter by any of its names; case does not count. */
export function filterNamed(name: string): Filter | undefined {
  return byName.get(folded(name));
}

/** A filter by its first name, as formulas hold it. */
export function filterCalled(name: string): Filter | undefined {
  return byFirstName.get(name);
}

/** No slip makes a longer name. */
const longestName = 40;

/** The filter that was probably meant: the same characters in another order, a slip, or a name within a name. */
export function likelyFilter(name: string): string | undefined {
  const wanted = folded(name);
  const names = [...byName.keys()];
  if (wanted.length > longestName) return undefined;
  const sorted = sortedText(wanted);
  const shuffled = names.find((known) => known.length === wanted.length && known.length > 1 && sortedText(known) === sorted);
  // A wrong character is likelier than a missing one: 日起 is 日期, not 日.
  const near = shuffled ?? likelyName(wanted, names.filter((known) => known.length === wanted.length)) ?? likelyName(wanted, names);
  const part = near ?? names.find((known) => known.length > 1 && wanted.length > 1 && (known.includes(wanted) || wanted.includes(known)));
  const found = part === undefined ? undefined : byName.get(part);
  // Whoever writes English is told the English name.
  return found?.aliases.find((alias) => folded(alias) === part && /^[a-z]/i.test(wanted)) ?? found?.name;
}

function sortedText(text: string): string {
  return Array.from(text).toSorted((left, right) => (left < right ? -1 : 1)).join('');
}

function folded(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase();
}

/** How a filter is written, for messages: `日期:格式`. */
export function filterUsage(filter: Filter): string {
  const parameters = filter.parameters.map(({ name, optional }) => (optional === true ? `[${name}]` : name));
  return parameters.length === 0 ? filter.name : `${filter.name}:${parameters.join(',')}`;
}

/** Names that only filters give: no template is wrong for using them. */
export const providedNames: readonly string[] = filters.flatMap((filter) => filter.provides ?? []);

/** One line of the reference for people. */
export type FilterReference = { readonly name: string; readonly aliases: readonly string[]; readonly usage: string; readonly summary: string; readonly example: FilterExample };

/** Every filter for people, in the order of the reference. */
export const filterReference: readonly FilterReference[] = filters.map((filter) => ({
  name: filter.name,
  aliases: filter.aliases,
  usage: filterUsage(filter),
  summary: filter.summary,
  example: filter.example,
}));
