import { createHash } from 'node:crypto';
import { linkSync } from 'node:fs';
import { link, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../../shared/app-error.ts';
import { type FileContent, syncFolder, writeNewFile } from '../../files/atomic-write.ts';
import { describeFileError, systemErrorCode } from '../../files/file-errors.ts';
import { nameKey } from '../file-names.ts';
import type { PackageEntry } from './description.ts';

/** Writes the files of one package below `root`, remembers their digests, and refuses two files that some computer takes for one. */
export type StagingWriter = {
  /** Throws `already-exists` for a second file of the same name, `disk-full`, `file-in-use`. Safe to call side by side. */
  readonly write: (path: string, content: FileContent) => Promise<PackageEntry>;
  /**
   * Gives a file that is on the disk already, of known content, a second name in the package instead of a copy. False where the file
   * system cannot, or the file is gone meanwhile; then it has to be written.
   */
  readonly adopt: (path: string, file: string) => Promise<boolean>;
  /** Forces all folder names onto the disk. */
  readonly sync: () => Promise<void>;
};

async function* asBytes(content: FileContent): AsyncGenerator<Uint8Array> {
  if (typeof content === 'string') yield Buffer.from(content, 'utf8');
  else if (content instanceof Uint8Array) yield content;
  else yield* content;
}

/** @param isNearby on the disk of the program's own data, where giving thousands of names takes a fraction of the time without going back and forth */
export function openStagingWriter(root: string, isNearby: boolean): StagingWriter {
  const spellings = new Map<string, string>();
  const folders = new Map<string, Promise<void>>();

  function claim(path: string, kind: 'file' | 'folder'): void {
    const key = nameKey(path);
    const spelling = `${kind} ${path}`;
    const earlier = spellings.get(key);
    if (earlier !== undefined && (kind === 'file' || earlier !== spelling)) {
      throw new AppError('already-exists', `交付包里有两个同名的文件或文件夹：${path}`, { path });
    }
    spellings.set(key, spelling);
  }

  // Not recursive: should another run remove the staging folder, this one must fail and not start a second, incomplete folder.
  async function makeFolder(path: string): Promise<void> {
    const parent = path.lastIndexOf('/');
    if (parent > 0) await folderReady(path.slice(0, parent));
    try {
      await mkdir(join(root, path));
    } catch (error) {
      if (systemErrorCode(error) !== 'EEXIST') throw describeFileError(error, path);
    }
  }

  function folderReady(path: string): Promise<void> {
    const known = folders.get(path);
    if (known !== undefined) return known;
    claim(path, 'folder');
    const made = makeFolder(path);
    folders.set(path, made);
    return made;
  }

  async function parentReady(path: string): Promise<void> {
    const parent = path.lastIndexOf('/');
    if (parent > 0) await folderReady(path.slice(0, parent));
  }

  async function adopt(path: string, file: string): Promise<boolean> {
    await parentReady(path);
    try {
      if (isNearby) linkSync(file, join(root, path));
      else await link(file, join(root, path));
    } catch (error) {
      // The name is there already: two documents of one name, which `write` reports with the right words.
      if (systemErrorCode(error) !== undefined) return false;
      throw error;
    }
    claim(path, 'file');
    return true;
  }

  async function write(path: string, content: FileContent): Promise<PackageEntry> {
    claim(path, 'file');
    await parentReady(path);
    const hash = createHash('sha256');
    let bytes = 0;
    async function* counted(): AsyncGenerator<Uint8Array> {
      for await (const piece of asBytes(content)) {
        hash.update(piece);
        bytes += piece.length;
        yield piece;
      }
    }
    await writeNewFile(join(root, path), counted());
    return { path, bytes, sha256: hash.digest('hex') };
  }

  async function sync(): Promise<void> {
    // Side by side: each waits for the disk, and one wait serves many.
    await Promise.all([...folders.keys()].map((path) => syncFolder(join(root, path))));
    await syncFolder(root);
  }

  return { write, adopt, sync };
}
