import type { Attachment } from '../../../shared/ipc/attachment-channels.ts';
import type { Handlers } from '../../../shared/ipc/contract.ts';
import { listAttachments, orderAttachments, readAttachment, removeAttachment, restoreAttachment } from '../../store/attachments.ts';
import { getRecord } from '../../store/records.ts';
import type { Core } from '../core.ts';
import { settleRecordScans } from '../operations/attach-scans.ts';
import { attachedTo, attachFile, describeFile } from '../operations/attachments.ts';

type AttachmentChannels = 'attachments.list' | 'attachments.add' | 'attachments.describe' | 'attachments.order' | 'attachments.remove' | 'attachments.restore' | 'attachments.read';

/** The files of records. Every change answers with all attachments of the record as they now are. */
export function attachmentHandlers(core: Core): Pick<Handlers, AttachmentChannels> {
  const { store } = core;
  const changed = (recordId: string): readonly Attachment[] => {
    core.emit('records.changed', { contractId: getRecord(store, recordId).contractId });
    return listAttachments(store, recordId);
  };
  return {
    'attachments.list': ({ recordId }) => listAttachments(store, recordId),
    'attachments.add': async ({ recordId, file, role, caption }) => {
      attachFile(store, recordId, { name: file.name, content: Buffer.from(file.base64, 'base64'), role, caption });
      if (role === 'signed-scan') await settleRecordScans(core, recordId, false);
      return changed(recordId);
    },
    'attachments.describe': async ({ recordId, sha256, ...words }) => {
      const before = attachedTo(store, recordId, sha256).role;
      describeFile(store, recordId, sha256, words);
      if (words.role !== undefined && words.role !== before) await settleRecordScans(core, recordId, before === 'signed-scan');
      return changed(recordId);
    },
    'attachments.order': ({ recordId, order }) => {
      orderAttachments(store, recordId, order);
      return changed(recordId);
    },
    'attachments.remove': async ({ recordId, sha256 }) => {
      const wasScan = attachedTo(store, recordId, sha256).role === 'signed-scan';
      removeAttachment(store, recordId, sha256);
      if (wasScan) await settleRecordScans(core, recordId, true);
      return changed(recordId);
    },
    'attachments.restore': async ({ recordId, sha256 }) => {
      if (restoreAttachment(store, recordId, sha256).role === 'signed-scan') await settleRecordScans(core, recordId, false);
      return changed(recordId);
    },
    'attachments.read': ({ recordId, sha256 }) => {
      const { name, mediaType } = attachedTo(store, recordId, sha256);
      return { name, mediaType, base64: readAttachment(store, sha256).toString('base64') };
    },
  };
}
