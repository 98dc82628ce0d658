import { expect, test } from 'vitest';
import { listedSpan, writtenSpan, knownSpan } from '../../renderer/state/listed-route.ts';
import { changedFilter, choiceOf, everything, handlesQuery, isFiltering, isSameChoice, sortedBy, spanOf, withValues, type ListChoice } from '../../renderer/state/records-filter.ts';
import { ipcContract } from '../../shared/ipc/contract.ts';

const full: ListChoice = {
  filter: { text: '地图 备份', status: 'final', from: '2024-08-03', to: '2024-08-31', serviceItem: 5, where: { staff: ['林远航', '周:明'], 'extra.room': ['', 'B2&A'] }, files: 'no-scan', signed: false, late: true },
  order: { sort: 'field.hours', descending: true },
};

test('an empty filter asks for everything, the newest first', () => {
  expect(handlesQuery('c', 'visit', everything)).toEqual({ contractId: 'c', kind: 'visit', sort: 'date', descending: true });
});

test('a full choice is a question that the core accepts', () => {
  const query = handlesQuery('c', 'visit', changedFilter(full, { text: '  地图 ' }));

  expect(ipcContract['records.handles'].input.parse(query)).toEqual({ contractId: 'c', kind: 'visit', ...full.filter, text: '地图', ...full.order });
  expect(ipcContract['records.list'].input.parse({ ...query, offset: 200, limit: 100 })).toMatchObject({ offset: 200, where: full.filter.where });
});

test.each([full, everything, { filter: { status: 'draft' }, order: { sort: 'number', descending: false } }, { filter: { serviceItem: 3 }, order: everything.order }, { filter: { serviceItem: 3, status: 'final' }, order: { sort: 'date', descending: false } }] satisfies ListChoice[])('an address says a choice so that it is found again: %j', (choice) => {
  const query = new URLSearchParams([...writtenSpan(spanOf(choice))].map(([name, value]) => [name, value])).toString();

  expect(choiceOf(listedSpan(new URLSearchParams(query)))).toEqual(choice);
});

test('what an address cannot mean is left out', () => {
  expect(listedSpan(new URLSearchParams('q=%20&status=gone&f=staff&f=:x&f=a-b:c&files=many&signed=1&sort=body&order=left&item=0&from=2024-13-01'))).toEqual({});
  expect(knownSpan({ where: { staff: ['a'], other: ['b'] }, sort: 'field.other', descending: true, text: 'x' }, ['staff'])).toEqual({ where: { staff: ['a'] }, text: 'x' });
  expect(knownSpan({ sort: 'extra.room', descending: false }, ['extra.room'])).toEqual({ sort: 'extra.room', descending: false });
});

test('sorting by the same column turns it round, by another starts where people look first', () => {
  expect(sortedBy(everything, 'date').order).toEqual({ sort: 'date', descending: false });
  expect(sortedBy(everything, 'number').order).toEqual({ sort: 'number', descending: false });
  expect(sortedBy(everything, 'updatedAt').order).toEqual({ sort: 'updatedAt', descending: true });
});

test('spaces alone and columns without a value are no filter', () => {
  expect(isFiltering({ text: '  ', where: { staff: [] } })).toBe(false);
  expect(isFiltering({ to: '2024-08-03' })).toBe(true);
  expect(isSameChoice({ ...everything, filter: { text: '', status: undefined } }, everything)).toBe(true);
  expect(withValues(withValues(everything, 'staff', ['a']), 'staff', [])).toMatchObject({ filter: { where: {} } });
});

test('a list opened from a picture of a service item asks for its final records', () => {
  const choice = choiceOf({ from: '2024-09-01', to: '2024-09-30', item: 5 });

  expect(handlesQuery('c', 'visit', choice)).toMatchObject({ status: 'final', from: '2024-09-01', to: '2024-09-30', serviceItem: 5 });
  expect(choiceOf(spanOf(changedFilter(choice, { status: undefined }))).filter.status).toBeUndefined();
  expect(choiceOf({})).toEqual(everything);
});
