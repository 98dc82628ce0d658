import type { Problem } from '../../../shared/app-error.ts';
import { AppError } from '../../../shared/app-error.ts';
import type { Contract, Question } from '../../../shared/contract/profile.ts';
import type { KindName } from '../../../shared/records/kinds.ts';
import type { AnyRecord, RecordInput } from '../../../shared/records/record.ts';
import { importTemplate, readSheet } from '../../intake/import-sheet.ts';
import { readContract } from '../../intake/read-contract.ts';
import { listContracts } from '../../store/contracts.ts';
import { saveRecords } from '../../store/save-records.ts';
import { withRevisionReason } from '../../store/seals.ts';
import type { Core } from '../core.ts';
import { createContractFrom } from './contracts.ts';
import { withReportFigures } from './reports.ts';

/** Reads a contract's text into a new contract profile. Throws `not-a-contract`, `unreadable-file`, and `already-exists` for a second profile of one contract. */
export function newContract(core: Core, bytes: Uint8Array, name: string): { readonly contract: Contract; readonly questions: readonly Question[] } {
  const { profile, questions, document } = readContract(bytes, name);
  const known = listContracts(core.store).find((contract) => contract.profile.title === profile.title && contract.profile.service.from === profile.service.from);
  if (known !== undefined) {
    throw new AppError('already-exists', `这份合同已经建过档案：${profile.title}（代号 ${known.id}）。要修改请在窗口的“设置”里改，要另建请用新的数据目录。`, { contractId: known.id });
  }
  return { contract: createContractFrom(core, profile, { document }), questions };
}

/**
 * Saves one record or many, all or nothing; `invalid-input` carries every problem of every record.
 * @param reason why records on signed papers are changed; without it they are refused with `signed-document`
 */
export function addRecords(core: Core, contractId: string, inputs: readonly RecordInput[], reason?: string): readonly AnyRecord[] {
  const saved = withRevisionReason(core.store, reason, () => saveRecords(core.store, contractId, inputs.map((input) => withReportFigures(core, contractId, input))));
  core.emit('records.changed', { contractId });
  return saved;
}

/** Reads a sheet and saves its rows. With problems, or on a dry run, nothing is saved. */
export function importRecords(core: Core, contract: Contract, kind: KindName, bytes: Uint8Array, dryRun: boolean): { readonly read: number; readonly imported: number; readonly problems: readonly Problem[] } {
  const { records, problems } = readSheet(bytes, kind, contract.profile);
  if (problems.length > 0 || dryRun) return { read: records.length, imported: 0, problems };
  try {
    return { read: records.length, imported: addRecords(core, contract.id, records).length, problems: [] };
  } catch (error) {
    // What only the store can see, such as a number that is taken, is told like a problem of the sheet.
    const found = error instanceof AppError ? error.details['problems'] : undefined;
    if (!Array.isArray(found)) throw error;
    return { read: records.length, imported: 0, problems: found };
  }
}

/** An empty sheet for a kind of record, with the contract's own fields and lists. */
export function emptySheet(contract: Contract, kind: KindName): Uint8Array {
  return importTemplate(kind, contract.profile);
}

