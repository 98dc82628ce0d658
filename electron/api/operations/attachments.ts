import { AppError } from '../../../shared/app-error.ts';
import type { Attachment } from '../../../shared/ipc/attachment-channels.ts';
import { attachmentLimit, isPrintable, isRunnableName, type AttachmentRole } from '../../../shared/records/attachment.ts';
import { sha256Hex } from '../../files/digest.ts';
import { addAttachment, describeAttachment, listAttachments } from '../../store/attachments.ts';
import type { ReadableStore, WritableStore } from '../../store/store.ts';
import { isProgram, mediaTypeOf } from '../media-type.ts';

/** A file as a person hands it in; what it is, its content decides. */
export type HandedFile = { readonly name: string; readonly content: Uint8Array; readonly role: AttachmentRole; readonly caption: string };

/** One attachment of a record. Throws `not-found`. */
export function attachedTo(store: ReadableStore, recordId: string, sha256: string): Attachment {
  const attachment = listAttachments(store, recordId).find((candidate) => candidate.sha256 === sha256);
  if (attachment === undefined) throw new AppError('not-found', '这条记录没有这个附件。', { record: recordId, sha256 });
  return attachment;
}

/**
 * Attaches a file that a person chose. Throws `invalid-input` for one that is empty, larger than 30 MB, a program, or a photo that no form
 * can print; `already-exists` when the record has the same content, whose words must not be lost; and what `addAttachment` throws.
 */
export function attachFile(store: WritableStore, recordId: string, { name, content, role, caption }: HandedFile): Attachment {
  const refuse = (reason: string): never => {
    throw new AppError('invalid-input', `「${name}」${reason}`, { file: name });
  };
  if (content.length === 0) refuse('是空文件，没有添加。');
  if (content.length > attachmentLimit) refuse(`有 ${Math.ceil((content.length / 1024 / 1024) * 10) / 10} MB，超过每个附件 ${attachmentLimit / 1024 / 1024} MB 的上限。`);
  if (isRunnableName(name) || isProgram(content)) refuse('是可以运行的程序，不能作为附件。');
  const mediaType = mediaTypeOf(content);
  if (role === 'photo') mustPrint(name, mediaType);
  const sha256 = sha256Hex(content);
  const same = listAttachments(store, recordId).find((attachment) => attachment.sha256 === sha256);
  if (same !== undefined) throw new AppError('already-exists', `「${name}」与已有附件「${same.caption === '' ? same.name : same.caption}」内容相同，没有重复添加。`, { file: name, sha256 });
  return addAttachment(store, recordId, { name, content, mediaType, role, caption });
}

/** Changes name, role or caption. Throws `invalid-input` when something becomes a photo that no form can print. */
export function describeFile(store: WritableStore, recordId: string, sha256: string, words: { readonly name?: string | undefined; readonly role?: AttachmentRole | undefined; readonly caption?: string | undefined }): Attachment {
  const attachment = attachedTo(store, recordId, sha256);
  if (words.role === 'photo') mustPrint(attachment.name, attachment.mediaType);
  const { name = attachment.name, role = attachment.role, caption = attachment.caption } = words;
  return describeAttachment(store, recordId, sha256, { name, role, caption });
}

function mustPrint(name: string, mediaType: string): void {
  if (!isPrintable(mediaType)) throw new AppError('invalid-input', `「${name}」不是 JPEG 或 PNG 图片，不能作为照片印在单子上。`, { file: name });
}
