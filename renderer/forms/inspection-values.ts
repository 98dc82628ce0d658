import type { ChecklistItem } from '../../shared/contract/profile.ts';
import { firstWorkingDayFrom, isWorkingDay, type CalendarOverrides } from '../../shared/calendar/working-days.ts';
import { addDays, daysBetween, weekday, type LocalDate } from '../../shared/dates.ts';
import type { KindBody } from '../../shared/records/kinds.ts';

export type InspectionItem = Readonly<Partial<KindBody<'inspection'>['items'][number]>>;
type Conclusion = KindBody<'inspection'>['conclusion'];

/** Keys 1 to 4 on an item's result, in this order. */
export const resultKeys = ['正常', '异常', '待处理', '不适用'] as const;

export function isAbnormal(item: InspectionItem): boolean {
  return item.result === '异常' || item.result === '待处理';
}

/** Rows that still need a look: not answered yet, or not normal. */
export function needsAttention(item: InspectionItem): boolean {
  return item.result === undefined || isAbnormal(item);
}

/** Everything not answered yet becomes 正常; what was marked otherwise stays. */
export function markAllNormal(items: readonly InspectionItem[]): InspectionItem[] {
  return items.map((item) => (item.result === undefined ? { ...item, result: '正常' } : item));
}

/**
 * The conclusion that the results lead to. An abnormal item counts as handled when it was rectified or its handling is written down;
 * 待处理 never does. Undefined while items are unanswered and none is abnormal.
 */
export function proposeConclusion(items: readonly InspectionItem[]): Conclusion | undefined {
  const abnormal = items.filter(isAbnormal);
  if (abnormal.length === 0) return items.length > 0 && items.every((item) => item.result !== undefined) ? '正常' : undefined;
  const areHandled = abnormal.every((item) => item.result === '异常' && (item.rectifiedOn !== undefined || item.handling !== undefined));
  return areHandled ? '存在异常，已处理' : '存在异常，待处理';
}

/** Words of cycles, shortest first; 日检 and everything else is daily. */
const longerCycles = [/周/, /月/, /季/, /年/];

function cycleRank(cycle: string): number {
  return longerCycles.findIndex((word) => word.test(cycle)) + 1;
}

function rowOf(item: ChecklistItem): InspectionItem {
  const { category, item: name, method, standard } = item;
  return { category, item: name, ...(method === '' ? {} : { method }), ...(standard === '' ? {} : { standard }) };
}

/**
 * What an inspection of one cycle checks: a weekly one the daily and the weekly items, a monthly one also the monthly ones.
 * The whole list when it has no item that is due so often.
 */
export function checklistRows(checklist: readonly ChecklistItem[], cycle: string): InspectionItem[] {
  const due = checklist.filter((item) => cycleRank(item.cycle) <= cycleRank(cycle));
  return (due.length === 0 ? checklist : due).map(rowOf);
}

/**
 * The cycle that an inspection of a day most likely has: the monthly one on the last working day of a month, the weekly one on the last
 * of a week, where the checklist has items that are due so often; else the first of the list.
 */
export function likelyCycle(date: LocalDate, cycles: readonly string[], checklist: readonly ChecklistItem[], overrides: CalendarOverrides): string {
  const next = firstWorkingDayFrom(addDays(date, 1), overrides);
  const isLastOfMonth = next.slice(0, 7) !== date.slice(0, 7);
  const isLastOfWeek = daysBetween(date, next) >= 8 - (weekday(date) || 7);
  const due = isWorkingDay(date, overrides) ? [isLastOfMonth ? /月/ : undefined, isLastOfWeek ? /周/ : undefined] : [];
  const likely = due.flatMap((word) => (word !== undefined && checklist.some(({ cycle }) => word.test(cycle)) ? cycles.find((cycle) => word.test(cycle)) ?? [] : []));
  return likely[0] ?? cycles[0] ?? '';
}

function sameItem(a: InspectionItem, b: InspectionItem): boolean {
  return a.category === b.category && a.item === b.item;
}

/** After the cycle changed: the items that are due now, with the answers given so far; nothing that was answered is lost. */
export function changeCycle(items: readonly InspectionItem[], checklist: readonly ChecklistItem[], cycle: string): InspectionItem[] {
  const due = checklistRows(checklist, cycle);
  const others = items.filter((item) => item.result !== undefined && !due.some((row) => sameItem(row, item)));
  return [...due.map((row) => items.find((item) => sameItem(item, row)) ?? row), ...others];
}
