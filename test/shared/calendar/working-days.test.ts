import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayType, firstWorkingDayFrom, isWorkingDay, lastKnownYear, lastWorkingDayUpTo, workingDays } from '../../../shared/calendar/working-days.ts';
import { addDays, eachDay, weekday } from '../../../shared/dates.ts';

/** 国办发明电〔2023〕7 号 and 〔2024〕12 号. */
const makeUpWorkdays = [
  '2024-02-04', '2024-02-18', '2024-04-07', '2024-04-28', '2024-05-11', '2024-09-14', '2024-09-29', '2024-10-12',
  '2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11',
];
const holidays = [
  ['2024-01-01', '2024-01-01'], ['2024-02-10', '2024-02-17'], ['2024-04-04', '2024-04-06'], ['2024-05-01', '2024-05-05'], ['2024-06-10', '2024-06-10'],
  ['2024-09-15', '2024-09-17'], ['2024-10-01', '2024-10-07'], ['2025-01-01', '2025-01-01'], ['2025-01-28', '2025-02-04'], ['2025-04-04', '2025-04-06'],
  ['2025-05-01', '2025-05-05'], ['2025-05-31', '2025-06-02'], ['2025-10-01', '2025-10-08'],
].flatMap(([from = '', to = '']) => eachDay(from, to));

describe('the calendar of the State Council’s notices', () => {
  test('has exactly the holidays and make-up workdays of 2024 and 2025', () => {
    const days = eachDay('2024-01-01', '2025-12-31');
    expect(days.filter((date) => dayType(date) === 'make-up-workday')).toEqual(makeUpWorkdays);
    expect(days.filter((date) => dayType(date) === 'holiday')).toEqual(holidays);
  });

  test('counts the working days of years, a service year and its months', () => {
    const count = (from: string, to: string) => workingDays(from, to).length;
    expect([count('2024-01-01', '2024-12-31'), count('2025-01-01', '2025-12-31'), count('2024-08-03', '2025-08-02')]).toEqual([251, 248, 247]);
    expect(['2024-08-03/31', '2024-09-01/30', '2024-10-01/31', '2024-11-01/30', '2024-12-01/31', '2025-01-01/31', '2025-02-01/28', '2025-03-01/31', '2025-04-01/30', '2025-05-01/31', '2025-06-01/30', '2025-07-01/31', '2025-08-01/02']
      .map((span) => count(span.slice(0, 10), `${span.slice(0, 8)}${span.slice(11)}`))).toEqual([20, 21, 19, 21, 22, 19, 19, 21, 22, 19, 20, 23, 1]);
  });

  test('after the last notice weekdays are working days', () => {
    const monday = eachDay(`${lastKnownYear + 1}-03-01`, `${lastKnownYear + 1}-03-07`).find((date) => weekday(date) === 1);
    expect(monday && dayType(monday)).toBe('workday');
  });
});

describe('a contract’s own days', () => {
  test('win over the notices', () => {
    const overrides = { '2024-09-14': 'off', '2024-08-10': 'work', '2024-08-05': 'off', '2024-10-01': 'work' } as const;
    expect(Object.keys(overrides).map((date) => dayType(date, overrides))).toEqual(['holiday', 'make-up-workday', 'holiday', 'workday']);
  });
});

describe('the nearest working day', () => {
  test('steps over the autumn holidays', () => {
    expect([lastWorkingDayUpTo('2025-10-02'), firstWorkingDayFrom('2025-10-02'), lastWorkingDayUpTo('2025-09-30'), firstWorkingDayFrom('2025-01-28')]).toEqual(['2025-09-30', '2025-10-09', '2025-09-30', '2025-02-05']);
  });

  test('is a working day with none between', () => {
    const anyDay = fc.integer({ min: 0, max: 1500 }).map((days) => addDays('2023-01-01', days));
    fc.assert(fc.property(anyDay, (date) => {
      const before = lastWorkingDayUpTo(date);
      const after = firstWorkingDayFrom(date);
      expect([before <= date, date <= after, isWorkingDay(before), isWorkingDay(after)]).toEqual([true, true, true, true]);
      expect(workingDays(before, after)).toEqual(before === after ? [date] : [before, after]);
    }));
  });
});
