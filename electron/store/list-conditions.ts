import { assertNever } from '../../shared/assert-never.ts';
import { AppError } from '../../shared/app-error.ts';
import type { FileFilter } from '../../shared/ipc/list-filter.ts';
import type { RecordChoice } from '../../shared/ipc/record-channels.ts';
import { kindNames, kindOf, type KindName } from '../../shared/records/kinds.ts';
import { signedOnFields } from '../../shared/records/signatures.ts';
import { getContract } from './contracts.ts';
import type { ReadableStore } from './store.ts';

/** A part of a WHERE clause and the values of its question marks. `readsRecords`: no index holds what it asks for. */
export type Condition = { readonly sql: string; readonly values: readonly (string | number)[]; readonly readsRecords: boolean };

/** Where a column's values stand in a record: which JSON column, and the path in it. Throws `invalid-input` for a column that the kind has not. */
export function placeOfColumn(store: ReadableStore, contractId: string, kind: KindName | undefined, column: string): { readonly part: 'body' | 'extra'; readonly path: string } {
  const isExtra = column.startsWith('extra.');
  const name = isExtra ? column.slice('extra.'.length) : column;
  const isKnown = kind !== undefined && (isExtra
    ? (getContract(store, contractId).profile.extraFields[kind] ?? []).some((field) => field.name === name)
    : Object.hasOwn(kindOf(kind).fields, name) && kindOf(kind).fields[name]?.type !== 'table');
  if (!isKnown) throw new AppError('invalid-input', `列表里没有“${column}”这一列。`, { column });
  return { part: isExtra ? 'extra' : 'body', path: `$.${name}` };
}

/** The conditions of a question but for its searched text. */
export function listConditions(store: ReadableStore, wanted: RecordChoice): Condition[] {
  const { contractId, kind, status, from, to, where = {}, files, signed, late } = wanted;
  const indexed = (sql: string, value: string): Condition => ({ sql, values: [value], readsRecords: false });
  const read = (sql: string, ...values: (string | number)[]): Condition => ({ sql, values, readsRecords: true });
  return [
    indexed('record.contract_id = ?', contractId),
    ...(kind === undefined ? [] : [indexed('record.kind = ?', kind)]),
    ...(status === undefined ? [] : [indexed('record.status = ?', status)]),
    ...(from === undefined ? [] : [indexed('record.date >= ?', from)]),
    ...(to === undefined ? [] : [indexed('record.date <= ?', to)]),
    ...itemCondition(store, wanted),
    ...Object.entries(where).map(([column, values]) => valueCondition(placeOfColumn(store, contractId, kind, column), values)),
    ...(files === undefined ? [] : [read(fileCondition(files))]),
    ...(signed === undefined ? [] : [read(signed ? `(${signedSql})` : `NOT (${signedSql})`)]),
    ...(late === undefined ? [] : [read(`record.late_reason IS ${late ? 'NOT ' : ''}NULL`)]),
  ];
}

/** `provenItems` (shared/figures/effort.ts) as a condition: records that name the item, and those that name none but are of a kind that proves it. */
function itemCondition(store: ReadableStore, { contractId, serviceItem }: RecordChoice): Condition[] {
  if (serviceItem === undefined) return [];
  const item = getContract(store, contractId).profile.serviceItems.find(({ no }) => no === serviceItem);
  const named = "json_extract(record.body, '$.serviceItem')";
  return [{
    sql: `(${named} = ? OR (${named} IS NULL AND record.kind IN (SELECT value FROM json_each(?))))`,
    values: [serviceItem, JSON.stringify(item?.evidence ?? [])],
    readsRecords: true,
  }];
}

function valueCondition({ part, path }: { readonly part: 'body' | 'extra'; readonly path: string }, wanted: readonly string[]): Condition {
  const value = `json_extract(record.${part}, ?)`;
  const among = `CAST(${value} AS TEXT) IN (SELECT value FROM json_each(?))`;
  const named = wanted.filter((text) => text !== '');
  const list = JSON.stringify(named);
  if (named.length === wanted.length) return { sql: among, values: [path, list], readsRecords: true };
  return { sql: `(${value} IS NULL OR ${among})`, values: [path, path, list], readsRecords: true };
}

function fileCondition(files: FileFilter): string {
  const any = (role: string): string => `EXISTS (SELECT 1 FROM record_attachment WHERE record_id = record.id${role})`;
  switch (files) {
    case 'some': return any('');
    case 'none': return `NOT ${any('')}`;
    case 'signed-scan': return any(" AND role = 'signed-scan'");
    case 'no-scan': return `NOT ${any(" AND role = 'signed-scan'")}`;
    default: return assertNever(files, 'filter of files');
  }
}

/** `missingSignatures` (shared/records/signatures.ts) finds nothing, as a condition. */
const signedSql = `CASE record.kind ${kindNames.map((kind) => `WHEN '${kind}' THEN ${signedParts(kind)}`).join(' ')} ELSE 1 END`;

function signedParts(kind: KindName): string {
  const parts = kindOf(kind).signOff.flatMap((role) => [role, signedOnFields[role]]).map((name) => `json_extract(record.sign_off, '$.${name}') IS NOT NULL`);
  return parts.length === 0 ? '1' : parts.join(' AND ');
}
