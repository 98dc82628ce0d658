import Database from 'better-sqlite3';
import { open, stat } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '../../../shared/app-error.ts';
import type { BackupInfo } from '../../../shared/ipc/backup-channels.ts';
import { describeFileError } from '../../files/file-errors.ts';
import { isSevenZip } from '../../files/seven-zip/seven-zip-reader.ts';
import { isOwnStore } from '../migrate.ts';
import { storeFileName } from '../open-store.ts';
import { automaticBackupName } from './automatic-backups.ts';
import { countContents, type StoreCounts } from './count-contents.ts';
import { reasonOf } from './list-backups.ts';
import { isArchive } from './open-backup.ts';
import { readBackupManifest } from './restore-backup.ts';

/** A backup at a place of its own, as it is listed; `file` is where it really is. */
export type ChosenBackup = Omit<BackupInfo, 'id'> & { readonly file: string };

const databaseSignature = Buffer.from('SQLite format 3\0', 'latin1');
/** A database has at least its header. */
const leastDatabase = 512;

/**
 * Looks at a file that a person has pointed to, wherever it lies: a backup of this program, made by hand, encrypted, or by itself; nothing is
 * written beside it. `typed` is a place as people type or paste it: quotes around it, as Windows copies them, are taken off.
 * Throws `invalid-input` (no place, a folder, a data file in use), `not-found`, `unreadable-file` (no backup, or damaged).
 */
export async function readChosenBackup(typed: string): Promise<ChosenBackup> {
  const given = typed.trim().replace(/^"(.*)"$/, '$1');
  if (!path.isAbsolute(given) || given.includes('\0')) throw new AppError('invalid-input', '请填写备份文件的完整位置，例如 E:\\备份\\备份-20250801.zip。');
  const file = path.resolve(given);
  const entry = await stat(file).catch(() => undefined);
  if (entry === undefined) throw new AppError('not-found', '没有这个文件：请检查位置，或先接上移动硬盘、U 盘或放入光盘。');
  if (entry.isDirectory()) throw new AppError('invalid-input', '这是一个文件夹。请填写备份文件本身的位置；要打开整个数据文件夹，请用“打开或新建数据文件夹”。');
  if (!entry.isFile() || entry.size === 0) throw new AppError('unreadable-file', '这个文件里没有内容，不是备份。');
  const common = { file, name: path.basename(file), isOutside: true, bytes: entry.size, madeAt: entry.mtime.toISOString() };
  try {
    if (await isSevenZip(file)) return { ...common, reason: 'own', hasAttachments: true, isEncrypted: true };
    if (await isDatabase(file, entry.size)) {
      const automatic = automaticBackupName(common.name);
      const contents = await contentsOfCopy(file);
      return { ...common, madeAt: automatic?.madeAt ?? common.madeAt, reason: reasonOf(automatic?.reason ?? 'daily'), hasAttachments: false, isEncrypted: false, contents };
    }
    const { madeAt, contents } = await readBackupManifest(file);
    return { ...common, madeAt, reason: 'own', hasAttachments: true, isEncrypted: false, ...(contents === undefined ? {} : { contents }) };
  } catch (error) {
    throw describeFileError(error, file);
  }
}

async function isDatabase(file: string, size: number): Promise<boolean> {
  const handle = await open(file, 'r');
  try {
    const { buffer } = await handle.read(Buffer.alloc(databaseSignature.length), 0, databaseSignature.length, 0);
    return size >= leastDatabase && buffer.equals(databaseSignature);
  } finally {
    await handle.close();
  }
}

async function contentsOfCopy(file: string): Promise<StoreCounts> {
  // What was written last may still stand in a file beside it: such a database alone is not what the person takes it for.
  const hasMore = ((await stat(`${file}-wal`).catch(() => undefined))?.size ?? 0) > 0;
  if (hasMore || path.basename(file) === storeFileName) throw new AppError('invalid-input', '这是数据文件夹里的数据文件，不是备份。请在“打开或新建数据文件夹”里打开它所在的文件夹。');
  if (isArchive(file)) throw new AppError('invalid-input', '自动备份的文件名以“.sqlite”结尾。这个文件改过名，请改回以后再选。');
  let database: Database.Database | undefined;
  try {
    database = new Database(file, { readonly: true, fileMustExist: true });
    if (!isOwnStore(database)) throw new AppError('unreadable-file', '这个文件不是本程序的备份。');
    return countContents(database);
  } catch (error) {
    throw error instanceof Database.SqliteError ? new AppError('unreadable-file', '这个备份文件已损坏，读不出来。', { cause: error.code }, { cause: error }) : error;
  } finally {
    database?.close();
  }
}
