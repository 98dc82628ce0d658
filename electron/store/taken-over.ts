import type { TakenOverLink } from '../../shared/ipc/record-channels.ts';
import type { Matter } from '../../shared/renewal/unsettled.ts';
import { appendChange, tick } from './changes.ts';
import { getContract } from './contracts.ts';
import { getRecord } from './records.ts';
import { reading } from './sqlite-errors.ts';
import type { ReadableStore, WritableStore } from './store.ts';

/** Notes that a record of the next contract goes on with a matter of the one before; the former record itself stays as it is. Only inside a transaction. */
export function noteTakenOver(store: WritableStore, from: { readonly recordId: string; readonly row: number | undefined }, toRecord: string): void {
  const at = store.environment.now();
  store.statements.renewals.insert.run({ to_record: toRecord, from_record: from.recordId, from_row: from.row ?? -1, at, by: store.environment.user });
  const { contractId, revision } = getRecord(store, from.recordId);
  appendChange(store, {
    contractId, subject: 'handover', subjectId: `taken over ${toRecord}`, action: 'create', revision, at, timestamp: tick(store, at), baseTimestamp: undefined,
    fields: [{ field: 'takenOver.from', before: null, after: from.recordId }, ...(from.row === undefined ? [] : [{ field: 'takenOver.row', before: null, after: from.row }]), { field: 'takenOver.to', before: null, after: toRecord }],
  });
}

/** The unfinished matters of a contract that go on in its renewal. One whose record there was made void goes on no longer. */
export function takenOverMatters(store: ReadableStore, contractId: string): Matter[] {
  return reading(() => store.statements.renewals.ofContract.all(contractId).map(({ from_record, from_row }): Matter => ({ recordId: from_record, ...(from_row < 0 ? {} : { row: from_row }) })));
}

/** What a record goes on with, and what goes on with it in the next service year. */
export function takenOverLinks(store: ReadableStore, recordId: string): TakenOverLink[] {
  return reading(() => store.statements.renewals.ofRecord.all(recordId, recordId).map((row): TakenOverLink => {
    const isSource = row.from_record === recordId;
    const { id, contractId, kind, number, title, date, status } = getRecord(store, isSource ? row.to_record : row.from_record);
    return { direction: isSource ? 'to' : 'from', ...(row.from_row < 0 ? {} : { row: row.from_row }), contractId, contractTitle: getContract(store, contractId).profile.title, record: { id, kind, number, title, date, status } };
  }));
}
