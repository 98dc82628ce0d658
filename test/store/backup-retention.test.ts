import fc from 'fast-check';
import { expect, test } from 'vitest';
import { automaticBackupFile, surplusBackups, surplusDailyBackups } from '../../electron/store/backup/automatic-backups.ts';
import { isDailyBackupDue } from '../../electron/store/backup/daily-backup.ts';

const dayMs = 24 * 60 * 60 * 1000;
const start = Date.UTC(2024, 7, 5, 1);

function daily(day: number): string {
  return automaticBackupFile(new Date(start + day * dayMs).toISOString(), 'daily');
}

test('of a year of daily copies seven days, four weeks and twelve months stay, each with its last copy', () => {
  const names = Array.from({ length: 365 }, (_, day) => daily(day));
  const stay = names.filter((name) => !surplusDailyBackups(names).includes(name));
  const days = stay.map((name) => name.slice(5, 13));
  expect(days.slice(-7)).toEqual(['20250729', '20250730', '20250731', '20250801', '20250802', '20250803', '20250804']);
  expect(days).toEqual(expect.arrayContaining(['20250720', '20250727', '20250803', '20250804', '20250731', '20250630', '20240930']));
  expect(stay.length).toBeLessThanOrEqual(7 + 4 + 12);
});

test('copies for other reasons and files of other names are no daily ones', () => {
  const others = ['备份-20240805-010203.zip', automaticBackupFile('2024-08-05T01:02:03.004Z', 'before-restore'), '核对记录.json', 'auto-x.sqlite'];
  expect([surplusDailyBackups(others), surplusBackups([...others, daily(1)], 1)]).toEqual([[], []]);
});

test('the newest copy always stays, and what stays would stay again', () => {
  fc.assert(fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 2000 }), { minLength: 1, maxLength: 60 }), (days) => {
    const names = days.map(daily);
    const surplus = surplusDailyBackups(names);
    const stay = names.filter((name) => !surplus.includes(name));
    expect(stay).toContain(names.toSorted().at(-1));
    expect(surplusDailyBackups(stay)).toEqual([]);
  }));
});

test('a copy is due after a day, and after the clock was set back by more', () => {
  const at = (day: number): string => new Date(start + day * dayMs).toISOString();
  expect([[], [daily(0)], [daily(0), daily(1)]].map((names) => isDailyBackupDue(names, at(1)))).toEqual([true, true, false]);
  expect(isDailyBackupDue([daily(5)], at(1))).toBe(true);
});
