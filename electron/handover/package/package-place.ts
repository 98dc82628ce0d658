import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { AppError } from '../../../shared/app-error.ts';
import { renameDurably, syncFolder } from '../../files/atomic-write.ts';
import { retryWhileInUse, systemErrorCode } from '../../files/file-errors.ts';
import { checkListing, isSystemFile } from '../verify/bag-listing.ts';
import { openFolderSource } from '../verify/folder-source.ts';
import { bagDeclarationName, manifestName, parseManifest, tagManifestName } from './manifest.ts';

/** Where one run works: the staging folder and, while an older package is being replaced, the older one. */
export type PackagePlace = { readonly folder: string; readonly staging: string; readonly aside: string };

async function namesIn(folder: string): Promise<readonly string[] | undefined> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/**
 * Only names that this program gives are ever removed: a person's own `交付.old` or `交付.partial-1` beside the package stays. The run's
 * UUID makes the difference.
 */
const runIdPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function isLeftover(name: string, folder: string, word: 'partial' | 'replaced'): boolean {
  const prefix = `${basename(folder)}.${word}-`;
  return name.startsWith(prefix) && runIdPattern.test(name.slice(prefix.length));
}

async function removeTree(folder: string): Promise<void> {
  await retryWhileInUse(folder, () => rm(folder, { recursive: true, force: true }));
}

/**
 * Repairs what a killed run left beside `folder`: puts an older package back that was moved aside but not yet replaced, then removes
 * half-written staging folders and packages that have been replaced.
 */
export async function repairPackagePlace(folder: string): Promise<void> {
  const parent = dirname(folder);
  const names = (await namesIn(parent)) ?? [];
  const asides = names.filter((name) => isLeftover(name, folder, 'replaced'));
  const [aside] = asides;
  if (aside !== undefined && !names.includes(basename(folder))) await renameDurably(join(parent, aside), folder);
  const leftovers = names.filter((name) => isLeftover(name, folder, 'partial') || asides.includes(name));
  for (const name of leftovers) await removeTree(join(parent, name));
}

/** An older package goes when the new one stands; a scan or a note that a person has put into it must not go with it. */
async function refuseAddedFiles(folder: string): Promise<void> {
  const [payload, tags] = await Promise.all([manifestName, tagManifestName].map((name) => readFile(join(folder, name), 'utf8').catch(() => '')));
  const { problems } = checkListing(await openFolderSource(folder), parseManifest(payload ?? ''), parseManifest(tags ?? ''));
  const added = problems.filter(({ fault, place }) => (fault === 'extra' || fault === 'link') && !isSystemFile(place));
  if (added.length === 0) return;
  const named = added.slice(0, 3).map(({ place }) => `「${place}」`).join('、');
  throw new AppError('already-exists', `「${basename(folder)}」里有 ${added.length} 个后来放进去的文件：${named}${added.length > 3 ? '等' : ''}。重新交付会替换整个文件夹，请先把它们移到别处。`, {
    folder: basename(folder),
    problems: added.map(({ place, message }) => ({ place, message })),
  });
}

/**
 * Makes an empty staging folder beside `folder` (on the same disk, so that the last rename is one step). `runId` is a UUID.
 * Throws `already-exists` when something other than an older package or an empty folder stands there, or when files were added to it.
 */
export async function openPackagePlace(folder: string, runId: string): Promise<PackagePlace> {
  if (!runIdPattern.test(runId)) throw new Error('The run id of a package must be a UUID.');
  await mkdir(dirname(folder), { recursive: true });
  await repairPackagePlace(folder);
  const place = { folder, staging: `${folder}.partial-${runId}`, aside: `${folder}.replaced-${runId}` };
  const there = await stat(folder).catch(() => undefined);
  const names = there?.isDirectory() ? await namesIn(folder) : undefined;
  if (there !== undefined && (names === undefined || (names.length > 0 && !names.includes(bagDeclarationName)))) {
    throw new AppError('already-exists', `「${basename(folder)}」里已有别的文件，不是交付包。请换一个空的文件夹。`, { folder: basename(folder) });
  }
  if (names?.includes(bagDeclarationName) === true) await refuseAddedFiles(folder);
  await retryWhileInUse(place.staging, () => mkdir(place.staging));
  return place;
}

/**
 * Puts the finished staging folder in place of `folder`. An older package is moved aside first and removed last; when the new one
 * cannot be moved in, the older one comes back.
 */
export async function closePackagePlace(place: PackagePlace): Promise<void> {
  const older = (await namesIn(place.folder)) !== undefined;
  if (older) await renameDurably(place.folder, place.aside);
  try {
    await renameDurably(place.staging, place.folder);
  } catch (error) {
    if (older) await rename(place.aside, place.folder);
    throw error;
  }
  if (older) await removeTree(place.aside);
  await syncFolder(dirname(place.folder));
}

/**
 * Removes the staging folder of a run that failed or was cancelled. Does not throw: the caller is about to report why the run failed,
 * and what a stubborn program keeps from being removed is removed by the next run.
 */
export async function abandonPackagePlace(place: PackagePlace): Promise<void> {
  await removeTree(place.staging).catch(() => undefined);
}
