import { addDays, isLocalDate, weekday, type LocalDate } from '../dates.ts';

/** When a message was written, as far as the text says. `isDayGuessed`: worked out from 昨天, 星期一 or a date without its year. */
export type ChatMoment = { readonly day: LocalDate | undefined; readonly time: string | undefined; readonly isDayGuessed: boolean };

const dayWords = String.raw`今天|昨天|前天|(?:星期|周|礼拜)[一二三四五六日天]|(?:\d{4}[-/.年])?\d{1,2}[-/.月]\d{1,2}日?`;
const timeWords = String.raw`(?:凌晨|早上|早晨|上午|中午|下午|傍晚|晚上|夜里)?\s?\d{1,2}[:：]\d{2}(?:[:：]\d{2})?(?:\s?[AaPp][Mm])?`;
/** A day, a time, or both, with nothing else beside them. */
export const momentPattern = String.raw`(?:(?:${dayWords})(?:\s{1,2}(?:(?:星期|周)[一二三四五六日天]\s)?|\s?(?=[凌早上中下傍晚夜]))${timeWords}|${timeWords}|${dayWords})`;
/** As `momentPattern`, but with a time in any case. */
export const timedPattern = String.raw`(?:(?:${dayWords})(?:\s{1,2}(?:(?:星期|周)[一二三四五六日天]\s)?|\s?(?=[凌早上中下傍晚夜]))${timeWords}|${timeWords})`;

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

function timeIn(text: string): string | undefined {
  const match = /(凌晨|早上|早晨|上午|中午|下午|傍晚|晚上|夜里)?\s?(\d{1,2})[:：](\d{2})(?:[:：]\d{2})?(?:\s?([AaPp])[Mm])?$/.exec(text);
  if (!match) return undefined;
  const [, half, hour = '', minute = '', letter] = match;
  const written = Number(hour);
  const isLater = (/下午|傍晚|晚上/.test(half ?? '') || letter?.toLowerCase() === 'p') && written < 12;
  const isMidnight = (half === '凌晨' || letter?.toLowerCase() === 'a') && written === 12;
  const hours = isLater || (half === '中午' && written < 4) ? written + 12 : isMidnight ? 0 : written;
  return hours <= 23 && Number(minute) <= 59 ? `${twoDigits(hours)}:${minute}` : undefined;
}

/** The latest such day that is not after `known`, for what people write without its year. */
function dayInYear(month: string, day: string, known: LocalDate): LocalDate | undefined {
  const year = Number(known.slice(0, 4));
  return [year, year - 1].map((candidate) => `${candidate}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`).find((date) => isLocalDate(date) && date <= known);
}

function dayIn(text: string, known: LocalDate): { readonly day: LocalDate; readonly isGuessed: boolean } | undefined {
  const full = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})/.exec(text);
  if (full) {
    const date = `${full[1] ?? ''}-${(full[2] ?? '').padStart(2, '0')}-${(full[3] ?? '').padStart(2, '0')}`;
    return isLocalDate(date) ? { day: date, isGuessed: false } : undefined;
  }
  const short = /^(\d{1,2})[-/.月](\d{1,2})/.exec(text);
  if (short) {
    const day = dayInYear(short[1] ?? '', short[2] ?? '', known);
    return day === undefined ? undefined : { day, isGuessed: true };
  }
  const back = text.startsWith('今天') ? 0 : text.startsWith('昨天') ? 1 : text.startsWith('前天') ? 2 : undefined;
  if (back !== undefined) return { day: addDays(known, -back), isGuessed: true };
  const name = /^(?:星期|周|礼拜)([一二三四五六日天])/.exec(text)?.[1];
  if (name === undefined) return undefined;
  const wanted = name === '天' ? 0 : '日一二三四五六'.indexOf(name);
  return { day: addDays(known, -((weekday(known) - wanted + 7) % 7)), isGuessed: true };
}

/**
 * Reads a piece of text that `momentPattern` accepted.
 * @param known the day on which the chat was copied: 昨天 is the day before it
 */
export function readChatMoment(text: string, known: LocalDate): ChatMoment | undefined {
  const trimmed = text.trim();
  const day = dayIn(trimmed, known);
  const time = timeIn(trimmed);
  return day === undefined && time === undefined ? undefined : { day: day?.day, time, isDayGuessed: day?.isGuessed ?? false };
}
