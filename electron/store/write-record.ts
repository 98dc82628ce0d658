import { kindOf } from '../../shared/records/kinds.ts';
import type { AnyRecord, RecordInput } from '../../shared/records/record.ts';
import { canonicalJson } from './canonical-json.ts';
import { appendChange, changedFields, tick, type ChangeAction } from './changes.ts';
import type { CheckedInput } from './check-input.ts';
import { noteWritten } from './record-memory.ts';
import { partsOf, recordOf, rowFields, rowHash, toRecord, type RecordParts } from './record-row.ts';
import { isTranscription, openSeals } from './seals.ts';
import { noteUnindexed } from './search-index.ts';
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
  const content = contentOf(input, place.number);
  if (previous !== undefined && holds(previous, content)) return toRecord(previous);
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
  return writeRow(store, row, { body: input.body, extra: input.extra, signOff: input.signOff }, previous, previous === undefined ? 'create' : 'update');
}

/**
 * Writes a row and its change entry. `parts` are what its JSON columns were made from. Only inside a transaction.
 * Throws `signed-document` for a record on a signed paper unless a reason for a new version was given.
 */
export function writeRow(store: WritableStore, row: NewRecordRow, parts: RecordParts, previous: RecordRow | undefined, action: ChangeAction): AnyRecord {
  const { records } = store.statements;
  // A newer program remakes fields without changing what they say.
  if (previous !== undefined && action !== 'upgrade' && !isTranscription(previous, row, partsOf(previous).signOff, parts.signOff)) openSeals(store, previous);
  const key = previous?.key ?? records.insert.run(row).lastInsertRowid;
  if (previous !== undefined) records.update.run(row);
  noteWritten(store.recordMemory, { ...row, key: Number(key) });
  noteUnindexed(store, key);
  appendChange(store, {
    contractId: row.contract_id,
    subject: 'record',
    subjectId: row.id,
    action,
    revision: row.revision,
    at: row.updated_at,
    timestamp: row.hlc,
    baseTimestamp: previous?.hlc,
    fields: changedFields(previous === undefined ? new Map() : rowFields(previous, partsOf(previous)), rowFields(row, parts)),
    stateHash: rowHash(row),
  });
  return recordOf(row, parts);
}

/** Whether a stored row says exactly what the input says: then somebody saves a second time. */
export function isStoredAlready(previous: RecordRow, input: CheckedInput): boolean {
  return holds(previous, contentOf(input, input.number ?? null));
}

/** Whether an input would change what a signed paper says of the stored row. */
export function changesPaper(previous: RecordRow, input: CheckedInput): boolean {
  return !isTranscription(previous, contentOf(input, input.number ?? previous.number), partsOf(previous).signOff, input.signOff);
}

function contentOf(input: CheckedInput, number: string | null) {
  return {
    number,
    date: input.date,
    status: input.status,
    title: input.title,
    late_reason: input.lateReason ?? null,
    sign_off: canonicalJson(input.signOff),
    extra: canonicalJson(input.extra),
    body: canonicalJson(input.body),
  };
}

function holds(previous: RecordRow, content: Partial<NewRecordRow>): boolean {
  const stored: Readonly<Record<string, unknown>> = previous;
  return Object.entries(content).every(([column, value]) => stored[column] === value);
}
