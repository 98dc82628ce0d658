import { AppError, type Problem } from '../../shared/app-error.ts';
import type { AnyRecord } from '../../shared/records/record.ts';
import { kindOf } from '../../shared/records/kinds.ts';
import { canonicalJson } from './canonical-json.ts';
import { tick } from './changes.ts';
import { dateAndTitle } from './check-input.ts';
import { recordOf, partsOf, toRecord } from './record-row.ts';
import { revisionOf, type RecordRevision } from './record-revision.ts';
import type { NewRecordRow, RecordRow } from './sql/record-sql.ts';
import type { WritableStore } from './store.ts';
import { writeRow } from './write-record.ts';

/** Which record is to have the contents of which revision again. `present`: the revision that the person sees now. */
export type RestoreItem = { readonly id: string; readonly revision: number; readonly present?: number | undefined };

/**
 * Brings back the contents (fields, sign-off, reasons, status) of earlier revisions as new changes, all or none. The number stays, and
 * so do the files. What the contract allows today is not asked again: it was right when it was written.
 * Throws `not-found` (record or revision), `conflict` when `present` is not the stored revision, `invalid-input` when the kind's fields were remade since.
 */
export function restoreRecords(store: WritableStore, items: readonly RestoreItem[]): AnyRecord[] {
  return store.transaction(() => {
    const rows = items.map((item) => ({ item, row: rowOf(store, item.id) }));
    refuseMoved(rows);
    return rows.map(({ item, row }) => restoreRow(store, row, item.revision));
  });
}

function rowOf(store: WritableStore, id: string): RecordRow {
  const row = store.statements.records.byId.get(id);
  if (row === undefined) throw new AppError('not-found', '找不到这条记录。', { record: id });
  return row;
}

function refuseMoved(rows: readonly { readonly item: RestoreItem; readonly row: RecordRow }[]): void {
  const problems = rows.flatMap(({ item, row }): Problem[] => (
    item.present === undefined || item.present === row.revision ? [] : [{ place: row.number ?? row.title, message: '后来又被修改过' }]
  ));
  if (problems.length > 0) throw new AppError('conflict', '记录后来又被修改过，没有恢复。', { problems });
}

function restoreRow(store: WritableStore, row: RecordRow, revision: number): AnyRecord {
  const entries = store.statements.changes.ofSubject.all(row.id);
  const earlier = revisionOf(entries, revision);
  const name = row.number ?? row.title;
  if (earlier === undefined) {
    const wasThere = entries.some((entry) => entry.revision === revision);
    throw wasThere
      ? new AppError('invalid-input', `「${name}」第 ${revision} 版用的是旧表式，不能恢复。`, { record: row.id, revision })
      : new AppError('not-found', `「${name}」没有第 ${revision} 版。`, { record: row.id, revision });
  }
  const next = contentsOf(row, earlier);
  const stored: Readonly<Record<string, unknown>> = row;
  if (Object.entries(next).every(([column, value]) => stored[column] === value)) return toRecord(row);
  const at = store.environment.now();
  const { key: _, ...unchanged } = row;
  const restored: NewRecordRow = { ...unchanged, ...next, revision: row.revision + 1, hlc: tick(store, at), updated_at: at };
  return writeRow(store, restored, earlier.parts, row, 'restore');
}

function contentsOf(row: RecordRow, earlier: RecordRevision): Pick<NewRecordRow, 'status' | 'date' | 'title' | 'late_reason' | 'void_reason' | 'sign_off' | 'extra' | 'body'> {
  const { kind } = recordOf(row, partsOf(row));
  return {
    status: earlier.status,
    ...dateAndTitle(kindOf(kind), earlier.parts.body, earlier.statusInLife === 'draft', earlier.at),
    late_reason: earlier.lateReason,
    void_reason: earlier.voidReason,
    sign_off: canonicalJson(earlier.parts.signOff),
    extra: canonicalJson(earlier.parts.extra),
    body: canonicalJson(earlier.parts.body),
  };
}
