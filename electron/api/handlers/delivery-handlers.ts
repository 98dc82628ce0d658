import { AppError } from '../../../shared/app-error.ts';
import type { Handlers } from '../../../shared/ipc/contract.ts';
import type { DataDigests } from '../../handover/deliverables/data-digest.ts';
import { getContract } from '../../store/contracts.ts';
import { listIssued } from '../../store/issued.ts';
import type { Core } from '../core.ts';
import { deliveryPlan } from '../operations/delivery-plan.ts';
import { markPapers } from '../operations/mark-papers.ts';
import { handoverPlace, pastHandovers } from '../operations/past-handovers.ts';
import type { Reveal } from './job-handlers.ts';

type DeliveryChannels = 'deliverables.plan' | 'issued.setState' | 'handovers.list' | 'handovers.reveal';

export function deliveryHandlers(core: Core, digests: DataDigests, reveal: Reveal): Pick<Handlers, DeliveryChannels> {
  return {
    'deliverables.plan': ({ contractId }) => deliveryPlan(core, getContract(core.store, contractId), digests),
    'issued.setState': async ({ contractId, ids, state }) => {
      const before = new Map(listIssued(core.store, contractId).map((document) => [document.id, document]));
      const documents = ids.map((id) => {
        const document = before.get(id);
        if (document === undefined) throw new AppError('conflict', '有文件刚刚重新生成过，请看过新的文件再登记。', { issued: id });
        return document;
      });
      const { changed } = await markPapers(core, getContract(core.store, contractId), documents, state, { day: core.environment.today(), person: core.store.environment.user });
      return { changed };
    },
    'handovers.list': ({ contractId }) => pastHandovers(core, contractId),
    'handovers.reveal': async ({ contractId, id }) => {
      const { folder: place } = await handoverPlace(core, contractId, id, 'folder');
      return { opened: await reveal(place), location: place };
    },
  };
}
