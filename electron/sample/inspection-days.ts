import { dayType, isWorkingDay } from '../../shared/calendar/working-days.ts';
import type { ChecklistItem } from '../../shared/contract/profile.ts';
import { addDays, weekday, type LocalDate } from '../../shared/dates.ts';
import type { Frame } from './frame.ts';

/** How often an item of a checklist is due, by the words of its cycle: 日检, 每周, 月检(含恢复测试) … */
type Cycle = 'day' | 'week' | 'month' | 'quarter' | 'year';

function cycleOf(item: ChecklistItem): Cycle {
  if (/周/.test(item.cycle)) return 'week';
  if (/月/.test(item.cycle)) return 'month';
  if (/季/.test(item.cycle)) return 'quarter';
  if (/年/.test(item.cycle)) return 'year';
  return 'day';
}

/** One planned inspection: which cycles are due on that day. */
export type InspectionDay = {
  readonly date: LocalDate;
  readonly cycle: '日检' | '周检' | '月检' | '节前专检' | '重保专检';
  readonly dutyType?: '值班' | '重保' | undefined;
  readonly items: readonly ChecklistItem[];
};

/** Days off in a row that are worth a special inspection before them and a duty in them. */
const longBreak = 3;

function daysOffAfter(frame: Frame, date: LocalDate): number {
  let count = 0;
  while (!isWorkingDay(addDays(date, count + 1), frame.profile.calendarOverrides)) count += 1;
  return count;
}

/** Last working day of each stretch that `keyOf` tells apart. */
function lastOf(days: readonly LocalDate[], keyOf: (day: LocalDate) => string): Set<LocalDate> {
  return new Set(days.filter((day, index) => keyOf(day) !== keyOf(days[index + 1] ?? '')));
}

function monday(date: LocalDate): LocalDate {
  return addDays(date, -((weekday(date) + 6) % 7));
}

/** An inspection for every working day of the contract, and some on duty in the long holidays. */
export function planInspections(frame: Frame, checklist: readonly ChecklistItem[]): InspectionDay[] {
  const { workingDays, periods, profile } = frame;
  const periodOf = (day: LocalDate): string => periods.find((period) => day >= period.from && day <= period.to)?.key ?? '';
  const weekly = new Set(workingDays.filter((day, index) => monday(day) !== monday(workingDays[index - 1] ?? '')));
  const monthly = lastOf(workingDays, (day) => day.slice(0, 7));
  const quarterly = lastOf(workingDays, periodOf);
  const isDue = (item: ChecklistItem, day: LocalDate): boolean => {
    switch (cycleOf(item)) {
      case 'day': return true;
      case 'week': return weekly.has(day);
      case 'month': return monthly.has(day);
      case 'quarter': return quarterly.has(day);
      case 'year': return day === workingDays.at(-1);
      default: return false;
    }
  };
  const ordinary = workingDays.map((date): InspectionDay => {
    const due = checklist.filter((item) => isDue(item, date));
    const cycle = daysOffAfter(frame, date) >= longBreak ? '节前专检' : monthly.has(date) ? '月检' : weekly.has(date) ? '周检' : '日检';
    return { date, cycle, items: due.length === 0 ? checklist.slice(0, 1) : due };
  });
  const onDuty = workingDays.flatMap((day): InspectionDay[] => {
    const off = daysOffAfter(frame, day);
    if (off < longBreak) return [];
    const daily = checklist.filter((item) => cycleOf(item) === 'day');
    // In a week off somebody looks in twice, in a long weekend once.
    return [2, ...(off > 5 ? [5] : [])].map((count) => addDays(day, count))
      .filter((date) => date <= profile.service.to && dayType(date, profile.calendarOverrides) !== 'workday')
      .map((date) => ({ date, cycle: '重保专检' as const, dutyType: off > 5 ? '重保' as const : '值班' as const, items: daily.length === 0 ? checklist.slice(0, 1) : daily }));
  });
  return [...ordinary, ...onDuty].toSorted((a, b) => (a.date < b.date ? -1 : 1));
}
