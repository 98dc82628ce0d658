import type { Contract } from '../../../shared/contract/profile.ts';
import type { Handlers } from '../../../shared/ipc/contract.ts';
import type { contractChannels } from '../../../shared/ipc/contract-channels.ts';
import { readContract } from '../../intake/read-contract.ts';
import { sheetTexts } from '../../intake/sheet/sheet-texts.ts';
import { getContractDocument } from '../../store/contract-documents.ts';
import { archiveContract, listContracts, saveContract } from '../../store/contracts.ts';
import { extraFieldUse } from '../../store/extra-field-use.ts';
import { fetchRecords } from '../../store/record-memory.ts';
import type { Core } from '../core.ts';
import { attachContractText, contractUnsettled, createContractFrom } from '../operations/contracts.ts';
import { createSample } from '../operations/sample.ts';

export function contractHandlers(core: Core): Pick<Handlers, keyof typeof contractChannels> {
  const told = (contract: Contract): Contract => {
    core.emit('contracts.changed', contract);
    return contract;
  };
  return {
    'intake.read': ({ name, base64 }) => readContract(Buffer.from(base64, 'base64'), name),
    'intake.sheet': ({ base64 }) => ({ rows: sheetTexts(Buffer.from(base64, 'base64')) }),
    'contracts.list': () => listContracts(core.store),
    'contracts.create': ({ profile, ...origin }) => told(createContractFrom(core, profile, origin)),
    'contracts.unsettled': async ({ id }) => {
      await fetchRecords(core.store, id, core.turns.next);
      return contractUnsettled(core, id);
    },
    'contracts.save': ({ id, profile, revision }) => {
      const contract = told(saveContract(core.store, id, profile, revision));
      // What records prove and how they are numbered hangs on the profile.
      core.emit('records.changed', { contractId: id });
      return contract;
    },
    'contracts.archive': ({ id, isArchived }) => told(archiveContract(core.store, id, isArchived)),
    'contracts.document': ({ id }) => {
      const document = getContractDocument(core.store, id);
      return document === undefined ? {} : { document };
    },
    'contracts.attachDocument': ({ id, name, base64 }) => ({ document: attachContractText(core, id, Buffer.from(base64, 'base64'), name) }),
    'contracts.extraFieldUse': ({ id }) => extraFieldUse(core.store, id),
    'sample.create': async (options) => told((await createSample(core, options)).contract),
  };
}
