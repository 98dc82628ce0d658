import { kindOf } from '../../shared/records/kinds.ts';
import type { AnyRecord, RecordInput } from '../../shared/records/record.ts';
import { canonicalJson } from './canonical-json.ts';
import { appendChange, changedFields, tick, type ChangeAction } from './changes.ts';
import type { CheckedInput } from './check-input.ts';
import { rowFields, rowHash, toRecord } from './record-row.ts';
import { searchPairs } from './search-text.ts';
import type { NewRecordRow, RecordRow } from './sql/record-sql.ts';
import type { WritableStore } from './store.ts';

/** Where a checked input goes. `previous` is the stored row it replaces, `at` the present instant. */
export type RecordPlace = {
  readonly contractId: string;
  readonly source: RecordInput;
  readonly number: string | null;
  readonly previous: RecordRow | undefined;
  readonly at: string;
};

/** Writes a checked input, unless it is stored exactly so already. Only inside a transaction. */
export function writeInput(store: WritableStore, input: CheckedInput, place: RecordPlace): AnyRecord {
  const { previous, at } = place;
  const content = {
    number: place.number,
    date: input.date,
    status: input.status,
    title: input.title,
    late_reason: input.lateReason ?? null,
    sign_off: canonicalJson(input.signOff),
    extra: canonicalJson(input.extra),
    body: canonicalJson(input.body),
  };
  if (previous !== undefined && isStored(previous, content)) return toRecord(previous);
  const row: NewRecordRow = {
    ...content,
    id: previous?.id ?? place.source.id ?? store.environment.newId(),
    contract_id: place.contractId,
    kind: place.source.kind,
    revision: (previous?.revision ?? 0) + 1,
    kind_version: kindOf(place.source.kind).version,
    hlc: tick(store, at),
    created_at: previous?.created_at ?? at,
    updated_at: at,
    void_reason: null,
  };
  return writeRow(store, row, previous, previous === undefined ? 'create' : 'update');
}

/** Writes a row, its words for the search and its change entry. Only inside a transaction. */
export function writeRow(store: WritableStore, row: NewRecordRow, previous: RecordRow | undefined, action: ChangeAction): AnyRecord {
  const { records } = store.statements;
  if (previous !== undefined) records.removeText.run(previous.key);
  const key = previous === undefined ? records.insert.run(row).lastInsertRowid : previous.key;
  if (previous !== undefined) records.update.run(row);
  const record = toRecord({ ...row, key: Number(key) });
  records.addText.run(key, searchPairs(record));
  appendChange(store, {
    contractId: row.contract_id,
    subject: 'record',
    subjectId: row.id,
    action,
    revision: row.revision,
    at: row.updated_at,
    timestamp: row.hlc,
    baseTimestamp: previous?.hlc,
    fields: changedFields(previous === undefined ? new Map() : rowFields(previous), rowFields(row)),
    stateHash: rowHash(row),
  });
  return record;
}

function isStored(previous: RecordRow, content: Partial<NewRecordRow>): boolean {
  const stored: Readonly<Record<string, unknown>> = previous;
  return Object.entries(content).every(([column, value]) => stored[column] === value);
}
