import type { EntryColumn } from '../../../shared/entry/entry-row.ts';

/** Heights and widths in CSS pixels. The first two columns, row number and row state, stay in place. */
export const rowHeight = 32;
export const headHeight = 34;
export const numberWidth = 44;
export const stateWidth = 92;

const fieldWidths: Readonly<Record<string, number>> = { date: 112, time: 84, minute: 148, number: 92, choice: 108, vocabulary: 108, serviceItem: 210, person: 96, text: 132, longText: 250, links: 170, flag: 72 };

export function columnWidth(column: EntryColumn): number {
  switch (column.target) {
    case 'field': return fieldWidths[column.field.type] ?? 132;
    case 'extra': return fieldWidths[column.extra.type] ?? 132;
    case 'signOff': return column.isDate ? 112 : 96;
    case 'number': return 150;
    case 'status': return 90;
    case 'lateReason': return 200;
    default: return column satisfies never;
  }
}
