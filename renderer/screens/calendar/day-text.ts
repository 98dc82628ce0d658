import { weekday, type LocalDate } from '../../../shared/dates.ts';
import type { DayMark, DayRecords, SheetDay } from '../../../shared/figures/month-sheet.ts';
import { kindOf, type KindName } from '../../../shared/records/kinds.ts';
import type { Route } from '../../state/route.ts';
import { dayWords, kindShortWords, sheetWords } from '../../words/calendar.ts';
import { reportWords, scheduleWords } from '../../words/overview-pictures.ts';

/** What a mark says in a cell. */
export function markText(mark: DayMark): string {
  switch (mark.type) {
    case 'service-start': return sheetWords.serviceStart;
    case 'service-end': return sheetWords.serviceEnd;
    case 'handover': return sheetWords.handover;
    case 'report-due': return sheetWords.reportDue(reportWords.names[mark.report.type](mark.report.label));
    case 'report-submitted': return sheetWords.reportSubmitted(reportWords.names[mark.report.type](mark.report.label));
    case 'review-end': return sheetWords.reviewEnd(reportWords.names[mark.report.type](mark.report.label));
    case 'task': return sheetWords.task[mark.part](scheduleWords.tasks[mark.task]);
    default: return mark satisfies never;
  }
}

/** Where a mark leads: to its report's record or the reports, to the schedule, to the delivery. */
export function markRoute(mark: DayMark): Route {
  switch (mark.type) {
    case 'report-due':
    case 'report-submitted':
    case 'review-end': return mark.report.recordId === undefined ? { screen: 'reports' } : { screen: 'records', kind: 'report', open: mark.report.recordId };
    case 'handover':
    case 'task': return { screen: 'delivery' };
    case 'service-start':
    case 'service-end': return { screen: 'settings', section: 'basics' };
    default: return mark satisfies never;
  }
}

/** 国庆节放假 · 中秋调休上班 · 周末; nothing for an ordinary workday. */
export function dayTypeText(day: Pick<SheetDay, 'type' | 'holiday'>): string {
  if (day.type === 'workday') return '';
  if (day.holiday === undefined) return sheetWords.types[day.type];
  if (day.type === 'holiday') return sheetWords.holiday(day.holiday);
  return day.type === 'make-up-workday' ? sheetWords.makeUp(day.holiday) : sheetWords.types[day.type];
}

export function weekdayText(date: LocalDate): string {
  return sheetWords.weekdays[(weekday(date) + 6) % 7] ?? '';
}

export function dayTitle(date: LocalDate): string {
  return dayWords.title(date, weekdayText(date));
}

/** The records that the filter leaves; an empty filter leaves all. */
export function shownRecords(day: SheetDay, kinds: readonly KindName[]): readonly DayRecords[] {
  return kinds.length === 0 ? day.records : day.records.filter(({ kind }) => kinds.includes(kind));
}

/** Whether a missing inspection is to be pointed out: not when a person looks at other kinds. */
export function showsMissing(day: Pick<SheetDay, 'state'>, kinds: readonly KindName[]): boolean {
  return day.state === 'missing' && (kinds.length === 0 || kinds.includes('inspection'));
}

export type CellEntries = { readonly marks: readonly DayMark[]; readonly chips: readonly DayRecords[]; readonly hidden: number };

/** What fits into a cell: marks before chips, and how many entries are left out. `rows` lines, two chips to a line. */
export function cellEntries(day: SheetDay, kinds: readonly KindName[], rows: number): CellEntries {
  const records = shownRecords(day, kinds);
  const marks = day.marks.slice(0, records.length === 0 ? rows : Math.max(1, rows - 1));
  const room = Math.max(0, rows - marks.length) * 2;
  // The sign for "more" takes a chip's place.
  const isFull = records.length > room || marks.length < day.marks.length;
  const chips = records.slice(0, isFull ? Math.max(0, room - 1) : room);
  return { marks, chips, hidden: day.marks.length - marks.length + records.length - chips.length };
}

export function chipText({ kind, final, draft }: DayRecords): string {
  return sheetWords.chip(kindShortWords[kind], final + draft);
}

/** What a day's cell says to whoever does not see it. */
export function dayLabel(day: SheetDay, kinds: readonly KindName[]): string {
  return [
    dayTitle(day.date),
    dayTypeText(day),
    day.state === 'missing' && !showsMissing(day, kinds) ? '' : sheetWords.states[day.state],
    ...day.marks.map(markText),
    ...shownRecords(day, kinds).map(({ kind, final, draft }) => sheetWords.chipLabel(kindOf(kind).title, final + draft, draft)),
  ].filter((part) => part !== '').join('，');
}
