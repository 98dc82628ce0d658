import { existsSync, lstatSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { AppError } from '../../../shared/app-error.ts';
import type { PlaceReport } from '../../../shared/ipc/data-channels.ts';
import { holdsData } from '../core.ts';

/** What must never become a data folder: places of the system, and those that hold everything else a person has. */
export type ForbiddenPlaces = { readonly home: string; readonly platform: NodeJS.Platform };

export function thisComputersPlaces(): ForbiddenPlaces {
  return { home: homedir(), platform: process.platform };
}

const unixSystem = ['/', '/bin', '/boot', '/dev', '/etc', '/lib', '/lib64', '/proc', '/run', '/sbin', '/sys', '/usr', '/var', '/root', '/home', '/opt', '/mnt', '/media', '/tmp', '/System', '/Library', '/Applications', '/Users', '/Volumes', '/private'];
/** Below these nobody keeps records. */
const unixSystemTrees = ['/bin', '/boot', '/dev', '/etc', '/lib', '/lib64', '/proc', '/sbin', '/sys', '/usr', '/System', '/Applications'];
const windowsSystemTrees = ['Windows', 'Program Files', 'Program Files (x86)', 'ProgramData', '$Recycle.Bin', 'System Volume Information'];

/** What lies about in folders that a person would call empty. */
const leftovers = new Set(['.DS_Store', 'desktop.ini', 'Thumbs.db']);

function isWithin(place: string, tree: string, separator: string): boolean {
  return place === tree || place.startsWith(`${tree}${separator}`);
}

function isForbidden(location: string, { home, platform }: ForbiddenPlaces): boolean {
  if (platform === 'win32') {
    const { root } = path.win32.parse(location);
    const within = (tree: string): boolean => isWithin(location.toLowerCase(), path.win32.join(root, tree).toLowerCase(), '\\');
    return path.win32.relative(root, location) === '' || windowsSystemTrees.some(within) || location.toLowerCase() === home.toLowerCase() || location.toLowerCase() === path.win32.join(root, 'Users').toLowerCase();
  }
  return unixSystem.includes(location) || location === home || unixSystemTrees.some((tree) => isWithin(location, tree, '/'));
}

/** Where a place really is: links of the nearest folder that exists are followed, so that no link leads past the checks. */
function realPlace(location: string): string {
  if (existsSync(location)) return realpathSync(location);
  const parent = path.dirname(location);
  return parent === location ? location : path.join(realPlace(parent), path.basename(location));
}

function refused(location: string, message: string): PlaceReport {
  return { kind: 'refused', name: path.basename(location), location, message };
}

function isEmpty(folder: string): boolean {
  return readdirSync(folder).every((name) => leftovers.has(name));
}

/**
 * What opening or making a data folder here would mean. Nothing is changed. `location` is what a person typed or pasted: quotes around it,
 * as Windows copies them, are taken off.
 */
export function reportPlace(typed: string, places: ForbiddenPlaces): PlaceReport {
  const given = typed.trim().replace(/^"(.*)"$/, '$1');
  const tilde = given === '~' || given.startsWith('~/') ? path.join(places.home, given.slice(1)) : given;
  if (!path.isAbsolute(tilde)) return refused(given, '请填写完整的位置，例如 D:\\运维资料 或 /home/用户/运维资料。');
  if (tilde.includes('\0')) return refused(given, '位置里有不能用的字符。');
  const location = path.resolve(tilde);
  try {
    const real = realPlace(location);
    if (isForbidden(location, places) || isForbidden(real, places)) return refused(location, '这是系统或个人的总文件夹，请在里面另选或新建一个文件夹。');
    if (isInsideData(real)) return refused(location, '这里在另一个数据文件夹里面，请换一个位置。');
    if (!existsSync(location)) {
      if (!existsSync(path.dirname(location))) return refused(location, '没有这个位置：上一级文件夹不存在，或者所在的磁盘没有连接。');
      return { kind: 'new', name: path.basename(location), location, message: '这里还没有这个文件夹，可以新建。' };
    }
    if (!statSync(location).isDirectory()) return refused(location, '这是一个文件，不是文件夹。');
    if (holdsData(location)) return lstatSync(path.join(location, 'binder.sqlite')).isFile() ? { kind: 'data', name: path.basename(location), location, message: '这里有运维交付夹的数据，可以打开。' } : refused(location, '这里的 binder.sqlite 不是数据文件。');
    if (isEmpty(location)) return { kind: 'empty', name: path.basename(location), location, message: '这是一个空文件夹，可以新建数据。' };
    return refused(location, '这个文件夹里有别的文件。请选择空文件夹，或已有运维交付夹数据的文件夹。');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    return refused(location, code === 'EACCES' || code === 'EPERM' ? '没有权限打开这个文件夹。' : '这个文件夹读不出来，请检查磁盘。');
  }
}

function isInsideData(location: string): boolean {
  for (let folder = path.dirname(location); folder !== path.dirname(folder); folder = path.dirname(folder)) {
    if (holdsData(folder)) return true;
  }
  return false;
}

/**
 * The place that a person named for backups outside the data folder, cleaned: any folder that is there, also one with other files and the top
 * of a stick, but not a system folder and not the data folder or a place inside it. Throws `invalid-input`, `not-found`.
 */
export function checkedBackupPlace(typed: string, dataFolder: string, places: ForbiddenPlaces): string {
  const given = typed.trim().replace(/^"(.*)"$/, '$1');
  if (!path.isAbsolute(given) || given.includes('\0')) throw new AppError('invalid-input', '请填写完整的位置，例如 E:\\备份 或 /media/移动硬盘/备份。', {});
  const location = path.resolve(given);
  if (!existsSync(location) || !statSync(location).isDirectory()) throw new AppError('not-found', '没有这个文件夹：请先接上移动硬盘或 U 盘，或先新建文件夹。', {});
  const real = realpathSync(location);
  const isTop = path.parse(real).root === real;
  if (isForbidden(real, places) && !(isTop && places.platform === 'win32' && path.parse(places.home).root !== real)) throw new AppError('invalid-input', '这是系统或个人的总文件夹，请选择移动硬盘、U 盘或第二块硬盘上的文件夹。', {});
  if (holdsData(real) || isInsideData(real) || isWithin(real, existsSync(dataFolder) ? realpathSync(dataFolder) : dataFolder, path.sep)) {
    throw new AppError('invalid-input', '这里在数据文件夹里面，磁盘坏了会一起丢失。请选择另一个磁盘上的文件夹。', {});
  }
  return location;
}
