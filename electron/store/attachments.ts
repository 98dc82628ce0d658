import { z } from 'zod';
import { AppError } from '../../shared/app-error.ts';
import type { Attachment } from '../../shared/ipc/attachment-channels.ts';
import { sha256Hex } from '../files/digest.ts';
import { hasContent, readContent, writeContent } from './attachment-files.ts';
import { appendChange, changedFields, parseFieldChanges, tick } from './changes.ts';
import { openSeals } from './seals.ts';
import { reading } from './sqlite-errors.ts';
import type { AttachmentRow } from './sql/attachment-sql.ts';
import type { RecordRow } from './sql/record-sql.ts';
import type { ReadableStore, WritableStore } from './store.ts';

/** A file to be attached. `role` is e.g. `photo`, `signed-scan`, `other`; `caption` may be empty. */
export type NewAttachment = {
  readonly name: string;
  readonly mediaType: string;
  readonly content: Uint8Array;
  readonly role: string;
  readonly caption: string;
};

/**
 * Attaches a file to a record, after those it already has. The content is on the disk before the store says so; equal contents are kept once.
 * Attaching the same content to the same record again replaces name, role and caption.
 * Throws `not-found`, `invalid-input` (a void record), `disk-full`, `file-in-use`.
 */
export function addAttachment(store: WritableStore, recordId: string, file: NewAttachment): Attachment {
  const sha256 = sha256Hex(file.content);
  writeContent(store, sha256, file.content);
  return store.transaction(() => {
    const record = changeableRecord(store, recordId);
    const { attachments } = store.statements;
    const present = attachments.ofRecord.all(recordId);
    const before = present.find((row) => row.sha256 === sha256);
    const position = before?.position ?? (present.at(-1)?.position ?? 0) + 1;
    attachments.insert.run(sha256, file.content.length, file.mediaType, store.environment.now());
    attachments.link.run(recordId, sha256, file.name, file.role, file.caption, position);
    const after = linkOf(store, recordId, sha256);
    logLinks(store, record, [{ before, after }]);
    return toAttachment(after);
  });
}

type AttachmentWords = Partial<Pick<Attachment, 'name' | 'role' | 'caption' | 'position'>>;

/** The order and the words of an attachment, e.g. after a person has edited its caption; what is not given stays. Throws `not-found`. */
export function describeAttachment(store: WritableStore, recordId: string, sha256: string, words: AttachmentWords): Attachment {
  return store.transaction(() => {
    const record = changeableRecord(store, recordId);
    const before = linkOf(store, recordId, sha256);
    const { name = before.name, role = before.role, caption = before.caption, position = before.position } = words;
    store.statements.attachments.link.run(recordId, sha256, name, role, caption, position);
    const after = linkOf(store, recordId, sha256);
    logLinks(store, record, [{ before, after }]);
    return toAttachment(after);
  });
}

/**
 * Puts all attachments of a record into this order. Throws `not-found`, and `conflict` when the record has other attachments than these:
 * another window has added or removed some.
 */
export function orderAttachments(store: WritableStore, recordId: string, order: readonly string[]): Attachment[] {
  return store.transaction(() => {
    const record = changeableRecord(store, recordId);
    const { attachments } = store.statements;
    const present = attachments.ofRecord.all(recordId);
    const known = new Map(present.map((row) => [row.sha256, row]));
    const wanted = new Set(order);
    if (wanted.size !== order.length || wanted.size !== known.size || order.some((sha256) => !known.has(sha256))) {
      throw new AppError('conflict', '这条记录的附件刚才在别处改过，请按现在的附件重新排序。', { record: recordId });
    }
    order.forEach((sha256, index) => {
      const row = known.get(sha256);
      if (row !== undefined && row.position !== index + 1) attachments.link.run(recordId, sha256, row.name, row.role, row.caption, index + 1);
    });
    const after = attachments.ofRecord.all(recordId);
    logLinks(store, record, after.map((row) => ({ before: known.get(row.sha256), after: row })));
    return after.map(toAttachment);
  });
}

/** Takes an attachment off a record. Its content stays in the folder, because the history still names it. Throws `not-found`. */
export function removeAttachment(store: WritableStore, recordId: string, sha256: string): void {
  store.transaction(() => {
    const record = changeableRecord(store, recordId);
    const before = linkOf(store, recordId, sha256);
    store.statements.attachments.unlink.run(recordId, sha256);
    logLinks(store, record, [{ before, after: undefined }]);
  });
}

/**
 * Undoes the last removal of an attachment: it comes back with its words and at its place, as the history has them. Nothing happens when
 * the record has it already. Throws `not-found` when the record never had it or its content is gone, `store-damaged` when it was changed.
 */
export function restoreAttachment(store: WritableStore, recordId: string, sha256: string): Attachment {
  return store.transaction(() => {
    const record = changeableRecord(store, recordId);
    const { attachments } = store.statements;
    const present = attachments.ofRecord.all(recordId).find((row) => row.sha256 === sha256);
    if (present !== undefined) return toAttachment(present);
    const words = lastWords(store, recordId, sha256);
    readAttachment(store, sha256);
    attachments.link.run(recordId, sha256, words.name, words.role, words.caption, words.position);
    const after = linkOf(store, recordId, sha256);
    logLinks(store, record, [{ before: undefined, after }]);
    return toAttachment(after);
  });
}

/** The attachments of a record in their order. */
export function listAttachments(store: ReadableStore, recordId: string): Attachment[] {
  return reading(() => store.statements.attachments.ofRecord.all(recordId).map(toAttachment));
}

/** How many attachments these records have; records without any are absent. */
export function countAttachments(store: ReadableStore, recordIds: readonly string[]): Map<string, number> {
  return reading(() => new Map(store.statements.attachments.counts.all(JSON.stringify(recordIds)).map((row) => [row.record_id, row.count])));
}

/** Attachments in their order by record id; records without any are absent. */
export type ContractAttachments = ReadonlyMap<string, readonly Attachment[]>;

/** The attachments of all records of a contract. */
export function attachmentsOfContract(store: ReadableStore, contractId: string): ContractAttachments {
  return reading(() => {
    const byRecord = new Map<string, Attachment[]>();
    for (const row of store.statements.attachments.ofContract.all(contractId)) {
      const known = byRecord.get(row.record_id);
      if (known === undefined) byRecord.set(row.record_id, [toAttachment(row)]);
      else known.push(toAttachment(row));
    }
    return byRecord;
  });
}

/** The content, checked against its digest. Throws `not-found` when the file is gone and `store-damaged` when it is not what was attached. */
export function readAttachment(store: ReadableStore, sha256: string): Buffer {
  const known = reading(() => store.statements.attachments.bySha256.get(sha256));
  if (known === undefined) throw new AppError('not-found', '没有这个附件。', { sha256 });
  return readContent(store, sha256);
}

/** Digests of attachments whose file is gone or has another size. Quick: contents are not read. */
export function missingAttachments(store: ReadableStore): string[] {
  const rows = reading(() => store.statements.attachments.all.all());
  return rows.filter((row) => !hasContent(store, row.sha256, row.size)).map((row) => row.sha256);
}

function changeableRecord(store: WritableStore, recordId: string): RecordRow {
  const record = store.statements.records.byId.get(recordId);
  if (record === undefined) throw new AppError('not-found', '找不到这条记录。', { record: recordId });
  if (record.status === 'void') throw new AppError('invalid-input', `记录「${record.number ?? recordId}」已作废，附件不能再改。`, { record: recordId });
  return record;
}

function linkOf(store: WritableStore, recordId: string, sha256: string): AttachmentRow {
  const row = store.statements.attachments.ofRecord.all(recordId).find((link) => link.sha256 === sha256);
  if (row === undefined) throw new AppError('not-found', '这条记录没有这个附件。', { record: recordId, sha256 });
  return row;
}

const linkWordsSchema = z.object({ name: z.string(), role: z.string(), caption: z.string(), position: z.number() });

/** How the record described an attachment before it was removed. */
function lastWords(store: ReadableStore, recordId: string, sha256: string): z.output<typeof linkWordsSchema> {
  const field = `attachment.${sha256}`;
  const removal = store.statements.changes.ofSubject.all(recordId).filter(({ action }) => action === 'detach').flatMap(parseFieldChanges).findLast((change) => change.field === field);
  const words = linkWordsSchema.safeParse(removal?.before);
  if (!words.success) throw new AppError('not-found', '这条记录没有移除过这个附件。', { record: recordId, sha256 });
  return words.data;
}

type LinkChange = { readonly before: AttachmentRow | undefined; readonly after: AttachmentRow | undefined };

/** One entry of the history for all that changed at once; none when nothing did. */
function logLinks(store: WritableStore, record: RecordRow, changes: readonly LinkChange[]): void {
  const fields = changes.flatMap(({ before, after }) => changedFields(linkFields(before), linkFields(after)));
  if (fields.length === 0) return;
  // Scans and other files are on no form; an order is one of photos only where there are some.
  if (changes.some(({ before, after }) => before?.role === 'photo' || after?.role === 'photo')) openSeals(store, record, ({ shows_photos }) => shows_photos === 1);
  const at = store.environment.now();
  appendChange(store, {
    contractId: record.contract_id,
    subject: 'record',
    subjectId: record.id,
    action: changes.every(({ after }) => after === undefined) ? 'detach' : 'attach',
    revision: record.revision,
    at,
    timestamp: tick(store, at),
    baseTimestamp: record.hlc,
    fields,
  });
}

function linkFields(row: AttachmentRow | undefined): ReadonlyMap<string, unknown> {
  return new Map(row === undefined ? [] : [[`attachment.${row.sha256}`, toAttachment(row)]]);
}

function toAttachment(row: AttachmentRow): Attachment {
  return { sha256: row.sha256, name: row.name, mediaType: row.media_type, size: row.size, role: row.role, caption: row.caption, position: row.position };
}
