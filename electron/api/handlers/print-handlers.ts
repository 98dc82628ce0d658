import type { Handlers } from '../../../shared/ipc/contract.ts';
import type { printChannels } from '../../../shared/ipc/print-channels.ts';
import type { DataDigests } from '../../handover/deliverables/data-digest.ts';
import { getContract } from '../../store/contracts.ts';
import type { Core } from '../core.ts';
import type { JobRunner } from '../job-runner.ts';
import { bindingFailures, bindVolumes, type Binding } from '../operations/bind-volumes.ts';
import { outputPlace } from '../operations/output-place.ts';
import { bindingFolder, boundFilePlace, printPlan, readBoundFile, tickEntries, untickEntries } from '../operations/print-plan.ts';
import { progressOf, warningLines, type Reveal } from './job-handlers.ts';

/** What came of a binding, in lines for people. */
export function bindingSummary({ content: { files, gaps, office }, warnings }: Pick<Binding, 'content' | 'warnings'>): readonly string[] {
  const volumes = files.filter(({ kind }) => kind === 'volume');
  const pages = volumes.reduce((sum, { volume }) => sum + (volume?.pages ?? 0), 0);
  return [
    office === undefined
      ? `本机没有 Word、WPS 或 LibreOffice：${volumes.length} 卷以 Word 文件排好打印顺序，页数待核`
      : `装订 ${volumes.length} 卷，正文 ${pages} 页，由 ${office} 排版`,
    ...(gaps.length === 0 ? [] : [`${gaps.length} 卷缺文件，没有装订`]),
    ...warningLines(warnings),
  ];
}

/** Binding of the paper and its print plan. `openFile` hands a file to the system's own program. */
export function printHandlers(core: Core, jobs: JobRunner, digests: DataDigests, open: { readonly reveal: Reveal; readonly openFile: Reveal }): Pick<Handlers, keyof typeof printChannels> {
  return {
    'jobs.bind': (order) => {
      const { contractId, profile } = order;
      const contract = getContract(core.store, contractId);
      const folder = outputPlace(core, contractId, bindingFolder);
      return jobs.start('bind', async (job) => {
        const binding = await bindVolumes(core, { contract, folder, profile }, progressOf(job));
        for (const failure of bindingFailures(binding.content)) job.fail(failure);
        return { summary: bindingSummary(binding), output: folder };
      }, { contractId, asked: order, places: [folder] });
    },
    'print.plan': ({ contractId }) => printPlan(core, getContract(core.store, contractId), digests),
    'print.tick': ({ contractId, entries, day, person }) => ({ documents: tickEntries(core, contractId, entries, day, person) }),
    'print.untick': ({ contractId, entries }) => ({ documents: untickEntries(core, contractId, entries) }),
    'print.open': async ({ contractId, key }) => {
      const { place } = await boundFilePlace(core, contractId, key);
      return { opened: await open.openFile(place), location: place };
    },
    'print.read': async ({ contractId, key }) => {
      const { name, bytes } = await readBoundFile(core, contractId, key);
      return { name, base64: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64') };
    },
    'print.reveal': async ({ contractId }) => {
      const place = outputPlace(core, contractId, bindingFolder);
      return { opened: await open.reveal(place), location: place };
    },
  };
}
