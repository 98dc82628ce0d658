import { attribute, elementsOf } from './elements.ts';
import { encodeXml } from './plain-text.ts';

/** What a cell's number format says it holds; data that fits is written as that type. */
export type CellFormat = 'general' | 'number' | 'date' | 'text';

const dateIds = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54, 55, 56, 57, 58]);

/** Excel takes no longer number format. */
const longestCode = 255;

function formatOf(id: number, code: string | undefined): CellFormat {
  if (id === 0) return 'general';
  if (id === 49 || code === '@') return 'text';
  if (dateIds.has(id)) return 'date';
  if (code === undefined) return 'number';
  if (/^general$/i.test(code)) return 'general';
  // Quoted text, escaped characters and colours may contain any letter: they say nothing about the type.
  const bare = code.slice(0, longestCode).replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '');
  return /[ymdhs]/i.test(bare) ? 'date' : 'number';
}

/** The formats of `cellXfs` by style index, from xl/styles.xml. */
export function readCellFormats(styles: string): CellFormat[] {
  const codes = new Map(elementsOf(styles, 'numFmt').map(({ attributes }) => [Number(attribute(attributes, 'numFmtId')), attribute(attributes, 'formatCode') ?? '']));
  return elementsOf(elementsOf(styles, 'cellXfs')[0]?.content ?? '', 'xf').map(({ attributes }) => {
    const id = Number(attribute(attributes, 'numFmtId') ?? 0);
    return formatOf(id, codes.get(id));
  });
}

const written = /^(\d{4})(?:-|年|\/)(\d{1,2})(?:-|月|\/)(\d{1,2})日?(?:[T ](\d{1,2}):(\d{2}))?$/;

/** Days since 1899-12-30 (or 1904-01-01), as Excel counts; undefined when the text is no date. */
export function dateSerial(text: string, date1904: boolean): number | undefined {
  const [, year, month, day, hour = '0', minute = '0'] = written.exec(text) ?? [];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const days = Date.UTC(Number(year), Number(month) - 1, Number(day)) / 86_400_000 - (date1904 ? -24_107 : -25_569);
  return days + (Number(hour) * 60 + Number(minute)) / 1440;
}

/**
 * A filled cell. Text is always an inline string, so that nothing in the data can become a formula; it becomes a number or a
 * date only where the template's cell is formatted as one, or where the data itself is a number.
 * @param raw the value of a cell that holds one tag and nothing else
 */
export function cellXml(reference: string, attributes: string, text: string, raw: unknown, format: CellFormat, date1904: boolean): string {
  const start = `<c r="${reference}"${attributes}`;
  if (text === '') return `${start}/>`;
  if (typeof raw === 'number' && Number.isFinite(raw) && format !== 'text') return `${start}><v>${raw}</v></c>`;
  if (format === 'number' && /^-?\d{1,15}(\.\d{1,10})?$/.test(text)) return `${start}><v>${Number(text)}</v></c>`;
  const serial = format === 'date' ? dateSerial(text, date1904) : undefined;
  if (serial !== undefined) return `${start}><v>${serial}</v></c>`;
  return `${start} t="inlineStr"><is><t xml:space="preserve">${encodeXml(text.slice(0, 32_767))}</t></is></c>`;
}
