import { describe, expect, test } from 'vitest';
import { columnWidths, growingColumns } from '../../renderer/screens/records/column-widths.ts';
import { rowCommand } from '../../renderer/screens/records/list-keys.ts';
import { namedSpans } from '../../renderer/state/day-spans.ts';
import { nothingChosen, stretched, toggled, withChosen } from '../../renderer/state/list-selection.ts';
import { builtInChoice, builtInViews, viewOf, withView } from '../../renderer/state/list-views.ts';
import { numberedInName } from '../../shared/sign-off/number-in-name.ts';
import { heldRowOf, neededPage, rowAt, withPage, type RecordPages } from '../../renderer/state/record-pages.ts';
import { everything } from '../../renderer/state/records-filter.ts';
import type { ListedRecord, RecordHandle } from '../../shared/ipc/record-channels.ts';
import { availableColumns, shownColumns } from '../../shared/records/list-columns.ts';
import { testProfile } from '../helpers/records.ts';

function handle(number: string): RecordHandle {
  return { id: number.toLowerCase(), number, date: '2024-08-05', title: number, status: 'final' };
}

function row(index: number): ListedRecord {
  return { ...handle(`XJ-${index}`), kind: 'inspection', revision: 1, updatedAt: '', isSigned: true, isLate: false, files: 0, scans: 0, values: {} };
}

describe('rows that come as one looks at them', () => {
  const rows = (page: number, count = 100) => Array.from({ length: count }, (_, index) => row(page * 100 + index));
  const first = withPage(undefined, { question: 'q', asked: '1 q', page: 0, total: 2050, rows: rows(0) });

  test('asks first for the beginning, then for what is in view and missing', () => {
    expect(neededPage(undefined, 'q', '1 q', { first: 0, last: 0 })).toBe(0);
    expect(neededPage(first, 'q', '1 q', { first: 0, last: 40 })).toBeUndefined();
    expect(neededPage(first, 'q', '1 q', { first: 90, last: 130 })).toBe(1);
    expect(neededPage(first, 'q', '1 q', { first: 2030, last: 5000 })).toBe(20);
    expect([rowAt(first, 7)?.number, rowAt(first, 100)]).toEqual(['XJ-7', undefined]);
    expect([heldRowOf(withPage(first, { question: 'q', asked: '1 q', page: 3, total: 2050, rows: rows(3) }), 'xj-345'), heldRowOf(first, 'xj-100')]).toEqual([345, undefined]);
  });

  test('when records have changed, old rows stay until newer ones come', () => {
    const both = withPage(first, { question: 'q', asked: '1 q', page: 1, total: 2050, rows: rows(1) });
    expect(neededPage(both, 'q', '2 q', { first: 90, last: 130 })).toBe(0);
    const half = withPage(both, { question: 'q', asked: '2 q', page: 0, total: 2049, rows: rows(0) });
    expect([neededPage(half, 'q', '2 q', { first: 90, last: 130 }), rowAt(half, 130)?.number]).toEqual([1, 'XJ-130']);
  });

  test('another list takes the place of the whole, and pages far away are forgotten', () => {
    expect(withPage(first, { question: 'p', asked: '1 p', page: 0, total: 3, rows: rows(0, 3) }).pages.size).toBe(1);
    const far = withPage(first, { question: 'q', asked: '1 q', page: 15, total: 2050, rows: rows(15) });
    expect([...far.pages.keys()]).toEqual([15]);
    const shrunk: RecordPages = withPage(withPage(first, { question: 'q', asked: '1 q', page: 1, total: 2050, rows: rows(1) }), { question: 'q', asked: '2 q', page: 0, total: 60, rows: rows(0, 60) });
    expect([...shrunk.pages.keys()]).toEqual([0]);
  });

  test('an empty list needs nothing more', () => {
    const empty = withPage(undefined, { question: 'q', asked: '1 q', page: 0, total: 0, rows: [] });
    expect(neededPage(empty, 'q', '1 q', { first: 0, last: 0 })).toBeUndefined();
  });
});

describe('keys on a row', () => {
  const press = (key: string, held: Partial<Record<'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey', boolean>> = {}) => rowCommand({ key, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...held }, 50, 1000, 18);

  test('move, also by pages and to the ends, and stretch with Shift', () => {
    expect(['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End'].map((key) => press(key))).toEqual([51, 49, 68, 32, 0, 999].map((to) => ({ command: 'move', to, stretches: false })));
    expect(press('ArrowDown', { shiftKey: true })).toEqual({ command: 'move', to: 51, stretches: true });
    expect(press('End', { ctrlKey: true })).toEqual({ command: 'move', to: 999, stretches: false });
    expect(rowCommand({ key: 'ArrowUp', shiftKey: false, ctrlKey: false, metaKey: false, altKey: false }, 0, 1000, 18)).toEqual({ command: 'move', to: 0, stretches: false });
  });

  test('act on the row, on all, or mean nothing', () => {
    expect(['Enter', ' ', 'x', 'Escape', 'ContextMenu'].map((key) => press(key)?.command)).toEqual(['open', 'preview', 'toggle', 'none', 'menu']);
    expect([press('a', { ctrlKey: true })?.command, press('a', { metaKey: true })?.command, press('F10', { shiftKey: true })?.command]).toEqual(['all', 'all', 'menu']);
    expect([press('a'), press('ArrowDown', { altKey: true }), press('x', { ctrlKey: true }), press('Tab'), press('ArrowDown', { ctrlKey: true })]).toEqual([undefined, undefined, undefined, undefined, undefined]);
  });
});

test('a stretch that shrinks lets go what it covered, and nothing else', () => {
  const [a, b, c, d] = ['A', 'B', 'C', 'D'].map(handle);
  if (a === undefined || b === undefined || c === undefined || d === undefined) throw new Error('four handles');
  const chosen = stretched(withChosen(nothingChosen, [d]), [], [a, b, c]);
  expect([...chosen.keys()]).toEqual(['d', 'a', 'b', 'c']);
  expect([...stretched(chosen, [a, b, c], [a]).keys()]).toEqual(['d', 'a']);
  expect([...toggled(toggled(chosen, a), a).keys()]).toEqual(['d', 'b', 'c', 'a']);
});

describe('scans find their records by the numbers in their names', () => {
  const records = ['XJ-20240805-01', 'XJ-20240805-10', 'XJ-20240805-100', 'GZ-20240805-01', ''].map(handle);
  test.each([
    ['XJ-20240805-01.pdf', 'XJ-20240805-01'], ['xj20240805-01 签字.JPG', 'XJ-20240805-01'], ['扫描_ＸＪ－２０２４０８０５－１０.pdf', 'XJ-20240805-10'], ['XJ-20240805-100_2.pdf', 'XJ-20240805-100'],
    ['巡检XJ-20240805-01 2.pdf', 'XJ-20240805-01'], ['XJ-20240805-01(2).pdf', 'XJ-20240805-01'], ['GZ 20240805 01.png', 'GZ-20240805-01'],
    ['XJ-20240805-011.pdf', undefined], ['AXJ-20240805-01.pdf', undefined], ['20240805-01.pdf', undefined], ['扫描0001.pdf', undefined], ['.pdf', undefined],
  ])('%s → %s', (name, number) => {
    expect(numberedInName(name, records)?.number).toBe(number);
  });
});

describe('views and days', () => {
  const profile = testProfile();

  test('quick choices of days: months of the calendar, quarters of the contract', () => {
    expect(namedSpans(profile, '2024-11-20')).toEqual([
      { id: 'this-month', from: '2024-11-01', to: '2024-11-30' }, { id: 'last-month', from: '2024-10-01', to: '2024-10-31' },
      { id: 'this-quarter', from: '2024-11-03', to: '2025-02-02' }, { id: 'last-quarter', from: '2024-08-03', to: '2024-11-02' }, { id: 'service', from: '2024-08-03', to: '2025-08-02' },
    ]);
    expect(namedSpans(profile, '2026-01-31').map(({ id, from }) => [id, from])).toEqual([['this-month', '2026-01-01'], ['last-month', '2025-12-01'], ['last-quarter', '2025-05-03'], ['service', '2024-08-03']]);
  });

  test('every list has its views, each of which knows itself again', () => {
    for (const view of builtInViews) expect(viewOf(builtInChoice(view, profile, '2024-11-20'), [], profile, '2024-11-20')).toBe(view);
    expect(viewOf({ ...everything, filter: { text: 'x' } }, [], profile, '2024-11-20')).toBeUndefined();
  });

  test('a saved view takes the place of one of the same name', () => {
    const view = { id: '1', name: '待扫描', filter: { text: 'a' }, order: everything.order };
    const other = { ...view, id: '2', filter: { text: 'b' } };
    expect(withView([view], other)).toEqual([{ ...other, id: '1' }]);
    expect(viewOf({ filter: { text: 'b' }, order: everything.order }, [other], profile, '2024-11-20')).toBe(other);
  });
});

test('columns: those of the kind unless others are wanted; what is gone is left out', () => {
  const profile = testProfile({ extraFields: { visit: [{ name: 'room', label: '房间', type: 'text' }] } });
  expect(shownColumns('visit', profile, undefined).map(({ name }) => name)).toEqual(['visitors', 'hostUnit', 'hosts', 'feedback', 'actionState']);
  expect(shownColumns('visit', profile, ['extra.room', 'gone', 'own.signed', 'hosts']).map(({ label }) => label)).toEqual(['房间', '签字', '受访人']);
  expect(shownColumns('visit', profile, ['gone']).map(({ name }) => name)).toContain('visitors');
  expect(availableColumns('inspection', profile).map(({ name }) => name)).not.toContain('items');
});

test('what a window leaves over goes to the long texts, else to the text that names the record; all of a list fits into 1366 pixels', () => {
  const profile = testProfile();
  const growing = (kind: 'request' | 'worklog' | 'training'): string[] => {
    const columns = shownColumns(kind, profile, undefined);
    return growingColumns(columns, false, false).flatMap((grows, index) => (grows ? (columns[index - 3]?.name ?? '?') : []));
  };
  expect([growing('request'), growing('training')]).toEqual([['name'], ['topic']]);
  expect(growing('worklog')).not.toContain('system');
  // The navigation takes 188 of them.
  expect(columnWidths(shownColumns('request', profile, undefined), false, false).reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(1366 - 188 - 60);
});
