import Database from 'better-sqlite3';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { AppError } from '../../../shared/app-error.ts';
import { syncFolderSync } from '../../files/atomic-write.ts';
import { describeFileError } from '../../files/file-errors.ts';
import { storeFileName } from '../open-store.ts';
import { describeSqliteError } from '../sqlite-errors.ts';
import type { StoreEnvironment } from '../store.ts';
import { takeWriterLock } from '../writer-lock.ts';
import { backUpAutomatically } from './automatic-backups.ts';
import type { BackupOptions } from './backup-store.ts';
import { isArchive, openBackupDatabase } from './open-backup.ts';
import { restoreBackup } from './restore-backup.ts';
import { inspectSnapshot } from './snapshot.ts';

/** A backup laid out beside the present data, checked, on the same disk. */
export type StagedBackup = { readonly folder: string; readonly isWhole: boolean };

/** `setAside`: the automatic copy of what was there before, or the folder with the damaged files; undefined when nothing was there. */
export type SwapReport = { readonly setAside: string | undefined };

/**
 * Unpacks and checks a backup inside `backups/`, where it can be put in place by renaming. The present data is not touched.
 * Throws what `restoreBackup` throws.
 */
export async function stageBackup(file: string, folder: string, environment: Pick<StoreEnvironment, 'newId'>, options: BackupOptions = {}): Promise<StagedBackup> {
  mkdirSync(join(folder, 'backups'), { recursive: true });
  const staging = join(folder, 'backups', `.restoring-${environment.newId()}`);
  try {
    if (isArchive(file)) await restoreBackup(file, staging, environment, options);
    else inspectSnapshot((await openBackupDatabase(file, staging)).database);
    return { folder: staging, isWhole: isArchive(file) };
  } catch (error) {
    await rm(staging, { recursive: true, force: true });
    throw error;
  }
}

/**
 * Puts a staged backup in place of the data of a folder that no program has open. First the present database is copied to `backups/`
 * (`auto-…-before-restore.sqlite`), or, when it is damaged, its files are moved to a folder there; restoring that copy undoes everything.
 * Attachments are added and never removed. A template of the backup that differs from the present one replaces it; the present one goes to
 * `setTemplateAside`. The database changes in one rename: after a crash it is either the old or the new one.
 * Throws `store-locked`, `disk-full`, `file-in-use`.
 */
export async function swapStore(folder: string, staged: StagedBackup, environment: StoreEnvironment, setTemplateAside: (name: string) => Promise<void>): Promise<SwapReport> {
  const lock = takeWriterLock(folder);
  try {
    markRestored(join(staged.folder, storeFileName), environment);
    const setAside = setPresentAside(folder, environment);
    addAttachments(staged.folder, folder);
    await putTemplates(staged.folder, folder, setTemplateAside);
    renameSync(join(staged.folder, storeFileName), join(folder, storeFileName));
    syncFolderSync(folder);
    environment.log({ level: 'info', event: 'store.restored', detail: setAside ?? '' });
    return { setAside };
  } catch (error) {
    throw describeFileError(describeSqliteError(error), folder);
  } finally {
    lock.release();
    await rm(staged.folder, { recursive: true, force: true });
  }
}

/** Tells later sweeps that contents which no record shows may belong to the state that was set aside. */
function markRestored(file: string, environment: StoreEnvironment): void {
  const database = new Database(file, { fileMustExist: true });
  try {
    database.pragma('journal_mode = DELETE');
    database.prepare("INSERT INTO setting (name, value) VALUES ('restoredAt', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value").run(JSON.stringify(environment.now()));
  } finally {
    database.close();
  }
}

function setPresentAside(folder: string, environment: StoreEnvironment): string | undefined {
  const file = join(folder, storeFileName);
  if (!existsSync(file)) return undefined;
  let database: Database.Database | undefined;
  try {
    database = new Database(file, { fileMustExist: true });
    const name = backUpAutomatically(database, folder, environment, 'before-restore');
    // A log left behind would be taken for the one of the restored database.
    database.pragma('journal_mode = DELETE');
    return name;
  } catch (error) {
    database?.close();
    const described = describeSqliteError(error);
    if (!(described instanceof AppError) || described.code !== 'store-damaged') throw described;
    return moveDamagedAside(folder, environment);
  } finally {
    database?.close();
  }
}

function moveDamagedAside(folder: string, environment: StoreEnvironment): string {
  const name = `损坏的数据-${environment.now().replaceAll(/[-:.]/g, '')}`;
  const place = join(folder, 'backups', name);
  mkdirSync(place, { recursive: true });
  for (const suffix of ['-wal', '-shm', '']) {
    const file = join(folder, `${storeFileName}${suffix}`);
    if (existsSync(file)) renameSync(file, join(place, basename(file)));
  }
  syncFolderSync(folder);
  return name;
}

function addAttachments(from: string, folder: string): void {
  const root = join(from, 'attachments');
  if (!existsSync(root)) return;
  for (const part of readdirSync(root)) {
    mkdirSync(join(folder, 'attachments', part), { recursive: true });
    for (const name of readdirSync(join(root, part))) {
      const target = join(folder, 'attachments', part, name);
      const source = join(root, part, name);
      // The one of the backup was just compared with its digest; one of another size here is damaged.
      if (statSync(target, { throwIfNoEntry: false })?.size !== statSync(source).size) renameSync(source, target);
    }
    syncFolderSync(join(folder, 'attachments', part));
  }
}

async function putTemplates(from: string, folder: string, setAside: (name: string) => Promise<void>): Promise<void> {
  const root = join(from, 'templates');
  if (!existsSync(root)) return;
  mkdirSync(join(folder, 'templates'), { recursive: true });
  for (const name of readdirSync(root)) {
    const target = join(folder, 'templates', name);
    if (existsSync(target)) {
      if (readFileSync(target).equals(readFileSync(join(root, name)))) continue;
      await setAside(name);
    }
    renameSync(join(root, name), target);
  }
  syncFolderSync(join(folder, 'templates'));
}

/**
 * Restores an automatic copy into a new or empty folder beside: the database from the copy, attachments and templates from the data folder
 * that it belongs to. Throws `already-exists`, `unreadable-file`, `store-damaged`, `disk-full`.
 */
export async function restoreCopyBeside(file: string, from: string, folder: string, environment: Pick<StoreEnvironment, 'newId'>): Promise<{ readonly missing: readonly string[] }> {
  if (existsSync(folder) && readdirSync(folder).length > 0) throw new AppError('already-exists', `文件夹“${basename(folder)}”不是空的，不能恢复到这里。`);
  const staging = `${folder}.${environment.newId()}`;
  try {
    const contents = inspectSnapshot((await openBackupDatabase(file, staging)).database);
    const missing: string[] = [];
    for (const name of ['attachments', 'templates', 'backups']) mkdirSync(join(staging, name), { recursive: true });
    for (const { sha256 } of contents.attachments) {
      const part = join('attachments', sha256.slice(0, 2));
      mkdirSync(join(staging, part), { recursive: true });
      if (existsSync(join(from, part, sha256))) copyFileSync(join(from, part, sha256), join(staging, part, sha256));
      else missing.push(sha256);
      await new Promise((resolve) => { setImmediate(resolve); });
    }
    const templates = existsSync(join(from, 'templates')) ? readdirSync(join(from, 'templates'), { withFileTypes: true }) : [];
    for (const entry of templates) if (entry.isFile()) copyFileSync(join(from, 'templates', entry.name), join(staging, 'templates', entry.name));
    if (existsSync(folder)) await rm(folder, { recursive: true });
    renameSync(staging, folder);
    return { missing };
  } catch (error) {
    throw describeFileError(describeSqliteError(error), folder);
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}
