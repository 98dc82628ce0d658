import type { ChannelInput } from '../../../shared/ipc/contract.ts';
import type { ListedRecord } from '../../../shared/ipc/record-channels.ts';
import type { ContractProfile } from '../../../shared/contract/profile.ts';
import { kindOf, type KindName } from '../../../shared/records/kinds.ts';
import { isOwnColumn, shownColumns, type ListColumn, type OwnColumn } from '../../../shared/records/list-columns.ts';
import { cellOfDate, cellOfField, cellOfText, columnOfField, listSheet, type ListSheetColumn } from '../../intake/sheet/list-sheet.ts';
import { writeLongWorkbook, type NewCell } from '../../intake/sheet/write-workbook.ts';
import { getContract } from '../../store/contracts.ts';
import { listRecords } from '../../store/list-records.ts';
import type { Core } from '../core.ts';

type Export = ChannelInput<'records.export'>;

/** Records read at once; others may work in between. */
const slice = 500;
const mostRecords = 20_000;

const statusNames = { draft: '草稿', final: '正式', void: '作废' } as const;

/** China has one zone, eight hours ahead of UTC, and no summer time. */
function minuteInChina(instant: string): string {
  return new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 16);
}

function ownCell(record: ListedRecord, column: OwnColumn): NewCell | undefined {
  switch (column) {
    case 'own.title': return cellOfText(record.title);
    case 'own.signed': return cellOfText(record.isSigned ? '已签字' : '未签字');
    case 'own.files': return { number: record.files, style: 'number0' };
    case 'own.updatedAt': return cellOfField({ type: 'minute', label: '', required: false }, minuteInChina(record.updatedAt), []);
    default: return column satisfies never;
  }
}

function columnsFor(kind: KindName, columns: readonly ListColumn[]): ListSheetColumn[] {
  const day = kindOf(kind).fields['date']?.label ?? '日期';
  return [
    { label: '编号', width: 18, style: 'text' },
    { label: day, width: 12, style: 'date' },
    ...columns.map((column): ListSheetColumn => (column.field === undefined ? { label: column.label, width: column.name === 'own.title' ? 36 : column.name === 'own.updatedAt' ? 17 : 10, style: 'text' } : columnOfField(column.label, column.field))),
    { label: '记录状态', width: 10, style: 'text' },
  ];
}

function rowFor(record: ListedRecord, columns: readonly ListColumn[], profile: ContractProfile): (NewCell | undefined)[] {
  return [
    cellOfText(record.number),
    cellOfDate(record.date),
    ...columns.map(({ name, field }) => (isOwnColumn(name) ? ownCell(record, name) : field === undefined ? undefined : cellOfField(field, record.values[name], profile.serviceItems))),
    cellOfText(statusNames[record.status]),
  ];
}

/** The list as a workbook: real days and numbers, texts that nothing computes. At most 20 000 records. Throws `not-found`. */
export async function exportRecords(core: Core, { choice, ids, columns: wanted }: Export): Promise<{ readonly name: string; readonly bytes: Uint8Array; readonly records: number }> {
  const { profile } = getContract(core.store, choice.contractId);
  const columns = shownColumns(choice.kind, profile, wanted);
  const { contractId, kind, sort, descending } = choice;
  // Chosen records are exported whether or not the filter of the moment leaves them.
  const asked = ids === undefined ? choice : { contractId, kind, sort, descending };
  const chosen = ids === undefined ? undefined : new Set(ids);
  const rows: (NewCell | undefined)[][] = [];
  for (let offset = 0; offset < mostRecords; offset += slice) {
    const page = listRecords(core.store, { ...asked, offset, limit: slice, columns: columns.map(({ name }) => name) });
    rows.push(...page.records.filter(({ id }) => chosen?.has(id) ?? true).map((record) => rowFor(record, columns, profile)));
    if (offset + slice >= page.total) break;
    await core.turns.next();
  }
  const { title } = kindOf(kind);
  return { name: `${profile.deliverablePrefix}${title}_${core.environment.today().replaceAll('-', '')}.xlsx`, bytes: await writeLongWorkbook([listSheet(title, columnsFor(kind, columns), rows)], core.turns.next), records: rows.length };
}
