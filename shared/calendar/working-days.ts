import notices from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import { addDays, eachDay, weekday, type LocalDate } from '../dates.ts';

/** Days that a contract or a newly published State Council notice sets otherwise than the built-in calendar. */
export type CalendarOverrides = Readonly<Record<LocalDate, 'work' | 'off'>>;

/** What kind of day it is, for heat maps and for the rules about make-up workdays (调休上班). */
export type DayType = 'workday' | 'make-up-workday' | 'weekend' | 'holiday';

// Only the package's data is used: its functions ask for the local day of a UTC midnight and are a day off in the Americas.
const holidays = new Set(Object.keys(notices.holidays));
const makeUpWorkdays = new Set(Object.keys(notices.workdays));

/** The last year whose State Council notice is built in; later years need imported overrides. */
export const lastKnownYear = [...holidays].reduce((latest, date) => Math.max(latest, Number(date.slice(0, 4))), 0);

/**
 * Day types according to the State Council's notices (国务院办公厅关于部分节假日安排的通知).
 * In years after `lastKnownYear` Monday to Friday count as workdays until overrides are given.
 */
export function dayType(date: LocalDate, overrides: CalendarOverrides = {}): DayType {
  return typeOn(date, weekday(date), overrides);
}

function typeOn(date: LocalDate, day: number, overrides: CalendarOverrides): DayType {
  const isWeekend = day === 0 || day === 6;
  const override = overrides[date];
  if (override === 'work' || (override === undefined && makeUpWorkdays.has(date))) return isWeekend ? 'make-up-workday' : 'workday';
  if (override === 'off' || holidays.has(date)) return 'holiday';
  return isWeekend ? 'weekend' : 'workday';
}

const holidayNames: ReadonlyMap<string, string> = new Map([...Object.entries(notices.holidays), ...Object.entries(notices.workdays)].flatMap(([date, text]) => {
  const [, name] = text.split(',');
  return name === undefined ? [] : [[date, name] as const];
}));

/**
 * The festival that makes a day a holiday or a make-up workday by the State Council's notices: `国庆节`, `中秋`. Absent for ordinary days,
 * in years that no notice is built in for, and where the contract sets the day otherwise.
 */
export function holidayName(date: LocalDate, overrides: CalendarOverrides = {}): string | undefined {
  return overrides[date] === undefined ? holidayNames.get(date) : undefined;
}

function isWork(type: DayType): boolean {
  return type === 'workday' || type === 'make-up-workday';
}

export function isWorkingDay(date: LocalDate, overrides: CalendarOverrides = {}): boolean {
  return isWork(dayType(date, overrides));
}

/** Working days from `from` to `to`, both included. */
export function workingDays(from: LocalDate, to: LocalDate, overrides: CalendarOverrides = {}): LocalDate[] {
  // Reports ask for the days of the same year dozens of times.
  const first = weekday(from);
  return eachDay(from, to).filter((date, index) => isWork(typeOn(date, (first + index) % 7, overrides)));
}

/** The day itself when it is a working day, otherwise the last working day before it. */
export function lastWorkingDayUpTo(date: LocalDate, overrides: CalendarOverrides = {}): LocalDate {
  let day = date;
  while (!isWorkingDay(day, overrides)) day = addDays(day, -1);
  return day;
}

/** The day itself when it is a working day, otherwise the next one (民法典第二百零三条: a period ending on a holiday runs to the next working day). */
export function firstWorkingDayFrom(date: LocalDate, overrides: CalendarOverrides = {}): LocalDate {
  let day = date;
  while (!isWorkingDay(day, overrides)) day = addDays(day, 1);
  return day;
}
