import { isLocalDate, type LocalDate } from '../../../shared/dates.ts';
import { parseNumeral } from '../source/numerals.ts';

/** A date as written somewhere in a text. `date` is absent when the day is missing (2024年5月) or impossible (2月30日). */
export type FoundDate = { readonly text: string; readonly at: number; readonly end: number; readonly date: LocalDate | undefined; readonly month: string; readonly impossible: boolean };

const numeral = '[〇○零一二三四五六七八九十]';
const pattern = new RegExp(
  `(\\d{4}|${numeral}{4}) ?年 ?(\\d{1,2}|${numeral}{1,3}) ?月(?: ?(\\d{1,2}|${numeral}{1,3}) ?[日号])?|(?<!\\d)(\\d{4})([-/.])(\\d{1,2})\\5(\\d{1,2})(?!\\d)`, 'g');

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

/** Every date in a text, in order: 2024年8月3日, 2024-08-03, 2024/8/3, 2024.8.3, 二〇二四年八月三日, and months without a day. */
export function findDates(text: string): FoundDate[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const year = parseNumeral(match[1] ?? match[4] ?? '');
    const month = parseNumeral(match[2] ?? match[6] ?? '');
    const dayText = match[3] ?? match[7];
    if (year === undefined || month === undefined || year < 1980 || year > 2200 || month < 1 || month > 12) return [];
    const monthText = `${year}-${twoDigits(month)}`;
    const day = dayText === undefined ? undefined : parseNumeral(dayText);
    const date = day === undefined ? undefined : `${monthText}-${twoDigits(day)}`;
    const possible = date !== undefined && isLocalDate(date);
    return [{ text: match[0], at: match.index, end: match.index + match[0].length, date: possible ? date : undefined, month: monthText, impossible: dayText !== undefined && !possible }];
  });
}

/** A length of time. */
export type Duration = { readonly unit: '年' | '月' | '日' | '工作日'; readonly count: number; readonly at: number };

const durationPattern = /(\d{1,4}|[半一二两三四五六七八九十壹贰叁肆伍陆柒捌玖拾]{1,3}) ?(?:[（(]\d{1,4}[）)] ?)?(?:个)?(年|月|工作日|自然日|日历日|日|天|周|星期|季度)(?!\d|度|底|期)/g;

/** Lengths of time in a text: 一年, 24个月, 15日, 十个工作日, 壹（1）年. Half a year counts six months. */
export function findDurations(text: string): Duration[] {
  return [...text.matchAll(durationPattern)].flatMap((match): Duration[] => {
    const word = match[1] ?? '';
    const unit = match[2] ?? '';
    const half = word === '半';
    const count = half ? 0.5 : parseNumeral(word);
    if (count === undefined) return [];
    if (half && unit === '年') return [{ unit: '月', count: 6, at: match.index }];
    if (half) return [];
    if (unit === '年') return [{ unit: '年', count, at: match.index }];
    if (unit === '季度') return [{ unit: '月', count: count * 3, at: match.index }];
    if (unit === '周' || unit === '星期') return [{ unit: '日', count: count * 7, at: match.index }];
    // 8月3日 is a date, not eight months; months that are a length are written 个月.
    if (unit === '月') return match[0].includes('个') ? [{ unit: '月', count, at: match.index }] : [];
    return [{ unit: unit === '工作日' ? '工作日' : '日', count, at: match.index }];
  });
}
