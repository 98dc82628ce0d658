import type { ServiceItem } from '../../../shared/contract/profile.ts';
import { daysBetween, isLocalDate, isLocalMinute } from '../../../shared/dates.ts';
import { formatValue } from '../../../shared/deliverables/format-value.ts';
import type { FieldDefinition } from '../../../shared/records/fields.ts';
import { sheetName, type CellStyle, type NewCell, type NewSheet } from './write-workbook.ts';

/** A column of a list: its heading, how wide it is in characters, how its cells look. */
export type ListSheetColumn = { readonly label: string; readonly width: number; readonly style: CellStyle };

/** Day 0 of Excel's calendar, which counts a 29 February 1900 that never was. */
const dayZero = '1899-12-30';
/** What Excel takes in one cell. */
const cellLimit = 32_767;

function partOfDay(time: string): number {
  return (Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))) / 1440;
}

/** Texts are stored as texts, in cells of the text format: what begins with = + - @ is shown and never computed, even after somebody has edited it. */
function textCell(text: string): NewCell {
  return { text: Array.from(text).length > cellLimit ? `${text.slice(0, cellLimit - 1)}…` : text, style: text.length > 40 || text.includes('\n') ? 'longText' : 'text' };
}

/** A plain text in a cell; nothing for an empty one. */
export function cellOfText(text: string): NewCell | undefined {
  return text === '' ? undefined : textCell(text);
}

/** A day as Excel counts days. */
export function cellOfDate(date: string): NewCell {
  return isLocalDate(date) ? { number: daysBetween(dayZero, date), style: 'date' } : textCell(date);
}

function numberStyle(decimals: number): CellStyle {
  return decimals <= 0 ? 'number0' : decimals === 1 ? 'number1' : decimals === 2 ? 'number2' : 'number3';
}

/** A field's value as Excel can count, sort and filter it: days and times as days and times, numbers as numbers. */
export function cellOfField(field: FieldDefinition, value: unknown, serviceItems: readonly ServiceItem[]): NewCell | undefined {
  if (value === undefined || value === null) return undefined;
  if (field.type === 'date' && typeof value === 'string') return cellOfDate(value);
  if (field.type === 'minute' && typeof value === 'string' && isLocalMinute(value)) return { number: daysBetween(dayZero, value.slice(0, 10)) + partOfDay(value.slice(11)), style: 'moment' };
  if (field.type === 'time' && typeof value === 'string' && /^\d\d:\d\d$/.test(value)) return { number: partOfDay(value), style: 'time' };
  if (field.type === 'number' && typeof value === 'number') return { number: value, style: numberStyle(field.decimals) };
  // A service item that the contract no longer has keeps its number.
  const text = formatValue(field, value, serviceItems) ?? (typeof value === 'string' || typeof value === 'number' ? String(value) : '');
  return cellOfText(text);
}

/** How wide a field's column is, and how its empty cells look. */
export function columnOfField(label: string, field: FieldDefinition): ListSheetColumn {
  switch (field.type) {
    case 'date': return { label, width: 12, style: 'date' };
    case 'minute': return { label, width: 17, style: 'moment' };
    case 'time': return { label, width: 9, style: 'time' };
    case 'number': return { label: field.unit === undefined ? label : `${label}（${field.unit}）`, width: 11, style: numberStyle(field.decimals) };
    case 'longText': return { label, width: 36, style: 'longText' };
    case 'serviceItem': return { label, width: 24, style: 'text' };
    case 'links': return { label, width: 20, style: 'text' };
    case 'flag': return { label, width: 8, style: 'text' };
    default: return { label, width: 14, style: 'text' };
  }
}

/** A worksheet with a heading that stays, can be filtered by and is printed on every page; one row per record. */
export function listSheet(title: string, columns: readonly ListSheetColumn[], rows: readonly (readonly (NewCell | undefined)[])[]): NewSheet {
  return {
    name: sheetName(title), hidden: false, frozenRows: 1, frozenColumns: 1, rules: [], headingRow: 1,
    columns: columns.map(({ width, style }) => ({ width, style })),
    rows: [
      { style: 'heading', height: 28, cells: columns.map(({ label }) => ({ text: label })) },
      ...rows.map((cells) => ({ style: 'text' as const, cells })),
    ],
  };
}
