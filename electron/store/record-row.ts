import { AppError } from '../../shared/app-error.ts';
import { isKindName } from '../../shared/records/kinds.ts';
import type { AnyRecord } from '../../shared/records/record.ts';
import { sha256Hex } from '../files/digest.ts';
import type { NewRecordRow, RecordRow } from './sql/record-sql.ts';

export type Values = Readonly<Record<string, unknown>>;

/** The JSON columns of a row, parsed. */
export type RecordParts = { readonly body: Values; readonly extra: Values; readonly signOff: Values };

/** Parses the JSON columns. Throws `store-damaged` naming the record. */
export function partsOf(row: NewRecordRow): RecordParts {
  return {
    body: parseObject(row, row.body, '内容'),
    extra: parseObject(row, row.extra, '附加栏目'),
    signOff: parseObject(row, row.sign_off, '签署'),
  };
}

/** A row as the rest of the program knows it. Throws `store-damaged` when it cannot be what was written. */
export function toRecord(row: RecordRow): AnyRecord {
  return recordOf(row, partsOf(row));
}

/** The same, for a row whose JSON columns were just made from `parts`. */
export function recordOf(row: NewRecordRow, parts: RecordParts): AnyRecord {
  if (!isKindName(row.kind)) throw damaged(row, `文种“${row.kind}”`);
  const record: unknown = {
    id: row.id,
    contractId: row.contract_id,
    kind: row.kind,
    number: row.number ?? '',
    date: row.date,
    status: row.status,
    title: row.title,
    ...parts,
    ...(row.late_reason === null ? {} : { lateReason: row.late_reason }),
    ...(row.void_reason === null ? {} : { voidReason: row.void_reason }),
    revision: row.revision,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
  // Bodies were checked against their kind when they were written, and STRICT columns keep their types; digests guard the rest.
  return record as AnyRecord;
}

/** The values of a row by the names that the change log and the history use; absent ones are left out. */
export function rowFields(row: NewRecordRow, parts: RecordParts): Map<string, unknown> {
  const fields = new Map<string, unknown>([
    ['kind', row.kind], ['number', row.number], ['status', row.status], ['lateReason', row.late_reason], ['voidReason', row.void_reason],
  ]);
  for (const [part, values] of Object.entries(parts)) {
    for (const [name, value] of Object.entries(values)) fields.set(`${part}.${name}`, value);
  }
  return fields;
}

/** Digest of everything in a row, as the change log keeps it. */
export function rowHash(row: NewRecordRow): string {
  return sha256Hex(JSON.stringify([
    row.id, row.contract_id, row.kind, row.kind_version, row.number, row.date, row.status, row.title, row.revision, row.hlc,
    row.created_at, row.updated_at, row.late_reason, row.void_reason, row.sign_off, row.extra, row.body,
  ]));
}

function parseObject(row: Pick<NewRecordRow, 'id' | 'number'>, text: string, what: string): Values {
  try {
    const value: unknown = JSON.parse(text);
    if (isObject(value)) return value;
  } catch (cause) {
    throw damaged(row, what, cause);
  }
  throw damaged(row, what);
}

function isObject(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function damaged(row: Pick<NewRecordRow, 'id' | 'number'>, what: string, cause?: unknown): AppError {
  return new AppError('store-damaged', `记录「${row.number ?? row.id}」的${what}已损坏，请从备份恢复。`, { record: row.id }, { cause });
}
