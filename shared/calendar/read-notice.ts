import { addDays, daysBetween, isLocalDate, weekday, type LocalDate } from '../dates.ts';

/** A day that a notice sets, with the words it was read from. */
export type NoticeDay = { readonly date: LocalDate; readonly type: 'work' | 'off'; readonly source: string };

/** Days in their order, and what could not be read or does not fit, each with its words. */
export type NoticeReading = { readonly days: readonly NoticeDay[]; readonly problems: readonly { readonly place: string; readonly message: string }[] };

/** Characters; notices have about a thousand. */
export const noticeLimit = 100_000;
/** The longest holiday so far had 11 days; more is a misread month. */
const longestHoliday = 40;

type Token =
  | { readonly type: 'day'; readonly year?: number; readonly month?: number; readonly day: number; readonly weekday?: number; readonly text: string }
  | { readonly type: 'until' }
  | { readonly type: 'verb'; readonly kind: 'work' | 'off' };

const weekdays = '日一二三四五六';
const dayPattern = String.raw`(?:(\d{4})\s*[年\-/.])?(?:(\d{1,2})\s*[月\-/.])?(\d{1,2})\s*[日号]?`;
// A day has at least a month before it or 日 behind it: bare numbers are 共3天.
const tokenPattern = new RegExp(String.raw`(${dayPattern}(?:[（(][^（()）]{0,40}[）)])?)|(至|到|—+|～|~)|(放假|休息|休假|off|holiday)|(上班|补班|工作日|work)`, 'giu');

function dayToken(match: RegExpExecArray): Token | undefined {
  const [, text = '', year, month, day] = match;
  const bare = text.replace(/[（(].*$/, '');
  if (month === undefined && !/[日号]/.test(bare)) return undefined;
  const written = /(?:周|星期)([一二三四五六日天])/.exec(text)?.[1];
  return {
    type: 'day', day: Number(day), text,
    ...(year === undefined ? {} : { year: Number(year) }),
    ...(month === undefined ? {} : { month: Number(month) }),
    ...(written === undefined ? {} : { weekday: weekdays.indexOf(written === '天' ? '日' : written) }),
  };
}

function tokensOf(clause: string): Token[] {
  return [...clause.matchAll(tokenPattern)].flatMap((match): Token[] => {
    if (match[1] !== undefined) return [dayToken(match)].filter((token) => token !== undefined);
    if (match[5] !== undefined) return [{ type: 'until' }];
    return [{ type: 'verb', kind: match[6] === undefined ? 'work' : 'off' }];
  });
}

function written(year: number, month: number, day: number): LocalDate {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

type Found = { readonly date: LocalDate; readonly isEnd: boolean };

/** Reads one clause: days, ranges of days and what they are, in the order in which they stand. */
function readClause(clause: string, noticeYear: number): NoticeReading {
  const days: NoticeDay[] = [];
  const problems: { place: string; message: string }[] = [];
  let year = noticeYear;
  let month: number | undefined;
  let pending: Found[] = [];
  let isEnd = false;

  const addDay = (token: Extract<Token, { type: 'day' }>): void => {
    const before = pending.at(-1)?.date;
    month = token.month ?? month;
    year = token.year ?? year;
    if (month === undefined) return void problems.push({ place: token.text, message: '没有写明月份' });
    let date = written(year, month, token.day);
    // 12月30日至1月1日 runs into the next year.
    if (isEnd && token.year === undefined && before !== undefined && date < before) {
      year += 1;
      date = written(year, month, token.day);
    }
    if (!isLocalDate(date)) return void problems.push({ place: token.text, message: '没有这一天' });
    if (token.weekday !== undefined && weekday(date) !== token.weekday) {
      problems.push({ place: token.text, message: `${year}年的这一天是周${weekdays.charAt(weekday(date))}，请核对年份` });
    }
    pending = [...pending, { date, isEnd }];
  };
  const settle = (kind: NoticeDay['type']): void => {
    pending.forEach(({ date, isEnd: ends }, index) => {
      const from = pending[index - 1]?.date;
      const length = ends && from !== undefined ? daysBetween(from, date) : 0;
      if (length > longestHoliday || length < 0) problems.push({ place: clause.trim(), message: `起止日期相差 ${length} 天，没有读取` });
      else for (let back = Math.max(0, length - 1); back >= 0; back--) days.push({ date: addDays(date, -back), type: kind, source: clause.trim() });
    });
    pending = [];
  };

  for (const token of tokensOf(clause)) {
    if (token.type === 'verb') settle(token.kind);
    else if (token.type === 'day') addDay(token);
    isEnd = token.type === 'until' && pending.length > 0;
  }
  if (pending.length > 0) problems.push({ place: clause.trim(), message: '没有写明放假还是上班' });
  return { days, problems };
}

/** The year that the notice is about: 2026年部分节假日安排, otherwise the first year it names. */
function yearOf(text: string): number | undefined {
  const found = /(20\d{2})\s*年[^。；\n]{0,20}(?:节假日|放假|安排)/.exec(text) ?? /(?<!\d)(20\d{2})\s*[年\-/.]/.exec(text);
  return found === null ? undefined : Number(found[1]);
}

/** The day a notice was issued on stands alone on its line and sets nothing. */
const issueDate = /^\s*20\d{2}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日\s*$/;

/**
 * Reads days from a pasted notice of the State Council (国务院办公厅关于部分节假日安排的通知: 10月1日（周四）至7日放假调休，共7天。9月20日（周日）上班。)
 * or from lines of days (2026-10-01 放假; cells of a table as lines). Weekdays that are written are checked against the year.
 * @param usualYear for texts that name no year
 */
export function readNotice(text: string, usualYear: number): NoticeReading {
  if (text.length > noticeLimit) return { days: [], problems: [{ place: text.slice(0, 20), message: `内容超过 ${noticeLimit / 10_000} 万字，不像放假通知` }] };
  const year = yearOf(text) ?? usualYear;
  const clauses = text.split(/[。；;\n\r]+/).filter((clause) => clause.trim() !== '' && !issueDate.test(clause));
  const readings = clauses.map((clause) => readClause(clause, year));
  const byDay = new Map<LocalDate, NoticeDay>();
  const problems = readings.flatMap((reading) => reading.problems);
  for (const day of readings.flatMap((reading) => reading.days)) {
    const known = byDay.get(day.date);
    if (known !== undefined && known.type !== day.type) problems.push({ place: day.date, message: '既写了放假，又写了上班' });
    else byDay.set(day.date, day);
  }
  return { days: [...byDay.values()].toSorted((a, b) => (a.date < b.date ? -1 : 1)), problems };
}

/** Rows of a sheet or of a .csv as lines that `readNotice` reads. */
export function rowsAsLines(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.join(' ')).join('\n');
}

/** A list of days that this program or another wrote: `{"2026-10-01": "off"}` or `[{"date": …, "type": …}]`. Undefined for other JSON. */
export function jsonAsLines(text: string): string | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // No JSON: the caller reads it as text.
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const entries: readonly (readonly [unknown, unknown])[] = Array.isArray(value)
    ? value.map((entry: unknown) => (typeof entry === 'object' && entry !== null ? [Reflect.get(entry, 'date'), Reflect.get(entry, 'type')] : [undefined, undefined]))
    : Object.entries(value);
  return entries.map(([date, type]) => `${typeof date === 'string' ? date : ''} ${typeof type === 'string' ? type : ''}`).join('\n');
}
