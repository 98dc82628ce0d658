import type { PlannedFile } from '../../../shared/deliverables/plan.ts';
import type { StoredScan } from '../../../shared/sign-off/scan.ts';
import { attachmentsOfContract, type ContractAttachments } from '../../store/attachments.ts';
import { documentScans } from '../../store/document-scans.ts';
import type { ReadableStore } from '../../store/store.ts';
import { scopeOf } from '../deliverables/data-digest.ts';

/** A scan that belongs to a document of the plan. Its content is read with `readAttachment(store, sha256)`. */
export type ScanOfDocument = Pick<StoredScan, 'sha256' | 'name' | 'mediaType' | 'size'> & {
  /** A picture is one; undefined for a PDF that nobody has counted. */
  readonly pages: number | undefined;
  /** 版次 of the paper that was scanned. */
  readonly version: number;
  /** The record that has it among its files; undefined for a list or report. */
  readonly recordId: string | undefined;
};

/** Scans of the documents of one contract. */
export type DocumentScans = {
  /** Of the version as which the document stands now, in their order: what is handed over with it. */
  readonly scansOf: (planned: PlannedFile, version: number) => readonly ScanOfDocument[];
  /** Of every version, the oldest first: a replaced paper stays known. */
  readonly allScansOf: (planned: PlannedFile) => readonly ScanOfDocument[];
};

function keyOf(deliverable: string, scope: string): string {
  return `${deliverable} ${scope}`;
}

function ofStored({ sha256, name, mediaType, size, version, recordId, pages }: StoredScan): ScanOfDocument {
  return { sha256, name, mediaType, size, version, recordId, pages: pages ?? pagesOf(mediaType) };
}

function pagesOf(mediaType: string): number | undefined {
  return mediaType.startsWith('image/') ? 1 : undefined;
}

/** Whether scans are all of a document's paper: one of the document itself, or one of each of its forms. */
export function areWhole(scans: readonly Pick<ScanOfDocument, 'recordId'>[], { records }: PlannedFile): boolean {
  const scanned = new Set(scans.map(({ recordId }) => recordId));
  return scanned.has(undefined) || (records.length > 0 && records.every(({ id }) => scanned.has(id)));
}

/** The scans that are bound as a document's paper, in its order: those of the document itself, else those of its forms; none where paper is missing. */
export function paperScans(scans: readonly ScanOfDocument[], planned: PlannedFile): readonly ScanOfDocument[] {
  if (!areWhole(scans, planned)) return [];
  const own = scans.filter(({ recordId }) => recordId === undefined);
  return own.length > 0 ? own : planned.records.flatMap(({ id }) => scans.filter(({ recordId }) => recordId === id));
}

/**
 * All scans of a contract's documents, read once. A document has those that were kept for it (`document_scan`), and a form also those that
 * people attached to its records themselves: these count as scans of the first version.
 * @param attached for callers that have read them already
 */
export function readDocumentScans(store: ReadableStore, contractId: string, attached: ContractAttachments = attachmentsOfContract(store, contractId)): DocumentScans {
  const stored = Map.groupBy(documentScans(store, contractId), ({ deliverable, scope }) => keyOf(deliverable, scope));
  const allScansOf: DocumentScans['allScansOf'] = (planned) => {
    const all = stored.get(keyOf(planned.deliverable.id, scopeOf(planned))) ?? [];
    // What was taken off its record, or is no scan any more, counts no longer.
    const kept = all.filter(({ recordId, sha256 }) => recordId === undefined || (attached.get(recordId) ?? []).some((file) => file.sha256 === sha256 && file.role === 'signed-scan'));
    const known = new Set(kept.map(({ sha256 }) => sha256));
    const own = planned.deliverable.layout === 'form' ? planned.records.flatMap(({ id }) => (attached.get(id) ?? [])
      .filter(({ role, sha256 }) => role === 'signed-scan' && !known.has(sha256))
      .map(({ sha256, name, mediaType, size }): ScanOfDocument => ({ sha256, name, mediaType, size, version: 1, recordId: id, pages: pagesOf(mediaType) }))) : [];
    return [...own, ...kept.map(ofStored)];
  };
  return {
    allScansOf,
    scansOf: (planned, version) => allScansOf(planned).filter((scan) => scan.version === version),
  };
}
