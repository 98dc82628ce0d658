import type { LocalDate } from '../../shared/dates.ts';

/** Minutes since midnight. */
type Interval = { readonly from: number; readonly to: number };

/** Start and end of a piece of work; the lunch break in between is not worked. */
type Stretch = { readonly start: number; readonly end: number };

/** Work that may be interrupted by lunch, in minutes. */
const longWork = 150;

/** Who is busy when, so that nobody is in two places or works more than eight hours a day. */
export type DayBook = {
  /** Marks a time as taken without asking; for events whose time is given. */
  readonly block: (person: string, date: LocalDate, from: number, to: number) => void;
  /** A free stretch for `minutes` of work not before `earliest`, which is then taken; undefined when the day is full. Long work may go on after lunch. */
  readonly take: (person: string, date: LocalDate, minutes: number, earliest: number) => Stretch | undefined;
  /** Whether a time is free and the day's eight hours allow it. */
  readonly isFree: (person: string, date: LocalDate, from: number, to: number) => boolean;
};

const minutesPerDay = 8 * 60;
const grid = 5;
const lunch: Interval = { from: 720, to: 780 };
/** Office hours of the customer's site: 08:30–12:00 and 13:00–18:00. */
const officeHours: readonly Interval[] = [{ from: 510, to: lunch.from }, { from: lunch.to, to: 1080 }];

export function createDayBook(): DayBook {
  const busy = new Map<string, Interval[]>();
  const intervalsOf = (person: string, date: LocalDate): Interval[] => busy.get(`${person} ${date}`) ?? [];
  const minutesOn = (person: string, date: LocalDate): number => intervalsOf(person, date).reduce((sum, interval) => sum + interval.to - interval.from, 0);
  const isFree = (person: string, date: LocalDate, from: number, to: number): boolean =>
    minutesOn(person, date) + to - from <= minutesPerDay && intervalsOf(person, date).every((interval) => to <= interval.from || from >= interval.to);
  const block = (person: string, date: LocalDate, from: number, to: number): void => {
    const key = `${person} ${date}`;
    const intervals = busy.get(key);
    if (intervals === undefined) busy.set(key, [{ from, to }]);
    else intervals.push({ from, to });
  };
  const takeAt = (person: string, date: LocalDate, parts: readonly Interval[]): boolean => {
    const total = parts.reduce((sum, part) => sum + part.to - part.from, 0);
    if (minutesOn(person, date) + total > minutesPerDay || !parts.every((part) => isFree(person, date, part.from, part.to))) return false;
    for (const part of parts) block(person, date, part.from, part.to);
    return true;
  };
  const take = (person: string, date: LocalDate, minutes: number, earliest: number): Stretch | undefined => {
    for (const hours of officeHours) {
      for (let start = Math.max(hours.from, Math.ceil(earliest / grid) * grid); start + minutes <= hours.to; start += grid) {
        if (takeAt(person, date, [{ from: start, to: start + minutes }])) return { start, end: start + minutes };
      }
    }
    const [morning, afternoon] = officeHours;
    if (minutes < longWork || morning === undefined || afternoon === undefined) return undefined;
    const pause = lunch.to - lunch.from;
    for (let start = Math.max(morning.from, Math.ceil(earliest / grid) * grid); start < morning.to && start + minutes + pause <= afternoon.to; start += grid) {
      if (takeAt(person, date, [{ from: start, to: lunch.from }, { from: lunch.to, to: start + minutes + pause }])) return { start, end: start + minutes + pause };
    }
    return undefined;
  };
  return { block, take, isFree };
}

/** `09:05` */
export function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
