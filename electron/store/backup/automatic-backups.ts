import type Database from 'better-sqlite3';
import { closeSync, fsyncSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { syncFolderSync } from '../../files/atomic-write.ts';
import type { StoreEnvironment } from '../store.ts';

/** How many automatic copies made before an upgrade or a restore stay in `backups/`. */
export const automaticBackupsKept = 10;
/** Of the daily ones: the last of each of so many days, weeks and months. */
export const dailyBackupsKept = { daily: 7, weekly: 4, monthly: 12 } as const;

const namePattern = /^auto-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z-([a-z0-9-]+)\.sqlite$/;
const dailyReason = 'daily';

/** When and why an automatic copy was made; undefined for every other name. */
export function automaticBackupName(name: string): { readonly madeAt: string; readonly reason: string } | undefined {
  const [, year, month, day, hour, minute, second, millisecond, reason] = namePattern.exec(name) ?? [];
  return reason === undefined ? undefined : { madeAt: `${year}-${month}-${day}T${hour}:${minute}:${second}.${millisecond}Z`, reason };
}

/** `auto-20240805T010203004Z-REASON.sqlite`. */
export function automaticBackupFile(now: string, reason: string): string {
  return `auto-${now.replaceAll(/[-:.]/g, '')}-${reason}.sqlite`;
}

/**
 * Copies the database (not the attachments, which are never changed) to `backups/auto-20240805T010203004Z-REASON.sqlite`, and removes the oldest such copies.
 * The copy is complete and on the disk when this returns. `reason` is lower-case ASCII. Errors of SQLite and of the file system pass through.
 */
export function backUpAutomatically(database: Database.Database, folder: string, environment: StoreEnvironment, reason: string): string {
  const backups = join(folder, 'backups');
  const name = automaticBackupFile(environment.now(), reason);
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
  removeSurplus(backups);
  environment.log({ level: 'info', event: 'store.automatic-backup', detail: name });
  return name;
}

/** Removes the automatic copies that are no longer kept. */
export function removeSurplus(backups: string): void {
  const names = readdirSync(backups);
  for (const old of [...surplusBackups(names, automaticBackupsKept), ...surplusDailyBackups(names)]) rmSync(join(backups, old), { force: true });
}

/** The automatic copies beyond the newest `keep`, oldest first; the daily ones are another matter. Files with other names are a person's own and never among them. */
export function surplusBackups(names: readonly string[], keep: number): string[] {
  const automatic = names.filter((name) => (automaticBackupName(name)?.reason ?? dailyReason) !== dailyReason).sort();
  return automatic.slice(0, Math.max(0, automatic.length - keep));
}

/** Monday of the week of a day, both `2024-08-05`. Days are counted in UTC, like the names. */
function weekOf(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
  return date.toISOString().slice(0, 10);
}

/** The daily copies that are the last of none of the days, weeks and months that are kept, oldest first. */
export function surplusDailyBackups(names: readonly string[], kept: { readonly daily: number; readonly weekly: number; readonly monthly: number } = dailyBackupsKept): string[] {
  const daily = names.filter((name) => automaticBackupName(name)?.reason === dailyReason).sort().reverse();
  const lastOfEach = (span: (day: string) => string, count: number): readonly string[] => {
    const newest = new Map<string, string>();
    for (const name of daily) {
      const key = span(automaticBackupName(name)?.madeAt.slice(0, 10) ?? '');
      if (!newest.has(key)) newest.set(key, name);
    }
    return [...newest.values()].slice(0, count);
  };
  const stay = new Set([...lastOfEach((day) => day, kept.daily), ...lastOfEach(weekOf, kept.weekly), ...lastOfEach((day) => day.slice(0, 7), kept.monthly)]);
  return daily.filter((name) => !stay.has(name)).reverse();
}
