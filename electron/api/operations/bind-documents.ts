import { readFile } from 'node:fs/promises';
import type { Contract } from '../../../shared/contract/profile.ts';
import type { PlannedFile } from '../../../shared/deliverables/plan.ts';
import { itemKey } from '../../../shared/volumes/volume.ts';
import type { Result } from '../../../shared/result.ts';
import { sha256Hex } from '../../files/digest.ts';
import { scopeOf } from '../../handover/deliverables/data-digest.ts';
import { prepareDocuments, type PreparedDocument } from '../../handover/deliverables/kept-documents.ts';
import type { RenderFailure, RenderProgress } from '../../handover/deliverables/render-deliverables.ts';
import type { OfficeKind, OfficeProgram } from '../../handover/office/office-program.ts';
import type { PdfFile } from '../../handover/office/pdf-converter.ts';
import { hasContent } from '../../store/attachment-files.ts';
import { attachmentsOfContract } from '../../store/attachments.ts';
import { recordPageCounts } from '../../store/page-counts.ts';
import type { Core } from '../core.ts';
import type { ContractWorks } from './document-works.ts';

/** A document of the plan as its key, and why it could not be bound. */
export type MissingDocument = { readonly key: string; readonly name: string; readonly message: string };

/**
 * Documents whose photos are gone: they could be printed, but with a gap that nobody would see on the finished volume. Quick: contents are not
 * read.
 */
export function withLostPhotos(core: Core, contract: Contract, documents: readonly PreparedDocument[]): readonly MissingDocument[] {
  const attachments = attachmentsOfContract(core.store, contract.id);
  return documents.filter(({ template }) => template.showsPhotos).flatMap(({ planned, name }) => {
    const lost = planned.records.flatMap((record) => (attachments.get(record.id) ?? [])
      .filter(({ role, sha256, size }) => role === 'photo' && !hasContent(core.store, sha256, size))
      .map((photo) => `${record.number} 的照片「${photo.name}」`));
    return lost.length === 0 ? [] : [{ key: plannedKey(planned), name, message: `${lost.slice(0, 3).join('、')}${lost.length > 3 ? `等 ${lost.length} 张` : ''}的文件不见了或不完整。请从备份恢复，或在单据里重新添加、移除。` }];
  });
}

export type PreparedPlan = {
  readonly documents: readonly PreparedDocument[];
  readonly missing: readonly MissingDocument[];
  /** What made documents could not show as meant. */
  readonly warnings: readonly RenderFailure[];
};

/** What a planned file is called in maps. */
export function plannedKey({ deliverable, ...planned }: PlannedFile): string {
  return itemKey({ deliverable: deliverable.id, scope: scopeOf({ deliverable, ...planned }) });
}

export function officeKindOf(name: string): OfficeKind {
  return name.endsWith('.xlsx') ? 'xlsx' : 'docx';
}

/** Makes what is not made yet. One that cannot be made is named and the rest goes on. Throws `cancelled`, `disk-full`. */
export async function preparePlan(works: ContractWorks, plan: readonly PlannedFile[], progress: RenderProgress): Promise<PreparedPlan> {
  const messages = new Map<string, string>();
  const documents: PreparedDocument[] = [];
  await works.turns.run(works.digests.steps(works.records));
  for await (const document of prepareDocuments(works, plan, progress, ({ item, message }) => messages.set(item, message))) documents.push(document);
  const made = new Set(documents.map(({ planned }) => planned));
  return {
    documents,
    missing: plan.filter((planned) => !made.has(planned)).map((planned) => ({ key: plannedKey(planned), name: planned.name, message: messages.get(planned.name) ?? '没有生成' })),
    warnings: documents.flatMap(({ name, warnings }) => warnings.map((message) => ({ item: name, message }))),
  };
}

/** A document's pages, with the digest of the PDF itself. */
export type DocumentPdf = PdfFile & { readonly pdfSha256: string; /** Of a file of several forms: the pages from 0 on which they begin. */ readonly recordStarts?: readonly number[] | undefined };

export type ConvertedPlan = { readonly pdfs: ReadonlyMap<string, DocumentPdf>; readonly missing: readonly MissingDocument[] };

/** Where the forms of files of several begin, by their place among the documents; only for files of which all beginnings were found. */
async function recordStarts(core: Core, documents: readonly PreparedDocument[], results: readonly Result<PdfFile>[], signal: AbortSignal | undefined): Promise<ReadonlyMap<number, readonly number[]>> {
  const several = documents.flatMap(({ planned: { deliverable, records } }, index) => {
    const result = results[index];
    return deliverable.layout === 'form' && records.length > 1 && result?.ok === true ? [{ index, file: result.value.file, records: records.length }] : [];
  });
  const starts = await core.converter.recordStarts(several.map(({ file }) => file), signal);
  return new Map(several.flatMap(({ index, records }, place) => (starts[place]?.length === records ? [[index, starts[place]] as const] : [])));
}

/** Turns documents into pages and notes how many each has. One that cannot be converted is named and the rest goes on. Throws `cancelled`. */
export async function convertPlan(core: Core, contract: Contract, offices: readonly OfficeProgram[], documents: readonly PreparedDocument[], progress: RenderProgress): Promise<ConvertedPlan> {
  const canConvert = (document: PreparedDocument): boolean => offices.some(({ kinds }) => kinds.includes(officeKindOf(document.name)));
  const convertible = documents.filter(canConvert);
  const results = await core.converter.convertAllToPdf(convertible.map(({ name, file }) => ({ kind: officeKindOf(name), content: file })), {
    signal: progress.signal,
    onProgress: (done, total) => progress.onProgress?.(done, total, `转换为 PDF（${done}/${total}）`),
  });
  const starts = await recordStarts(core, convertible, results, progress.signal);
  const pdfs = new Map<string, DocumentPdf>();
  const missing = documents.filter((document) => !canConvert(document)).map(({ planned, name }): MissingDocument => ({ key: plannedKey(planned), name, message: `本机没有能转换 .${officeKindOf(name)} 文件的办公软件。` }));
  for (const [index, { planned, name }] of convertible.entries()) {
    const result = results[index];
    if (result?.ok === true) pdfs.set(plannedKey(planned), { ...result.value, pdfSha256: sha256Hex(await readFile(result.value.file)), recordStarts: starts.get(index) });
    else missing.push({ key: plannedKey(planned), name, message: result?.error.message ?? '没有生成 PDF' });
  }
  if (core.readReason === undefined) {
    recordPageCounts(core.store, contract.id, convertible.flatMap(({ planned, template, dataSha256 }) => {
      const pdf = pdfs.get(plannedKey(planned));
      return pdf === undefined ? [] : [{ deliverable: planned.deliverable.id, scope: scopeOf(planned), templateSha256: template.sha256, dataSha256, pages: pdf.pages, recordStarts: pdf.recordStarts }];
    }));
  }
  return { pdfs, missing };
}
