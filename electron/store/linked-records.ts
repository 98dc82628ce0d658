import type { LinkedRecord, LinkedRecords } from '../../shared/ipc/record-channels.ts';
import type { AnyRecord } from '../../shared/records/record.ts';
import { allRecords, getRecord } from './records.ts';
import { reading } from './sqlite-errors.ts';
import type { ReadableStore } from './store.ts';

/** The numbers that a record names: its 关联单号, and what handles an inspection's abnormal items. */
function namedNumbers(record: AnyRecord): readonly { readonly number: string; readonly item: string | undefined }[] {
  const related: unknown = 'related' in record.body ? record.body.related : undefined;
  const numbers = Array.isArray(related) ? related.filter((number) => typeof number === 'string').map((number) => ({ number, item: undefined })) : [];
  if (record.kind !== 'inspection') return numbers;
  // A draft's body may lack anything.
  const items: unknown = record.body.items;
  if (!Array.isArray(items)) return numbers;
  return [...numbers, ...record.body.items.flatMap(({ handledBy, item }) => (handledBy === undefined ? [] : [{ number: handledBy.trim(), item }]))];
}

function summaryOf({ id, number, kind, title, date, status, body }: AnyRecord): NonNullable<LinkedRecord['record']> {
  const state: unknown = 'state' in body ? body.state : undefined;
  return { id, number, kind, title, date, status, ...(typeof state === 'string' ? { state } : {}) };
}

/**
 * What a record names and what names it, each once: by number, for abnormal items with the item's name. Numbers that lead nowhere have no
 * record. Reads the records that the store keeps in memory; a void record is named like any other, with its state. Throws `not-found`.
 */
export function linkedRecords(store: ReadableStore, id: string): LinkedRecords {
  const record = getRecord(store, id);
  return reading(() => {
    const outgoing = namedNumbers(record).map(({ number, item }): LinkedRecord => {
      const owner = store.statements.records.byNumber.get(record.contractId, number);
      return { number, ...(item === undefined ? {} : { item }), ...(owner === undefined ? {} : { record: summaryOf(getRecord(store, owner.id)) }) };
    });
    if (record.number === '') return { outgoing, incoming: [] };
    const incoming = allRecords(store, record.contractId).flatMap((other): LinkedRecord[] => {
      if (other.id === id) return [];
      const named = namedNumbers(other).filter(({ number }) => number === record.number);
      return named.map(({ item }) => ({ number: other.number, ...(item === undefined ? {} : { item }), record: summaryOf(other) }));
    });
    return { outgoing, incoming };
  });
}
