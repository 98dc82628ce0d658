import { AppError } from '../../../shared/app-error.ts';
import type { Handlers } from '../../../shared/ipc/contract.ts';
import type { discChannels } from '../../../shared/ipc/disc-channels.ts';
import type { DataDigests } from '../../handover/deliverables/data-digest.ts';
import type { PaperBinding } from '../../handover/deliverables/package-contents.ts';
import { getContract } from '../../store/contracts.ts';
import type { Core } from '../core.ts';
import type { JobProgress, JobRunner } from '../job-runner.ts';
import { bindVolumes } from '../operations/bind-volumes.ts';
import { burnDisc, verifyDisc, type DiscDrives } from '../operations/burn-disc.ts';
import { discEstimate } from '../operations/disc-estimate.ts';
import { makeDiscPaper } from '../operations/disc-papers.ts';
import { discSets } from '../operations/discs.ts';
import { handOver } from '../operations/hand-over.ts';
import { outputPlace } from '../operations/output-place.ts';
import { noBinding } from '../operations/package-source.ts';
import { bindingFolder } from '../operations/print-plan.ts';
import { currentVolumes } from '../operations/volumes.ts';
import { handoverSummary, progressOf } from './job-handlers.ts';

/** The bound volumes with their PDFs; a hand-over whose paper lacks a document is not made. Without PDFs the volumes as they are arranged. */
async function bindingFor(core: Core, contractId: string, digests: DataDigests, pdf: boolean, job: JobProgress): Promise<PaperBinding> {
  const contract = getContract(core.store, contractId);
  if (!pdf) return { ...noBinding, volumes: await currentVolumes(core, contract, digests) };
  const binding = await bindVolumes(core, { contract, folder: outputPlace(core, contractId, bindingFolder) }, progressOf(job));
  const [gap] = binding.content.gaps;
  if (gap === undefined) return binding;
  const problems = binding.content.gaps.flatMap(({ reasons }) => reasons.map(({ item, message }) => ({ place: item, message })));
  throw new AppError('render-failed', `有 ${problems.length} 份文件没有转成 PDF，光盘内容没有制作。第一份：${problems[0]?.place ?? gap.title}，${problems[0]?.message ?? ''}。也可以不带 PDF 制作。`, { problems });
}

export function discHandlers(core: Core, jobs: JobRunner, digests: DataDigests, drives: DiscDrives): Pick<Handlers, keyof typeof discChannels> {
  return {
    'discs.estimate': ({ contractId, medium, choice }) => discEstimate(core, getContract(core.store, contractId), digests, medium, choice),
    'discs.list': ({ contractId }) => discSets(core, contractId),
    'discs.drives': () => drives.look(),
    'discs.make': ({ contractId, output, medium, images, choice, today }) => {
      const contract = getContract(core.store, contractId);
      const folder = outputPlace(core, contractId, output.folder ?? '交付包');
      return jobs.start('handover', async (job) => {
        const binding = await bindingFor(core, contractId, digests, choice.pdf, job);
        const result = await handOver(core, { contract, folder, isoFile: images ? `${folder}.iso` : undefined, today: today ?? core.environment.today(), medium, binding, choice }, progressOf(job));
        return { summary: handoverSummary(result), output: folder };
      });
    },
    'discs.burn': (order) => jobs.start('burn', (job) => burnDisc(core, drives, order, job)),
    'discs.verify': (order) => jobs.start('verify', (job) => verifyDisc(core, drives, order, job)),
    'discs.paper': ({ contractId, handover, paper }) => {
      const contract = getContract(core.store, contractId);
      return jobs.start('disc-paper', async () => {
        const { file, warnings } = await makeDiscPaper(core, contract, handover, paper);
        return { summary: ['已生成，可用 Word 或 WPS 打开打印', ...warnings.map((warning) => `请检查：${warning}`)], output: file };
      });
    },
  };
}
