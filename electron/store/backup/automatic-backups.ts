import type Database from 'better-sqlite3';
import { closeSync, fsyncSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { syncFolderSync } from '../../files/atomic-write.ts';
import type { StoreEnvironment } from '../store.ts';

/** How many automatic copies of the database stay in `backups/`. */
export const automaticBackupsKept = 10;

const namePattern = /^auto-\d{8}T\d{9}Z-[a-z0-9-]+\.sqlite$/;

/**
 * Copies the database (not the attachments, which are never changed) to `backups/auto-20240805T010203004Z-REASON.sqlite`, and removes the oldest such copies.
 * The copy is complete and on the disk when this returns. `reason` is lower-case ASCII. Errors of SQLite and of the file system pass through.
 */
export function backUpAutomatically(database: Database.Database, folder: string, environment: StoreEnvironment, reason: string): string {
  const backups = join(folder, 'backups');
  const name = `auto-${environment.now().replaceAll(/[-:.]/g, '')}-${reason}.sqlite`;
  const partial = join(backups, `.partial-${environment.newId()}`);
  try {
    database.prepare('VACUUM INTO ?').run(partial);
    const handle = openSync(partial, 'r+');
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(partial, join(backups, name));
  } catch (error) {
    rmSync(partial, { force: true });
    throw error;
  }
  syncFolderSync(backups);
  for (const old of surplusBackups(readdirSync(backups), automaticBackupsKept)) rmSync(join(backups, old), { force: true });
  environment.log({ level: 'info', event: 'store.automatic-backup', detail: name });
  return name;
}

/** The automatic copies beyond the newest `keep`, oldest first. Files with other names are a person's own and never among them. */
export function surplusBackups(names: readonly string[], keep: number): string[] {
  const automatic = names.filter((name) => namePattern.test(name)).sort();
  return automatic.slice(0, Math.max(0, automatic.length - keep));
}
