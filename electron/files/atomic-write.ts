import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describeFileError, retryWhileInUse, retryWhileInUseSync } from './file-errors.ts';

/** What may be written: whole bytes, text (UTF-8), or pieces as they come. */
export type FileContent = Uint8Array | string | AsyncIterable<Uint8Array>;

/** Not derived from the target's name: a long Chinese name plus a suffix could pass the 255 bytes of a Linux file system. */
function partialPath(target: string): string {
  return join(dirname(target), `.partial-${randomBytes(8).toString('hex')}`);
}

/** A write may take fewer bytes than offered (a full disk, a signal): go on until all are written. */
async function writeAll(file: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    done += (await file.write(bytes, done, bytes.length - done)).bytesWritten;
  }
}

/** Makes the names inside a folder survive a power cut. Windows keeps names safe by itself and refuses to open a folder. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** The synchronous flavour of syncFolder. */
export function syncFolderSync(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/**
 * Creates `path` (it must not exist) and writes the content, which can be read when this returns. The function that comes back forces it onto
 * the disk and closes the file; call it exactly once. It may wait while the next files are being written: many waiting for the disk
 * together cost hardly more than one. What could not be written whole is removed. Both throw what writeNewFile throws.
 */
export async function beginNewFile(path: string, content: FileContent, shownAs: string = path): Promise<() => Promise<void>> {
  const file = await open(path, 'wx').catch((error: unknown) => {
    throw describeFileError(error, shownAs);
  });
  try {
    if (typeof content === 'string') await writeAll(file, Buffer.from(content, 'utf8'));
    else if (content instanceof Uint8Array) await writeAll(file, content);
    else for await (const piece of content) await writeAll(file, piece);
  } catch (error) {
    await file.close();
    await rm(path, { force: true });
    throw describeFileError(error, shownAs);
  }
  return async () => {
    try {
      await file.sync().finally(() => file.close());
    } catch (error) {
      throw describeFileError(error, shownAs);
    }
  };
}

/**
 * Creates `path` (it must not exist), writes the content and forces it onto the disk. Not atomic: for files inside a folder that is
 * itself renamed into place later. On failure the file is removed. Throws `disk-full`, `file-in-use`, `not-found`, `invalid-input`,
 * naming `shownAs` where the file's own name would mean nothing to a person.
 */
export async function writeNewFile(path: string, content: FileContent, shownAs: string = path): Promise<void> {
  const settle = await beginNewFile(path, content, shownAs);
  try {
    await settle();
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}

/** Renames a file or folder and forces both folders' names onto the disk. Waits while another program holds it, then `file-in-use`. */
export async function renameDurably(from: string, to: string): Promise<void> {
  await retryWhileInUse(to, () => rename(from, to));
  await syncFolder(dirname(to));
  if (dirname(from) !== dirname(to)) await syncFolder(dirname(from));
}

/**
 * Writes a file so that at every moment, also after a power cut, either the old content or the whole new content is there:
 * temp file in the same folder, fsync, rename, fsync of the folder. Throws `disk-full`, `file-in-use`, `not-found`, `invalid-input`.
 */
export async function writeFileAtomically(path: string, content: FileContent): Promise<void> {
  const partial = partialPath(path);
  await writeNewFile(partial, content, path);
  try {
    await renameDurably(partial, path);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
}

/** The synchronous flavour of writeFileAtomically, for callers inside a database transaction. */
export function writeFileAtomicallySync(path: string, content: Uint8Array | string): void {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
  const partial = partialPath(path);
  try {
    const file = openSync(partial, 'wx');
    try {
      for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done, bytes.length - done);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    retryWhileInUseSync(path, () => renameSync(partial, path));
  } catch (error) {
    rmSync(partial, { force: true });
    throw describeFileError(error, path);
  }
  syncFolderSync(dirname(path));
}
