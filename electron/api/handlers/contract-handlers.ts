import type { Handlers } from '../../../shared/ipc/contract.ts';
import { readContract } from '../../intake/read-contract.ts';
import { createContract, listContracts, saveContract } from '../../store/contracts.ts';
import type { Core } from '../core.ts';
import { createSample } from '../operations/sample.ts';

export function contractHandlers(core: Core): Pick<Handlers, 'intake.read' | 'contracts.list' | 'contracts.create' | 'contracts.save' | 'sample.create'> {
  const changed = (contractId: string): void => core.emit('records.changed', { contractId });
  return {
    'intake.read': ({ name, base64 }) => readContract(Buffer.from(base64, 'base64'), name),
    'contracts.list': () => listContracts(core.store),
    'contracts.create': ({ profile }) => createContract(core.store, profile),
    'contracts.save': ({ id, profile }) => {
      const contract = saveContract(core.store, id, profile);
      changed(id);
      return contract;
    },
    'sample.create': async (options) => (await createSample(core, options)).contract,
  };
}
