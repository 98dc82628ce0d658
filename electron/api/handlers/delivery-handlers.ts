import { AppError } from '../../../shared/app-error.ts';
import type { Handlers } from '../../../shared/ipc/contract.ts';
import type { DataDigests } from '../../handover/deliverables/data-digest.ts';
import { getContract } from '../../store/contracts.ts';
import { listIssued, setIssuedState } from '../../store/issued.ts';
import type { Core } from '../core.ts';
import { deliveryPlan } from '../operations/delivery-plan.ts';
import { handoverPlace, pastHandovers } from '../operations/past-handovers.ts';
import type { Reveal } from './job-handlers.ts';

type DeliveryChannels = 'deliverables.plan' | 'issued.setState' | 'handovers.list' | 'handovers.reveal';

export function deliveryHandlers(core: Core, digests: DataDigests, reveal: Reveal): Pick<Handlers, DeliveryChannels> {
  return {
    'deliverables.plan': ({ contractId }) => deliveryPlan(core, getContract(core.store, contractId), digests),
    'issued.setState': ({ contractId, ids, state }) => core.store.transaction(() => {
      const before = new Map(listIssued(core.store, contractId).map((document) => [document.id, document.state]));
      const unknown = ids.find((id) => !before.has(id));
      if (unknown !== undefined) throw new AppError('conflict', '有文件刚刚重新生成过，请看过新的文件再登记。', { issued: unknown });
      for (const id of ids) setIssuedState(core.store, id, state);
      return { changed: ids.filter((id) => before.get(id) !== state).length };
    }),
    'handovers.list': ({ contractId }) => pastHandovers(core, contractId),
    'handovers.reveal': async ({ contractId, id }) => {
      const { place } = await handoverPlace(core, contractId, id, 'folder');
      return { opened: await reveal(place), location: place };
    },
  };
}
