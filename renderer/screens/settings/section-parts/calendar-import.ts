import { isWorkingDay, type CalendarOverrides } from '../../../../shared/calendar/working-days.ts';
import type { NoticeDay } from '../../../../shared/calendar/read-notice.ts';
import { weekday, type LocalDate } from '../../../../shared/dates.ts';

/** What importing a day would do: nothing, because the built-in calendar or the contract has it so already, or something. */
export type ImportedDay = NoticeDay & { readonly effect: 'builtIn' | 'same' | 'new' | 'changed' };

function effectOf({ date, type }: NoticeDay, overrides: CalendarOverrides): ImportedDay['effect'] {
  const set = overrides[date];
  if (set === type) return 'same';
  if (set !== undefined) return 'changed';
  return isWorkingDay(date) === (type === 'work') ? 'builtIn' : 'new';
}

/** The days of a notice with what they would change. */
export function importPlan(days: readonly NoticeDay[], overrides: CalendarOverrides): ImportedDay[] {
  return days.map((day) => ({ ...day, effect: effectOf(day, overrides) }));
}

/** The overrides with the days taken in. A day that the built-in calendar has so already needs no entry of its own. */
export function withImported(overrides: CalendarOverrides, days: readonly NoticeDay[]): Readonly<Record<LocalDate, 'work' | 'off'>> {
  const next: Record<LocalDate, 'work' | 'off'> = { ...overrides };
  for (const { date, type } of days) {
    if (isWorkingDay(date) === (type === 'work')) delete next[date];
    else next[date] = type;
  }
  return Object.fromEntries(Object.entries(next).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** A click on a day: what the built-in calendar says becomes its opposite, and a set day becomes what it was. */
export function toggledDay(overrides: CalendarOverrides, date: LocalDate): 'work' | 'off' | undefined {
  if (overrides[date] !== undefined) return undefined;
  return isWorkingDay(date) ? 'off' : 'work';
}

/** The weeks of a month, Monday first, as lists that any of this program's imports reads; days of other months are empty. */
export function monthWeeks(year: number, month: number): (LocalDate | undefined)[][] {
  const first = `${year}-${String(month).padStart(2, '0')}-01`;
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const lead = (weekday(first) + 6) % 7;
  const cells = [...Array.from({ length: lead }, () => undefined), ...Array.from({ length: days }, (_, index) => `${first.slice(0, 8)}${String(index + 1).padStart(2, '0')}`)];
  return Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) => Array.from({ length: 7 }, (_day, day) => cells[week * 7 + day]));
}
