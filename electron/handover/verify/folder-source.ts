import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { AppError } from '../../../shared/app-error.ts';
import { stopIfCancelled } from '../../files/cancellation.ts';
import { readPieces } from '../../files/digest.ts';
import { describeFileError } from '../../files/file-errors.ts';
import { bagDeclarationName, bagInfoName, manifestName, tagManifestName } from '../package/manifest.ts';
import type { PackageSource, SourceEntry } from './package-source.ts';

function kindOf(entry: Dirent): SourceEntry['kind'] {
  if (entry.isSymbolicLink()) return 'link';
  if (entry.isDirectory()) return 'folder';
  return entry.isFile() ? 'file' : 'other';
}

/** Far beyond any package; a person's own mistake, or a folder made to keep the program busy. */
const maximumEntries = 500_000;
const bagFiles: ReadonlySet<string> = new Set([bagDeclarationName, bagInfoName, manifestName, tagManifestName]);

/**
 * Lists a folder or a mounted disc. Links are named, never followed. Of a folder without any of the files that make a package only the names
 * in it are listed: who has chosen the root of a disk by mistake is told so at once. Throws `not-found`, `file-in-use`, `cancelled`,
 * `package-invalid`.
 */
export async function openFolderSource(root: string, signal?: AbortSignal): Promise<PackageSource> {
  const entries: SourceEntry[] = [];
  async function list(folder: string): Promise<void> {
    stopIfCancelled(signal);
    const found = await readdir(join(root, folder), { withFileTypes: true }).catch((error: unknown) => {
      throw describeFileError(error, join(root, folder));
    });
    if (entries.length + found.length > maximumEntries) throw new AppError('package-invalid', `「${basename(root)}」里的文件多得不像交付包，不能校验。`, { folder: basename(root) });
    const isBag = folder !== '' || found.some(({ name }) => bagFiles.has(name));
    for (const entry of found.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      const kind = kindOf(entry);
      entries.push({ path, kind });
      if (kind === 'folder' && isBag) await list(path);
    }
  }
  await list('');
  return { entries, read: (path, buffer) => readPieces(join(root, path), signal, buffer) };
}
