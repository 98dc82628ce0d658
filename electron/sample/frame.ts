import { firstWorkingDayFrom, isWorkingDay, workingDays } from '../../shared/calendar/working-days.ts';
import { monthsOf, reportingPeriods, type Period } from '../../shared/contract/periods.ts';
import type { ContractProfile } from '../../shared/contract/profile.ts';
import { addDays, eachDay, type LocalDate } from '../../shared/dates.ts';
import { inventCast, type Cast } from './cast.ts';
import { createDayBook, type DayBook } from './day-book.ts';
import type { Random } from './random.ts';
import { planItems, type PlannedItem } from './service-roles.ts';

/** What every part of the sample year is built on. */
export type Frame = {
  readonly profile: ContractProfile;
  readonly seed: number;
  readonly days: readonly LocalDate[];
  readonly workingDays: readonly LocalDate[];
  readonly months: readonly Period[];
  readonly periods: readonly Period[];
  readonly items: readonly PlannedItem[];
  /** Person-months of the whole contract. */
  readonly personMonths: number;
  /** Length of the service in years of 365 days; counts that a contract gives per year scale with it. */
  readonly years: number;
  readonly cast: Cast;
  readonly dayBook: DayBook;
  readonly system: string;
};

export function createFrame(profile: ContractProfile, seed: number): Frame {
  const { from, to } = profile.service;
  const items = planItems(profile);
  const months = monthsOf(profile.service);
  const days = eachDay(from, to);
  const years = days.length / 365;
  return {
    profile, seed, days, items, months, years,
    workingDays: workingDays(from, to, profile.calendarOverrides),
    periods: reportingPeriods(profile),
    personMonths: items.reduce((sum, item) => sum + item.personMonths, 0),
    cast: inventCast(profile, items, years * 12, seed),
    dayBook: createDayBook(),
    system: (profile.systems[0] ?? profile.projectName).slice(0, 100),
  };
}

/** The day `count` working days after `date`; zero gives the day itself or the next working day. */
export function workingDayAfter(frame: Pick<Frame, 'profile'>, date: LocalDate, count: number): LocalDate {
  let day = firstWorkingDayFrom(date, frame.profile.calendarOverrides);
  for (let left = count; left > 0;) {
    day = addDays(day, 1);
    if (isWorkingDay(day, frame.profile.calendarOverrides)) left -= 1;
  }
  return day;
}

/** Working days of one stretch of the service. */
export function workingDaysIn(frame: Frame, period: Pick<Period, 'from' | 'to'>): LocalDate[] {
  return frame.workingDays.filter((day) => day >= period.from && day <= period.to);
}

/** `count` days taken evenly over a list, each moved by chance within its share. */
export function spreadDays(days: readonly LocalDate[], count: number, random: Random): LocalDate[] {
  if (days.length === 0) return [];
  return Array.from({ length: count }, (_, index) => days[Math.min(days.length - 1, Math.floor(((index + random.next()) * days.length) / count))] ?? days[0] ?? '');
}
