import { createHash } from 'node:crypto';
import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '../../../shared/app-error.ts';
import { stopIfCancelled } from '../../files/cancellation.ts';
import { readPieces } from '../../files/digest.ts';
import { describeFileError } from '../../files/file-errors.ts';
import { createArchive, openArchive } from '../../store/backup/archive.ts';
import { isUnfinished } from '../package/package-place.ts';
import type { BackupOptions } from '../../store/backup/backup-store.ts';

/** A folder's files, as far as anybody looks before packing it. */
export type FolderContents = { readonly files: readonly { readonly path: string; readonly bytes: number }[]; readonly bytes: number };

/** More files than a contract's hand-over ever has. */
const mostFiles = 50_000;

/** The files of a folder and of its folders, by name; links, files of the program and what a killed run left are left out. Throws `invalid-input` when there are too many. */
export async function folderContents(folder: string): Promise<FolderContents> {
  const files: { readonly path: string; readonly bytes: number }[] = [];
  const walk = async (inside: string): Promise<void> => {
    const entries = (await readdir(path.join(folder, inside), { withFileTypes: true })).toSorted((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
      const place = inside === '' ? entry.name : `${inside}/${entry.name}`;
      if (entry.name.startsWith('.') || (entry.isDirectory() && isUnfinished(entry.name))) continue;
      if (entry.isDirectory()) await walk(place);
      else if (entry.isFile()) files.push({ path: place, bytes: (await stat(path.join(folder, place))).size });
      if (files.length > mostFiles) throw new AppError('invalid-input', `文件夹里超过 ${mostFiles} 个文件，不能打包。`, {});
    }
  };
  try {
    await walk('');
  } catch (error) {
    throw describeFileError(error, folder);
  }
  return { files, bytes: files.reduce((sum, { bytes }) => sum + bytes, 0) };
}

export type PackReport = { readonly files: number };

/**
 * Packs a folder into one file, an open .zip or, with a passphrase, an encrypted .7z, and reads it back. `target` must not exist and is
 * removed when anything goes wrong. `done` and `total` count bytes, once for writing and once for reading back.
 * Throws `invalid-input` (empty folder), `cancelled`, `disk-full`, `file-in-use`, `unreadable-file`.
 */
export async function packFolder(folder: string, target: string, now: string, { passphrase, signal, onProgress }: BackupOptions): Promise<PackReport> {
  const { files, bytes } = await folderContents(folder);
  if (files.length === 0) throw new AppError('invalid-input', '这个文件夹里没有文件，没有可以打包的内容。', {});
  let done = 0;
  const counted = async function* (pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
    for await (const piece of pieces) {
      stopIfCancelled(signal);
      done += piece.length;
      onProgress?.({ done: Math.min(done, 2 * bytes), total: 2 * bytes });
      yield piece;
    }
  };
  try {
    const digests = new Map<string, string>();
    const archive = await createArchive(target, now, { passphrase, signal });
    try {
      for (const file of files) digests.set(file.path, (await archive.add(file.path, counted(readPieces(path.join(folder, file.path), signal)))).sha256);
      await archive.finish();
    } finally {
      await archive.close();
    }
    await readBack(target, digests, counted, { passphrase, signal });
    return { files: files.length };
  } catch (error) {
    await rm(target, { force: true });
    throw describeFileError(error, target);
  }
}

async function readBack(target: string, digests: ReadonlyMap<string, string>, counted: (pieces: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array>, key: BackupOptions): Promise<void> {
  const archive = await openArchive(target, key);
  try {
    for (const [name, expected] of digests) {
      const member = archive.members.get(name);
      const hash = createHash('sha256');
      if (member !== undefined) for await (const piece of counted(archive.pieces(member))) hash.update(piece);
      if (member === undefined || hash.digest('hex') !== expected) throw new AppError('unreadable-file', '写完后读回核对不一致，请检查介质或换一个位置。', { file: name });
    }
  } finally {
    await archive.close();
  }
}
