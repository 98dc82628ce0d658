import { monthsOf, reportingPeriods } from '../../../shared/contract/periods.ts';
import type { ContractProfile } from '../../../shared/contract/profile.ts';
import { addDays, addMonths, weekday, type LocalDate } from '../../../shared/dates.ts';
import type { MonthSheet } from '../../../shared/figures/month-sheet.ts';
import type { Move } from '../../parts/roving-focus.ts';
import { sheetWords } from '../../words/calendar.ts';

/** First and last month that can be shown, `YYYY-MM`. */
export type MonthRange = { readonly first: string; readonly last: string };

export function withinRange(month: string, { first, last }: MonthRange): string {
  return month < first ? first : month > last ? last : month;
}

/** The month that a calendar opens on: this month, and once the service is over its last month, where what is missing can still be found. */
export function openingMonth(today: LocalDate, service: ContractProfile['service'], range: MonthRange): string {
  return withinRange((today > service.to ? service.to : today).slice(0, 7), range);
}

/** The month so many months away, as far as the range goes. */
export function stepMonth(month: string, months: number, range: MonthRange): string {
  return withinRange(addMonths(`${month}-01`, months).slice(0, 7), range);
}

/** The day that a key leads to. Page keys change the month, with Shift by three; Home and End stay in the week. */
export function stepDay(date: LocalDate, move: Move, isWide: boolean, range: MonthRange): LocalDate {
  const fromMonday = (weekday(date) + 6) % 7;
  const targets: Readonly<Record<Move, () => LocalDate>> = {
    left: () => addDays(date, -1),
    right: () => addDays(date, 1),
    up: () => addDays(date, -7),
    down: () => addDays(date, 7),
    first: () => addDays(date, -fromMonday),
    last: () => addDays(date, 6 - fromMonday),
    'page-up': () => addMonths(date, isWide ? -3 : -1),
    'page-down': () => addMonths(date, isWide ? 3 : 1),
  };
  const target = targets[move]();
  const [earliest, latest] = [`${range.first}-01`, addDays(addMonths(`${range.last}-01`, 1), -1)];
  return target < earliest ? earliest : target > latest ? latest : target;
}

/** Where the keyboard starts in a month: the wanted day, today, the first missing day, or the first of the month. */
export function firstFocus(sheet: MonthSheet, wanted: LocalDate | undefined): LocalDate {
  const days = sheet.weeks.flatMap((week) => week.days).filter(({ date }) => date.startsWith(sheet.month));
  const has = (date: LocalDate | undefined): date is LocalDate => date !== undefined && days.some((day) => day.date === date);
  if (has(wanted)) return wanted;
  if (has(sheet.today)) return sheet.today;
  return days.find(({ state }) => state === 'missing')?.date ?? `${sheet.month}-01`;
}

export type MonthGroup = { readonly label: string; readonly months: readonly { readonly month: string; readonly label: string }[] };

/** All months of the range by the contract's quarters; a month stands with the quarter that its first service day belongs to. */
export function monthGroups(profile: ContractProfile, range: MonthRange): MonthGroup[] {
  const quarters = reportingPeriods(profile);
  const months: string[] = [];
  for (let month = range.first; month <= range.last; month = addMonths(`${month}-01`, 1).slice(0, 7)) months.push(month);
  const served = new Map(monthsOf(profile.service).map((month) => [month.key, month.from]));
  const groupOf = (month: string): string => {
    const from = served.get(month);
    if (from === undefined) return month < profile.service.from ? sheetWords.before : sheetWords.after;
    return quarters.find((quarter) => from >= quarter.from && from <= quarter.to)?.label ?? sheetWords.after;
  };
  return [...Map.groupBy(months, groupOf)].map(([label, members]) => ({ label, months: members.map((month) => ({ month, label: sheetWords.month(month) })) }));
}
