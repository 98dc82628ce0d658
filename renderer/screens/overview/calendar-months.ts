import { addDays, addMonths, formatChineseDate, weekday, type LocalDate } from '../../../shared/dates.ts';
import type { InspectionDay } from '../../../shared/figures/inspection-calendar.ts';
import type { Route } from '../../state/route.ts';
import { calendarWords } from '../../words/overview-pictures.ts';
import type { Move } from '../../parts/roving-focus.ts';

/** One calendar month; `lead` empty places before the first day, so that weeks begin on Monday. */
export type CalendarMonth = { readonly key: string; readonly lead: number; readonly days: readonly InspectionDay[] };

export function calendarMonths(days: readonly InspectionDay[]): CalendarMonth[] {
  return [...Map.groupBy(days, (day) => day.date.slice(0, 7))].map(([key, members]) => ({ key, days: members, lead: (weekday(members[0]?.date ?? '') + 6) % 7 }));
}

/** The day that a key leads to, within the calendar. */
export function moveInCalendar(move: Move, date: LocalDate, first: LocalDate, last: LocalDate): LocalDate {
  const targets: Readonly<Record<Move, () => LocalDate>> = {
    left: () => addDays(date, -1),
    right: () => addDays(date, 1),
    up: () => addDays(date, -7),
    down: () => addDays(date, 7),
    first: () => first,
    last: () => last,
    'page-up': () => addMonths(date, -1),
    'page-down': () => addMonths(date, 1),
  };
  const target = targets[move]();
  return target < first ? first : target > last ? last : target;
}

/** What a day's cell says to whoever does not see it: date, kind of day, state, how many, what was found. */
export function dayLabel(day: InspectionDay): string {
  return [
    `${formatChineseDate(day.date)} ${calendarWords.weekday(weekday(day.date))}`,
    calendarWords.types[day.type],
    calendarWords.states[day.state],
    day.recordIds.length > 1 ? calendarWords.records(day.recordIds.length) : '',
    day.abnormal > 0 ? calendarWords.abnormal(day.abnormal) : '',
  ].filter((part) => part !== '').join('，');
}

/** Where a day's cell leads: to its inspection, to the list of several, or to a new one; days to come lead nowhere. */
export function dayRoute(day: InspectionDay, today: LocalDate): Route | undefined {
  const [id, ...others] = day.recordIds;
  if (others.length > 0) return { screen: 'records', kind: 'inspection', from: day.date, to: day.date };
  if (id !== undefined) return { screen: 'records', kind: 'inspection', open: id };
  return day.date > today ? undefined : { screen: 'records', kind: 'inspection', open: 'new', date: day.date, ...(day.date < today ? { supplement: 'calendar' } : {}) };
}

/** Where the keyboard starts: at the first missing day, else today, else the last day. */
export function firstFocus(days: readonly InspectionDay[], today: LocalDate): LocalDate {
  return (days.find((day) => day.state === 'missing') ?? days.find((day) => day.date === today) ?? days.at(-1))?.date ?? today;
}
