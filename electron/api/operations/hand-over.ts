import path from 'node:path';
import { AppError } from '../../../shared/app-error.ts';
import type { Contract } from '../../../shared/contract/profile.ts';
import type { LocalDate } from '../../../shared/dates.ts';
import { type Medium, mediumCapacity } from '../../../shared/deliverables/medium.ts';
import { planSteps } from '../../../shared/deliverables/plan.ts';
import type { HandoverDisc } from '../../../shared/discs/disc.ts';
import { sha256Hex } from '../../files/digest.ts';
import { handoverListFile } from '../../handover/deliverables/handover-list.ts';
import { prepareDocuments, type PreparedDocument } from '../../handover/deliverables/kept-documents.ts';
import { packageContents, type PackagePart, type PaperBinding } from '../../handover/deliverables/package-contents.ts';
import type { RenderFailure, RenderProgress } from '../../handover/deliverables/render-deliverables.ts';
import type { PackageSummary, StagedFile } from '../../handover/package/description.ts';
import { formatNamingRules, namingRulesName } from '../../handover/package/naming-rules.ts';
import { type Disc, splitOverDiscs } from '../../handover/package/split-discs.ts';
import { stageHandover, type PackageContents } from '../../handover/package/stage-package.ts';
import { getArrangement } from '../../store/arrangements.ts';
import { recordDiscs } from '../../store/discs.ts';
import { recordHandover } from '../../store/handovers.ts';
import { fetchRecords } from '../../store/record-memory.ts';
import { allRecords } from '../../store/records.ts';
import type { Core } from '../core.ts';
import { describeDisc, discLabel } from './describe-disc.ts';
import { documentWorks, type ContractWorks } from './document-works.ts';
import { openHandoverImages, type HandoverImage, type HandoverImages } from './handover-images.ts';
import { noteIssued } from './issue-documents.ts';
import { noBinding, packageSource, refuseMissingFiles, wholePackage, type PackageChoice } from './package-source.ts';

export type HandoverRequest = {
  readonly contract: Contract;
  /** The package's folder; several discs stand below it. */
  readonly folder: string;
  /** Also write a disc image here; several get `_第1盘` … before the extension. */
  readonly isoFile: string | undefined;
  readonly today: LocalDate;
  /** What it is handed over on; a folder unless given. */
  readonly medium?: Medium;
  /** The bound volumes, with PDFs where documents were converted. */
  readonly binding?: PaperBinding;
  readonly choice?: PackageChoice;
};

export type HandoverResult = {
  /** One for each disc, in their order. */
  readonly discs: readonly (HandoverDisc & { readonly folder: string; readonly imageFile?: string | undefined })[];
  readonly handoverId: string;
  readonly documents: number;
  readonly files: number;
  readonly bytes: number;
  /** Of all discs together; of a single one the digest of its list of lists. */
  readonly digest: string;
  readonly isoBytes: number | undefined;
  /** What documents could not show as meant, such as a photo whose file is damaged. */
  readonly warnings: readonly RenderFailure[];
};

/** Makes or finds every document. A package with a gap must not look finished: all failures are named in one `render-failed`. */
async function prepareAll(works: ContractWorks, plan: Parameters<typeof prepareDocuments>[1], progress: RenderProgress): Promise<PreparedDocument[]> {
  const failures: RenderFailure[] = [];
  const documents: PreparedDocument[] = [];
  await works.turns.run(works.digests.steps(works.records));
  const named: RenderProgress = { ...progress, onProgress: (done, total, name) => progress.onProgress?.(done, total, name === '' ? '' : `生成 ${name}`) };
  for await (const document of prepareDocuments(works, plan, named, (failure) => failures.push(failure))) documents.push(document);
  const [first] = failures;
  if (first === undefined) return documents;
  throw new AppError('render-failed', `有 ${failures.length} 份文档没有生成，交付包没有制作。第一份：${first.item}，${first.message}`, {
    problems: failures.map((failure) => ({ place: failure.item, message: failure.message })),
  });
}

function commonPart(file: StagedFile): PackagePart {
  return { file, bytes: file.content instanceof Uint8Array ? file.content.length : 0, group: undefined, item: 0 };
}

/** What goes onto every disc: the list of what is handed over, and how files are named. */
async function commonParts(core: Core, request: HandoverRequest, plan: Parameters<typeof handoverListFile>[2], number: number, total: number): Promise<PackagePart[]> {
  const { contract, today } = request;
  const rules = { path: namingRulesName, title: '电子文件命名规则', kind: '说明材料', date: today, responsible: contract.profile.vendor.name, content: Buffer.from(formatNamingRules()) };
  const list = await handoverListFile(core.maker, contract.profile, plan, today, { label: discLabel(contract.profile, number), position: `${number}/${total}`, volumes: request.binding?.volumes ?? [] });
  return [commonPart(list), commonPart(rules)];
}

/** Of one package its own digest; of several that of their digests, one to a line with the number of the disc. */
function digestOf(packages: readonly PackageSummary[]): string {
  const [only, ...more] = packages;
  return only !== undefined && more.length === 0 ? only.digest : sha256Hex(packages.map(({ digest }, index) => `${digest}  ${index + 1}\n`).join(''));
}

/** Where the program remembers what it wrote at a place; inside the data folder, so that the package stays what its lists say. */
function ledgerFile(core: Core, folder: string): string {
  return path.join(core.cacheFolder, 'packages', `${sha256Hex(path.resolve(folder)).slice(0, 32)}.json`);
}

type Placed = { readonly packages: readonly PackageSummary[]; readonly images: readonly HandoverImage[] };

function imagesFor(core: Core, { isoFile, contract, folder, medium = 'folder', today }: HandoverRequest): HandoverImages | undefined {
  return isoFile === undefined ? undefined : openHandoverImages({ isoFile, folder, medium, today, label: (number) => discLabel(contract.profile, number), runId: core.environment.newId() });
}

/** Packages and images appear together: what fails or is cancelled on the way leaves the older hand-over as it was. */
async function placeAll(core: Core, request: HandoverRequest, contents: readonly (PackageContents & { readonly files: readonly StagedFile[] })[], progress: RenderProgress): Promise<Placed> {
  const { folder } = request;
  const total = contents.reduce((sum, { files }) => sum + files.length, 0);
  const images = imagesFor(core, request);
  try {
    const packages = await stageHandover(folder, contents, {
      runId: core.environment.newId(),
      ledgerFile: ledgerFile(core, folder),
      ...(progress.signal === undefined ? {} : { signal: progress.signal }),
      onProgress: ({ step, path: file, files }) => progress.onProgress?.(files, total, step === 'copy' ? `写入 ${path.basename(file)}` : '编制目录和清单'),
      ...(images === undefined ? {} : { beforePlacing: (folders: readonly string[]) => images.write(folders, progress) }),
    });
    return { packages, images: (await images?.place()) ?? [] };
  } catch (error) {
    await images?.abandon();
    throw error;
  }
}

/**
 * Makes the whole hand-over: every deliverable's documents, photos, scans and PDFs, the hand-over list, manifests and contents, spread over as many
 * discs as the medium asks for, and on request an image of each. Nothing stands at `folder` until all of it does and the images too. What is as it was
 * in the last run is neither made nor copied again.
 * Throws `not-found` when there is nothing to hand over or a file of a record is gone, `render-failed` naming each document that could not be
 * made, `invalid-input` for a file larger than a disc, `cancelled`, `disk-full` and what templates throw.
 */
export async function handOver(core: Core, request: HandoverRequest, progress: RenderProgress = {}): Promise<HandoverResult> {
  const { contract, folder, today, medium = 'folder', binding = noBinding, choice = wholePackage } = request;
  await fetchRecords(core.store, contract.id, core.turns.next);
  const records = allRecords(core.store, contract.id);
  const plan = await core.turns.run(planSteps(contract.profile, records));
  if (plan.length === 0) throw new AppError('not-found', '还没有任何正式单据，没有可以交付的文档', { contractId: contract.id });
  const { secrecy, retention } = getArrangement(core.store, contract.id).arrangement;
  const works = documentWorks(core, contract, records);
  refuseMissingFiles(core.store, works.attachments, plan.flatMap((planned) => planned.records));
  const documents = await prepareAll(works, plan, progress);
  const parts = packageContents(packageSource(core.store, contract, works, documents, binding, choice));
  const commonOfOne = await commonParts(core, request, plan, 1, 1);
  const discs = splitOverDiscs([...parts, ...commonOfOne], mediumCapacity(medium));
  const contents = await Promise.all(discs.map(async (disc) => {
    const own = disc.parts.filter(({ group }) => group !== undefined);
    const common = discs.length === 1 ? commonOfOne : await commonParts(core, request, plan, disc.number, discs.length);
    return { description: describeDisc(contract, { today, medium, discs, number: disc.number, secrecy, retention }), files: [...own, ...common].map(({ file }) => file) };
  }));
  const { packages, images } = await placeAll(core, request, contents, progress);
  await noteIssued(core, contract.id, works.digestSource, documents);
  const warnings = documents.flatMap(({ name, warnings: messages }) => messages.map((message) => ({ item: name, message })));
  const files = packages.reduce((sum, summary) => sum + summary.files, 0);
  const bytes = packages.reduce((sum, summary) => sum + summary.bytes, 0);
  const digest = digestOf(packages);
  const made = packages.map((summary, index) => discOf(contract, medium, discs[index], summary, images[index]));
  const handover = core.store.transaction(() => {
    const [image] = images;
    const noted = recordHandover(core.store, contract.id, { name: path.basename(folder), manifestSha256: digest, files, bytes, imageSha256: images.length === 1 ? image?.sha256 : undefined });
    recordDiscs(core.store, noted.id, made);
    return noted;
  });
  return {
    discs: made, handoverId: handover.id, documents: plan.length, files, bytes, digest, warnings,
    isoBytes: images.length === 0 ? undefined : images.reduce((sum, image) => sum + image.bytes, 0),
  };
}

function discOf(contract: Contract, medium: Medium, disc: Disc | undefined, summary: PackageSummary, image: HandoverImage | undefined): HandoverResult['discs'][number] {
  const number = disc?.number ?? 1;
  return {
    number, medium, label: discLabel(contract.profile, number), groups: disc?.groups ?? [], files: summary.files, bytes: summary.bytes, manifestSha256: summary.digest,
    ...(image === undefined ? {} : { imageBytes: image.bytes, imageSha256: image.sha256, imageFile: image.file }),
    folder: summary.folder,
  };
}
