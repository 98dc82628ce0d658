import { describe, expect, test } from 'vitest';
import { calendarMonths, dayLabel, dayRoute, firstFocus, moveInCalendar } from '../../renderer/screens/overview/calendar-months.ts';
import { monthlyTrend, quotaGauge, readinessRing } from '../../renderer/screens/overview/charts/chart-options.ts';
import { countRoute, emptyCellRoute, isAhead, shadeOf, totalOf, yearSpans } from '../../renderer/screens/overview/evidence-cells.ts';
import { moveInTable, moveOf } from '../../renderer/parts/roving-focus.ts';
import { wholePeriod } from '../../shared/contract/periods.ts';
import { inspectionCalendar, type InspectionDay } from '../../shared/figures/inspection-calendar.ts';
import type { EvidenceRow, OverviewMonth } from '../../shared/ipc/overview.ts';
import { makeRecord, testProfile } from '../helpers/records.ts';

const profile = testProfile();
const days = inspectionCalendar({ profile, records: [makeRecord('inspection', { date: '2024-08-05' })], period: wholePeriod(profile.service) }, '2024-08-07');

function day(rest: Partial<InspectionDay>): InspectionDay {
  return { date: '2024-09-14', type: 'workday', state: 'done', recordIds: ['r'], abnormal: 0, ...rest };
}

describe('the calendar of inspections', () => {
  test('has a sheet for each month, weeks beginning on Monday', () => {
    const months = calendarMonths(days);

    expect(months).toHaveLength(13);
    expect(months.map(({ key, lead, days: members }) => [key, lead, members.length]).slice(0, 2)).toEqual([['2024-08', 5, 29], ['2024-09', 6, 30]]);
  });

  test('keys lead from day to day, week to week and month to month, and stop at the ends', () => {
    const to = (move: Parameters<typeof moveInCalendar>[0], date: string) => moveInCalendar(move, date, '2024-08-03', '2025-08-02');

    expect([to('right', '2024-08-31'), to('down', '2024-08-31'), to('page-down', '2024-08-31'), to('up', '2024-08-05'), to('last', '2024-09-01'), to('first', '2024-09-01'), to('page-up', '2024-09-10'), to('left', '2024-08-03')])
      .toEqual(['2024-09-01', '2024-09-07', '2024-09-30', '2024-08-03', '2025-08-02', '2024-08-03', '2024-08-10', '2024-08-03']);
  });

  test('a day says in words what its colour says', () => {
    expect(dayLabel(day({ type: 'make-up-workday', state: 'missing', recordIds: [] }))).toBe('2024年9月14日 周六，调休上班，缺巡检');
    expect(dayLabel(day({ recordIds: ['a', 'b'], abnormal: 2 }))).toBe('2024年9月14日 周六，已巡检，2 份，异常 2 项');
  });

  test('leads to the inspection, the list of several, a new one, or nowhere', () => {
    expect(dayRoute(day({}), '2024-09-14')).toEqual({ screen: 'records', kind: 'inspection', open: 'r' });
    expect(dayRoute(day({ recordIds: ['a', 'b'] }), '2024-09-14')).toEqual({ screen: 'records', kind: 'inspection', from: '2024-09-14', to: '2024-09-14' });
    expect(dayRoute(day({ recordIds: [], state: 'missing' }), '2024-09-15')).toEqual({ screen: 'records', kind: 'inspection', open: 'new', date: '2024-09-14', supplement: 'calendar' });
    expect(dayRoute(day({ recordIds: [], state: 'today' }), '2024-09-14')).toEqual({ screen: 'records', kind: 'inspection', open: 'new', date: '2024-09-14' });
    expect(dayRoute(day({ recordIds: [], state: 'coming' }), '2024-09-13')).toBeUndefined();
  });

  test('the keyboard starts at the first missing day, else today', () => {
    expect(firstFocus(days, '2024-08-07')).toBe('2024-08-06');
    expect(firstFocus(days.filter(({ state }) => state !== 'missing'), '2024-08-07')).toBe('2024-08-07');
  });
});

describe('the evidence matrix', () => {
  const row: EvidenceRow = { no: 5, name: '定期走访调查', kinds: ['visit', 'survey'], total: 3, cells: [] };
  const month: OverviewMonth = { key: '2024-09', label: '2024年9月', from: '2024-09-01', to: '2024-09-30', records: 0, workHours: 0 };
  const count = { kind: 'survey', count: 3, from: '2024-09-01', to: '2024-09-30' } as const;

  test('a number leads to its records, an empty cell to the kind that would prove the item', () => {
    expect(countRoute(row, count)).toEqual({ screen: 'records', kind: 'survey', from: '2024-09-01', to: '2024-09-30', item: 5 });
    expect(emptyCellRoute(row, month)).toEqual({ screen: 'records', kind: 'visit', from: '2024-09-01', to: '2024-09-30', item: 5 });
    expect(emptyCellRoute({ ...row, kinds: [] }, month)).toMatchObject({ kind: 'worklog' });
  });

  test('adds up kinds, and grows darker with the number', () => {
    expect(totalOf([count, { ...count, kind: 'visit', count: 2 }])).toBe(5);
    expect([0, 1, 2, 4, 5, 19, 20, 500].map(shadeOf)).toEqual([0, 1, 2, 2, 3, 3, 4, 4]);
  });

  test('a month to come is blank unless it holds something', () => {
    expect([isAhead(month, [], '2024-08-31'), isAhead(month, [], '2024-09-01'), isAhead(month, [count], '2024-08-31')]).toEqual([true, false, false]);
  });

  test('months of a year stand together', () => {
    expect(yearSpans([{ ...month, key: '2024-12' }, { ...month, key: '2025-01' }, { ...month, key: '2025-02' }])).toEqual([{ year: '2024', months: 1 }, { year: '2025', months: 2 }]);
  });

  test('keys lead from cell to cell and stop at the edges', () => {
    expect((['left', 'right', 'up', 'down', 'first', 'last', 'page-up', 'page-down'] as const).map((move) => moveInTable(move, 0, 1, 3, 3)).map(({ row: r, column }) => [r, column]))
      .toEqual([[0, 0], [0, 2], [0, 1], [1, 1], [0, 0], [0, 2], [0, 1], [2, 1]]);
    expect([moveOf({ key: 'ArrowUp', ctrlKey: false, altKey: false, metaKey: false }), moveOf({ key: 'ArrowUp', ctrlKey: true, altKey: false, metaKey: false }), moveOf({ key: 'a', ctrlKey: false, altKey: false, metaKey: false })])
      .toEqual(['up', undefined, undefined]);
  });
});

describe('charts', () => {
  const colors = { ink: '#000', inkSoft: '#666', line: '#ddd', surface: '#fff', track: '#eee', accent: '#15a', accentSoft: '#9bd', error: '#c00', warning: '#b60', notice: '#15a', waived: '#888', takenOver: '#888', passed: '#080' };

  test('the ring has a part for each outcome that occurs, told apart by pattern too', () => {
    const option = readinessRing({ error: 2, warning: 1, notice: 0, waived: 1, takenOver: 0, passed: 30, off: 0 }, colors);

    expect(option).toMatchObject({ series: [{ data: [{ name: '有错误', value: 2, itemStyle: { color: '#c00', decal: { rotation: -Math.PI / 4 } } }, { name: '有警告', value: 1, itemStyle: { color: '#b60', decal: { symbol: 'circle' } } }, { name: '已豁免', value: 1, itemStyle: { color: '#888' } }, { name: '通过', value: 30, itemStyle: { color: '#080' } }] }] });
  });

  test('a gauge beyond its quota is full and of another colour', () => {
    expect(quotaGauge(8, 20, colors)).toMatchObject({ series: [{ max: 20, progress: { itemStyle: { color: '#15a' } }, data: [{ value: 8 }] }] });
    expect(quotaGauge(23.5, 20, colors)).toMatchObject({ series: [{ max: 20, progress: { itemStyle: { color: '#c00' } }, data: [{ value: 20 }] }] });
    expect(quotaGauge(0, 0, colors)).toMatchObject({ series: [{ max: 1, data: [{ value: 0 }] }] });
  });

  test('the trend has a bar and a point for each month', () => {
    const months = [{ key: '2024-08', label: '', from: '', to: '', records: 12, workHours: 30.5 }, { key: '2025-01', label: '', from: '', to: '', records: 0, workHours: 0 }];

    expect(monthlyTrend(months, colors)).toMatchObject({ xAxis: { data: ['24/8', '25/1'] }, series: [{ type: 'bar', data: [12, 0] }, { type: 'line', data: [30.5, 0] }] });
  });
});
