import { AppError } from '../../../shared/app-error.ts';
import type { PhotosOf } from '../../handover/deliverables/make-file.ts';
import { attachmentsOfContract, readAttachment } from '../../store/attachments.ts';
import type { ReadableStore } from '../../store/store.ts';

/**
 * The photos of a contract's records, read when a form asks for them. One whose file is gone or damaged comes without bytes: the page
 * then shows that it is lacking, and the other pages are made.
 */
export function photosOf(store: ReadableStore, contractId: string): PhotosOf {
  const attachments = attachmentsOfContract(store, contractId);
  const content = (sha256: string): Uint8Array => {
    try {
      return readAttachment(store, sha256);
    } catch (error) {
      if (error instanceof AppError && (error.code === 'not-found' || error.code === 'store-damaged')) return new Uint8Array();
      throw error;
    }
  };
  return (record) => (attachments.get(record.id) ?? []).filter(({ role }) => role === 'photo').map(({ sha256, name, caption }) => ({ name, caption, bytes: content(sha256) }));
}
