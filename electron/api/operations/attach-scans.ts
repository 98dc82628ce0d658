import { AppError } from '../../../shared/app-error.ts';
import type { Contract } from '../../../shared/contract/profile.ts';
import type { LocalDate } from '../../../shared/dates.ts';
import { planDeliverables, type PlannedFile } from '../../../shared/deliverables/plan.ts';
import { attachmentLimit } from '../../../shared/records/attachment.ts';
import type { KeptScan } from '../../../shared/sign-off/board.ts';
import type { FileChoice } from '../../../shared/sign-off/scan.ts';
import { scopeOf } from '../../handover/deliverables/data-digest.ts';
import { factsOf } from '../../handover/deliverables/render-deliverables.ts';
import { areWhole, readDocumentScans } from '../../handover/sign-off/scans-of.ts';
import { listAttachments, readAttachment, removeAttachment } from '../../store/attachments.ts';
import { getContract } from '../../store/contracts.ts';
import { addDocumentScan, documentScans, linkDocumentScan, removeDocumentScan } from '../../store/document-scans.ts';
import { productionsOf, type IssuedDocument } from '../../store/issued.ts';
import { allRecords, getRecord } from '../../store/records.ts';
import type { Core } from '../core.ts';
import { mediaTypeOf } from '../media-type.ts';
import { documentSource } from './document-source.ts';
import { digestSource, issuedByKey, noteIssued } from './issue-documents.ts';
import { markPaper, photoTemplates, plannedFiles } from './mark-papers.ts';

/** A scan as it comes from the window, and the paper that it shows. */
export type ScanPiece = FileChoice & {
  readonly recordId?: string | undefined;
  readonly version?: number | undefined;
  readonly name: string;
  readonly content: Uint8Array;
  readonly pages?: number | undefined;
};

const scanTypes: readonly string[] = ['application/pdf', 'image/jpeg', 'image/png'];

function checkedType({ name, content }: ScanPiece): string {
  if (content.length === 0) throw new AppError('invalid-input', `「${name}」是空文件，没有归入。`, { file: name });
  if (content.length > attachmentLimit) throw new AppError('invalid-input', `「${name}」超过每个文件 ${attachmentLimit / 1024 / 1024} MB 的上限。`, { file: name });
  const mediaType = mediaTypeOf(content);
  if (!scanTypes.includes(mediaType)) throw new AppError('invalid-input', `「${name}」不是 PDF、JPEG 或 PNG，不能作为扫描件。`, { file: name });
  return mediaType;
}

function plannedOfPiece(plannedOf: (choice: FileChoice) => PlannedFile | undefined, piece: ScanPiece): PlannedFile {
  const planned = plannedOf(piece);
  if (planned === undefined) throw new AppError('not-found', `「${piece.name}」对应的文件已经不在交付物清单里，记录可能刚刚变了。`, { file: piece.name });
  if (piece.recordId !== undefined && !planned.records.some(({ id }) => id === piece.recordId)) throw new AppError('not-found', `「${piece.name}」对应的记录不在“${planned.name}”里。`, { file: piece.name });
  return planned;
}

/** Paper may have been printed from a preview: its document is made now, so that there is something that was signed. */
async function madeAlready(core: Core, contract: Contract, planned: readonly PlannedFile[]): Promise<void> {
  const issuedOf = issuedByKey(core.store, contract.id);
  const missing = [...new Set(planned)].filter((file) => issuedOf(file) === undefined);
  if (missing.length === 0) return;
  const records = allRecords(core.store, contract.id);
  const source = documentSource(core, contract, records);
  const made = [];
  for (const file of missing) made.push(factsOf(await core.maker.make(source, file)));
  await noteIssued(core, contract.id, digestSource(core.store, contract, records), made);
}

/** The record whose paper it is, alone: of a single form, or the one that the scan of a file of many forms names. */
function recordOfPaper(planned: PlannedFile, piece: ScanPiece): string | undefined {
  if (planned.deliverable.layout === 'list') return undefined;
  return piece.recordId ?? (planned.records.length === 1 ? planned.records[0]?.id : undefined);
}

/** Whether all of a document's paper is there: its own scan, or one of each of its forms. */
function isWhole(core: Core, contract: Contract, planned: PlannedFile, version: number): boolean {
  return areWhole(readDocumentScans(core.store, contract.id).scansOf(planned, version), planned);
}

/**
 * Keeps the scans of one file, all or none, and notes documents whose paper is complete as scanned. A scan of a version that was replaced is kept
 * for that version and changes nothing else.
 * Throws `not-found`, `invalid-input` for what is no scan, `already-exists`, `conflict` for a version that never was.
 */
export async function attachScans(core: Core, contract: Contract, pieces: readonly ScanPiece[], day: LocalDate): Promise<{ readonly kept: number }> {
  const types = pieces.map(checkedType);
  const withPhotos = await photoTemplates(core, contract);
  const plannedOf = plannedFiles(core, contract);
  const planned = pieces.map((piece) => plannedOfPiece(plannedOf, piece));
  await madeAlready(core, contract, planned);
  core.store.transaction(() => {
    const issuedOf = issuedByKey(core.store, contract.id);
    for (const [position, piece] of pieces.entries()) {
      const file = planned[position];
      const issued = file === undefined ? undefined : issuedOf(file);
      if (file === undefined || issued === undefined) throw new AppError('internal', '文件没有生成记录。');
      const version = piece.version ?? issued.version;
      refuseUnknownVersion(core, contract, piece, issued);
      const { deliverable, scope, name, content, pages } = piece;
      addDocumentScan(core.store, contract.id, { deliverable, scope, version, recordId: recordOfPaper(file, piece), name, mediaType: types[position] ?? '', content, pages });
      if (version === issued.version && isWhole(core, contract, file, version)) markPaper(core, issued, file, 'scanned', { day, person: core.store.environment.user }, withPhotos.has(file.deliverable.template));
    }
  });
  core.emit('records.changed', { contractId: contract.id });
  return { kept: pieces.length };
}

/**
 * After the files of a record were changed in its form or list: scans among them are those of the papers that show its form, in their present
 * version, and a paper is scanned when all of it is there. `wasScan`: a scan may have gone, so papers that are not whole any more go back.
 */
export async function settleRecordScans(core: Core, recordId: string, wasScan: boolean): Promise<void> {
  const record = getRecord(core.store, recordId);
  const contract = getContract(core.store, record.contractId);
  const scans = listAttachments(core.store, recordId).filter(({ role }) => role === 'signed-scan');
  if (scans.length === 0 && !wasScan) return;
  const withPhotos = await photoTemplates(core, contract);
  const papers = planDeliverables(contract.profile, allRecords(core.store, contract.id)).filter(({ deliverable, records }) => deliverable.layout === 'form' && records.some(({ id }) => id === recordId));
  core.store.transaction(() => {
    const issuedOf = issuedByKey(core.store, contract.id);
    for (const planned of papers) {
      const issued = issuedOf(planned);
      if (issued === undefined || issued.reopened !== undefined) continue;
      const choice = { deliverable: planned.deliverable.id, scope: scopeOf(planned) };
      for (const { sha256 } of scans) linkDocumentScan(core.store, contract.id, choice, issued.version, recordId, sha256);
      const state = isWhole(core, contract, planned, issued.version) ? 'scanned' : wasScan && issued.state === 'scanned' ? 'signed' : issued.state;
      if (state !== issued.state) markPaper(core, issued, planned, state, { day: core.environment.today(), person: core.store.environment.user }, withPhotos.has(planned.deliverable.template));
    }
  });
}

function refuseUnknownVersion(core: Core, contract: Contract, { deliverable, scope, version, name }: ScanPiece, issued: IssuedDocument): void {
  if (version === undefined || version === issued.version) return;
  if (productionsOf(core.store, contract.id, deliverable, scope).some((production) => production.version === version)) return;
  throw new AppError('conflict', `「${name}」是第 ${version} 版，这份文件还没有出过这一版。`, { file: name, version });
}

/** The scans of one document, of all its versions. Throws `not-found`. */
export function scansOfDocument(core: Core, contract: Contract, choice: FileChoice): KeptScan[] {
  const planned = plannedFiles(core, contract)(choice);
  if (planned === undefined) throw new AppError('not-found', '交付物清单里已经没有这份文件，记录可能刚刚变了。', { ...choice });
  const facts = new Map(documentScans(core.store, contract.id).filter(({ deliverable, scope }) => deliverable === choice.deliverable && scope === choice.scope).map((scan) => [`${scan.version} ${scan.sha256}`, scan]));
  return readDocumentScans(core.store, contract.id).allScansOf(planned).map(({ sha256, name, mediaType, size, version, recordId }) => {
    const stored = facts.get(`${version} ${sha256}`);
    return { sha256, name, mediaType, size, version, recordId, pages: stored?.pages, addedAt: stored?.addedAt, addedBy: stored?.addedBy };
  });
}

/** The content of a scan. Throws `not-found`, `store-damaged`. */
export function readScan(core: Core, contract: Contract, choice: FileChoice, sha256: string): { readonly name: string; readonly mediaType: string; readonly base64: string } {
  const scan = scansOfDocument(core, contract, choice).find((candidate) => candidate.sha256 === sha256);
  if (scan === undefined) throw new AppError('not-found', '这份文件没有这个扫描件。', { sha256 });
  return { name: scan.name, mediaType: scan.mediaType, base64: readAttachment(core.store, sha256).toString('base64') };
}

/** Takes a scan off; a document of the present version that has none left goes back to signed. Throws `not-found`. */
export async function removeScan(core: Core, contract: Contract, choice: FileChoice, version: number, sha256: string): Promise<KeptScan[]> {
  const withPhotos = await photoTemplates(core, contract);
  const planned = plannedFiles(core, contract)(choice);
  core.store.transaction(() => {
    const stored = documentScans(core.store, contract.id).some((scan) => scan.deliverable === choice.deliverable && scan.scope === choice.scope && scan.version === version && scan.sha256 === sha256);
    const attachedTo = planned === undefined || stored ? undefined : readDocumentScans(core.store, contract.id).allScansOf(planned).find((scan) => scan.sha256 === sha256)?.recordId;
    // People may have attached it to the record themselves.
    if (attachedTo === undefined) removeDocumentScan(core.store, contract.id, choice, version, sha256);
    else removeAttachment(core.store, attachedTo, sha256);
    const issued = planned === undefined ? undefined : issuedByKey(core.store, contract.id)(planned);
    if (planned === undefined || issued?.state !== 'scanned' || issued.version !== version || issued.reopened !== undefined || isWhole(core, contract, planned, version)) return;
    markPaper(core, issued, planned, 'signed', { day: core.environment.today(), person: core.store.environment.user }, withPhotos.has(planned.deliverable.template));
  });
  core.emit('records.changed', { contractId: contract.id });
  return scansOfDocument(core, contract, choice);
}
