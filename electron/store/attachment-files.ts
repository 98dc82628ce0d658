import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { AppError } from '../../shared/app-error.ts';
import { syncFolderSync, writeFileAtomicallySync } from '../files/atomic-write.ts';
import { sha256Hex } from '../files/digest.ts';
import { describeFileError } from '../files/file-errors.ts';
import type { ReadableStore, WritableStore } from './store.ts';

const digestPattern = /^[0-9a-f]{64}$/;

/** Where the content with this digest lies: `attachments/<first two digits>/<digest>`. */
export function attachmentPath(store: Pick<ReadableStore, 'folder'>, sha256: string): string {
  return join(store.folder, 'attachments', sha256.slice(0, 2), sha256);
}

/** Puts a content under its digest, on the disk when this returns; nothing to do when it is there. Throws `disk-full`, `file-in-use`. */
export function writeContent(store: WritableStore, sha256: string, content: Uint8Array): void {
  if (hasContent(store, sha256, content.length)) return;
  const path = attachmentPath(store, sha256);
  const part = dirname(path);
  if (!existsSync(part)) {
    mkdirSync(part, { recursive: true });
    syncFolderSync(join(store.folder, 'attachments'));
  }
  writeFileAtomicallySync(path, content);
}

/** Reads a content and compares it with its digest. Throws `not-found`, `store-damaged`, `unreadable-file`. */
export function readContent(store: ReadableStore, sha256: string): Buffer {
  return readContentFile(attachmentPath(store, sha256), sha256);
}

/** As `readContent`, without a store: for other threads. */
export function readContentFile(path: string, sha256: string): Buffer {
  if (!existsSync(path)) throw new AppError('not-found', '附件的文件不见了，请从备份恢复。', { sha256 });
  const content = readBytes(path);
  if (sha256Hex(content) !== sha256) throw new AppError('store-damaged', '附件的文件已损坏，请从备份恢复。', { sha256 });
  return content;
}

function readBytes(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    throw describeFileError(error, path);
  }
}

/** Whether a content of this size lies under its digest. Quick: it is not read. */
export function hasContent(store: ReadableStore, sha256: string, size: number): boolean {
  return statSync(attachmentPath(store, sha256), { throwIfNoEntry: false })?.size === size;
}

/** Removes a content that nothing refers to any more. One that is open elsewhere stays for the next sweep. */
export function removeContent(store: WritableStore, sha256: string): void {
  try {
    rmSync(attachmentPath(store, sha256), { force: true });
  } catch (error) {
    store.environment.log({ level: 'error', event: 'store.content-not-removed', detail: error instanceof Error ? error.message : String(error) });
  }
}

/** Whether an attachment or a draft still refers to a content. */
export function isContentInUse(store: ReadableStore, sha256: string): boolean {
  return store.statements.attachments.bySha256.get(sha256) !== undefined || store.statements.drafts.fileInUse.get(sha256) !== undefined;
}

/**
 * Removes files that no attachment and no draft refers to: contents whose entry a crash prevented, and unfinished writes. Answers how many.
 * Contents of detached attachments stay; files of any other kind are not ours and stay too.
 */
export function sweepAttachments(store: WritableStore): number {
  const root = join(store.folder, 'attachments');
  // After a restore, what no record shows may belong to the state that was set aside, which can still be brought back.
  const keepsUnused = store.statements.contracts.setting.get('restoredAt') !== undefined;
  let removed = 0;
  for (const part of readdirSync(root, { withFileTypes: true })) {
    if (!part.isDirectory() || !/^[0-9a-f]{2}$/.test(part.name)) continue;
    for (const name of readdirSync(join(root, part.name))) {
      const unfinished = name.startsWith('.partial-');
      if (!unfinished && (keepsUnused || !digestPattern.test(name) || isContentInUse(store, name))) continue;
      rmSync(join(root, part.name, name), { force: true });
      removed += 1;
    }
  }
  return removed;
}
