import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lastHandoverDay, monthsOf, quarterName, reportingPeriods, reviewDeadline, wholePeriod, type Period } from '../../../shared/contract/periods.ts';
import { workingDays } from '../../../shared/calendar/working-days.ts';
import { addDays, daysBetween, eachDay, weekday } from '../../../shared/dates.ts';
import { testProfile } from '../../helpers/records.ts';

const profile = testProfile();
const calendarProfile = testProfile({ reporting: { quarterRule: 'calendar' } });

describe('reporting periods', () => {
  test('roll from the first day of service', () => {
    expect(reportingPeriods(profile).map((period) => ({ ...period, days: daysBetween(period.from, period.to) + 1, working: workingDays(period.from, period.to).length }))).toEqual([
      { key: 'Q1', label: '第一季度', from: '2024-08-03', to: '2024-11-02', days: 92, working: 61 },
      { key: 'Q2', label: '第二季度', from: '2024-11-03', to: '2025-02-02', days: 92, working: 61 },
      { key: 'Q3', label: '第三季度', from: '2025-02-03', to: '2025-05-02', days: 89, working: 62 },
      { key: 'Q4', label: '第四季度', from: '2025-05-03', to: '2025-08-02', days: 92, working: 63 },
    ]);
  });

  test('or follow the calendar year, five of them', () => {
    expect(reportingPeriods(calendarProfile).map(({ key, label, from, to }) => [key, label, from, to, workingDays(from, to).length])).toEqual([
      ['2024Q3', '2024年第三季度', '2024-08-03', '2024-09-30', 41], ['2024Q4', '2024年第四季度', '2024-10-01', '2024-12-31', 62],
      ['2025Q1', '2025年第一季度', '2025-01-01', '2025-03-31', 59], ['2025Q2', '2025年第二季度', '2025-04-01', '2025-06-30', 61],
      ['2025Q3', '2025年第三季度', '2025-07-01', '2025-08-02', 24],
    ]);
  });

  test('a service from the end of a month does not creep', () => {
    const periods = reportingPeriods(testProfile({ service: { from: '2024-08-31', to: '2025-08-30' } }));
    expect(periods.map(({ from, to }) => [from, to])).toEqual([['2024-08-31', '2024-11-29'], ['2024-11-30', '2025-02-27'], ['2025-02-28', '2025-05-30'], ['2025-05-31', '2025-08-30']]);
  });

  test('quarters beyond twelve are numbered in figures', () => {
    expect([quarterName(1), quarterName(12), quarterName(13)]).toEqual(['第一季度', '第十二季度', '第13季度']);
  });

  /** The days of all periods in a row, so that a gap or an overlap shows as a difference from the days of the service. */
  function daysOf(periods: readonly Period[]): string[] {
    return periods.flatMap((period) => eachDay(period.from, period.to));
  }

  test('divide any service period without gap or overlap, by either rule and by month', () => {
    const service = fc.tuple(fc.integer({ min: 0, max: 2000 }), fc.integer({ min: 0, max: 1500 }), fc.constantFrom(1, 2, 3, 4, 6, 12), fc.constantFrom('rolling' as const, 'calendar' as const));
    fc.assert(fc.property(service, ([start, length, everyMonths, quarterRule]) => {
      const from = addDays('2023-01-01', start);
      const to = addDays(from, length);
      const periods = reportingPeriods(testProfile({ service: { from, to }, reporting: { everyMonths, quarterRule } }));
      const days = eachDay(from, to);
      expect([daysOf(periods), daysOf(monthsOf({ from, to }))]).toEqual([days, days]);
      expect(new Set(periods.map((period) => period.key)).size).toBe(periods.length);
    }), { numRuns: 80 });
  });
});

test('months of the service, the first and last of them partial', () => {
  const months = monthsOf(profile.service);
  expect([months.length, months[0], months.at(-1)]).toEqual([
    13, { key: '2024-08', label: '2024年8月', from: '2024-08-03', to: '2024-08-31' }, { key: '2025-08', label: '2025年8月', from: '2025-08-01', to: '2025-08-02' },
  ]);
});

test('the whole period is named by its days', () => {
  expect(wholePeriod(profile.service)).toEqual({ key: 'all', label: '2024年8月3日至2025年8月2日', from: '2024-08-03', to: '2025-08-02' });
});

describe('the end of a review', () => {
  test('is fourteen days after the submission', () => {
    expect(['2024-11-04', '2025-02-05', '2025-05-06', '2025-08-04'].map((day) => reviewDeadline(profile, day))).toEqual(['2024-11-18', '2025-02-19', '2025-05-20', '2025-08-18']);
  });

  test('moves to the next working day when it falls on a day off', () => {
    expect([reviewDeadline(profile, '2024-09-17'), reviewDeadline(profile, '2024-08-31'), reviewDeadline(profile, '2024-08-03')]).toEqual(['2024-10-08', '2024-09-14', '2024-08-19']);
  });

  test('in working days counts make-up Saturdays and no holidays', () => {
    const working = testProfile({ reporting: { reviewDays: 5, reviewDayType: 'working' } });
    expect([reviewDeadline(working, '2024-09-10'), reviewDeadline(working, '2024-09-30')]).toEqual(['2024-09-18', '2024-10-12']);
  });

  test('is never on a day off', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 700 }), (days) => {
      const deadline = reviewDeadline(profile, addDays('2024-01-01', days));
      expect(workingDays(deadline, deadline)).toEqual([deadline]);
    }));
  });
});

describe('the last day for the hand-over', () => {
  test('is the last working day before a deadline in the holidays', () => {
    expect([lastHandoverDay(profile), weekday(lastHandoverDay(profile))]).toEqual(['2025-09-30', 2]);
  });

  test('counts the deadline itself only where the contract includes it', () => {
    const until = (deadlineIncluded: boolean) => lastHandoverDay(testProfile({ acceptance: { deadline: '2025-09-30', deadlineIncluded } }));
    expect([until(true), until(false)]).toEqual(['2025-09-30', '2025-09-29']);
  });
});
