import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { AppError } from '../../../shared/app-error.ts';
import { renameDurably, syncFolder, writeNewFile } from '../../files/atomic-write.ts';
import { stopIfCancelled } from '../../files/cancellation.ts';
import { describeFileError } from '../../files/file-errors.ts';
import { canonicalJson } from '../canonical-json.ts';
import type { StoreEnvironment } from '../store.ts';
import { openArchive, type ArchiveKey, type ArchiveReader } from './archive.ts';
import type { BackupOptions } from './backup-store.ts';
import { manifestName, parseManifest, type BackupManifest } from './manifest.ts';
import { inspectSnapshot } from './snapshot.ts';

export type RestoreReport = Pick<BackupManifest, 'madeAt' | 'madeBy' | 'device' | 'missing' | 'problems'> & { readonly files: number };

const largestManifest = 64 * 1024 * 1024;

/**
 * Unpacks a backup into `folder`, which must be empty or not be there. Every file is compared with the manifest, the database is opened
 * and checked together with its change log, and only then does the folder get its name: a killed run leaves no half-restored data folder.
 * Throws `already-exists`, `unreadable-file` (damaged or no backup), `store-damaged`, `store-newer-than-app`, `cancelled`, `disk-full`,
 * `invalid-input` (passphrase missing or wrong).
 */
export async function restoreBackup(file: string, folder: string, environment: Pick<StoreEnvironment, 'newId'>, options: BackupOptions = {}): Promise<RestoreReport> {
  if (existsSync(folder) && readdirSync(folder).length > 0) throw new AppError('already-exists', `文件夹“${basename(folder)}”不是空的，不能恢复到这里。`);
  const staging = join(dirname(folder), `.restore-${environment.newId()}`);
  try {
    const zip = await openArchive(file, options);
    try {
      const manifest = await readManifest(zip);
      await unpack(zip, manifest, staging, options);
      checkContents(staging, manifest);
      if (existsSync(folder)) rmdirSync(folder);
      await renameDurably(staging, folder);
      const { madeAt, madeBy, device, missing, problems, files } = manifest;
      return { madeAt, madeBy, device, missing, problems, files: files.length };
    } finally {
      await zip.close();
    }
  } catch (error) {
    throw describeFileError(error, file);
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

/** What a backup says about itself, before anything of it is unpacked. Throws `unreadable-file`, `not-found`, `invalid-input` (passphrase). */
export async function readBackupManifest(file: string, key: ArchiveKey = {}): Promise<BackupManifest> {
  try {
    const zip = await openArchive(file, key);
    try {
      return await readManifest(zip);
    } finally {
      await zip.close();
    }
  } catch (error) {
    throw describeFileError(error, file);
  }
}

async function readManifest(zip: ArchiveReader): Promise<BackupManifest> {
  const member = zip.members.get(manifestName);
  if (member === undefined || member.size > largestManifest) throw new AppError('unreadable-file', '这不是本程序的备份：里面没有清单。');
  const pieces: Buffer[] = [];
  for await (const piece of zip.pieces(member)) pieces.push(Buffer.from(piece));
  const manifest = parseManifest(Buffer.concat(pieces).toString('utf8'));
  const expected = new Set([manifestName, ...manifest.files.map(({ path }) => path)]);
  if (expected.size !== manifest.files.length + 1 || zip.members.size !== expected.size || [...zip.members.keys()].some((name) => !expected.has(name))) {
    throw new AppError('unreadable-file', '备份里的文件与清单不符，不能恢复。');
  }
  return manifest;
}

async function unpack(zip: ArchiveReader, manifest: BackupManifest, staging: string, { signal, onProgress }: BackupOptions): Promise<void> {
  const total = manifest.files.reduce((sum, { bytes }) => sum + bytes, 0);
  let done = 0;
  const folders = new Set(['.', 'attachments', 'templates', 'backups']);
  for (const { path } of manifest.files) folders.add(dirname(path));
  for (const name of folders) mkdirSync(join(staging, name), { recursive: true });
  for (const entry of manifest.files) {
    const member = zip.members.get(entry.path);
    const hash = createHash('sha256');
    const pieces = async function* (): AsyncGenerator<Uint8Array, void, undefined> {
      if (member === undefined) return;
      for await (const piece of zip.pieces(member)) {
        stopIfCancelled(signal);
        hash.update(piece);
        done += piece.length;
        onProgress?.({ done, total });
        yield piece;
      }
    };
    await writeNewFile(join(staging, entry.path), pieces());
    if (hash.digest('hex') !== entry.sha256) throw new AppError('unreadable-file', `备份里的“${entry.path}”已损坏，不能恢复。`, { file: entry.path });
  }
  for (const name of folders) await syncFolder(join(staging, name));
}

function checkContents(staging: string, manifest: BackupManifest): void {
  const contents = inspectSnapshot(join(staging, 'binder.sqlite'));
  const present = new Set(manifest.files.map(({ path }) => basename(path)));
  const lost = contents.attachments.find(({ sha256 }) => !present.has(sha256) && !manifest.missing.includes(sha256));
  if (lost !== undefined) throw new AppError('unreadable-file', '备份里缺少附件，不能恢复。', { sha256: lost.sha256 });
  if (contents.log === undefined) return;
  if (canonicalJson(contents.log) !== canonicalJson({ chains: manifest.chains, problems: manifest.problems })) {
    throw new AppError('store-damaged', '备份里的修改记录核对不上，不能恢复。', { problems: contents.log.problems });
  }
}
