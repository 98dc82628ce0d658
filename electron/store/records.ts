import { AppError } from '../../shared/app-error.ts';
import { historyActions, type HistoryEntry } from '../../shared/ipc/record-channels.ts';
import { kindNames, type KindName } from '../../shared/records/kinds.ts';
import type { AnyRecord, RecordStatus } from '../../shared/records/record.ts';
import { parseFieldChanges } from './changes.ts';
import { keptRecords } from './record-memory.ts';
import { restoredRevisions } from './record-revision.ts';
import { toRecord } from './record-row.ts';
import { reading } from './sqlite-errors.ts';
import type { ReadableStore } from './store.ts';

/** Throws `not-found`. */
export function getRecord(store: ReadableStore, id: string): AnyRecord {
  return reading(() => {
    const row = store.statements.records.byId.get(id);
    if (row === undefined) throw new AppError('not-found', '找不到这条记录。', { record: id });
    return toRecord(row);
  });
}

/**
 * Every record of a contract by day and number, drafts and void ones included: who counts must look at `status` first,
 * and must not rely on a draft's body, in which anything may still be missing. They are kept in memory, hence deeply frozen;
 * the same array comes again as long as nothing was written, so what is computed from it can be kept beside it.
 */
export function allRecords(store: ReadableStore, contractId: string): readonly AnyRecord[] {
  return reading(() => keptRecords(store, contractId));
}

/** The record of the latest day that is not void, for "copy last"; undefined when there is none. */
export function lastRecord(store: ReadableStore, contractId: string, kind: KindName): AnyRecord | undefined {
  return reading(() => {
    const row = store.statements.records.last.get(contractId, kind);
    return row === undefined ? undefined : toRecord(row);
  });
}

/** Everything that was ever changed in a record, oldest first. Field names: `body.date`, `signOff.executor`, `status` … Throws `not-found`. */
export function recordHistory(store: ReadableStore, id: string): HistoryEntry[] {
  return reading(() => {
    if (store.statements.records.byId.get(id) === undefined) throw new AppError('not-found', '找不到这条记录。', { record: id });
    const rows = store.statements.changes.ofSubject.all(id);
    const restored = restoredRevisions(rows);
    return rows.map((row) => ({
      at: row.at,
      user: row.user,
      device: row.device,
      revision: row.revision,
      action: historyActions.find((action) => action === row.action) ?? 'update',
      ...(row.action === 'restore' ? { restoredFrom: restored.get(row.revision) } : {}),
      fields: parseFieldChanges(row),
    }));
  });
}

export type RecordCounts = Readonly<Record<KindName, Readonly<Record<RecordStatus, number>>>>;

/** How many records of each kind and status a contract has. */
export function countRecords(store: ReadableStore, contractId: string): RecordCounts {
  return reading(() => {
    const rows = store.statements.records.counts.all(contractId);
    const count = (kind: KindName, status: RecordStatus): number => rows.find((row) => row.kind === kind && row.status === status)?.count ?? 0;
    const entries = kindNames.map((kind) => [kind, { draft: count(kind, 'draft'), final: count(kind, 'final'), void: count(kind, 'void') }]);
    return Object.fromEntries(entries) as RecordCounts;
  });
}
