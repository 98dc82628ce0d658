import { mkdir, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '../../../shared/app-error.ts';
import { renameDurably, syncFolder, writeFileAtomically, writeNewFile } from '../../files/atomic-write.ts';

/** A version of an own template that was set aside. */
export type EarlierTemplate = {
  /** Its file name among the set-aside ones. */
  readonly backup: string;
  /** ISO instant in UTC at which it was set aside. */
  readonly setAsideAt: string;
};

/** The user's own templates: where they are, and the moment that names what is set aside. */
export type OwnTemplates = { readonly folder: string; readonly now: string };

/** Inside the folder of own templates; the library looks at files only. */
const earlierFolder = '旧版';

function stampOf(instant: string): string {
  return instant.replaceAll(/[-:.]/g, '');
}

function instantOf(stamp: string): string {
  return stamp.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z$/, '$1-$2-$3T$4:$5:$6.$7Z');
}

async function existing(file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(file);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** `inspection.docx` → `inspection-20241105T101530123Z.docx`, with a number where that is taken. */
async function freeBackup(folder: string, name: string, now: string): Promise<string> {
  const taken = new Set(await readdir(folder));
  const { name: stem, ext } = path.parse(name);
  for (let turn = 1; ; turn++) {
    const backup = `${stem}-${stampOf(now)}${turn === 1 ? '' : `-${turn}`}${ext}`;
    if (!taken.has(backup)) return backup;
  }
}

async function earlierPlace({ folder }: OwnTemplates): Promise<string> {
  const place = path.join(folder, earlierFolder);
  await mkdir(place, { recursive: true });
  await syncFolder(folder);
  return place;
}

/** The versions of a template that were set aside, latest first. */
export async function earlierTemplates(folder: string, name: string): Promise<readonly EarlierTemplate[]> {
  const { name: stem, ext } = path.parse(name);
  const files = await readdir(path.join(folder, earlierFolder)).catch(() => []);
  return files.flatMap((backup) => {
    if (!backup.startsWith(`${stem}-`) || !backup.endsWith(ext)) return [];
    const found = /^(\d{8}T\d{9}Z)(?:-\d+)?$/.exec(backup.slice(stem.length + 1, -ext.length));
    return found?.[1] === undefined ? [] : [{ backup, setAsideAt: instantOf(found[1]) }];
  }).toSorted((a, b) => (a.backup < b.backup ? 1 : -1));
}

/**
 * Makes these bytes the user's own template of this name. An own one that stood there is set aside first, and at every moment one of
 * the two is whole in its place. Returns the name of what was set aside. Throws `disk-full`, `file-in-use`.
 */
export async function putOwnTemplate(own: OwnTemplates, name: string, bytes: Uint8Array): Promise<string | undefined> {
  const target = path.join(own.folder, name);
  await mkdir(own.folder, { recursive: true });
  const before = await existing(target);
  let backup: string | undefined;
  if (before !== undefined) {
    const place = await earlierPlace(own);
    backup = await freeBackup(place, name, own.now);
    await writeNewFile(path.join(place, backup), before);
    await syncFolder(place);
  }
  await writeFileAtomically(target, bytes);
  return backup;
}

/** Moves the user's own template out of the way, so that the shipped one of the same name counts again. Throws `not-found`, `file-in-use`. */
export async function setOwnTemplateAside(own: OwnTemplates, name: string): Promise<string> {
  const target = path.join(own.folder, name);
  if ((await existing(target)) === undefined) throw new AppError('not-found', `“${name}”没有自己的模板，正在用随程序的模板。`, { template: name });
  const place = await earlierPlace(own);
  const backup = await freeBackup(place, name, own.now);
  await renameDurably(target, path.join(place, backup));
  return backup;
}

/** Puts a version that was set aside back in its place; what stands there now is set aside in turn. Throws `not-found`. */
export async function bringOwnTemplateBack(own: OwnTemplates, name: string, backup: string): Promise<void> {
  const known = await earlierTemplates(own.folder, name);
  const bytes = known.some((earlier) => earlier.backup === backup) ? await existing(path.join(own.folder, earlierFolder, backup)) : undefined;
  if (bytes === undefined) throw new AppError('not-found', `没有找到“${name}”的这个旧版。`, { template: name, backup });
  await putOwnTemplate(own, name, bytes);
}
