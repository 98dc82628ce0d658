import { halfWidth, hasDigit } from '../half-width.ts';
import { formatChineseDate, isLocalDate } from '../../../../shared/dates.ts';

/** What a text says of a day and a time: only what is written, no zone. */
export type Moment = { readonly date: CalendarDay | undefined; readonly time: ClockTime | undefined };

/** day is undefined for `2024年8月`. */
export type CalendarDay = { readonly year: number; readonly month: number; readonly day: number | undefined };

export type ClockTime = { readonly hour: number; readonly minute: number; readonly second: number | undefined };

const day = /^([12]\d{3})\s*([-/.年])\s*(\d{1,2})\s*(?:([-/.月])\s*(?:(\d{1,2})\s*日?)?)?$/;
const clock = /^(\d{1,2})\s*(?::|时|点)\s*(\d{1,2})(?:\s*(?::|分)\s*(?:(\d{1,2})(?:\.\d{1,9})?\s*秒?)?)?$/;

/**
 * Reads a date, a time or both in the shapes that occur: 2024-08-05, 2024年8月5日, 2024/8/5, 2024.8.5, 2024年8月, each with a time
 * behind a blank or T; 09:05, 9时5分. Years from 1000 to 2999. An offset behind an ISO time is dropped: times are those on the wall at the customer's site.
 * undefined for anything else, and for days that the calendar does not have.
 */
export function readMoment(value: unknown): Moment | undefined {
  if (typeof value !== 'string' || value.length > 60 || !hasDigit(value)) return undefined;
  const text = halfWidth(value).trim();
  const time = readTime(text);
  if (time !== undefined) return { date: undefined, time };
  const split = /[T ](?=\d{1,2}\s*(?::|时|点))/.exec(text) ?? /(?<=日)(?=\d{1,2}\s*(?::|时|点))/.exec(text);
  if (split === null) {
    const date = readDay(text);
    return date && { date, time: undefined };
  }
  const date = readDay(text.slice(0, split.index));
  const rest = readTime(text.slice(split.index).trim().replace(/^T/, '').replace(/(?:Z|[+-]\d{2}:?\d{2})$/, ''));
  return date?.day === undefined || rest === undefined ? undefined : { date, time: rest };
}

function readDay(text: string): CalendarDay | undefined {
  const [, year, first, month, second, dayOfMonth] = day.exec(text.trim()) ?? [];
  if (year === undefined || month === undefined || first === undefined) return undefined;
  const isChinese = first === '年';
  // 2024.8 is a number, 2024/8 and 2024-8 may be anything: only 2024年8月 is a month.
  if (isChinese ? second !== '月' : second !== first || dayOfMonth === undefined || text.trimEnd().endsWith('日')) return undefined;
  if (isChinese && dayOfMonth !== undefined && !text.trimEnd().endsWith('日')) return undefined;
  const iso = `${year}-${month.padStart(2, '0')}-${(dayOfMonth ?? '1').padStart(2, '0')}`;
  if (!isLocalDate(iso)) return undefined;
  return { year: Number(year), month: Number(month), day: dayOfMonth === undefined ? undefined : Number(dayOfMonth) };
}

function readTime(text: string): ClockTime | undefined {
  const [, hour, minute, second] = clock.exec(text) ?? [];
  if (hour === undefined || minute === undefined) return undefined;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second ?? 0) > 59) return undefined;
  return { hour: Number(hour), minute: Number(minute), second: second === undefined ? undefined : Number(second) };
}

/** `YYYY-MM-DD`; undefined where the day is not known. */
export function isoDay({ date }: Moment): string | undefined {
  if (date?.day === undefined) return undefined;
  return `${String(date.year).padStart(4, '0')}-${twoDigits(date.month)}-${twoDigits(date.day)}`;
}

export function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

/** `2024年8月5日`, or `2024年8月` where that is all; undefined for a time alone. */
export function chineseDay(moment: Moment): string | undefined {
  const iso = isoDay(moment);
  if (iso !== undefined) return formatChineseDate(iso);
  return moment.date && `${moment.date.year}年${moment.date.month}月`;
}

/**
 * Compares as far as both are written: a day and a minute of that day are equal. undefined when one has a date and the other has not.
 */
export function compareMoments(left: Moment, right: Moment): number | undefined {
  if ((left.date === undefined) !== (right.date === undefined)) return undefined;
  const from = parts(left);
  const to = parts(right);
  for (const [index, part] of from.entries()) {
    const other = to[index];
    if (part === undefined || other === undefined) return 0;
    if (part !== other) return part - other;
  }
  return 0;
}

/** An order for lists: what is not written counts as earlier than anything, so that it is the same whatever stands between. */
export function momentOrder(left: Moment, right: Moment): number {
  const to = parts(right);
  return parts(left).reduce<number>((order, part, index) => (order !== 0 ? order : (part ?? -1) - (to[index] ?? -1)), 0);
}

function parts({ date, time }: Moment): readonly (number | undefined)[] {
  const ofDate = date === undefined ? [] : [date.year, date.month, date.day];
  return [...ofDate, time?.hour, time?.minute, time?.second ?? (time === undefined ? undefined : 0)];
}
