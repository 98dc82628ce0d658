import path from 'node:path';
import { AppError } from '../../../shared/app-error.ts';
import type { Contract } from '../../../shared/contract/profile.ts';
import { planSteps, type PlannedFile } from '../../../shared/deliverables/plan.ts';
import type { JobFailure } from '../../../shared/ipc/jobs.ts';
import { arrangeVolumes } from '../../../shared/volumes/arrange-volumes.ts';
import type { Arrangement, bindingProfiles } from '../../../shared/volumes/arrangement.ts';
import type { BindingContent, BindingGap, BoundFile } from '../../../shared/volumes/binding.ts';
import { itemKey, type Volume } from '../../../shared/volumes/volume.ts';
import type { DocumentWorks } from '../../handover/deliverables/kept-documents.ts';
import type { PaperBinding } from '../../handover/deliverables/package-contents.ts';
import type { RenderFailure, RenderProgress } from '../../handover/deliverables/render-deliverables.ts';
import { openBindingPlace, closeBindingPlace } from '../../handover/volumes/binding-place.ts';
import { boundItems } from '../../handover/volumes/bound-items.ts';
import { shortVolumeTitle } from '../../handover/volumes/plan-assembly.ts';
import { abandonPackagePlace } from '../../handover/package/package-place.ts';
import { stopIfCancelled } from '../../files/cancellation.ts';
import { readPieces } from '../../files/digest.ts';
import { getArrangement } from '../../store/arrangements.ts';
import { recordBinding } from '../../store/bindings.ts';
import { fetchRecords } from '../../store/record-memory.ts';
import { allRecords } from '../../store/records.ts';
import type { Core } from '../core.ts';
import { convertPlan, plannedKey, preparePlan, withLostPhotos, type ConvertedPlan, type MissingDocument, type PreparedPlan } from './bind-documents.ts';
import { documentWorks } from './document-works.ts';
import { noteIssued } from './issue-documents.ts';
import { outputPlace } from './output-place.ts';
import { bindingFolder } from './print-plan.ts';
import { boundPages, type BoundPages, type BoundPlan } from './signed-pages.ts';
import { volumePaperMaker } from './volume-papers.ts';
import { writePdfVolumes } from './write-pdf-volumes.ts';
import { writeWordVolumes } from './write-word-volumes.ts';

export type BindRequest = {
  readonly contract: Contract;
  /** Where the bound volumes are to stand. An older binding there is replaced. */
  readonly folder: string;
  /** Instead of the one in the arrangement. */
  readonly profile?: (typeof bindingProfiles)[number] | undefined;
};

/** What a binding made, and what the disc needs of it. */
export type Binding = PaperBinding & {
  readonly content: BindingContent;
  readonly warnings: readonly RenderFailure[];
};

/** What both ways of binding need. */
export type BindingWork = {
  readonly core: Core;
  readonly contract: Contract;
  readonly arrangement: Arrangement;
  readonly volumes: readonly Volume[];
  /** Where files are written; they move with it. */
  readonly staging: string;
  readonly prepared: PreparedPlan;
  /** Of the documents that have pages. */
  readonly pages: ReadonlyMap<string, BoundPages>;
  readonly gaps: readonly BindingGap[];
  readonly progress: RenderProgress;
};

export type WrittenBinding = { readonly files: readonly BoundFile[]; readonly warnings: readonly RenderFailure[]; /** Besides `files`: what stands in the folder, with `/`. */ readonly others: readonly string[] };

/** One bar for three kinds of work: documents made, documents converted, volumes put together; in hundredths. */
function staged(progress: RenderProgress, stage: 0 | 1 | 2): RenderProgress {
  const stages = 3;
  return {
    signal: progress.signal,
    onProgress: (done, total, name) => progress.onProgress?.(Math.round(((stage + (total === 0 ? 1 : done / total)) * 100) / stages), 100, name),
  };
}

function gapsOf(volumes: readonly Volume[], missing: readonly MissingDocument[], prefix: string): BindingGap[] {
  const byKey = new Map(missing.map((document) => [document.key, document]));
  return volumes.flatMap((volume) => {
    const reasons = volume.items.flatMap((item) => {
      const document = byKey.get(itemKey(item));
      return document === undefined ? [] : [{ item: document.name, message: document.message }];
    });
    return reasons.length === 0 ? [] : [{ key: volume.key, number: volume.number, title: shortVolumeTitle(volume.title, prefix), reasons }];
  });
}

/** Failures of a binding for the list of a job: each document once, then what that means for its volume. */
export function bindingFailures({ gaps }: Pick<BindingContent, 'gaps'>): readonly JobFailure[] {
  return gaps.flatMap(({ number, title, reasons }) => [...reasons, { item: `第${number}卷 ${title}`, message: `缺 ${reasons.length} 份文件，这一卷没有装订` }]);
}

async function boundPlan(core: Core, contract: Contract, { leftOut }: Arrangement): Promise<readonly PlannedFile[]> {
  await fetchRecords(core.store, contract.id, core.turns.next);
  const plan = (await core.turns.run(planSteps(contract.profile, allRecords(core.store, contract.id)))).filter(({ deliverable }) => !leftOut.includes(deliverable.id));
  if (plan.length === 0) throw new AppError('not-found', '还没有任何正式单据，没有可以装订的文件', { contractId: contract.id });
  return plan;
}

/** Files whose forms were to begin on fronts, but where the program did not say where they begin. */
function unmarkedForms({ doubleSided, recordsStartOnOddPage }: Arrangement, plan: readonly PlannedFile[], pages: ReadonlyMap<string, BoundPages>): RenderFailure[] {
  if (!doubleSided || !recordsStartOnOddPage) return [];
  return plan.flatMap((planned) => {
    const own = pages.get(plannedKey(planned));
    const isUnmarked = own !== undefined && own.recordStarts === undefined && planned.deliverable.layout === 'form' && planned.records.length > 1;
    return isUnmarked ? [{ item: planned.name, message: '没能从 PDF 里找到每份单据的起始页，这一份只有第一页从正面开始。' }] : [];
  });
}

/** How many photos the pages of a document show. */
function photosOnPages({ photosOf }: DocumentWorks, { documents }: PreparedPlan): (planned: PlannedFile) => number {
  const withPhotos = new Set(documents.filter(({ template }) => template.showsPhotos).map(({ planned }) => planned));
  return (planned) => (withPhotos.has(planned) ? planned.records.reduce((sum, record) => sum + photosOf(record).length, 0) : 0);
}

function paperBinding(folder: string, files: readonly BoundFile[], volumes: readonly Volume[], converted: ConvertedPlan): PaperBinding {
  const byKey = new Map(volumes.map((volume) => [volume.key, volume]));
  return {
    volumes,
    pdfOf: (planned) => {
      const pdf = converted.pdfs.get(plannedKey(planned));
      return pdf === undefined ? undefined : { sha256: pdf.pdfSha256, bytes: pdf.bytes, owner: `「${planned.name}」的 PDF`, read: (signal) => readPieces(pdf.file, signal) };
    },
    volumeFiles: files.flatMap((file) => {
      const volume = file.kind === 'volume' ? byKey.get(file.key.replace(/^volume /, '')) : undefined;
      return volume === undefined || !file.name.endsWith('.pdf') ? [] : [{
        volume, extension: 'pdf',
        content: { sha256: file.sha256, bytes: file.bytes, owner: file.title, read: (signal: AbortSignal | undefined) => readPieces(path.join(folder, file.name), signal) },
      }];
    }),
  };
}

/**
 * Binds the paper of a contract: makes its documents, turns them into pages with the office program of this computer, counts the pages, arranges the
 * volumes by them, and writes one print-ready PDF for each volume with its papers; without an office program Word files, whose pages
 * are to be checked. The folder appears as a whole or not at all. A volume that lacks a document is not written and named in `gaps`.
 * The binding in the contract's own output folder becomes the print plan.
 * Throws `not-found`, `render-failed` when no volume came out, `cancelled`, `disk-full`, `already-exists` for a folder with other things in it.
 */
export function bindVolumes(core: Core, request: BindRequest, progress: RenderProgress = {}): Promise<Binding> {
  return core.bindings.run(() => bindNow(core, request, progress), false);
}

async function bindNow(core: Core, request: BindRequest, progress: RenderProgress): Promise<Binding> {
  stopIfCancelled(progress.signal);
  const { contract, folder } = request;
  const kept = getArrangement(core.store, contract.id).arrangement;
  const arrangement = request.profile === undefined ? kept : { ...kept, profile: request.profile };
  const plan = await boundPlan(core, contract, arrangement);
  let bound: BoundPlan | undefined;
  const place = await openBindingPlace(path.resolve(folder), core.environment.newId());
  try {
    const works = documentWorks(core, contract, allRecords(core.store, contract.id));
    const prepared = await preparePlan(works, plan, staged(progress, 0));
    const offices = await core.converter.offices();
    const nothing: ConvertedPlan = { pdfs: new Map(), missing: [] };
    const converted = offices.length === 0 ? nothing : await convertPlan(core, contract, offices, prepared.documents, staged(progress, 1));
    bound = await boundPages(core, contract, works, prepared.documents, converted, arrangement, staged(progress, 1));
    const { pages: pagesByKey, missing: unreadable } = bound;
    const items = boundItems(contract.profile, plan, (planned) => {
      const own = pagesByKey.get(plannedKey(planned));
      return own === undefined ? undefined : { pages: own.pages, recordStarts: own.recordStarts ?? [], isCurrent: true, isSigned: own.scannedPages > 0 };
    }, photosOnPages(works, prepared));
    const volumes = arrangeVolumes(items, arrangement, contract.profile.deliverablePrefix);
    const gaps = gapsOf(volumes, [...prepared.missing, ...withLostPhotos(core, contract, prepared.documents), ...converted.missing, ...unreadable], contract.profile.deliverablePrefix);
    if (gaps.length === volumes.length) refuseAll(gaps);
    const work: BindingWork = { core, contract, arrangement, volumes, staging: place.staging, prepared, pages: pagesByKey, gaps, progress: staged(progress, 2) };
    const papers = volumePaperMaker(core, contract, arrangement, volumes, plan);
    const written = offices.length === 0 ? await writeWordVolumes(work, papers, works) : await writePdfVolumes(work, papers);
    await closeBindingPlace(place, [...written.files.map(({ name }) => name), ...written.others]);
    const [office] = offices;
    const content: BindingContent = {
      ...(office === undefined ? {} : { office: `${office.name} ${office.version}`.trim() }),
      folder: path.basename(place.folder), files: [...written.files], gaps,
    };
    // The print plan is about the binding that the window knows, not about copies that were asked for elsewhere.
    if (core.readReason === undefined && place.folder === outputPlace(core, contract.id, bindingFolder)) recordBinding(core.store, contract.id, content);
    await noteIssued(core, contract.id, works.digestSource, prepared.documents.map(({ planned, name, template, bytes, sha256 }) => ({ planned, name, template, bytes, sha256 })));
    return { ...paperBinding(place.folder, written.files, volumes, converted), content, warnings: [...prepared.warnings, ...unmarkedForms(arrangement, plan, pagesByKey), ...written.warnings] };
  } catch (error) {
    await abandonPackagePlace(place);
    throw error;
  } finally {
    await bound?.discard();
  }
}

function refuseAll(gaps: readonly BindingGap[]): never {
  const problems = gaps.flatMap(({ reasons }) => reasons.map(({ item, message }) => ({ place: item, message })));
  const [first] = problems;
  throw new AppError('render-failed', `没有一卷能装订完整，已停止。第一份缺的文件：${first?.place ?? ''}，${first?.message ?? ''}`, { problems });
}
