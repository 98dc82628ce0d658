import type { LocalDate } from '../../shared/dates.ts';
import type { ListFilter, ListOrder } from '../../shared/ipc/list-filter.ts';
import type { ChannelCall } from '../../shared/ipc/contract.ts';
import type { KindName } from '../../shared/records/kinds.ts';
import type { ListedSpan } from './listed-route.ts';

/** What a person chose above the list, and how it is sorted. */
export type ListChoice = { readonly filter: ListFilter; readonly order: ListOrder };

export const newestFirst: ListOrder = { sort: 'date', descending: true };

export const everything: ListChoice = { filter: {}, order: newestFirst };

/** Sorting by another column starts where people look first: newest days and changes, smallest numbers, first letters. */
function startsDescending(sort: string): boolean {
  return sort === 'date' || sort === 'updatedAt';
}

/** What an address asks for. Pictures count final records, so a list opened from one begins with them. */
export function choiceOf(span: ListedSpan): ListChoice {
  const { from, to, item, text, where, files, signed, late, sort, descending } = span;
  const status = span.status === 'any' ? undefined : (span.status ?? (item === undefined ? undefined : 'final'));
  const wanted = where === undefined ? undefined : Object.fromEntries(Object.entries(where).map(([column, values]) => [column, [...values]]));
  return {
    filter: cleaned({ text, status, from, to, serviceItem: item, where: wanted, files, signed, late }),
    order: sort === undefined ? newestFirst : { sort, descending: descending ?? startsDescending(sort) },
  };
}

/** The address that asks for it again; what goes without saying is left out. */
export function spanOf({ filter, order }: ListChoice): ListedSpan {
  const { serviceItem, status, ...rest } = cleaned(filter);
  const saidStatus = serviceItem === undefined ? status : status === 'final' ? undefined : (status ?? 'any');
  return {
    ...rest,
    ...(serviceItem === undefined ? {} : { item: serviceItem }),
    ...(saidStatus === undefined ? {} : { status: saidStatus }),
    ...(order.sort === newestFirst.sort && order.descending ? {} : { sort: order.sort, descending: order.descending }),
  };
}

/** Without what leaves nothing out. */
function cleaned(filter: ListFilter): ListFilter {
  const where = Object.fromEntries(Object.entries(filter.where ?? {}).filter(([, values]) => values.length > 0));
  const text = filter.text?.trim();
  const entries = Object.entries({ ...filter, text: text === '' ? undefined : text, where: Object.keys(where).length === 0 ? undefined : where });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

/** Whether anything is left out of the list. */
export function isFiltering(filter: ListFilter): boolean {
  return Object.keys(cleaned(filter)).length > 0;
}

/** Whether two choices show the same list. */
export function isSameChoice(one: ListChoice, other: ListChoice): boolean {
  const sorted = ({ filter, order }: ListChoice): string => JSON.stringify([Object.entries(cleaned(filter)).toSorted(([a], [b]) => (a < b ? -1 : 1)), order.sort, order.descending]);
  return sorted(one) === sorted(other);
}

export function changedFilter(choice: ListChoice, change: Partial<ListFilter>): ListChoice {
  return { ...choice, filter: { ...choice.filter, ...change } };
}

/** The same column again turns the order round. */
export function sortedBy(choice: ListChoice, sort: string): ListChoice {
  const { order } = choice;
  return { ...choice, order: { sort, descending: order.sort === sort ? !order.descending : startsDescending(sort) } };
}

/** The wanted values of one column; none leaves nothing out. */
export function withValues(choice: ListChoice, column: string, values: readonly string[]): ListChoice {
  const { [column]: _before, ...others } = choice.filter.where ?? {};
  return changedFilter(choice, { where: values.length === 0 ? others : { ...others, [column]: [...values] } });
}

export function withDays(choice: ListChoice, days: { readonly from?: LocalDate | undefined; readonly to?: LocalDate | undefined }): ListChoice {
  return changedFilter(choice, { from: days.from, to: days.to });
}

type Choice = ChannelCall<'records.handles'>;

/** The question that finds these records, all of them. */
export function handlesQuery(contractId: string, kind: KindName, { filter, order }: ListChoice): Choice & { readonly kind: KindName } {
  return { contractId, kind, ...cleaned(filter), ...order };
}
