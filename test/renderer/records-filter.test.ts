import { expect, test } from 'vitest';
import { changedFilter, emptyFilter, filterOf, filterQuery, isFiltering, sortedBy } from '../../renderer/state/records-filter.ts';
import { ipcContract } from '../../shared/ipc/contract.ts';

test('an empty filter asks for the newest page and leaves the rest out', () => {
  expect(filterQuery('c', 'visit', emptyFilter)).toEqual({ contractId: 'c', kind: 'visit', sort: 'date', descending: true, offset: 0, limit: 50 });
});

test('a full filter is a query that the core accepts', () => {
  const filter = { ...emptyFilter, text: ' 地图 备份 ', status: 'final' as const, from: '2024-08-03', to: '2024-08-31', page: 3 };

  const query = filterQuery('c', 'visit', filter);

  expect(ipcContract['records.list'].input.parse(query)).toMatchObject({ text: '地图 备份', status: 'final', from: '2024-08-03', to: '2024-08-31', offset: 100 });
});

test('a change starts from the first page', () => {
  expect(changedFilter({ ...emptyFilter, page: 4 }, { text: 'a' })).toEqual({ ...emptyFilter, text: 'a' });
});

test('sorting by the same column turns it round, by another starts where people look first', () => {
  expect(sortedBy(emptyFilter, 'date')).toMatchObject({ sort: 'date', isDescending: false });
  expect(sortedBy(emptyFilter, 'number')).toMatchObject({ sort: 'number', isDescending: false });
});

test('spaces alone are no filter', () => {
  expect(isFiltering({ ...emptyFilter, text: '  ' })).toBe(false);
  expect(isFiltering({ ...emptyFilter, to: '2024-08-03' })).toBe(true);
});

test('a list opened from a picture of a service item asks for its final records', () => {
  const filter = filterOf({ from: '2024-09-01', to: '2024-09-30', item: 5 });

  expect(isFiltering(filter)).toBe(true);
  expect(ipcContract['records.list'].input.parse(filterQuery('c', 'visit', filter))).toMatchObject({ kind: 'visit', status: 'final', from: '2024-09-01', to: '2024-09-30', serviceItem: 5 });
  expect(filterOf({})).toEqual(emptyFilter);
});
