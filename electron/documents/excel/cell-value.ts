import { attribute, elementsOf } from './elements.ts';
import { decodeXml } from './plain-text.ts';

/** What a cell's number format says it holds; data that fits is written as that type. */
export type CellFormat = 'general' | 'number' | 'percent' | 'date' | 'text';

/** What a filled cell holds. */
export type CellContent =
  | { readonly kind: 'empty' }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'text'; readonly text: string };

const dateIds = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54, 55, 56, 57, 58]);

/** Excel takes no longer number format. */
const longestCode = 255;

function formatOf(id: number, code: string | undefined): CellFormat {
  if (id === 0) return 'general';
  if (id === 49 || code === '@') return 'text';
  if (dateIds.has(id)) return 'date';
  if (id === 9 || id === 10) return 'percent';
  if (code === undefined) return 'number';
  if (/^general$/i.test(code)) return 'general';
  // Quoted text, escaped characters and colours may contain any letter: they say nothing about the type.
  const bare = code.slice(0, longestCode).replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '');
  if (/[ymdhs]/i.test(bare)) return 'date';
  return bare.includes('%') ? 'percent' : 'number';
}

/** The formats of `cellXfs` by style index, from xl/styles.xml. */
export function readCellFormats(styles: string): CellFormat[] {
  const codes = new Map(elementsOf(styles, 'numFmt').map(({ attributes }) => [Number(attribute(attributes, 'numFmtId')), decodeXml(attribute(attributes, 'formatCode') ?? '')]));
  return elementsOf(elementsOf(styles, 'cellXfs')[0]?.content ?? '', 'xf').map(({ attributes }) => {
    const id = Number(attribute(attributes, 'numFmtId') ?? 0);
    return formatOf(id, codes.get(id));
  });
}

const writtenDate = /^(\d{4})(?:-|年|\/)(\d{1,2})(?:-|月|\/)(\d{1,2})日?(?:[T ](\d{1,2}):(\d{2})(?::(\d{2}))?)?$/;
const writtenTime = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/;
const day = 86_400_000;

/**
 * Days since 1899-12-30 (or 1904-01-01), as Excel counts; a time alone is a part of a day. Undefined when the text is neither, or a
 * day before March 1900, which Excel counts wrongly.
 */
export function dateSerial(text: string, date1904: boolean): number | undefined {
  const time = writtenTime.exec(text);
  if (time !== null) return timeOf(time[1], time[2], time[3]);
  const [, year, month, dayOfMonth, hour, minute, second] = writtenDate.exec(text) ?? [];
  if (year === undefined || month === undefined || dayOfMonth === undefined) return undefined;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(dayOfMonth)));
  // 2024-02-31 would quietly become a day in March.
  if (date.getUTCMonth() !== Number(month) - 1 || date.getUTCDate() !== Number(dayOfMonth)) return undefined;
  const days = date.getTime() / day + (date1904 ? 24_107 : 25_569);
  const clock = timeOf(hour ?? '0', minute ?? '0', second);
  return days < (date1904 ? 0 : 61) || clock === undefined ? undefined : days + clock;
}

function timeOf(hour = '0', minute = '0', second = '0'): number | undefined {
  const [hours, minutes, seconds] = [Number(hour), Number(minute), Number(second)];
  return hours > 23 || minutes > 59 || seconds > 59 ? undefined : (hours * 3600 + minutes * 60 + seconds) / 86_400;
}

/** Excel keeps fifteen digits; what has more, or begins with 0, is a number of something and stays text. */
function plainNumber(text: string): number | undefined {
  const grouped = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text) ? text.replaceAll(',', '') : text;
  if (!/^-?(0|[1-9]\d*)(\.\d+)?$/.test(grouped) || grouped.replace(/[-.]/g, '').length > 15) return undefined;
  return Number(grouped);
}

/**
 * What is written into a cell: a number, a date or a truth only where the template's cell is formatted so or the data itself is one.
 * Everything else is text and stays text, so that nothing in the data can become a formula.
 * @param raw the value of a cell that holds one tag and nothing else
 */
export function cellContent(text: string, raw: unknown, format: CellFormat, date1904: boolean): CellContent {
  if (text === '') return { kind: 'empty' };
  if (format === 'text') return { kind: 'text', text };
  if (typeof raw === 'number' && Number.isFinite(raw)) return { kind: 'number', number: raw };
  if (typeof raw === 'boolean') return { kind: 'boolean', value: raw };
  const number = typedNumber(text, format, date1904);
  return number === undefined ? { kind: 'text', text } : { kind: 'number', number };
}

function typedNumber(text: string, format: CellFormat, date1904: boolean): number | undefined {
  if (format === 'date') return dateSerial(text, date1904);
  if (format !== 'number' && format !== 'percent') return undefined;
  const share = format === 'percent' && text.endsWith('%') ? plainNumber(text.slice(0, -1)) : undefined;
  return share === undefined ? plainNumber(text) : Number((share / 100).toPrecision(15));
}
