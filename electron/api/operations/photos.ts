import type { PhotosOf } from '../../handover/deliverables/make-file.ts';
import { attachmentPath } from '../../store/attachment-files.ts';
import { attachmentsOfContract } from '../../store/attachments.ts';
import type { ReadableStore } from '../../store/store.ts';

/** The photos of a contract's records; whoever fills a form that shows them reads them. */
export function photosOf(store: ReadableStore, contractId: string): PhotosOf {
  const attachments = attachmentsOfContract(store, contractId);
  return (record) => (attachments.get(record.id) ?? []).filter(({ role }) => role === 'photo').map(({ sha256, name, caption }) => ({ name, caption, sha256, file: attachmentPath(store, sha256) }));
}
