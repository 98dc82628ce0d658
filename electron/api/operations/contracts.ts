import type { ContractDocument } from '../../../shared/contract/contract-document.ts';
import type { Contract, ContractProfile } from '../../../shared/contract/profile.ts';
import { readContractDocument } from '../../intake/read-contract.ts';
import { keepContractDocument } from '../../store/contract-documents.ts';
import { createContract } from '../../store/contracts.ts';
import type { Core } from '../core.ts';

/** A new contract together with the text it was read from, both or neither. */
export function createContractWithText(core: Core, profile: ContractProfile, document: ContractDocument | undefined): Contract {
  return core.store.transaction(() => {
    const contract = createContract(core.store, profile);
    if (document !== undefined) keepContractDocument(core.store, contract.id, document);
    return contract;
  });
}

/** Reads a contract file and keeps its text with a profile. Throws `unreadable-file`, `not-found`. */
export function attachContractText(core: Core, contractId: string, bytes: Uint8Array, fileName: string): ContractDocument {
  const document = readContractDocument(bytes, fileName);
  keepContractDocument(core.store, contractId, document);
  return document;
}
