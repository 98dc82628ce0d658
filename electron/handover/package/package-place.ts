import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { AppError } from '../../../shared/app-error.ts';
import { renameDurably } from '../../files/atomic-write.ts';
import { retryWhileInUse, systemErrorCode } from '../../files/file-errors.ts';
import { checkListing, isSystemFile } from '../verify/bag-listing.ts';
import { openFolderSource } from '../verify/folder-source.ts';
import type { PackageProblem } from '../verify/verify-report.ts';
import { bagDeclarationName, manifestName, parseManifest, tagManifestName } from './manifest.ts';

/** Where one run works: the staging folder and, while an older package is being replaced, the older one. */
export type PackagePlace = { readonly folder: string; readonly staging: string; readonly aside: string };

/** A place with what stands there before: see bagFolders. */
export type OpenedPlace = PackagePlace & { readonly older: readonly string[] };

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

/** Whether a name in an output folder is one that a run gives to what is not finished, or not yet removed. */
export function isUnfinished(name: string): boolean {
  const [, id = ''] = /\.(?:partial|replaced)-([^.]*)$/.exec(name) ?? [];
  return runIdPattern.test(id);
}

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

/** The folder of one disc among several. */
export function discFolder(number: number): string {
  return `第${number}盘`;
}

/**
 * Where the packages of a hand-over lie below its folder: in the folder itself (`''`), or each disc in a folder of its own. Undefined when
 * something else stands there; empty when nothing does.
 */
export async function bagFolders(folder: string): Promise<readonly string[] | undefined> {
  const names = ((await namesIn(folder)) ?? []).filter((name) => !isSystemFile(name));
  if (names.includes(bagDeclarationName)) return [''];
  for (const name of names) {
    const inside = /^第[1-9]\d?盘$/.test(name) ? await readdir(join(folder, name)).catch(() => []) : [];
    if (!inside.includes(bagDeclarationName)) return undefined;
  }
  return names.toSorted((a, b) => Number(a.slice(1, -1)) - Number(b.slice(1, -1)));
}

async function addedFiles(folder: string): Promise<readonly PackageProblem[]> {
  const [payload, tags] = await Promise.all([manifestName, tagManifestName].map((name) => readFile(join(folder, name), 'utf8').catch(() => '')));
  const { problems } = checkListing(await openFolderSource(folder), parseManifest(payload ?? ''), parseManifest(tags ?? ''));
  return problems.filter(({ fault, place }) => (fault === 'extra' || fault === 'link') && !isSystemFile(place));
}

/** An older package goes when the new one stands; a scan or a note that a person has put into it must not go with it. */
async function refuseAddedFiles(folder: string, bags: readonly string[]): Promise<void> {
  const added = (await Promise.all(bags.map((bag) => addedFiles(join(folder, bag))))).flat();
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
export async function openPackagePlace(folder: string, runId: string): Promise<OpenedPlace> {
  if (!runIdPattern.test(runId)) throw new Error('The run id of a package must be a UUID.');
  await mkdir(dirname(folder), { recursive: true });
  await repairPackagePlace(folder);
  const paths = { folder, staging: `${folder}.partial-${runId}`, aside: `${folder}.replaced-${runId}` };
  const there = await stat(folder).catch(() => undefined);
  const bags = there === undefined ? [] : there.isDirectory() ? await bagFolders(folder) : undefined;
  if (bags === undefined) {
    throw new AppError('already-exists', `「${basename(folder)}」里已有别的文件，不是交付包。请换一个空的文件夹。`, { folder: basename(folder) });
  }
  await refuseAddedFiles(folder, bags);
  await retryWhileInUse(paths.staging, () => mkdir(paths.staging));
  return { ...paths, older: bags };
}

/** Windows moves no folder of which a program has a file open, and does not say which: the person is told where to look. */
async function moveAside({ folder, aside }: PackagePlace): Promise<void> {
  await retryWhileInUse(folder, () => rename(folder, aside)).catch((error: unknown) => {
    if (!(error instanceof AppError) || error.code !== 'file-in-use') throw error;
    const name = basename(folder);
    throw new AppError('file-in-use', `「${name}」或里面的文件正被其他程序打开，或没有权限，没有替换。请关闭打开它们的 Word、WPS、PDF 阅读器和文件夹窗口后再试。`, error.details, { cause: error });
  });
}

/**
 * Puts the finished staging folder in place of `folder`. An older package is moved aside first and removed last; when the new one
 * cannot be moved in, the older one comes back. Of the older one another program may still hold a file: then the next run removes it.
 */
export async function closePackagePlace(place: PackagePlace): Promise<void> {
  const older = (await namesIn(place.folder)) !== undefined;
  // Both names are in one folder, which is forced onto the disk with the second: a power cut in between leaves what repairPackagePlace puts right.
  if (older) await moveAside(place);
  try {
    await renameDurably(place.staging, place.folder);
  } catch (error) {
    if (older) await rename(place.aside, place.folder);
    throw error;
  }
  if (older) await removeTree(place.aside).catch(() => undefined);
}

/**
 * Removes the staging folder of a run that failed or was cancelled. Does not throw: the caller is about to report why the run failed,
 * and what a stubborn program keeps from being removed is removed by the next run.
 */
export async function abandonPackagePlace(place: PackagePlace): Promise<void> {
  await removeTree(place.staging).catch(() => undefined);
}
