import type { ChannelCall } from '../../shared/ipc/contract.ts';
import type { LocalDate } from '../../shared/dates.ts';
import type { KindName } from '../../shared/records/kinds.ts';
import type { RecordStatus } from '../../shared/records/record.ts';
import type { ListedSpan } from './route.ts';

export type RecordSort = 'date' | 'number' | 'title' | 'updatedAt';

/** What a person chose above the list. */
export type RecordsFilter = {
  readonly text: string;
  readonly status: RecordStatus | undefined;
  readonly from: LocalDate | undefined;
  readonly to: LocalDate | undefined;
  /** Number of the priced service item that the records prove. */
  readonly serviceItem: number | undefined;
  readonly sort: RecordSort;
  readonly isDescending: boolean;
  readonly page: number;
  readonly pageSize: number;
};

export const emptyFilter: RecordsFilter = { text: '', status: undefined, from: undefined, to: undefined, serviceItem: undefined, sort: 'date', isDescending: true, page: 1, pageSize: 50 };

/** What the list starts with when it was opened from a picture; pictures count final records. */
export function filterOf(span: ListedSpan): RecordsFilter {
  return { ...emptyFilter, from: span.from, to: span.to, serviceItem: span.item, status: span.item === undefined ? undefined : 'final' };
}

/** Whether anything is left out of the list. */
export function isFiltering(filter: RecordsFilter): boolean {
  return filter.text.trim() !== '' || filter.status !== undefined || filter.from !== undefined || filter.to !== undefined || filter.serviceItem !== undefined;
}

/** Any change but turning the page starts from the first page again. */
export function changedFilter(filter: RecordsFilter, change: Partial<RecordsFilter>): RecordsFilter {
  return { ...filter, page: 1, ...change };
}

/** Sorting by another column starts where people look first: newest days, smallest numbers. */
export function sortedBy(filter: RecordsFilter, sort: RecordSort): RecordsFilter {
  return changedFilter(filter, filter.sort === sort ? { isDescending: !filter.isDescending } : { sort, isDescending: sort === 'date' || sort === 'updatedAt' });
}

export function filterQuery(contractId: string, kind: KindName, filter: RecordsFilter): ChannelCall<'records.list'> {
  const text = filter.text.trim();
  return {
    contractId,
    kind,
    ...(text === '' ? {} : { text }),
    ...(filter.status === undefined ? {} : { status: filter.status }),
    ...(filter.from === undefined ? {} : { from: filter.from }),
    ...(filter.to === undefined ? {} : { to: filter.to }),
    ...(filter.serviceItem === undefined ? {} : { serviceItem: filter.serviceItem }),
    sort: filter.sort,
    descending: filter.isDescending,
    offset: (filter.page - 1) * filter.pageSize,
    limit: filter.pageSize,
  };
}
