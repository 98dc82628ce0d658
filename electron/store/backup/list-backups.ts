import Database from 'better-sqlite3';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { BackupInfo, BackupReason } from '../../../shared/ipc/backup-channels.ts';
import { isSevenZip } from '../../files/seven-zip/seven-zip-reader.ts';
import { automaticBackupName } from './automatic-backups.ts';
import { backupChecks } from './backup-checks.ts';
import { countContents, type StoreCounts } from './count-contents.ts';
import { readBackupManifest } from './restore-backup.ts';

type Described = Pick<BackupInfo, 'madeAt' | 'contents' | 'hasAttachments' | 'isEncrypted' | 'reason'>;

/** A backup of a person: `备份-….zip` or whatever name it was given; an encrypted one is known by the name that the program gave it. */
const ownPattern = /^(?!核对资料-)[^.].*\.zip$|^(备份|现场副本)-.*\.7z$/i;

/**
 * The backups in a folder, latest first. What cannot be read is listed without its contents, so that a person sees that it is there.
 * `dataFolder` is where checks are noted, also those of backups outside.
 */
export async function listBackups(backups: string, dataFolder: string, isOutside: boolean): Promise<BackupInfo[]> {
  const names = await readdir(backups).catch(() => []);
  const checks = backupChecks(dataFolder);
  const found: BackupInfo[] = [];
  for (const name of names) {
    const file = join(backups, name);
    const automatic = isOutside ? undefined : automaticBackupName(name);
    if (automatic === undefined && !ownPattern.test(name)) continue;
    const entry = await stat(file).catch(() => undefined);
    if (entry === undefined || !entry.isFile()) continue;
    const described = automatic === undefined ? await describeArchive(file, entry.mtime.toISOString()) : describeCopy(file, automatic);
    const id = `${isOutside ? 'out' : 'in'}:${name}`;
    const checked = checks[isOutside ? id : name];
    found.push({ id, name, isOutside, bytes: entry.size, ...described, ...(checked === undefined ? {} : { checked }) });
    // Each costs a few milliseconds; the window is served in between.
    await new Promise((resolve) => { setImmediate(resolve); });
  }
  return found.toSorted((a, b) => (a.madeAt < b.madeAt ? 1 : -1));
}

async function describeArchive(file: string, changedAt: string): Promise<Described> {
  if (await isSevenZip(file)) return { reason: 'own', hasAttachments: true, isEncrypted: true, madeAt: changedAt };
  try {
    const { madeAt, contents } = await readBackupManifest(file);
    return { reason: 'own', hasAttachments: true, isEncrypted: false, madeAt, ...(contents === undefined ? {} : { contents }) };
  } catch {
    return { reason: 'own', hasAttachments: true, isEncrypted: false, madeAt: changedAt };
  }
}

function describeCopy(file: string, { madeAt, reason }: { readonly madeAt: string; readonly reason: string }): Described {
  const contents = countsOf(file);
  return { reason: reasonOf(reason), hasAttachments: false, isEncrypted: false, madeAt, ...(contents === undefined ? {} : { contents }) };
}

/** Why an automatic copy was made, by the end of its name. */
export function reasonOf(reason: string): BackupReason {
  if (reason === 'daily' || reason === 'before-restore') return reason;
  return 'before-version';
}

function countsOf(file: string): StoreCounts | undefined {
  let copy: Database.Database | undefined;
  try {
    copy = new Database(file, { readonly: true, fileMustExist: true });
    return countContents(copy);
  } catch {
    return undefined;
  } finally {
    copy?.close();
  }
}
