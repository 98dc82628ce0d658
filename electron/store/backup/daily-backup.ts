import Database from 'better-sqlite3';
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { syncFolderSync } from '../../files/atomic-write.ts';
import { describeFileError } from '../../files/file-errors.ts';
import { checkPages } from '../check-pages.ts';
import { describeSqliteError } from '../sqlite-errors.ts';
import type { WritableStore } from '../store.ts';
import { automaticBackupFile, automaticBackupName, removeSurplus } from './automatic-backups.ts';
import { noteCheck } from './backup-checks.ts';
import { countContents } from './count-contents.ts';
import { removeSnapshot } from './snapshot.ts';

const dayMs = 24 * 60 * 60 * 1000;
/** Copying so many pages of 4 kB takes a few milliseconds; the window is served in between. */
const pagesAtOnce = 200;

/** Whether the last daily copy is older than a day. */
export function isDailyBackupDue(names: readonly string[], now: string): boolean {
  const last = names.flatMap((name) => automaticBackupName(name) ?? []).filter(({ reason }) => reason === 'daily').map(({ madeAt }) => madeAt).sort().at(-1);
  // A clock that was set back must not stop the backups for good.
  return last === undefined || Math.abs(Date.parse(now) - Date.parse(last)) >= dayMs;
}

/**
 * Copies the database to `backups/` in small steps while the program goes on working, opens the copy and checks its pages, and notes that
 * it was checked. Copies beyond those that are kept are removed afterwards. Answers the name, or undefined when none was due.
 * An empty store is not copied. Throws `disk-full`, `store-damaged`, `file-in-use`.
 */
export async function backUpDaily(store: WritableStore): Promise<string | undefined> {
  const backups = join(store.folder, 'backups');
  mkdirSync(backups, { recursive: true });
  if (!isDailyBackupDue(readdirSync(backups), store.environment.now())) return undefined;
  if (countContents(store.database).contracts === 0) return undefined;
  const partial = join(backups, `.partial-${store.environment.newId()}.sqlite`);
  try {
    await store.database.backup(partial, { progress: () => pagesAtOnce });
    if (!store.database.open) return undefined;
    checkCopy(partial);
    const now = store.environment.now();
    const name = automaticBackupFile(now, 'daily');
    renameSync(partial, join(backups, name));
    syncFolderSync(backups);
    noteCheck(store.folder, name, { at: now, isSound: true, message: '' });
    removeSurplus(backups);
    store.environment.log({ level: 'info', event: 'store.daily-backup', detail: name });
    return name;
  } catch (error) {
    if (!store.database.open) return undefined;
    throw describeFileError(describeSqliteError(error), partial);
  } finally {
    if (existsSync(partial)) removeSnapshot(partial);
  }
}

function checkCopy(file: string): void {
  const copy = new Database(file, { fileMustExist: true });
  try {
    // One file that is complete by itself.
    copy.pragma('journal_mode = DELETE');
    checkPages(copy);
  } finally {
    copy.close();
  }
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
