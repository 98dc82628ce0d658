import { weekday } from '../../../../shared/dates.ts';
import { chineseNumber, digitByDigit, everyday } from '../../tags/filters/chinese-number.ts';
import { isoDay, twoDigits, type Moment } from '../../tags/filters/moment.ts';

const weekdays = '日一二三四五六';
/** Quoted text, one letter once or repeated, anything else. */
const tokens = /'[^']*'|([A-Za-z])\1*|[^A-Za-z']+/g;

/**
 * A moment in the format of a date control (w:dateFormat), as Word's date pictures go: yyyy, M, dd, dddd (星期一), H, mm, quoted text,
 * and the Chinese ones of its list: EEEE年O月A日 (二〇二四年八月五日), 星期W. undefined where the format has other letters, such as names
 * of English months, or asks for what the moment does not say: the value then stands as the data prints it.
 */
export function pictured(moment: Moment, picture: string): string | undefined {
  const { date, time } = moment;
  const iso = isoDay(moment);
  if (date === undefined || date.day === undefined || iso === undefined || /am\/pm|上午/i.test(picture)) return undefined;
  const dayOfWeek = weekdays.charAt(weekday(iso));
  const values: ReadonlyMap<string, string | undefined> = new Map([
    ['yyyy', String(date.year)], ['yy', twoDigits(date.year % 100)],
    ['M', String(date.month)], ['MM', twoDigits(date.month)],
    ['d', String(date.day)], ['dd', twoDigits(date.day)], ['ddd', `周${dayOfWeek}`], ['dddd', `星期${dayOfWeek}`],
    ['H', time && String(time.hour)], ['HH', time && twoDigits(time.hour)],
    ['m', time && String(time.minute)], ['mm', time && twoDigits(time.minute)],
    ['s', time && String(time.second ?? 0)], ['ss', time && twoDigits(time.second ?? 0)],
    ['EEEE', digitByDigit(String(date.year), everyday)], ['O', spelled(date.month)], ['A', spelled(date.day)], ['W', dayOfWeek],
  ]);
  let text = '';
  for (const [token] of picture.matchAll(tokens)) {
    if (token.startsWith("'")) text += token.slice(1, -1);
    else if (!/^[A-Za-z]/.test(token)) text += token;
    else if (values.get(token) === undefined) return undefined;
    else text += values.get(token);
  }
  return text;
}

/** `2024-08-05T00:00:00Z`, as a date control stores its day; the time on the wall where one is written. */
export function fullDate(moment: Moment): string | undefined {
  const iso = isoDay(moment);
  if (iso === undefined) return undefined;
  const { time } = moment;
  return `${iso}T${time === undefined ? '00:00:00' : `${twoDigits(time.hour)}:${twoDigits(time.minute)}:${twoDigits(time.second ?? 0)}`}Z`;
}

function spelled(value: number): string {
  return chineseNumber({ units: BigInt(value), scale: 0 }, everyday) ?? '';
}
