import { AppError } from '../../../shared/app-error.ts';
import type { Handlers } from '../../../shared/ipc/contract.ts';
import type { JobFailure } from '../../../shared/ipc/jobs.ts';
import type { DataDigests } from '../../handover/deliverables/data-digest.ts';
import type { RenderResult } from '../../handover/deliverables/render-deliverables.ts';
import { getContract } from '../../store/contracts.ts';
import type { Core } from '../core.ts';
import type { JobProgress, JobRunner } from '../job-runner.ts';
import { renderDocuments } from '../operations/documents.ts';
import { outdatedFiles } from '../operations/delivery-plan.ts';
import { handOver, type HandoverResult } from '../operations/hand-over.ts';
import { outputPlace } from '../operations/output-place.ts';
import { arrangedPaper } from '../operations/paper-of-handover.ts';
import { handoverPlace } from '../operations/past-handovers.ts';
import { verifyHandover } from '../operations/verify-handover.ts';

type JobChannels = 'jobs.list' | 'jobs.render' | 'jobs.handover' | 'jobs.verify' | 'jobs.cancel' | 'jobs.reveal';

/** Shows a finished file or folder to the person; false where this computer cannot. */
export type Reveal = (target: string) => Promise<boolean>;

function formatSize(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** Steps of a bar that can be told apart; telling the window of every block of an image would keep it from doing anything else. */
const toldSteps = 100;

/** How far a job is, as makers of documents tell it. */
export function progressOf(job: JobProgress): { readonly signal: AbortSignal; readonly onProgress: (done: number, total: number, name: string) => void } {
  let told = '';
  return {
    signal: job.signal,
    onProgress: (done, total, name) => {
      const now = `${total} ${total === 0 ? 0 : Math.floor((done / total) * toldSteps)}`;
      if (now === told) return;
      told = now;
      job.advance(done, total, name === '' ? '收尾' : name);
    },
  };
}

/** A person reads a dozen lines; who has more to mend begins with these. */
const mostWarnings = 12;

/** What a person should look at, in lines. */
export function warningLines(warnings: readonly JobFailure[]): readonly string[] {
  const lines = warnings.slice(0, mostWarnings).map(({ item, message }) => `请检查 ${item}：${message}`);
  return warnings.length <= mostWarnings ? lines : [...lines, `还有 ${warnings.length - mostWarnings} 处需要检查`];
}

/** What came of making documents, in lines for people. */
export function renderSummary({ files, failures, warnings }: RenderResult): readonly string[] {
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  return [`生成 ${files.length} 份文档，共 ${formatSize(bytes)}`, ...(failures.length === 0 ? [] : [`${failures.length} 份没有生成`]), ...warningLines(warnings)];
}

/** What came of a hand-over, in lines for people. */
export function handoverSummary({ files, bytes, discs, isoBytes, digest, warnings }: HandoverResult): readonly string[] {
  return [
    `交付包 ${files} 个文件，共 ${formatSize(bytes)}`,
    ...(discs.length < 2 ? [] : [`分为 ${discs.length} 张光盘，各自完整，可单独校验`]),
    ...(isoBytes === undefined ? [] : [`光盘映像 ${formatSize(isoBytes)}`]),
    `校验摘要 ${digest.slice(0, 16)}`,
    ...warningLines(warnings),
  ];
}

export function jobHandlers(core: Core, jobs: JobRunner, digests: DataDigests, reveal: Reveal): Pick<Handlers, JobChannels> {
  return {
    'jobs.list': () => jobs.list(),
    'jobs.render': (order) => {
      const { contractId, deliverable, from, to, files, outdatedOnly, output } = order;
      const contract = getContract(core.store, contractId);
      const folder = outputPlace(core, contractId, output.folder ?? '文档');
      return jobs.start('render', async (job) => {
        const range = { from, to };
        const chosen = outdatedOnly ? await outdatedFiles(core, contract, digests, range) : files;
        if (chosen?.length === 0) return { summary: ['所有文件都是最新的，没有需要重新生成的'] };
        const result = await renderDocuments(core, { contract, folder, deliverable, range, files: chosen }, progressOf(job));
        for (const failure of result.failures) job.fail(failure);
        return { summary: renderSummary(result), output: folder };
      }, { contractId, asked: order });
    },
    'jobs.handover': (order) => {
      const { contractId, output, iso, today } = order;
      const contract = getContract(core.store, contractId);
      const folder = outputPlace(core, contractId, output.folder ?? '交付包');
      return jobs.start('handover', async (job) => {
        const binding = await arrangedPaper(core, contract);
        const result = await handOver(core, { contract, folder, isoFile: iso ? `${folder}.iso` : undefined, today: today ?? core.environment.today(), binding }, progressOf(job));
        return { summary: handoverSummary(result), output: folder };
      }, { contractId, asked: order, places: [folder] });
    },
    'jobs.verify': async (order) => {
      const { contractId, handover, medium } = order;
      const found = await handoverPlace(core, contractId, handover, medium);
      const comparisons = found.places.map((place, index) => ({
        place, digest: found.discs[index]?.manifestSha256 ?? found.handover.manifestSha256, name: found.places.length === 1 ? '' : `第${index + 1}盘`,
      }));
      return jobs.start('verify', (job) => verifyHandover(job, found.places.length === 1 ? (found.places[0] ?? found.folder) : found.folder, comparisons), { contractId, asked: order });
    },
    'jobs.cancel': ({ id }) => jobs.cancel(id),
    'jobs.reveal': async ({ id }) => {
      const target = jobs.outputOf(id);
      if (target === undefined) throw new AppError('not-found', '这个任务没有留下文件', { id });
      return { opened: await reveal(target), location: target };
    },
  };
}
