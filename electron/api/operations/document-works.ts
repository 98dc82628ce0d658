import type { Contract } from '../../../shared/contract/profile.ts';
import type { AnyRecord } from '../../../shared/records/record.ts';
import type { DocumentWorks } from '../../handover/deliverables/kept-documents.ts';
import { attachmentsOfContract, type ContractAttachments } from '../../store/attachments.ts';
import type { Core } from '../core.ts';
import { programName, programVersion } from '../program-version.ts';
import type { Turns } from '../turns.ts';
import { documentSource } from './document-source.ts';
import { digestSource } from './issue-documents.ts';

/** The works of one contract with the files of its records, read once for everything that is made from them, and the turns that the work is done in. */
export type ContractWorks = DocumentWorks & { readonly attachments: ContractAttachments; readonly turns: Turns };

/** All that is needed to prepare a contract's documents, each made at most once (`prepareDocuments`). */
export function documentWorks(core: Core, contract: Contract, records: readonly AnyRecord[]): ContractWorks {
  const attachments = attachmentsOfContract(core.store, contract.id);
  const source = digestSource(core.store, contract, records, attachments);
  return {
    ...documentSource(core, contract, records, source),
    maker: core.maker,
    cache: core.documentCache,
    digests: core.digests,
    digestSource: source,
    attachments,
    turns: core.turns,
    pause: core.turns.next,
    // Documents carry a code that names their contract.
    program: `${programName} ${programVersion()} ${contract.id}`,
  };
}
