import dayjs from 'dayjs';
import type { ServiceItem } from '../../../shared/contract/profile.ts';
import { formatValue } from '../../../shared/deliverables/format-value.ts';
import type { ListedRecord } from '../../../shared/ipc/record-channels.ts';
import type { ListColumn, OwnColumn } from '../../../shared/records/list-columns.ts';
import { commonWords } from '../../words/common.ts';
import { listWords } from '../../words/records.ts';

function ownText(record: ListedRecord, column: OwnColumn): string {
  switch (column) {
    case 'own.title': return record.title;
    case 'own.signed': return record.isSigned ? listWords.signed : listWords.unsigned;
    case 'own.files': return record.files === 0 ? commonWords.none : listWords.fileCounts(record.files, record.scans);
    case 'own.updatedAt': return dayjs(record.updatedAt).format('YYYY-MM-DD HH:mm');
    default: return column satisfies never;
  }
}

/** What a cell of a list says. In lists a day is read by comparing, so it keeps its sortable form. */
export function cellText(record: ListedRecord, column: ListColumn, serviceItems: readonly ServiceItem[]): string {
  if (column.field === undefined) return ownText(record, column.name);
  const value = record.values[column.name];
  if (typeof value === 'string' && (column.field.type === 'date' || column.field.type === 'minute')) return value.replace('T', ' ');
  return formatValue(column.field, value, serviceItems) ?? commonWords.none;
}

/** The order in which the core sorts by a column; undefined where sorting says nothing. */
export function sortOfColumn(column: ListColumn): string | undefined {
  if (column.name === 'own.title') return 'title';
  if (column.name === 'own.updatedAt') return 'updatedAt';
  if (column.field === undefined || column.field.type === 'links') return undefined;
  return column.name.startsWith('extra.') ? column.name : `field.${column.name}`;
}
