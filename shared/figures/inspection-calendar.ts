import { dayType, type DayType } from '../calendar/working-days.ts';
import { eachDay, type LocalDate } from '../dates.ts';
import { isAbnormal } from './closing.ts';
import type { FigureInput } from './figure.ts';
import { inspectionDays } from './inspections.ts';
import { recordsIn } from './record-index.ts';

/**
 * What a calendar of inspections shows of a day: `done` and `missing` only where one is due, `duty` for an inspection on a day off.
 * Today is `today` until it has its inspection; days to come are `coming`.
 */
export type InspectionDayState = 'done' | 'missing' | 'today' | 'coming' | 'off' | 'duty';

export type InspectionDay = {
  readonly date: LocalDate;
  readonly type: DayType;
  readonly state: InspectionDayState;
  /** The day's inspections, in record order. */
  readonly recordIds: readonly string[];
  /** Items found abnormal or pending. */
  readonly abnormal: number;
};

/**
 * Every day of the period with what was inspected on it; due days are those of the figure `inspection.due`.
 * @param today a day that is not over is not missing
 */
export function inspectionCalendar(input: FigureInput, today: LocalDate): InspectionDay[] {
  const due = new Set(inspectionDays(input));
  const byDay = Map.groupBy(recordsIn(input, 'inspection'), (record) => record.date);
  const stateOf = (date: LocalDate, isRecorded: boolean): InspectionDayState => {
    if (isRecorded) return due.has(date) ? 'done' : 'duty';
    if (!due.has(date)) return 'off';
    return date < today ? 'missing' : date === today ? 'today' : 'coming';
  };
  return eachDay(input.period.from, input.period.to).map((date) => {
    const records = byDay.get(date) ?? [];
    return {
      date,
      type: dayType(date, input.profile.calendarOverrides),
      state: stateOf(date, records.length > 0),
      recordIds: records.map((record) => record.id),
      abnormal: records.reduce((sum, record) => sum + record.body.items.filter(isAbnormal).length, 0),
    };
  });
}
