import type { LocalDate } from '../../shared/dates.ts';

/** Minutes since midnight. */
type Interval = { readonly from: number; readonly to: number };

/** Who is busy when, so that nobody is in two places or works more than eight hours a day. */
export type DayBook = {
  /** Marks a time as taken without asking; for events whose time is given. */
  readonly block: (person: string, date: LocalDate, from: number, to: number) => void;
  /** The start of a free stretch of `minutes` not before `earliest`, which is then taken; undefined when the day is full. */
  readonly take: (person: string, date: LocalDate, minutes: number, earliest: number, latestEnd?: number) => number | undefined;
  /** Whether a time is free and the day's eight hours allow it. */
  readonly isFree: (person: string, date: LocalDate, from: number, to: number) => boolean;
  readonly minutesOn: (person: string, date: LocalDate) => number;
};

const minutesPerDay = 8 * 60;
const grid = 5;
/** Office hours of the customer's site: 08:30–12:00 and 13:00–17:45. */
const officeHours: readonly Interval[] = [{ from: 510, to: 720 }, { from: 780, to: 1065 }];

export function createDayBook(): DayBook {
  const busy = new Map<string, Interval[]>();
  const intervalsOf = (person: string, date: LocalDate): Interval[] => busy.get(`${person} ${date}`) ?? [];
  const minutesOn = (person: string, date: LocalDate): number => intervalsOf(person, date).reduce((sum, interval) => sum + interval.to - interval.from, 0);
  const isFree = (person: string, date: LocalDate, from: number, to: number): boolean =>
    minutesOn(person, date) + to - from <= minutesPerDay && intervalsOf(person, date).every((interval) => to <= interval.from || from >= interval.to);
  const block = (person: string, date: LocalDate, from: number, to: number): void => {
    busy.set(`${person} ${date}`, [...intervalsOf(person, date), { from, to }]);
  };
  const take = (person: string, date: LocalDate, minutes: number, earliest: number, latestEnd?: number): number | undefined => {
    for (const hours of officeHours) {
      const limit = Math.min(hours.to, latestEnd ?? hours.to);
      for (let start = Math.max(hours.from, Math.ceil(earliest / grid) * grid); start + minutes <= limit; start += grid) {
        if (!isFree(person, date, start, start + minutes)) continue;
        block(person, date, start, start + minutes);
        return start;
      }
    }
    return undefined;
  };
  return { block, take, isFree, minutesOn };
}

/** `09:05` */
export function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
