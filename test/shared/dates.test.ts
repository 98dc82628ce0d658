import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays, addMinutes, addMonths, dateOf, daysBetween, eachDay, formatChineseDate, formatChineseMinute, formatChineseMonth, isLocalDate, isLocalMinute, minutesBetween, weekday,
} from '../../shared/dates.ts';

const anyDay = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays('1990-01-01', days));
const anyMinute = fc.tuple(anyDay, fc.integer({ min: 0, max: 1439 })).map(([day, minute]) => addMinutes(`${day}T00:00`, minute));

describe('days', () => {
  test.each(['2024-02-29', '2000-02-29', '2025-12-31', '0100-01-01'])('%s is a day', (text) => {
    expect(isLocalDate(text)).toBe(true);
  });

  test.each(['2025-02-29', '2024-2-9', '2024-13-01', '2024-04-31', '20240805', '2024-08-05T00:00', '', '2024-08-00', ' 2024-08-05', '0024-08-05'])('%j is none', (text) => {
    expect(isLocalDate(text)).toBe(false);
  });

  test('going forth and back returns to the day', () => {
    fc.assert(fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (day, days) => {
      const there = addDays(day, days);
      expect([isLocalDate(there), daysBetween(day, there), addDays(there, -days)]).toEqual([true, days, day]);
    }));
  });

  test('days are those of the Gregorian calendar, as the platform counts them', () => {
    fc.assert(fc.property(fc.integer({ min: 1000, max: 9998 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }), fc.integer({ min: -366, max: 366 }), (year, month, day, days) => {
      const iso = (number: number) => new Date(number * 86_400_000).toISOString().slice(0, 10);
      const number = Date.UTC(year, month - 1, day) / 86_400_000;
      expect([addDays(iso(number), days), weekday(iso(number))]).toEqual([iso(number + days), new Date(number * 86_400_000).getUTCDay()]);
    }), { numRuns: 2000 });
  });

  test('dates sort as they follow each other', () => {
    fc.assert(fc.property(anyDay, anyDay, (a, b) => {
      expect(Math.sign(daysBetween(a, b))).toBe(a < b ? 1 : a > b ? -1 : 0);
    }));
  });

  test('every week has its seven days', () => {
    expect(eachDay('2024-08-04', '2024-08-10').map(weekday)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect([weekday('1969-12-31'), weekday('1970-01-01'), weekday('2024-02-29')]).toEqual([3, 4, 4]);
  });

  test('a span from later to earlier has no days', () => {
    expect([eachDay('2024-08-05', '2024-08-05'), eachDay('2024-08-05', '2024-08-04')]).toEqual([['2024-08-05'], []]);
  });

  test('months later is the same day, or the last one of a shorter month', () => {
    expect([addMonths('2024-08-03', 3), addMonths('2024-11-30', 3), addMonths('2024-01-31', 1), addMonths('2025-03-31', -1), addMonths('2024-12-15', 13)]).toEqual([
      '2024-11-03', '2025-02-28', '2024-02-29', '2025-02-28', '2026-01-15',
    ]);
  });

  test('months later never changes to another day than that or the month’s last', () => {
    fc.assert(fc.property(anyDay, fc.integer({ min: -60, max: 60 }), (day, months) => {
      const there = addMonths(day, months);
      const last = addDays(addMonths(`${there.slice(0, 7)}-01`, 1), -1);
      expect(there.slice(8) === day.slice(8) || (there === last && there.slice(8) < day.slice(8))).toBe(true);
    }));
  });
});

describe('minutes', () => {
  test.each(['2024-08-05T00:00', '2024-08-05T23:59'])('%s is a minute', (text) => {
    expect(isLocalMinute(text)).toBe(true);
  });

  test.each(['2024-08-05T24:00', '2024-08-05 09:00', '2024-08-05T9:00', '2024-02-30T09:00', '2024-08-05T09:00:00', '2024-08-05'])('%j is none', (text) => {
    expect(isLocalMinute(text)).toBe(false);
  });

  test('run on through midnight, month ends and the nights in which other countries change their clocks', () => {
    expect([minutesBetween('2024-08-05T23:30', '2024-08-06T00:31'), minutesBetween('2025-03-09T01:30', '2025-03-09T03:30'), minutesBetween('2024-12-31T23:59', '2025-01-01T00:00')]).toEqual([61, 120, 1]);
  });

  test('adding minutes is undone by taking them away', () => {
    fc.assert(fc.property(anyMinute, fc.integer({ min: -100_000, max: 100_000 }), (minute, minutes) => {
      const there = addMinutes(minute, minutes);
      expect([isLocalMinute(there), minutesBetween(minute, there), addMinutes(there, -minutes)]).toEqual([true, minutes, minute]);
    }));
  });
});

test('dates are written the Chinese way', () => {
  expect([formatChineseDate('2024-08-05'), formatChineseMinute('2024-08-05T09:05'), formatChineseMonth('2024-08-05'), dateOf('2024-08-05T09:05')]).toEqual(['2024年8月5日', '2024年8月5日 09:05', '2024年8月', '2024-08-05']);
});
