import type { ContractDocument } from '../../../shared/contract/contract-document.ts';
import type { Contract, ContractProfile } from '../../../shared/contract/profile.ts';
import { AppError } from '../../../shared/app-error.ts';
import type { Renews } from '../../../shared/ipc/contract-channels.ts';
import { takenOver } from '../../../shared/renewal/taken-over.ts';
import { unsettledMatters, type Unsettled } from '../../../shared/renewal/unsettled.ts';
import { readContractDocument } from '../../intake/read-contract.ts';
import { keepContractDocument } from '../../store/contract-documents.ts';
import { createContract, getContract } from '../../store/contracts.ts';
import { allRecords, getRecord } from '../../store/records.ts';
import { saveRecord } from '../../store/save-records.ts';
import { noteTakenOver } from '../../store/taken-over.ts';
import type { Core } from '../core.ts';

type Origin = { readonly document?: ContractDocument | undefined; readonly renews?: Renews | undefined };

/** Drafts of the new contract that go on with chosen matters of a former one. Throws `not-found`, `conflict` for a matter that was settled meanwhile. */
function takeOver({ store }: Core, contract: Contract, { contractId, matters }: Renews): void {
  const unsettled = unsettledMatters(allRecords(store, contractId));
  for (const { recordId, row } of matters) {
    const matter = unsettled.find((candidate) => candidate.recordId === recordId && candidate.row === row);
    if (matter === undefined) throw new AppError('conflict', '有一项遗留事项刚刚办结或改动过，请返回再看一次清单。', { record: recordId });
    const taken = saveRecord(store, contract.id, takenOver(matter, getRecord(store, recordId), contract.profile));
    noteTakenOver(store, { recordId, row }, taken.id);
  }
}

/** What a contract leaves unfinished, to go on in the next one. Throws `not-found`. */
export function contractUnsettled({ store }: Core, contractId: string): Unsettled[] {
  getContract(store, contractId);
  return unsettledMatters(allRecords(store, contractId));
}

/** A new contract together with the text it was read from and what it goes on with from a former one, all or nothing. */
export function createContractFrom(core: Core, profile: ContractProfile, { document, renews }: Origin): Contract {
  return core.store.transaction(() => {
    const contract = createContract(core.store, profile);
    if (document !== undefined) keepContractDocument(core.store, contract.id, document);
    if (renews !== undefined) takeOver(core, contract, renews);
    return contract;
  });
}

/** Reads a contract file and keeps its text with a profile. Throws `unreadable-file`, `not-found`. */
export function attachContractText(core: Core, contractId: string, bytes: Uint8Array, fileName: string): ContractDocument {
  const document = readContractDocument(bytes, fileName);
  keepContractDocument(core.store, contractId, document);
  return document;
}
