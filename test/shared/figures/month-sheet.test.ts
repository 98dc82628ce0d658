import { expect, test } from 'vitest';
import { monthSheet, reachableMonths, type MonthSheet, type SheetDay } from '../../../shared/figures/month-sheet.ts';
import type { AnyRecord } from '../../../shared/records/record.ts';
import { makeRecord, testProfile } from '../../helpers/records.ts';

const profile = testProfile();

function sheet(month: string, records: readonly AnyRecord[], today: string, contract = profile): MonthSheet {
  return monthSheet({ profile: contract, records, month, today });
}

function dayOf(month: MonthSheet, date: string): SheetDay {
  const found = month.weeks.flatMap(({ days }) => days).find((day) => day.date === date);
  if (found === undefined) throw new Error(`no ${date}`);
  return found;
}

test('a sheet has whole weeks from Monday to Sunday and counts only the month', () => {
  const september = sheet('2024-09', [], '2024-10-09');

  expect(september.weeks.map(({ days }) => [days[0]?.date, days.at(-1)?.date])).toEqual([
    ['2024-08-26', '2024-09-01'], ['2024-09-02', '2024-09-08'], ['2024-09-09', '2024-09-15'], ['2024-09-16', '2024-09-22'], ['2024-09-23', '2024-09-29'], ['2024-09-30', '2024-10-06'],
  ]);
  // 21 weekdays, two of them in the Mid-autumn Festival, two weekend days made up for.
  expect({ due: september.due, done: september.done, missing: september.missing }).toEqual({ due: 21, done: 0, missing: 21 });
});

test('holidays and make-up workdays are named, unless the contract sets the day otherwise', () => {
  const september = sheet('2024-09', [], '2024-09-01', testProfile({ calendarOverrides: { '2024-09-17': 'work' } }));

  expect(['2024-09-14', '2024-09-16', '2024-09-17', '2024-09-18'].map((date) => dayOf(september, date)).map(({ type, holiday }) => [type, holiday])).toEqual([
    ['make-up-workday', '中秋'], ['holiday', '中秋'], ['workday', undefined], ['workday', undefined],
  ]);
});

test('a due day is missing only when it is over; days beyond the service period are nobody’s', () => {
  const august = sheet('2024-08', [makeRecord('inspection', { date: '2024-08-05' }), makeRecord('inspection', { date: '2024-08-06' }, { status: 'draft' }), makeRecord('inspection', { date: '2024-08-10' })], '2024-08-08');

  expect(['2024-08-01', '2024-08-03', '2024-08-05', '2024-08-06', '2024-08-07', '2024-08-08', '2024-08-09', '2024-08-10'].map((date) => dayOf(august, date).state)).toEqual(
    ['outside', 'off', 'done', 'missing', 'missing', 'today', 'coming', 'duty'],
  );
  expect(august.weeks[1]).toMatchObject({ due: 5, done: 1, missing: 2 });
});

test('records are counted by kind, drafts apart and void ones not at all', () => {
  const august = sheet('2024-08', [
    makeRecord('worklog', { date: '2024-08-05' }), makeRecord('worklog', { date: '2024-08-05' }, { sequence: 2, status: 'draft' }),
    makeRecord('worklog', { date: '2024-08-05' }, { sequence: 3, status: 'void' }), makeRecord('inspection', { date: '2024-08-05' }),
  ], '2024-08-08');

  expect(dayOf(august, '2024-08-05').records).toEqual([{ kind: 'inspection', final: 1, draft: 0 }, { kind: 'worklog', final: 1, draft: 1 }]);
});

test('what the contract fixes stands on its day: service, reports with their review, schedule, hand-over', () => {
  const report = makeRecord('report', { date: '2024-11-04', submittedOn: '2024-11-05', submittedTo: '顾小满', reviewState: '评审中' });
  const about = { type: '季度', label: '第一季度', state: 'in-review', recordId: report.id };
  const marks = (month: string): [string, unknown][] => sheet(month, [report], '2024-11-06').weeks.flatMap(({ days }) => days).filter((day) => day.date.startsWith(month) && day.marks.length > 0).map((day) => [day.date, day.marks]);

  expect(marks('2024-08')).toEqual([['2024-08-03', [{ type: 'service-start' }]]]);
  expect(marks('2024-11')).toEqual([['2024-11-04', [{ type: 'report-due', report: about }]], ['2024-11-05', [{ type: 'report-submitted', report: about }]], ['2024-11-19', [{ type: 'review-end', report: about }]]]);
  expect(marks('2025-09').at(-1)).toEqual(['2025-09-30', [{ type: 'handover' }]]);
  expect(marks('2025-09').map(([date]) => date)).toContain('2025-09-29');
});

test('a week or month without the inspection that the checklist asks for is missing once it is over; a larger inspection stands for it', () => {
  const checklist = [{ category: '网络', item: '端口', cycle: '每周' }, { category: '安全', item: '补丁', cycle: '月检' }];
  const contract = testProfile({ checklist });
  const records = [
    makeRecord('inspection', { date: '2024-09-02', cycle: '周检' }), makeRecord('inspection', { date: '2024-09-10', cycle: '日检' }), makeRecord('inspection', { date: '2024-09-18', cycle: '节前专检' }),
  ];
  const september = sheet('2024-09', records, '2024-09-24', contract);

  expect(september.weeks.map(({ weekly }) => weekly)).toEqual(['missing', 'done', 'missing', 'done', 'open', 'open']);
  expect(september.monthly).toBe('done');
  expect(sheet('2024-08', [], '2024-09-24', contract).monthly).toBe('missing');
  expect(sheet('2024-09', records, '2024-09-24').weeks.map(({ weekly }) => weekly)).toEqual([undefined, undefined, undefined, undefined, undefined, undefined]);
});

test('months are reachable from one before the service period to one after the hand-over', () => {
  expect(reachableMonths(profile)).toEqual({ first: '2024-07', last: '2025-10' });
});
