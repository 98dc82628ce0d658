import { expect, test } from 'vitest';
import { cellEntries, dayLabel, markRoute, showsMissing } from '../../renderer/screens/calendar/day-text.ts';
import { firstFocus, monthGroups, openingMonth, stepDay, stepMonth } from '../../renderer/screens/calendar/month-steps.ts';
import { monthSheet, reachableMonths, type SheetDay } from '../../shared/figures/month-sheet.ts';
import { kindNames } from '../../shared/records/kinds.ts';
import { makeRecord, testProfile } from '../helpers/records.ts';

const profile = testProfile();
const range = reachableMonths(profile);
const day: SheetDay = { date: '2024-09-29', type: 'make-up-workday', holiday: '国庆节', state: 'missing', records: [{ kind: 'worklog', final: 2, draft: 1 }], marks: [{ type: 'task', task: 'print', part: 'from' }] };

test('a day says in words what its cell shows', () => {
  expect(dayLabel(day, [])).toBe('2024年9月29日 周日，国庆节调休上班，缺巡检，打印、编卷 起，日常工作记录单 3 份（草稿 1）');
});

test('who looks at other kinds is not told of a missing inspection', () => {
  expect([showsMissing(day, []), showsMissing(day, ['inspection']), showsMissing(day, ['worklog'])]).toEqual([true, true, false]);
  expect(dayLabel(day, ['incident'])).toBe('2024年9月29日 周日，国庆节调休上班，打印、编卷 起');
});

test('a cell shows what has room and counts the rest', () => {
  const records = kindNames.map((kind) => ({ kind, final: 1, draft: 0 }));
  const shown = (marks: number, count: number): [number, number, number] => {
    const entries = cellEntries({ ...day, marks: Array.from({ length: marks }, () => ({ type: 'service-start' as const })), records: records.slice(0, count) }, [], 3);
    return [entries.marks.length, entries.chips.length, entries.hidden];
  };

  expect([shown(0, 0), shown(0, 6), shown(0, 7), shown(1, 4), shown(1, 5), shown(5, 0), shown(5, 2)]).toEqual([[0, 0, 0], [0, 6, 0], [0, 5, 2], [1, 4, 0], [1, 3, 2], [3, 0, 2], [2, 1, 4]]);
});

test('a report that nobody wrote leads to the reports, a written one to its record', () => {
  const report = { type: '季度', label: '第一季度', state: 'due' } as const;
  expect(markRoute({ type: 'report-due', report })).toEqual({ screen: 'reports' });
  expect(markRoute({ type: 'report-due', report: { ...report, recordId: 'r1' } })).toEqual({ screen: 'records', kind: 'report', open: 'r1' });
});

test('keys lead from day to day and stop at the ends of what can be shown', () => {
  expect((['left', 'right', 'up', 'down', 'first', 'last', 'page-up', 'page-down'] as const).map((move) => stepDay('2025-03-31', move, false, range))).toEqual(
    ['2025-03-30', '2025-04-01', '2025-03-24', '2025-04-07', '2025-03-31', '2025-04-06', '2025-02-28', '2025-04-30'],
  );
  expect([stepDay('2025-03-31', 'page-up', true, range), stepDay('2024-07-02', 'up', false, range), stepDay('2025-10-30', 'page-down', false, range)]).toEqual(['2024-12-31', '2024-07-01', '2025-10-31']);
  expect([stepMonth('2024-08', -3, range), stepMonth('2024-08', 3, range), stepMonth('2025-09', 3, range)]).toEqual(['2024-07', '2024-11', '2025-10']);
});

test('a calendar opens on this month, and on the last month of a service that is over', () => {
  expect(['2023-01-15', '2024-11-15', '2025-08-02', '2025-09-15', '2026-11-22'].map((today) => openingMonth(today, profile.service, range))).toEqual(['2024-07', '2024-11', '2025-08', '2025-08', '2025-08']);
});

test('the keyboard starts at the open day, today, the first missing day, or the first', () => {
  const sheet = (today: string) => monthSheet({ profile, records: [makeRecord('inspection', { date: '2024-08-05' })], month: '2024-08', today });
  expect([firstFocus(sheet('2024-08-20'), '2024-08-09'), firstFocus(sheet('2024-08-20'), '2024-09-01'), firstFocus(sheet('2024-09-20'), undefined), firstFocus(sheet('2024-07-20'), undefined)]).toEqual(
    ['2024-08-09', '2024-08-20', '2024-08-06', '2024-08-01'],
  );
});

test('months are grouped by the contract’s quarters', () => {
  expect(monthGroups(profile, range).map(({ label, months }) => [label, months.map(({ month }) => month)])).toEqual([
    ['服务期前', ['2024-07']], ['第一季度', ['2024-08', '2024-09', '2024-10', '2024-11']], ['第二季度', ['2024-12', '2025-01', '2025-02']],
    ['第三季度', ['2025-03', '2025-04', '2025-05']], ['第四季度', ['2025-06', '2025-07', '2025-08']], ['服务期后', ['2025-09', '2025-10']],
  ]);
});
