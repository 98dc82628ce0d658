import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../../shared/app-error.ts';
import { writeNewFile } from '../../files/atomic-write.ts';
import { stopIfCancelled } from '../../files/cancellation.ts';
import { describeFileError } from '../../files/file-errors.ts';
import { openArchive, type ArchiveKey } from './archive.ts';
import type { BackupOptions } from './backup-store.ts';
import type { BackupManifest } from './manifest.ts';
import { readBackupManifest } from './restore-backup.ts';
import { inspectSnapshot } from './snapshot.ts';

/** Whether a backup holds attachments and templates too; the automatic ones are the database alone. */
export function isArchive(file: string): boolean {
  return !file.endsWith('.sqlite');
}

/** A backup's database laid out for reading; `manifest` only for those that have one. */
export type OpenedBackup = { readonly database: string; readonly manifest: BackupManifest | undefined };

/**
 * Puts the database of a backup into `folder`, a new one, compared with the manifest; nothing else is unpacked. Whoever asked removes the
 * folder. Throws `unreadable-file`, `not-found`, `disk-full`.
 */
export async function openBackupDatabase(file: string, folder: string, key: ArchiveKey = {}): Promise<OpenedBackup> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const database = join(folder, 'binder.sqlite');
  try {
    if (!isArchive(file)) {
      copyFileSync(file, database);
      return { database, manifest: undefined };
    }
    const manifest = await readBackupManifest(file, key);
    await unpackMember(file, manifest, database, key);
    return { database, manifest };
  } catch (error) {
    throw describeFileError(error, file);
  }
}

async function unpackMember(file: string, manifest: BackupManifest, target: string, key: ArchiveKey): Promise<void> {
  const expected = manifest.files.find(({ path }) => path === 'binder.sqlite')?.sha256;
  const zip = await openArchive(file, key);
  try {
    const member = zip.members.get('binder.sqlite');
    if (member === undefined) throw new AppError('unreadable-file', '备份里没有数据文件。');
    const hash = createHash('sha256');
    const pieces = async function* (): AsyncGenerator<Uint8Array, void, undefined> {
      for await (const piece of zip.pieces(member)) {
        hash.update(piece);
        yield piece;
      }
    };
    await writeNewFile(target, pieces());
    if (hash.digest('hex') !== expected) throw new AppError('unreadable-file', '备份里的数据文件已损坏。');
  } finally {
    await zip.close();
  }
}

/**
 * Reads a backup from beginning to end: every file against its digest, every page of the database, and the chain of its change log.
 * `work` is a folder for the database, removed afterwards. Throws `unreadable-file`, `store-damaged`, `store-newer-than-app`, `cancelled`.
 */
export async function verifyBackup(file: string, work: string, { signal, onProgress, passphrase }: BackupOptions = {}): Promise<{ readonly files: number }> {
  try {
    const { database, manifest } = await openBackupDatabase(file, work, { signal, passphrase });
    stopIfCancelled(signal);
    inspectSnapshot(database);
    if (manifest === undefined) return { files: 1 };
    const total = manifest.files.reduce((sum, { bytes }) => sum + bytes, 0);
    let done = 0;
    const zip = await openArchive(file, { signal, passphrase });
    try {
      for (const entry of manifest.files) {
        const member = zip.members.get(entry.path);
        const hash = createHash('sha256');
        if (member !== undefined) {
          for await (const piece of zip.pieces(member)) {
            stopIfCancelled(signal);
            hash.update(piece);
            done += piece.length;
            onProgress?.({ done, total });
          }
        }
        if (hash.digest('hex') !== entry.sha256) throw new AppError('unreadable-file', `备份里的“${entry.path}”已损坏。`, { file: entry.path });
      }
    } finally {
      await zip.close();
    }
    return { files: manifest.files.length };
  } catch (error) {
    throw describeFileError(error, file);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}
