/**
 * Dates as the trade writes them: a calendar day or a wall-clock minute at the customer's site, without a time zone.
 * They are strings so that they sort, compare and store as they read, and so that no computer's zone can shift them.
 */

/** `YYYY-MM-DD` */
export type LocalDate = string;
/** `YYYY-MM-DDTHH:MM` */
export type LocalMinute = string;

// A year below 100 is one that was typed with two digits.
const datePattern = /^(?!00)\d{4}-\d{2}-\d{2}$/;
const minutePattern = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d)$/;

export function isLocalDate(text: string): boolean {
  // A day that does not exist comes back as another.
  return datePattern.test(text) && dayOfNumber(dayNumber(text)) === text;
}

export function isLocalMinute(text: string): boolean {
  const match = minutePattern.exec(text);
  return match?.[1] !== undefined && isLocalDate(match[1]);
}

/** The day part of a date or a minute. */
export function dateOf(text: LocalMinute): LocalDate {
  return text.slice(0, 10);
}

// Days are counted without Date objects, which are ten times slower: rules and figures walk through years of days.
const daysPerEra = 146_097;
/** 0000-03-01 lies so many days before 1970-01-01. */
const epochShift = 719_468;

function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let position = from; position < to; position++) value = value * 10 + text.charCodeAt(position) - 48;
  return value;
}

/** Days since 1970-01-01 in the Gregorian calendar; years are counted from March, so that the leap day comes last. */
function dayNumber(date: LocalDate): number {
  const month = digits(date, 5, 7);
  const year = digits(date, 0, 4) - (month <= 2 ? 1 : 0);
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + digits(date, 8, 10) - 1;
  return era * daysPerEra + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - epochShift;
}

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}

/** The day of that number: the inverse of `dayNumber`. */
function dayOfNumber(number: number): LocalDate {
  const shifted = number + epochShift;
  const era = Math.floor(shifted / daysPerEra);
  const dayOfEra = shifted - era * daysPerEra;
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch + (monthFromMarch < 10 ? 3 : -9);
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`;
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return dayOfNumber(dayNumber(date) + days);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** The same day of the month `months` later; the last day of the month where that day does not exist. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const index = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const year = Math.floor(index / 12);
  const month = index % 12;
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const day = Math.min(Number(date.slice(8, 10)), last);
  return new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10);
}

/** Every day from `from` to `to`, both included. */
export function eachDay(from: LocalDate, to: LocalDate): LocalDate[] {
  const first = dayNumber(from);
  return Array.from({ length: Math.max(0, dayNumber(to) - first + 1) }, (_, i) => dayOfNumber(first + i));
}

/** 0 = Sunday … 6 = Saturday. */
export function weekday(date: LocalDate): number {
  return (((dayNumber(date) + 4) % 7) + 7) % 7;
}

/** Minutes from one wall-clock minute to another on the continuous 7×24 clock. China has one zone and no summer time. */
export function minutesBetween(from: LocalMinute, to: LocalMinute): number {
  return (Date.parse(`${to}:00Z`) - Date.parse(`${from}:00Z`)) / 60_000;
}

export function addMinutes(minute: LocalMinute, minutes: number): LocalMinute {
  return new Date(Date.parse(`${minute}:00Z`) + minutes * 60_000).toISOString().slice(0, 16);
}

/** `2024年8月5日` */
export function formatChineseDate(date: LocalDate): string {
  return `${digits(date, 0, 4)}年${digits(date, 5, 7)}月${digits(date, 8, 10)}日`;
}

/** `2024年8月5日 09:05` */
export function formatChineseMinute(minute: LocalMinute): string {
  return `${formatChineseDate(dateOf(minute))} ${minute.slice(11, 16)}`;
}

/** `2024年8月` */
export function formatChineseMonth(date: LocalDate): string {
  return `${Number(date.slice(0, 4))}年${Number(date.slice(5, 7))}月`;
}
