import type { volumeChannels } from '../../../shared/ipc/volume-channels.ts';
import type { Handlers } from '../../../shared/ipc/contract.ts';
import type { DataDigests } from '../../handover/deliverables/data-digest.ts';
import { saveArrangement } from '../../store/arrangements.ts';
import { getContract } from '../../store/contracts.ts';
import type { Core } from '../core.ts';
import { volumePlan } from '../operations/volumes.ts';

/** How the paper of a contract is gathered into volumes. */
export function volumeHandlers(core: Core, digests: DataDigests): Pick<Handlers, keyof typeof volumeChannels> {
  return {
    'volumes.get': ({ contractId }) => volumePlan(core, getContract(core.store, contractId), digests),
    'volumes.arrange': ({ contractId, revision, arrangement }) => ({ revision: saveArrangement(core.store, contractId, arrangement, revision).revision }),
  };
}
