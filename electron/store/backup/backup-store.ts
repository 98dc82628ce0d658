import { createHash } from 'node:crypto';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AppError, type Problem } from '../../../shared/app-error.ts';
import { renameDurably } from '../../files/atomic-write.ts';
import { stopIfCancelled } from '../../files/cancellation.ts';
import { readPieces, type ContentDigest } from '../../files/digest.ts';
import { describeFileError } from '../../files/file-errors.ts';
import { attachmentPath } from '../attachment-files.ts';
import { describeSqliteError } from '../sqlite-errors.ts';
import type { WritableStore } from '../store.ts';
import { createArchive, openArchive, type ArchiveWriter } from './archive.ts';
import { manifestName, type BackupManifest } from './manifest.ts';
import { inspectSnapshot, removeSnapshot, type SnapshotContents } from './snapshot.ts';

/** `done` and `total` are bytes, counting each file once for writing and once for reading back. With a passphrase the file is an encrypted .7z. */
export type BackupOptions = {
  readonly signal?: AbortSignal | undefined;
  readonly passphrase?: string | undefined;
  readonly onProgress?: ((progress: { readonly done: number; readonly total: number }) => void) | undefined;
};

export type BackupReport = {
  readonly files: number;
  readonly bytes: number;
  /** Digests of attachments that are gone or damaged in the data folder itself; everything else is in the backup. */
  readonly missing: readonly string[];
  /** What is wrong with the data in the folder, as `verifyChain` tells it. */
  readonly problems: readonly Problem[];
};

type Source = { readonly path: string; readonly file: string; readonly size: number; readonly sha256?: string };

/**
 * Writes one .zip (or encrypted .7z) with the database as it is at this moment, all attachments and the person's own templates. Saving may go on meanwhile.
 * The database copy is opened and checked, and the finished file is read back and compared before it takes the name `target`;
 * a killed run leaves nothing under that name. Any unzip program, or 7-Zip with the passphrase, can open it.
 * Throws `cancelled`, `disk-full`, `file-in-use`, `store-damaged`, `invalid-input` (a file of 4 GB or more).
 */
export async function backupStore(store: WritableStore, target: string, options: BackupOptions = {}): Promise<BackupReport> {
  const snapshot = join(store.folder, 'backups', `.partial-${store.environment.newId()}.sqlite`);
  const partial = join(dirname(target), `.partial-${store.environment.newId()}.archive`);
  try {
    store.database.prepare('VACUUM INTO ?').run(snapshot);
    const contents = inspectSnapshot(snapshot);
    const sources = sourcesOf(store, snapshot, contents);
    const progress = progressOf(sources, options);
    const manifest = await writeArchive(store, partial, sources, contents, progress, options);
    await readBack(partial, manifest, progress, options);
    await renameDurably(partial, target);
    return { files: manifest.files.length, bytes: statSync(target).size, missing: manifest.missing, problems: manifest.problems };
  } catch (error) {
    throw describeFileError(describeSqliteError(error), target);
  } finally {
    removeSnapshot(snapshot);
    await rm(partial, { force: true });
  }
}

function sourcesOf(store: WritableStore, snapshot: string, contents: SnapshotContents): Source[] {
  const templates = readdirSync(join(store.folder, 'templates'), { withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map(({ name }) => ({ name, file: join(store.folder, 'templates', name) }));
  const attachments = contents.attachments.map(({ sha256 }) => ({ sha256, file: attachmentPath(store, sha256) }));
  return [
    { path: 'binder.sqlite', file: snapshot, size: statSync(snapshot).size },
    ...templates.map(({ name, file }) => ({ path: `templates/${name}`, file, size: statSync(file).size })),
    ...attachments.map(({ sha256, file }) => ({
      path: `attachments/${sha256.slice(0, 2)}/${sha256}`, file, sha256, size: statSync(file, { throwIfNoEntry: false })?.size ?? 0,
    })),
  ];
}

type Progress = (bytes: number) => void;

/** Reports pieces of work and stops between them once the person has cancelled. */
function progressOf(sources: readonly Source[], { signal, onProgress }: BackupOptions): Progress {
  const total = 2 * sources.reduce((sum, source) => sum + source.size, 0);
  let done = 0;
  return (bytes) => {
    stopIfCancelled(signal);
    done += bytes;
    onProgress?.({ done: Math.min(done, total), total });
  };
}

async function* counted(pieces: AsyncIterable<Uint8Array>, progress: Progress): AsyncGenerator<Uint8Array, void, undefined> {
  for await (const piece of pieces) {
    progress(piece.length);
    yield piece;
  }
}

async function writeArchive(store: WritableStore, partial: string, sources: readonly Source[], contents: SnapshotContents, progress: Progress, options: BackupOptions): Promise<BackupManifest> {
  const zip = await createArchive(partial, store.environment.now(), options);
  try {
    const files: BackupManifest['files'] = [];
    const missing: string[] = [];
    for (const source of sources) {
      const digest = await addSource(zip, source, progress);
      if (digest === undefined) missing.push(source.sha256 ?? '');
      else files.push({ path: source.path, ...digest });
    }
    const { device, user, now } = store.environment;
    const manifest: BackupManifest = {
      format: 'handover-binder-backup/1', madeAt: now(), madeBy: user, device, storeVersion: contents.storeVersion,
      chains: [...(contents.log?.chains ?? [])], contents: contents.counts, files, missing, problems: [...(contents.log?.problems ?? [])],
    };
    await zip.add(manifestName, oneOf(Buffer.from(`${JSON.stringify(manifest, undefined, 1)}\n`, 'utf8')));
    await zip.finish();
    return manifest;
  } finally {
    await zip.close();
  }
}

/** Undefined for an attachment that is gone or is no longer what was attached: the rest must not stay without a backup because of it. */
async function addSource(zip: ArchiveWriter, source: Source, progress: Progress): Promise<ContentDigest | undefined> {
  if (source.sha256 !== undefined && !existsSync(source.file)) return undefined;
  const digest = await zip.add(source.path, counted(readPieces(source.file), progress));
  if (source.sha256 === undefined || digest.sha256 === source.sha256) return digest;
  zip.takeBack();
  return undefined;
}

async function digestOf(pieces: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of pieces) hash.update(piece);
  return hash.digest('hex');
}

async function* oneOf(bytes: Uint8Array): AsyncGenerator<Uint8Array, void, undefined> {
  yield bytes;
}

async function readBack(partial: string, manifest: BackupManifest, progress: Progress, options: BackupOptions): Promise<void> {
  const zip = await openArchive(partial, options);
  try {
    for (const file of manifest.files) {
      const member = zip.members.get(file.path);
      if (member === undefined || (await digestOf(counted(zip.pieces(member), progress))) !== file.sha256) {
        throw new AppError('unreadable-file', '备份写完后读回核对不一致，请检查磁盘或换一个位置。', { file: file.path });
      }
    }
  } finally {
    await zip.close();
  }
}
