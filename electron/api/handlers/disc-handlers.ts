import type { Handlers } from '../../../shared/ipc/contract.ts';
import type { discChannels } from '../../../shared/ipc/disc-channels.ts';
import type { DataDigests } from '../../handover/deliverables/data-digest.ts';
import { getContract } from '../../store/contracts.ts';
import type { Core } from '../core.ts';
import type { JobRunner } from '../job-runner.ts';
import { burnDisc, verifyDisc, type DiscDrives } from '../operations/burn-disc.ts';
import { discEstimate } from '../operations/disc-estimate.ts';
import { makeDiscPaper } from '../operations/disc-papers.ts';
import { discSets } from '../operations/discs.ts';
import { handOver } from '../operations/hand-over.ts';
import { outputPlace } from '../operations/output-place.ts';
import { bindingFolder } from '../operations/print-plan.ts';
import { arrangedPaper, boundPaper } from '../operations/paper-of-handover.ts';
import { handoverSummary, progressOf } from './job-handlers.ts';

export function discHandlers(core: Core, jobs: JobRunner, digests: DataDigests, drives: DiscDrives): Pick<Handlers, keyof typeof discChannels> {
  return {
    'discs.estimate': ({ contractId, medium, choice }) => discEstimate(core, getContract(core.store, contractId), digests, medium, choice),
    'discs.list': ({ contractId }) => discSets(core, contractId),
    'discs.drives': () => drives.look(),
    'discs.make': (order) => {
      const { contractId, output, medium, images, choice, today } = order;
      const contract = getContract(core.store, contractId);
      const folder = outputPlace(core, contractId, output.folder ?? '交付包');
      return jobs.start('handover', async (job) => {
        const binding = choice.pdf ? await boundPaper(core, contract, progressOf(job)) : await arrangedPaper(core, contract);
        const result = await handOver(core, { contract, folder, isoFile: images ? `${folder}.iso` : undefined, today: today ?? core.environment.today(), medium, binding, choice }, progressOf(job));
        return { summary: handoverSummary(result), output: folder };
      }, { contractId, asked: order, places: [folder, ...(choice.pdf ? [outputPlace(core, contractId, bindingFolder)] : [])] });
    },
    'discs.burn': (order) => jobs.start('burn', (job) => burnDisc(core, drives, order, job), { contractId: order.contractId, asked: order, places: [order.drive] }),
    'discs.verify': (order) => jobs.start('verify', (job) => verifyDisc(core, drives, order, job), { contractId: order.contractId, asked: order }),
    'discs.paper': (order) => {
      const { contractId, handover, paper } = order;
      const contract = getContract(core.store, contractId);
      return jobs.start('disc-paper', async () => {
        const { file, warnings } = await makeDiscPaper(core, contract, handover, paper);
        return { summary: ['已生成，可用 Word 或 WPS 打开打印', ...warnings.map((warning) => `请检查：${warning}`)], output: file };
      }, { contractId, asked: order });
    },
  };
}
