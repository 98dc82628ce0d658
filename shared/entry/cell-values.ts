import { addDays, isLocalDate, type LocalDate, type LocalMinute } from '../dates.ts';
import { normaliseCharacters } from '../text/normalise.ts';
import type { Cell } from './cell.ts';
import { workAmount } from './work-amount.ts';

/** What a cell means for a field, or what is wrong with it, in Chinese. */
export type CellValue<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly message: string };

type NumberCell = Extract<Cell, { type: 'number' }>;

function wrong(message: string): CellValue<never> {
  return { ok: false, message };
}

function right<T>(value: T): CellValue<T> {
  return { ok: true, value };
}

/** A formula's sum of tenths carries a tail of noise that no person typed. */
function withoutNoise(value: number): number {
  return Number(value.toPrecision(12));
}

const firstPossibleDay = 20_000;
const lastPossibleDay = 110_000;

/** Excel's day number → date. Times are rounded to the minute. */
function fromSerial(serial: number, date1904: boolean): { readonly date: LocalDate; readonly time: string } | undefined {
  const days = serial + (date1904 ? 1462 : 0);
  const minutes = Math.round(days * 1440);
  const day = Math.floor(minutes / 1440);
  if (day < firstPossibleDay || day > lastPossibleDay) return undefined;
  return { date: addDays('1899-12-30', day), time: clock(minutes - day * 1440) };
}

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

function plainText(text: string): string {
  return normaliseCharacters(text).replace(/：/g, ':').trim();
}

const dayPattern = String.raw`(\d{4})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})\s?日?`;
const timePattern = String.raw`(上午|下午|中午|晚上|早上|早晨|凌晨|傍晚|早|晚)?\s?(\d{1,2})\s?[:时点]\s?(?:(\d{1,2}|半|整)\s?分?)?(?::(\d{1,2}))?`;
const dayOnly = new RegExp(`^${dayPattern}$`);
const timeOnly = new RegExp(`^${timePattern}$`);
const dayAndTime = new RegExp(`^${dayPattern}[ T,，]*${timePattern}$`);

function dayOf(year: string | undefined, month: string | undefined, day: string | undefined): LocalDate | undefined {
  const date = `${year ?? ''}-${(month ?? '').padStart(2, '0')}-${(day ?? '').padStart(2, '0')}`;
  return isLocalDate(date) ? date : undefined;
}

function timeOf(half: string | undefined, hour: string | undefined, minute: string | undefined): string | undefined {
  const written = Number(hour);
  const isLater = /下午|晚|傍晚/.test(half ?? '') ? written < 12 : half === '中午' && written < 4;
  const hours = isLater ? written + 12 : half === '凌晨' && written === 12 ? 0 : written;
  const minutes = minute === '半' ? 30 : minute === '整' ? 0 : Number(minute ?? 0);
  return hours <= 23 && minutes <= 59 ? clock(hours * 60 + minutes) : undefined;
}

/** Words for cells that hold nothing usable. */
export function unusable(cell: Cell): string | undefined {
  if (cell.type === 'error') return `单元格是错误值 ${cell.code}，请改正公式`;
  return cell.type === 'uncomputed' ? '公式还没有计算结果，请在 Excel 或 WPS 中打开、保存后再导入' : undefined;
}

/** Any cell as the text a person sees in it. */
export function textValue(cell: Cell, date1904: boolean): string {
  switch (cell.type) {
    case 'text': return cell.text.trim();
    case 'flag': return cell.value ? '是' : '否';
    case 'number': return numberText(cell, date1904);
    case 'error':
    case 'uncomputed': return '';
    default: return cell satisfies never;
  }
}

function numberText(cell: NumberCell, date1904: boolean): string {
  if (cell.format === 'time' && cell.value >= 0 && cell.value < 1) return clock(Math.round(cell.value * 1440) % 1440);
  const moment = cell.format === undefined ? undefined : fromSerial(cell.value, date1904);
  if (moment === undefined) return String(withoutNoise(cell.value));
  return cell.format === 'date' || moment.time === '00:00' ? moment.date : `${moment.date} ${moment.time}`;
}

/** Days among which a date without a year is looked for. */
export type Period = { readonly from: LocalDate; readonly to: LocalDate };

/** 8月5日, 8/5, 8-5 in the only year of the period that has it. */
function dayInPeriod(month: string | undefined, day: string | undefined, text: string, period: Period): CellValue<LocalDate> {
  const first = Number(period.from.slice(0, 4));
  const years = Array.from({ length: Math.min(20, Number(period.to.slice(0, 4)) - first + 1) }, (_, index) => String(first + index));
  const days = years.flatMap((year) => dayOf(year, month, day) ?? []);
  const [only, ...others] = days.filter((date) => date >= period.from && date <= period.to);
  if (only !== undefined && others.length === 0) return right(only);
  return wrong(days.length === 0 ? `“${text}”不是存在的日期` : `“${text}”${only === undefined ? '不在服务期内' : '在服务期内不止一天'}，请写明年份`);
}

/**
 * A real date, a day number whose format was lost, 20240805, or text: 2024-08-05, 2024/8/5, 2024.8.5, 2024年8月5日.
 * @param period where given, a date without a year (8月5日) means the day of this period
 */
export function dateValue(cell: Cell, date1904: boolean, period?: Period): CellValue<LocalDate> {
  if (cell.type === 'number') {
    const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(String(cell.value));
    const written = compact ? dayOf(compact[1], compact[2], compact[3]) : undefined;
    if (written !== undefined) return right(written);
    const moment = fromSerial(cell.value, date1904);
    if (moment === undefined) return wrong('不是日期，应写作 2024-08-05');
    return moment.time === '00:00' ? right(moment.date) : wrong('这一栏只填日期，不填时间');
  }
  const text = plainText(textValue(cell, date1904));
  const match = dayOnly.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  const withTime = match ? undefined : dayAndTime.exec(text);
  if (withTime) return timeOf(withTime[4], withTime[5], withTime[6]) === '00:00' ? dateOrWrong(withTime, text) : wrong('这一栏只填日期，不填时间');
  const yearless = match || period === undefined ? undefined : /^(\d{1,2})\s?[-/.月]\s?(\d{1,2})\s?[日号]?$/.exec(text);
  if (yearless && period !== undefined) return dayInPeriod(yearless[1], yearless[2], text, period);
  if (!match) return wrong(/^\d{1,2}[-/.月]\d{1,2}日?$/.test(text) ? `“${text}”缺少年份，应写作 2024-08-05` : `“${text.slice(0, 30)}”不是日期，应写作 2024-08-05`);
  return dateOrWrong(match, text);
}

function dateOrWrong(match: RegExpExecArray, text: string): CellValue<LocalDate> {
  const date = dayOf(match[1], match[2], match[3]);
  return date === undefined ? wrong(`“${text}”不是存在的日期`) : right(date);
}

/** A real date with a time, or text: 2024-08-05 09:30, 2024/8/5 9:30:00, 2024年8月5日 9时30分, 2024-08-05 下午2:05. */
export function minuteValue(cell: Cell, date1904: boolean): CellValue<LocalMinute> {
  if (cell.type === 'number') {
    const moment = fromSerial(cell.value, date1904);
    if (moment === undefined) return wrong(cell.value >= 0 && cell.value < 1 ? '只有时间，缺少日期，应写作 2024-08-05 09:30' : '不是日期和时间，应写作 2024-08-05 09:30');
    return cell.format === 'date' && moment.time === '00:00' ? wrong('只有日期，缺少时间，应写作 2024-08-05 09:30') : right(`${moment.date}T${moment.time}`);
  }
  const text = plainText(textValue(cell, date1904));
  const match = dayAndTime.exec(text);
  if (!match) return wrong(dayOnly.test(text) ? '只有日期，缺少时间，应写作 2024-08-05 09:30' : `“${text.slice(0, 30)}”不是日期和时间，应写作 2024-08-05 09:30`);
  const date = dayOf(match[1], match[2], match[3]);
  const time = timeOf(match[4], match[5], match[6]);
  return date === undefined || time === undefined ? wrong(`“${text}”不是存在的日期或时间`) : right(`${date}T${time}`);
}

/** A real time, or text: 9:30, 09：30, 9时30分, 下午2:05, 9点半, 0930. */
export function timeValue(cell: Cell, date1904: boolean): CellValue<string> {
  if (cell.type === 'number') {
    if (cell.value < 0 || Math.round(cell.value * 1440) >= 1440) return wrong('这一栏只填时间，应写作 09:30');
    return right(clock(Math.round(cell.value * 1440)));
  }
  const text = plainText(textValue(cell, date1904));
  const match = timeOnly.exec(text) ?? /^()(\d{1,2})(\d{2})$/.exec(text);
  const time = match ? timeOf(match[1], match[2], match[3]) : undefined;
  return time === undefined ? wrong(`“${text.slice(0, 30)}”不是时间，应写作 09:30`) : right(time);
}

/** A number, or text with thousands separators or the field's own unit behind it; amounts of work also as 半天, 1.5小时, 1小时30分. */
export function numberValue(cell: Cell, unit: string | undefined, date1904: boolean): CellValue<number> {
  if (cell.type === 'number') return right(withoutNoise(cell.value));
  const text = plainText(textValue(cell, date1904)).replace(/ /g, '');
  const amount = workAmount(text, unit);
  if (amount !== undefined) return right(amount);
  const bare = unit !== undefined && text.endsWith(unit) ? text.slice(0, -unit.length) : text;
  if (!/^-?(?:\d{1,3}(?:[,，]\d{3})+|\d{1,15})(?:\.\d{1,10})?$/.test(bare)) return wrong(`“${text.slice(0, 30)}”不是数字`);
  return right(Number(bare.replace(/[,，]/g, '')));
}

/** 是/否, √/×, 有/无, TRUE/FALSE, 1/0. */
export function flagValue(cell: Cell, date1904: boolean): CellValue<boolean> {
  if (cell.type === 'flag') return right(cell.value);
  const text = plainText(textValue(cell, date1904)).toLowerCase();
  if (/^(?:是|√|✓|✔|☑|有|true|yes|y|1)$/.test(text)) return right(true);
  return /^(?:否|×|✗|x|☐|无|false|no|n|0)$/.test(text) ? right(false) : wrong(`“${text.slice(0, 20)}”应填“是”或“否”`);
}
