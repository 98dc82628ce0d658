import type { ListColumn } from '../../../shared/records/list-columns.ts';

function valueWidth(column: ListColumn): number {
  if (column.field === undefined) return { 'own.title': 220, 'own.signed': 80, 'own.files': 112, 'own.updatedAt': 144 }[column.name];
  switch (column.field.type) {
    case 'date': return 104;
    case 'minute': return 144;
    case 'time':
    case 'number':
    case 'flag': return 72;
    case 'person': return 88;
    case 'choice':
    case 'vocabulary': return Math.min(132, Math.max(88, ...column.field.options.map((option) => option.length * 14 + 18)));
    case 'serviceItem': return 136;
    case 'text':
    case 'links': return 120;
    case 'longText': return 172;
    case 'table': return 0;
    default: return column.field satisfies never;
  }
}

/** CSS pixels that a column wants, for its heading too. What is left over is shared out. */
function columnWidth(column: ListColumn): number {
  return Math.max(valueWidth(column), column.label.length * 13 + 20);
}

/** CSS pixels of every column, those included that are always there. */
export function columnWidths(columns: readonly ListColumn[], isNarrow: boolean, isSearching: boolean): readonly number[] {
  if (isNarrow) return [32, 92, 148, 152];
  return [40, 104, 164, ...(isSearching ? [230] : []), ...columns.map(columnWidth), 104];
}

/** Which of these columns take what the window leaves over: long texts, else the first of the other texts, which names the record, else all in proportion. */
export function growingColumns(columns: readonly ListColumn[], isNarrow: boolean, isSearching: boolean): readonly boolean[] {
  if (isNarrow) return [false, false, false, true];
  const isLong = ({ name, field }: ListColumn): boolean => name === 'own.title' || field?.type === 'longText';
  const naming = columns.some(isLong) ? undefined : columns.find(({ field }) => field?.type === 'text' || field?.type === 'serviceItem');
  return [false, false, false, ...(isSearching ? [true] : []), ...columns.map((column) => isLong(column) || column === naming), false];
}
