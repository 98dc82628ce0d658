import { AppError, type Problem } from '../../../shared/app-error.ts';
import type { Contract } from '../../../shared/contract/profile.ts';
import type { PlannedFile } from '../../../shared/deliverables/plan.ts';
import type { Attachment } from '../../../shared/ipc/attachment-channels.ts';
import { kindOf } from '../../../shared/records/kinds.ts';
import type { AnyRecord } from '../../../shared/records/record.ts';
import { readPieces } from '../../files/digest.ts';
import { type PreparedDocument, readPrepared } from '../../handover/deliverables/kept-documents.ts';
import type { ContentsSource, KeptFile, PaperBinding } from '../../handover/deliverables/package-contents.ts';
import type { KnownContent } from '../../handover/package/description.ts';
import { readDocumentScans } from '../../handover/sign-off/scans-of.ts';
import { attachmentPath, hasContent } from '../../store/attachment-files.ts';
import type { ContractAttachments } from '../../store/attachments.ts';
import type { ReadableStore } from '../../store/store.ts';
import type { ContractWorks } from './document-works.ts';

/** A contract without bound volumes: documents are gathered by deliverable and have no place on paper. */
export const noBinding: PaperBinding = { volumes: [], pdfOf: () => undefined, volumeFiles: [] };

/** What of the records goes into the package beside the documents. */
export type PackageChoice = { readonly photos: boolean; readonly scans: boolean; readonly others: boolean };

export const wholePackage: PackageChoice = { photos: true, scans: true, others: true };

/** The scans of each document in the version as which it is handed over: a paper that was replaced does not go along with the new one. */
function scansOf(store: ReadableStore, contractId: string, works: ContractWorks, documents: readonly PreparedDocument[]): (planned: PlannedFile) => KeptFile[] {
  const scans = readDocumentScans(store, contractId, works.attachments);
  const withPhotos = new Set(documents.filter(({ template }) => template.showsPhotos).map(({ planned }) => planned));
  return (planned) => scans.scansOf(planned, works.digests.editionOf(works.digestSource, planned, withPhotos.has(planned)).version).map((scan): KeptFile => ({ ...scan, caption: '' }));
}

async function* whole(bytes: Promise<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield await bytes;
}

/** What the package of a contract is put together from. Nothing is read yet. */
export function packageSource(store: ReadableStore, contract: Contract, works: ContractWorks, documents: readonly PreparedDocument[], binding: PaperBinding, choice: PackageChoice): ContentsSource {
  const { attachments } = works;
  const ofRole = (role: Attachment['role']) => (record: AnyRecord): readonly KeptFile[] => (attachments.get(record.id) ?? []).filter((attachment) => attachment.role === role);
  const none = (): readonly KeptFile[] => [];
  return {
    profile: contract.profile,
    documents,
    contentOf: (document): KnownContent => ({
      sha256: document.sha256, bytes: document.bytes, fresh: document.isNew ? document.file : undefined, owner: `「${document.name}」`, read: () => whole(readPrepared(works, document)),
    }),
    photosOf: choice.photos ? ofRole('photo') : none,
    othersOf: choice.others ? ofRole('other') : none,
    scansOf: choice.scans ? scansOf(store, contract.id, works, documents) : none,
    fileContent: ({ sha256, size }, owner): KnownContent => {
      const source = attachmentPath(store, sha256);
      return { sha256, bytes: size, owner, source, read: (signal, buffer) => readPieces(source, signal, buffer) };
    },
    binding,
  };
}

/**
 * Refuses to begin when files of records are gone: all of them are named at once, before anything is made. Quick: contents are not read.
 * Throws `not-found` with problems.
 */
export function refuseMissingFiles(store: ReadableStore, attachments: ContractAttachments, records: readonly AnyRecord[]): void {
  const problems: Problem[] = records.filter(({ status }) => status !== 'draft').flatMap((record) => (attachments.get(record.id) ?? [])
    .filter(({ sha256, size }) => !hasContent(store, sha256, size))
    .map(({ name, role }) => ({ place: `${kindOf(record.kind).title} ${record.number}`, message: `${role === 'photo' ? '照片' : '附件'}「${name}」的文件不见了或不完整` })));
  const [first] = problems;
  if (first === undefined) return;
  throw new AppError('not-found', `有 ${problems.length} 个附件的文件找不到，交付包没有制作。第一个：${first.place} 的${first.message}。请从备份恢复，或在单据里重新添加、移除后再交付。`, { problems });
}
