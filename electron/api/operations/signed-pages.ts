import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '../../../shared/app-error.ts';
import type { Contract } from '../../../shared/contract/profile.ts';
import type { Arrangement } from '../../../shared/volumes/arrangement.ts';
import type { DocumentWorks, PreparedDocument } from '../../handover/deliverables/kept-documents.ts';
import type { RenderProgress } from '../../handover/deliverables/render-deliverables.ts';
import { paperScans, readDocumentScans, type ScanOfDocument } from '../../handover/sign-off/scans-of.ts';
import { openPdfWorkshop } from '../../handover/volumes/pdf-workshop.ts';
import type { ScannedPages } from '../../handover/volumes/pdf/gather-pages.ts';
import { attachmentPath } from '../../store/attachment-files.ts';
import type { Core } from '../core.ts';
import { plannedKey, type ConvertedPlan, type DocumentPdf, type MissingDocument } from './bind-documents.ts';

/** The pages of a document as they are bound. */
export type BoundPages = Pick<DocumentPdf, 'file' | 'pages' | 'recordStarts'> & { /** How many of them, the last ones, are scans of its signed paper. */ readonly scannedPages: number };

export type BoundPlan = { readonly pages: ReadonlyMap<string, BoundPages>; readonly missing: readonly MissingDocument[]; /** Removes what was put together for it. */ readonly discard: () => Promise<void> };

/** Pages, from 0, on which the forms begin, of which each may have several scans. Undefined for scans of a whole file. */
function startsOf(scans: readonly ScanOfDocument[], pages: readonly number[], before: number): readonly number[] | undefined {
  if (scans.some(({ recordId }) => recordId === undefined)) return undefined;
  let page = before;
  return scans.flatMap(({ recordId }, index) => {
    const begins = recordId !== scans[index - 1]?.recordId;
    const start = page;
    page += pages[index] ?? 0;
    return begins ? [start] : [];
  });
}

/**
 * The pages of every document: as the office program laid them out or, where its paper was signed and all of it scanned, the scans in their place or behind
 * them. A scan that cannot be read makes its document missing. Throws `cancelled`, `disk-full`.
 */
export async function boundPages(core: Core, contract: Contract, works: DocumentWorks, documents: readonly PreparedDocument[], converted: ConvertedPlan, { signedPages }: Arrangement, { signal, onProgress }: RenderProgress): Promise<BoundPlan> {
  const pages = new Map<string, BoundPages>([...converted.pdfs].map(([key, pdf]) => [key, { ...pdf, scannedPages: 0 }]));
  const stored = readDocumentScans(core.store, contract.id);
  const signed = signedPages === 'none' ? [] : documents.flatMap((document) => {
    const { planned, template } = document;
    // Most documents have no scan, and need not be asked for their version.
    if (stored.allScansOf(planned).length === 0) return [];
    const scans = paperScans(stored.scansOf(planned, works.digests.editionOf(works.digestSource, planned, template.showsPhotos).version), planned);
    return scans.length === 0 ? [] : [{ document, scans }];
  });
  if (signed.length === 0) return { pages, missing: [], discard: () => Promise.resolve() };
  // One binding at a time; what is there is of one that was killed.
  const folder = path.join(core.cacheFolder, 'signed');
  const discard = (): Promise<void> => rm(folder, { recursive: true, force: true, maxRetries: 3 });
  await discard();
  await mkdir(folder, { recursive: true });
  const missing: MissingDocument[] = [];
  const workshop = openPdfWorkshop();
  try {
    for (const [index, { document: { planned, name }, scans }] of signed.entries()) {
      onProgress?.(index, signed.length, `签字扫描件：${name}`);
      const key = plannedKey(planned);
      const printed = converted.pdfs.get(key);
      // What could not be laid out is missing whatever its paper says: the disc wants its PDF too.
      if (printed === undefined) continue;
      const own: readonly ScannedPages[] = signedPages === 'behind' ? [{ file: printed.file, sha256: printed.pdfSha256, mediaType: 'application/pdf', shownAs: name }] : [];
      const target = path.join(folder, `${index}.pdf`);
      try {
        const gathered = await workshop.gather({ target, scans: [...own, ...scans.map(({ sha256, mediaType, name: shownAs }) => ({ file: attachmentPath(core.store, sha256), sha256, mediaType, shownAs }))] }, { signal });
        const total = gathered.pages.reduce((sum, count) => sum + count, 0);
        const starts = startsOf(scans, gathered.pages.slice(own.length), own.length === 0 ? 0 : printed.pages);
        const front = own.length === 0 ? [] : printed.recordStarts ?? [];
        pages.set(key, { file: target, pages: total, recordStarts: starts === undefined ? (total === printed.pages ? printed.recordStarts : undefined) : [...front, ...starts], scannedPages: total - (own.length === 0 ? 0 : printed.pages) });
      } catch (error) {
        if (!(error instanceof AppError) || error.code === 'cancelled' || error.code === 'disk-full') throw error;
        missing.push({ key, name, message: `签字扫描件：${error.message}` });
      }
    }
  } catch (error) {
    await discard();
    throw error;
  } finally {
    await workshop.close();
  }
  return { pages, missing, discard };
}
