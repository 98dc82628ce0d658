import { mkdir, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { AppError } from '../../../shared/app-error.ts';
import { syncFolder, writeNewFile } from '../../files/atomic-write.ts';
import { retryWhileInUse } from '../../files/file-errors.ts';
import { closePackagePlace, repairPackagePlace, type PackagePlace } from '../package/package-place.ts';

/** Lies in the folder of a binding and names its files: whatever else is found there belongs to a person. */
export const bindingListName = '装订清单.json';

const listSchema = z.strictObject({ files: z.array(z.string()) });

/** All files below a folder, with `/`. Folders may be empty. */
async function filesBelow(folder: string): Promise<readonly string[] | undefined> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => undefined);
  return entries?.filter((entry) => !entry.isDirectory()).map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
}

async function listedFiles(folder: string): Promise<readonly string[] | undefined> {
  try {
    return listSchema.parse(JSON.parse(await readFile(path.join(folder, bindingListName), 'utf8'))).files;
  } catch {
    return undefined;
  }
}

/** What systems put into folders by themselves. */
function isOfSystem(name: string): boolean {
  return /(^|\/)(\.DS_Store|Thumbs\.db|desktop\.ini|~\$[^/]*)$/i.test(name);
}

async function refuseStrangers(folder: string): Promise<void> {
  const found = (await filesBelow(folder)) ?? [];
  if (found.length === 0) return;
  const listed = await listedFiles(folder);
  const shown = path.basename(folder);
  if (listed === undefined) throw new AppError('already-exists', `「${shown}」里已有别的文件，不是装订的结果。请换一个空的文件夹。`, { folder: shown });
  const known = new Set([bindingListName, ...listed]);
  const strangers = found.filter((name) => !known.has(name) && !isOfSystem(name));
  if (strangers.length === 0) return;
  const named = strangers.slice(0, 3).map((name) => `「${name}」`).join('、');
  throw new AppError('already-exists', `「${shown}」里有 ${strangers.length} 个后来放进去的文件：${named}${strangers.length > 3 ? '等' : ''}。重新装订会替换整个文件夹，请先把它们移到别处。`, { folder: shown });
}

/**
 * Makes an empty staging folder beside `folder`, after repairing what a killed run left there. `runId` is a UUID. Throws `already-exists` when
 * something other than an older binding stands there, or when a person has put files into it.
 */
export async function openBindingPlace(folder: string, runId: string): Promise<PackagePlace> {
  await mkdir(path.dirname(folder), { recursive: true });
  await repairPackagePlace(folder);
  await refuseStrangers(folder);
  const place = { folder, staging: `${folder}.partial-${runId}`, aside: `${folder}.replaced-${runId}` };
  await retryWhileInUse(place.staging, () => mkdir(place.staging));
  return place;
}

/** Puts the finished binding in place of the older one; until then that one stands. `files` are all that were written, with `/`. */
export async function closeBindingPlace(place: PackagePlace, files: readonly string[]): Promise<void> {
  await writeNewFile(path.join(place.staging, bindingListName), `${JSON.stringify({ files }, null, 2)}\n`);
  for (const folder of new Set(files.map((name) => path.dirname(path.join(place.staging, name))))) await syncFolder(folder);
  await syncFolder(place.staging);
  await closePackagePlace(place);
}
