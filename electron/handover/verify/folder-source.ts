import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { stopIfCancelled } from '../../files/cancellation.ts';
import { readPieces } from '../../files/digest.ts';
import { describeFileError } from '../../files/file-errors.ts';
import type { PackageSource, SourceEntry } from './package-source.ts';

function kindOf(entry: Dirent): SourceEntry['kind'] {
  if (entry.isSymbolicLink()) return 'link';
  if (entry.isDirectory()) return 'folder';
  return entry.isFile() ? 'file' : 'other';
}

/** Lists a folder or a mounted disc. Links are named, never followed. Throws `not-found`, `file-in-use`, `cancelled`. */
export async function openFolderSource(root: string, signal?: AbortSignal): Promise<PackageSource> {
  const entries: SourceEntry[] = [];
  async function list(folder: string): Promise<void> {
    stopIfCancelled(signal);
    const found = await readdir(join(root, folder), { withFileTypes: true }).catch((error: unknown) => {
      throw describeFileError(error, join(root, folder));
    });
    for (const entry of found.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      const kind = kindOf(entry);
      entries.push({ path, kind });
      if (kind === 'folder') await list(path);
    }
  }
  await list('');
  return { entries, read: (path, buffer) => readPieces(join(root, path), signal, buffer) };
}
