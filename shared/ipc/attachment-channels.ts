import { z } from 'zod';
import { attachmentRoles } from '../records/attachment.ts';
import { captionInput, channel, fileInput, idInput, sha256Input } from './channel.ts';

export type Attachment = { readonly sha256: string; readonly name: string; readonly mediaType: string; readonly size: number; readonly role: string; readonly caption: string; readonly position: number };

/** The files of records. */
export const attachmentChannels = {
  'attachments.list': channel<readonly Attachment[]>()(z.strictObject({ recordId: idInput })),
  'attachments.add': channel<readonly Attachment[]>()(z.strictObject({ recordId: idInput, file: fileInput, role: z.enum(attachmentRoles), caption: captionInput })),
  /** What is left out stays as it is. */
  'attachments.describe': channel<readonly Attachment[]>()(z.strictObject({ recordId: idInput, sha256: sha256Input, name: z.string().min(1).max(255).optional(), role: z.enum(attachmentRoles).optional(), caption: captionInput.optional() })),
  /** The whole new order of a record's attachments. */
  'attachments.order': channel<readonly Attachment[]>()(z.strictObject({ recordId: idInput, order: z.array(sha256Input).max(10_000) })),
  'attachments.remove': channel<readonly Attachment[]>()(z.strictObject({ recordId: idInput, sha256: sha256Input })),
  /** Undoes the last removal of this file from this record. */
  'attachments.restore': channel<readonly Attachment[]>()(z.strictObject({ recordId: idInput, sha256: sha256Input })),
  'attachments.read': channel<{ readonly name: string; readonly mediaType: string; readonly base64: string }>()(z.strictObject({ recordId: idInput, sha256: sha256Input })),
} as const;
