import { dayType, holidayName, isWorkingDay, type DayType } from '../calendar/working-days.ts';
import { acceptanceSchedule, type ScheduleTaskId } from '../contract/acceptance-schedule.ts';
import { lastHandoverDay, type Period } from '../contract/periods.ts';
import type { ContractProfile } from '../contract/profile.ts';
import { addDays, addMonths, eachDay, weekday, type LocalDate } from '../dates.ts';
import { kindNames, type KindName } from '../records/kinds.ts';
import { recordsOf, type AnyRecord } from '../records/record.ts';
import type { InspectionDayState } from './inspection-calendar.ts';
import { allReportClocks, type ReportClock, type ReportState } from './report-clocks.ts';

/** How many records of one kind a day has; void ones do not count. */
export type DayRecords = { readonly kind: KindName; readonly final: number; readonly draft: number };

/** Something that the contract fixes to a day. */
export type DayMark =
  | { readonly type: 'service-start' | 'service-end' | 'handover' }
  | { readonly type: 'report-due' | 'report-submitted' | 'review-end'; readonly report: Pick<ReportClock, 'type'> & { readonly label: string; readonly state: ReportState; readonly recordId?: string | undefined } }
  | { readonly type: 'task'; readonly task: ScheduleTaskId; readonly part: 'from' | 'to' | 'only' };

/** `outside`: beyond the service period. Inspections are due only inside it. */
export type SheetDayState = InspectionDayState | 'outside';

export type SheetDay = {
  readonly date: LocalDate;
  readonly type: DayType;
  /** The festival behind a holiday or a make-up workday. */
  readonly holiday?: string | undefined;
  readonly state: SheetDayState;
  readonly records: readonly DayRecords[];
  readonly marks: readonly DayMark[];
};

/** Where an inspection of a longer cycle stands: `open` while its days are not over. */
export type CycleState = 'done' | 'missing' | 'open';

/** A row of the sheet, Monday to Sunday. `weekly` is absent where the contract's checklist asks for nothing by the week, or no day of the week is due. */
export type SheetWeek = { readonly days: readonly SheetDay[]; readonly due: number; readonly done: number; readonly missing: number; readonly weekly?: CycleState | undefined };

export type MonthSheet = {
  /** `2024-08` */
  readonly month: string;
  readonly today: LocalDate;
  readonly weeks: readonly SheetWeek[];
  /** As `weekly`, for the month. */
  readonly monthly?: CycleState | undefined;
  /** Of the month alone, without the days before and after it that fill its weeks. */
  readonly due: number;
  readonly done: number;
  readonly missing: number;
};

type SheetInput = { readonly profile: ContractProfile; readonly records: readonly AnyRecord[]; readonly month: string; readonly today: LocalDate };

/** Months worth showing: one before the service period to one after the hand-over, `YYYY-MM`. */
export function reachableMonths(profile: Pick<ContractProfile, 'service' | 'acceptance' | 'calendarOverrides'>): { readonly first: string; readonly last: string } {
  const handover = lastHandoverDay(profile);
  const end = handover > profile.service.to ? handover : profile.service.to;
  return { first: addMonths(`${profile.service.from.slice(0, 7)}-01`, -1).slice(0, 7), last: addMonths(`${end.slice(0, 7)}-01`, 1).slice(0, 7) };
}

/** Days of the month's sheet: whole weeks from Monday to Sunday. */
function sheetSpan(month: string): { readonly from: LocalDate; readonly to: LocalDate } {
  const first = `${month}-01`;
  const last = addDays(addMonths(first, 1), -1);
  return { from: addDays(first, -((weekday(first) + 6) % 7)), to: addDays(last, (7 - weekday(last)) % 7) };
}

function recordsOfDay(records: readonly AnyRecord[]): DayRecords[] {
  return kindNames.flatMap((kind) => {
    const own = records.filter((record) => record.kind === kind && record.status !== 'void');
    const final = own.filter(({ status }) => status === 'final').length;
    return own.length === 0 ? [] : [{ kind, final, draft: own.length - final }];
  });
}

function reportMarks(clock: ReportClock): (readonly [LocalDate, DayMark])[] {
  const { type, period, state, dueOn, reviewUntil, report } = clock;
  const about = { type, label: period.label, state, recordId: report?.id };
  const submittedOn = report?.status === 'final' ? report.body.submittedOn : undefined;
  return [
    [dueOn, { type: 'report-due', report: about }],
    ...(submittedOn === undefined ? [] : [[submittedOn, { type: 'report-submitted', report: about }] as const]),
    ...(reviewUntil === undefined ? [] : [[reviewUntil, { type: 'review-end', report: about }] as const]),
  ];
}

function marksOf({ profile, records, today }: SheetInput): Map<LocalDate, DayMark[]> {
  const { service } = profile;
  const tasks = acceptanceSchedule(profile).tasks.filter(({ id }) => id !== 'handover').flatMap(({ id, from, to }): (readonly [LocalDate, DayMark])[] => (
    from === to
      ? [[from, { type: 'task', task: id, part: 'only' }]]
      : [[from, { type: 'task', task: id, part: 'from' }], [to, { type: 'task', task: id, part: 'to' }]]
  ));
  const marks = new Map<LocalDate, DayMark[]>();
  for (const [date, mark] of [
    [service.from, { type: 'service-start' }] as const,
    [service.to, { type: 'service-end' }] as const,
    [lastHandoverDay(profile), { type: 'handover' }] as const,
    ...allReportClocks(profile, records, today).flatMap(reportMarks),
    ...tasks,
  ]) marks.set(date, [...(marks.get(date) ?? []), mark]);
  return marks;
}

function stateOf(profile: ContractProfile, date: LocalDate, isInspected: boolean, today: LocalDate): SheetDayState {
  const { from, to } = profile.service;
  if (date < from || date > to) return isInspected ? 'duty' : 'outside';
  const isDue = isWorkingDay(date, profile.calendarOverrides);
  if (isInspected) return isDue ? 'done' : 'duty';
  if (!isDue) return 'off';
  return date < today ? 'missing' : date === today ? 'today' : 'coming';
}

/** Inspections of a longer cycle stand for the shorter ones, and the one before a festival for all (节前专检). */
const covering = { weekly: /周|月|季|年|节前/, monthly: /月|季|年|节前/ } as const;
const asked = { weekly: /周/, monthly: /月/ } as const;

function cycleState(input: SheetInput, cycle: keyof typeof covering, { from, to }: Pick<Period, 'from' | 'to'>): CycleState | undefined {
  const { profile, records, today } = input;
  const due = eachDay(from, to).filter((date) => date >= profile.service.from && date <= profile.service.to && isWorkingDay(date, profile.calendarOverrides));
  const last = due.at(-1);
  if (last === undefined || !profile.checklist.some((item) => asked[cycle].test(item.cycle))) return undefined;
  const isDone = recordsOf(records, 'inspection').some((record) => record.status === 'final' && record.date >= from && record.date <= to && covering[cycle].test(record.body.cycle));
  return isDone ? 'done' : last < today ? 'missing' : 'open';
}

function counts(days: readonly SheetDay[]): { readonly due: number; readonly done: number; readonly missing: number } {
  const of = (...states: readonly SheetDayState[]): number => days.filter(({ state }) => states.includes(state)).length;
  return { due: of('done', 'missing', 'today', 'coming'), done: of('done'), missing: of('missing') };
}

/** One month as a sheet of a wall calendar: what exists on each day, what is missing, and what the contract fixes to it. */
export function monthSheet(input: SheetInput): MonthSheet {
  const { profile, month, today } = input;
  const span = sheetSpan(month);
  const near = { ...input, records: input.records.filter(({ date }) => date >= span.from && date <= span.to) };
  const byDay = Map.groupBy(near.records, ({ date }) => date);
  const marks = marksOf(input);
  const days = eachDay(span.from, span.to).map((date): SheetDay => {
    const own = byDay.get(date) ?? [];
    const isInspected = own.some(({ kind, status }) => kind === 'inspection' && status === 'final');
    return {
      date,
      type: dayType(date, profile.calendarOverrides),
      holiday: holidayName(date, profile.calendarOverrides),
      state: stateOf(profile, date, isInspected, today),
      records: recordsOfDay(own),
      marks: marks.get(date) ?? [],
    };
  });
  const weeks = Array.from({ length: days.length / 7 }, (_, index): SheetWeek => {
    const week = days.slice(index * 7, index * 7 + 7);
    const [from = '', to = ''] = [week[0]?.date, week.at(-1)?.date];
    return { days: week, ...counts(week), weekly: cycleState(near, 'weekly', { from, to }) };
  });
  const own = days.filter(({ date }) => date.startsWith(month));
  return { month, today, weeks, monthly: cycleState(near, 'monthly', { from: own[0]?.date ?? '', to: own.at(-1)?.date ?? '' }), ...counts(own) };
}
