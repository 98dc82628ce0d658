import { AppError } from '../../shared/app-error.ts';
import type { AnyRecord, RecordInput } from '../../shared/records/record.ts';
import { tick } from './changes.ts';
import { batchProblems, refuseConflicts, refuseProblems, type BatchEntry } from './check-batch.ts';
import { checkInput } from './check-input.ts';
import { reviewProblems } from './check-review.ts';
import { contractMemory } from './contracts.ts';
import { numberGiver } from './record-number.ts';
import { partsOf, recordOf } from './record-row.ts';
import { refuseSealed } from './seals.ts';
import type { NewRecordRow } from './sql/record-sql.ts';
import type { WritableStore } from './store.ts';
import { changesPaper, writeInput, writeRow } from './write-record.ts';

/** Saves one record, durable with its change entry when it returns. As `saveRecords`; places of problems are the bare field labels. */
export function saveRecord(store: WritableStore, contractId: string, input: RecordInput): AnyRecord {
  const [record] = save(store, contractId, [input], () => '');
  if (record === undefined) throw new AppError('internal', '保存后没有得到记录。');
  return record;
}

/**
 * Saves records, all or none, in the order given.
 *
 * An input whose `id` is stored replaces that record; parts left out (`extra`, `signOff`, `lateReason`, `status`, `number`) stay as they were.
 * Saving what is already stored changes nothing, so a caller who got no answer may simply save again.
 * A new record is `final` unless said otherwise. A draft is checked only in what is filled in, so that unfinished forms can be kept;
 * it gets its number when it becomes final. A number never changes afterwards; a free number may be brought along.
 *
 * Throws `not-found` (contract), `invalid-input` with the problems of all inputs, each place naming the record (`第 3 条（XJ-…）巡检日期`),
 * `conflict` when `revision` is not the stored one, `disk-full`, `store-damaged`.
 */
export function saveRecords(store: WritableStore, contractId: string, inputs: readonly RecordInput[]): AnyRecord[] {
  return save(store, contractId, inputs, (input, index) => `第 ${index + 1} 条${input.number === undefined ? '' : `（${input.number}）`}`);
}

/** As `saveRecords`; `label` says how problems name a record before the field. */
export function saveRecordsNamed(store: WritableStore, contractId: string, inputs: readonly RecordInput[], label: (input: RecordInput, index: number) => string): AnyRecord[] {
  return save(store, contractId, inputs, label);
}

/** Marks a record void: it keeps its number, so that numbering shows no gap. Throws `not-found`, `invalid-input`. */
export function voidRecord(store: WritableStore, id: string, reason: string): AnyRecord {
  return store.transaction(() => {
    const previous = store.statements.records.byId.get(id);
    if (previous === undefined) throw new AppError('not-found', '找不到这条记录。', { record: id });
    if (reason.trim() === '') refuseProblems([{ place: '作废原因', message: '必填' }]);
    if (previous.status === 'void') throw new AppError('invalid-input', `记录「${previous.number ?? id}」已经作废。`, { record: id });
    const { profile } = contractMemory(store, previous.contract_id);
    const at = store.environment.now();
    const parts = partsOf(previous);
    const { kind } = recordOf(previous, parts);
    const number = previous.number ?? numberGiver(store, previous.contract_id, profile, []).next(kind, previous.date);
    const { key: _, ...unchanged } = previous;
    const row: NewRecordRow = { ...unchanged, number, status: 'void', void_reason: reason.trim(), revision: previous.revision + 1, hlc: tick(store, at), updated_at: at };
    return writeRow(store, row, parts, previous, 'void');
  });
}

function save(store: WritableStore, contractId: string, inputs: readonly RecordInput[], label: (input: RecordInput, index: number) => string): AnyRecord[] {
  return store.transaction(() => {
    const memory = contractMemory(store, contractId);
    const at = store.environment.now();
    const entries: BatchEntry[] = inputs.map((input, index) => ({
      input,
      previous: input.id === undefined ? undefined : store.statements.records.byId.get(input.id),
      label: label(input, index),
    }));
    const checks = entries.map((entry) => ({ entry, check: checkInput(memory, entry.input, entry.previous, at) }));
    refuseProblems([
      ...checks.flatMap(({ entry, check }) => (check.ok ? [] : check.problems.map((problem) => ({ place: `${entry.label}${problem.place}`, message: problem.message })))),
      ...batchProblems(store, contractId, entries),
    ]);
    const checked = checks.flatMap(({ entry, check }) => (check.ok ? [{ entry, input: check.input }] : []));
    refuseProblems(reviewProblems(store, memory.profile, checked));
    refuseConflicts(checked);
    if (checked.length > 1) refuseSealed(store, checked.flatMap(({ entry: { previous }, input }) => (previous !== undefined && changesPaper(previous, input) ? [previous] : [])));
    const numbers = numberGiver(store, contractId, memory.profile, checked.flatMap(({ input }) => input.number ?? []));
    return checked.map(({ entry, input }) => writeInput(store, input, {
      contractId,
      source: entry.input,
      number: input.number ?? (input.status === 'draft' ? null : numbers.next(entry.input.kind, input.date)),
      previous: entry.previous,
      at,
    }));
  });
}
