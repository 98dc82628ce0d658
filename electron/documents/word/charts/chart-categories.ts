import { daysBetween, formatChineseDate, isLocalDate } from '../../../../shared/dates.ts';
import { own } from './chart-value.ts';

/** A category as given: text, a number, or a day (with a part of the day, from 0 to 1). */
export type Category = string | number | { readonly date: string; readonly time: number };

const millisecondsPerDay = 86_400_000;

/** Categories from `[…]`, or from `{names: […]}` and `{dates: […]}` as easy-template-x has them; undefined when there are none. */
export function readCategories(value: unknown, faults: string[]): readonly Category[] | undefined {
  if (value === undefined || value === null) return undefined;
  const list = Array.isArray(value) ? value : typeof value === 'object' ? (own(value, 'names') ?? own(value, 'dates')) : undefined;
  if (!Array.isArray(list)) {
    faults.push('“类别”不是列表');
    return undefined;
  }
  return list.map((item: unknown, index) => readCategory(item, index, faults));
}

function readCategory(item: unknown, index: number, faults: string[]): Category {
  if (typeof item === 'string') return item;
  if (typeof item === 'number' && Number.isFinite(item)) return item;
  if (item instanceof Date && Number.isFinite(item.getTime())) return instant(item);
  if (typeof item === 'bigint' || typeof item === 'boolean') return String(item);
  if (item !== null && item !== undefined) faults.push(`第 ${index + 1} 个类别不是文字、数字或日期`);
  return '';
}

/** A Date counts in UTC: the page must not depend on where the computer stands. */
function instant(date: Date): Category {
  const iso = date.toISOString();
  return /^\d{4}-/.test(iso) ? { date: iso.slice(0, 10), time: (((date.getTime() % millisecondsPerDay) + millisecondsPerDay) % millisecondsPerDay) / millisecondsPerDay } : iso;
}

/** The category as people read it. */
export function categoryText(category: Category): string {
  return typeof category === 'object' ? formatChineseDate(category.date) : String(category);
}

/** Days since the first day of the workbook's calendar; numbers are taken for such days already. undefined for what is no date. */
export function daySerial(category: Category, isDate1904: boolean): number | undefined {
  if (typeof category === 'number') return category;
  const date = typeof category === 'string' ? isoDate(category) : category.date;
  if (date === undefined || date < '1900-03-01') return undefined;
  return daysBetween(isDate1904 ? '1904-01-01' : '1899-12-30', date) + (typeof category === 'object' ? category.time : 0);
}

/** 2024-08-05, 2024年8月5日, and 2024年8月 for its first day. */
function isoDate(text: string): string | undefined {
  const match = /^(\d{4})(?:-|年)(\d{1,2})(?:(?:-|月)(\d{1,2})日?|月)?$/.exec(text.normalize('NFKC').trim());
  if (match === null) return undefined;
  const [, year = '', month = '', day = '1'] = match;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isLocalDate(date) ? date : undefined;
}
