import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { backupStore, type BackupReport } from '../../store/backup/backup-store.ts';
import { restoreBackup, type RestoreReport } from '../../store/backup/restore-backup.ts';
import type { Core } from '../core.ts';
import type { Environment } from '../environment.ts';

/** The whole data folder in one .zip, read back and compared before it has its name. Throws what `backupStore` throws. */
export async function backupData(core: Core, file: string, signal?: AbortSignal): Promise<BackupReport> {
  const target = path.resolve(file);
  await mkdir(path.dirname(target), { recursive: true });
  return backupStore(core.store, target, { signal });
}

/** A backup into an empty or new folder. Throws what `restoreBackup` throws. */
export async function restoreData(environment: Environment, file: string, folder: string): Promise<RestoreReport> {
  const target = path.resolve(folder);
  await mkdir(path.dirname(target), { recursive: true });
  return restoreBackup(path.resolve(file), target, environment);
}
