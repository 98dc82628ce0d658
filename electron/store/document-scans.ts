import type { FileChoice, StoredScan } from '../../shared/sign-off/scan.ts';
import { AppError } from '../../shared/app-error.ts';
import { sha256Hex } from '../files/digest.ts';
import { addAttachment, removeAttachment } from './attachments.ts';
import { writeContent } from './attachment-files.ts';
import { appendChange, tick } from './changes.ts';
import { reading } from './sqlite-errors.ts';
import type { StoredScanRow } from './sql/sign-off-sql.ts';
import type { ReadableStore, WritableStore } from './store.ts';

/** A scan on its way to a document. */
export type NewScan = FileChoice & {
  readonly version: number;
  /** The record whose paper this is, alone: the scan is then one of its files too. */
  readonly recordId: string | undefined;
  readonly name: string;
  readonly mediaType: string;
  readonly content: Uint8Array;
  readonly pages: number | undefined;
};

/**
 * Keeps a scan of a document's signed paper. Its content is on the disk before the store says so.
 * Throws `already-exists` when this version has the same content, and what attachments throw.
 */
export function addDocumentScan(store: WritableStore, contractId: string, scan: NewScan): StoredScan {
  const sha256 = sha256Hex(scan.content);
  writeContent(store, sha256, scan.content);
  return store.transaction(() => {
    const { signOff, attachments } = store.statements;
    const present = signOff.scansOfDocument.all(contractId, scan.deliverable, scan.scope);
    const ofVersion = present.filter(({ version }) => version === scan.version);
    if (ofVersion.some((row) => row.sha256 === sha256)) throw new AppError('already-exists', `「${scan.name}」与已归的扫描件内容相同，没有重复归入。`, { file: scan.name, sha256 });
    if (scan.recordId === undefined) attachments.insert.run(sha256, scan.content.length, scan.mediaType, store.environment.now());
    else addAttachment(store, scan.recordId, { name: scan.name, mediaType: scan.mediaType, content: scan.content, role: 'signed-scan', caption: '' });
    signOff.putScan.run({
      contract_id: contractId, deliverable: scan.deliverable, scope: scan.scope, version: scan.version, sha256, record_id: scan.recordId ?? null, name: scan.name,
      pages: scan.pages ?? null, position: (ofVersion.at(-1)?.position ?? 0) + 1, added_at: store.environment.now(), added_by: store.environment.user,
    });
    const [stored] = signOff.scansOfDocument.all(contractId, scan.deliverable, scan.scope).filter((row) => row.version === scan.version && row.sha256 === sha256);
    if (stored === undefined) throw new AppError('internal', '归入扫描件后没有得到它。');
    logScan(store, contractId, scan, null, toScan(stored));
    return toScan(stored);
  });
}

/** Notes that a file which a record has already is the scan of a version of a document. Nothing happens when that is known. Inside a transaction. */
export function linkDocumentScan(store: WritableStore, contractId: string, { deliverable, scope }: FileChoice, version: number, recordId: string, sha256: string): void {
  const present = store.statements.signOff.scansOfDocument.all(contractId, deliverable, scope);
  const file = store.statements.attachments.ofRecord.all(recordId).find((attached) => attached.sha256 === sha256);
  if (file === undefined || present.some((row) => row.sha256 === sha256)) return;
  store.statements.signOff.putScan.run({
    contract_id: contractId, deliverable, scope, version, sha256, record_id: recordId, name: file.name, pages: null, position: (present.filter((row) => row.version === version).at(-1)?.position ?? 0) + 1,
    added_at: store.environment.now(), added_by: store.environment.user,
  });
}

/** Takes a scan off a version of a document, and off the record that has it. Its content stays, because the history names it. Throws `not-found`. */
export function removeDocumentScan(store: WritableStore, contractId: string, { deliverable, scope }: FileChoice, version: number, sha256: string): void {
  store.transaction(() => {
    const row = store.statements.signOff.scansOfDocument.all(contractId, deliverable, scope).find((scan) => scan.version === version && scan.sha256 === sha256);
    if (row === undefined) throw new AppError('not-found', '这份文件没有这个扫描件。', { sha256 });
    store.statements.signOff.dropScan.run(contractId, deliverable, scope, version, sha256);
    const { record_id: recordId } = row;
    if (recordId !== null && store.statements.attachments.ofRecord.all(recordId).some((file) => file.sha256 === sha256)) removeAttachment(store, recordId, sha256);
    logScan(store, contractId, { deliverable, scope }, toScan(row), null);
  });
}

/** The scans of all documents of a contract; of one document in the order of their versions. Those at records alone are not among them. */
export function documentScans(store: ReadableStore, contractId: string): StoredScan[] {
  return reading(() => store.statements.signOff.scansOfContract.all(contractId).map(toScan));
}

function logScan(store: WritableStore, contractId: string, { deliverable, scope }: FileChoice, before: StoredScan | null, after: StoredScan | null): void {
  const at = store.environment.now();
  const sha256 = (after ?? before)?.sha256 ?? '';
  appendChange(store, {
    contractId, subject: 'issued', subjectId: `${deliverable} ${scope}`, action: after === null ? 'detach' : 'attach', revision: (after ?? before)?.version ?? 1,
    at, timestamp: tick(store, at), fields: [{ field: `scan.${sha256}`, before, after }],
  });
}

function toScan(row: StoredScanRow): StoredScan {
  return {
    deliverable: row.deliverable, scope: row.scope, version: row.version, sha256: row.sha256, name: row.name, mediaType: row.media_type, size: row.size,
    ...(row.pages === null ? {} : { pages: row.pages }), ...(row.record_id === null ? {} : { recordId: row.record_id }), addedAt: row.added_at, addedBy: row.added_by,
  };
}
