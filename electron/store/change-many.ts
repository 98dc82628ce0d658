import { AppError, type Problem } from '../../shared/app-error.ts';
import type { ChangedRecord, Signatures } from '../../shared/ipc/list-channels.ts';
import { kindOf } from '../../shared/records/kinds.ts';
import type { AnyRecord, RecordInput, SignOff } from '../../shared/records/record.ts';
import { signedOnFields, signOffRoleNames } from '../../shared/records/signatures.ts';
import { canonicalJson } from './canonical-json.ts';
import { tick } from './changes.ts';
import { refuseProblems } from './check-batch.ts';
import { partsOf, recordOf } from './record-row.ts';
import { saveRecordsNamed, voidRecord } from './save-records.ts';
import { refuseSealed } from './seals.ts';
import type { NewRecordRow, RecordRow } from './sql/record-sql.ts';
import type { WritableStore } from './store.ts';
import { writeRow } from './write-record.ts';

type Chosen = { readonly row: RecordRow; readonly record: AnyRecord };

/**
 * Notes signatures on chosen records, all or none: name and day of one role or several. What is signed already stays, unless it is to be replaced.
 * Roles that a kind does not have, days before the record's own and days out of order are refused.
 * Throws `not-found`, and `invalid-input` with every problem by record number.
 */
export function signRecords(store: WritableStore, contractId: string, ids: readonly string[], wanted: { readonly signatures: Signatures; readonly replaces: boolean }): ChangedRecord[] {
  return store.transaction(() => {
    const chosen = chosenRecords(store, contractId, ids).map((entry) => ({ ...entry, signOff: signedBy(entry.record, wanted) }));
    refuseProblems(chosen.flatMap(({ record, signOff }) => signingProblems(record, wanted.signatures, signOff)));
    return chosen.flatMap(({ row, record, signOff }) => {
      const text = canonicalJson(signOff);
      return text === row.sign_off ? [] : [rewrite(store, row, record, { sign_off: text }, signOff)];
    });
  });
}

/**
 * Makes drafts final, or final records drafts again, all or none. To become final a record must be complete; a record that goes back keeps
 * its number and its signatures. Those that are so already stay as they are. Throws `not-found`, and `invalid-input` with every problem by record number.
 */
export function setStatusOfRecords(store: WritableStore, contractId: string, ids: readonly string[], status: 'draft' | 'final'): ChangedRecord[] {
  return store.transaction(() => {
    const chosen = chosenRecords(store, contractId, ids);
    refuseProblems(chosen.flatMap(({ record }) => (record.status === 'void' ? [{ place: nameOf(record), message: '已作废，不能再改' }] : [])));
    const others = chosen.filter(({ record }) => record.status !== status);
    refuseSealed(store, others.map(({ row }) => row));
    if (status === 'draft') return others.map(({ row, record }) => rewrite(store, row, record, { status }, record.signOff));
    const inputs = others.map(({ record: { id, kind, body, number } }): RecordInput => ({ id, kind, body, status, ...(number === '' ? {} : { number }) }));
    const saved = saveRecordsNamed(store, contractId, inputs, (_, index) => `${nameOf(others[index]?.record)} `);
    return saved.map((record, index) => changedRecord(record, others[index]?.record.revision ?? record.revision));
  });
}

/** Makes records void for one reason, all or none. Throws `not-found`, and `invalid-input` with every problem by record number. */
export function voidRecords(store: WritableStore, contractId: string, ids: readonly string[], reason: string): ChangedRecord[] {
  return store.transaction(() => {
    const chosen = chosenRecords(store, contractId, ids);
    refuseProblems([
      ...(reason.trim() === '' ? [{ place: '作废原因', message: '必填' }] : []),
      ...chosen.flatMap(({ record }) => (record.status === 'void' ? [{ place: nameOf(record), message: '已经作废' }] : [])),
    ]);
    refuseSealed(store, chosen.map(({ row }) => row));
    return chosen.map(({ record }) => changedRecord(voidRecord(store, record.id, reason), record.revision));
  });
}

function chosenRecords(store: WritableStore, contractId: string, ids: readonly string[]): Chosen[] {
  return [...new Set(ids)].map((id) => {
    const row = store.statements.records.byId.get(id);
    if (row === undefined || row.contract_id !== contractId) throw new AppError('not-found', '选中的记录里有一条已经不在了，请刷新列表后重选。', { record: id });
    return { row, record: recordOf(row, partsOf(row)) };
  });
}

function signedBy(record: AnyRecord, { signatures, replaces }: { readonly signatures: Signatures; readonly replaces: boolean }): SignOff {
  const signed = kindOf(record.kind).signOff.flatMap((role) => {
    const signature = signatures[role];
    if (signature === undefined) return [];
    const dayField = signedOnFields[role];
    if (replaces) return [[role, signature.name], [dayField, signature.on]];
    // A name without its day is completed by the day, if the same person signs.
    const name = record.signOff[role] ?? signature.name;
    return [[role, name], [dayField, record.signOff[dayField] ?? signature.on]];
  });
  return { ...record.signOff, ...Object.fromEntries(signed) };
}

function signingProblems(record: AnyRecord, signatures: Signatures, signOff: SignOff): Problem[] {
  const place = nameOf(record);
  if (record.status === 'void') return [{ place, message: '已作废，不能标记签字' }];
  if (record.status === 'draft') return [{ place, message: '还是草稿，先转为正式再标记签字' }];
  const roles = kindOf(record.kind).signOff;
  const foreign = (['executor', 'reviewer', 'confirmer'] as const).filter((role) => signatures[role] !== undefined && !roles.includes(role));
  const days = roles.flatMap((role) => {
    const on = signOff[signedOnFields[role]];
    return on === undefined ? [] : [{ role, on }];
  });
  // Only what is being signed now is judged: older faults are the readiness check's.
  const isNew = (role: (typeof roles)[number] | undefined): boolean => role !== undefined && signatures[role] !== undefined;
  return [
    ...foreign.map((role) => ({ place, message: `这类单据没有${signOffRoleNames[role]}签字` })),
    ...days.filter(({ role, on }) => isNew(role) && on < record.date).map(({ role, on }) => ({ place, message: `${signOffRoleNames[role]}签字日期 ${on} 早于单据日期 ${record.date}` })),
    ...days.flatMap(({ role, on }, index) => {
      const before = days[index - 1];
      if (before === undefined || on >= before.on || !(isNew(role) || isNew(before.role))) return [];
      return [{ place, message: `${signOffRoleNames[role]}签字日期 ${on} 早于${signOffRoleNames[before.role]}的 ${before.on}` }];
    }),
  ];
}

function nameOf(record: AnyRecord | undefined): string {
  if (record === undefined) return '';
  return record.number === '' ? `${record.date} ${record.title}` : record.number;
}

/** Writes a row with some columns changed; what the person does not touch is not checked anew. */
function rewrite(store: WritableStore, row: RecordRow, record: AnyRecord, change: Partial<Pick<NewRecordRow, 'sign_off' | 'status'>>, signOff: SignOff): ChangedRecord {
  const at = store.environment.now();
  const { key: _, ...unchanged } = row;
  const parts = { ...partsOf(row), signOff };
  return changedRecord(writeRow(store, { ...unchanged, ...change, revision: row.revision + 1, hlc: tick(store, at), updated_at: at }, parts, row, 'update'), record.revision);
}

function changedRecord({ id, number, revision }: AnyRecord, before: number): ChangedRecord {
  return { id, number, before, after: revision };
}
