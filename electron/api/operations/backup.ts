import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { backupStore, type BackupReport } from '../../store/backup/backup-store.ts';
import { restoreBackup, type RestoreReport } from '../../store/backup/restore-backup.ts';
import type { Core } from '../core.ts';
import type { Environment } from '../environment.ts';

/** The whole data folder in one .zip, or with a passphrase in an encrypted .7z, read back and compared before it has its name. Throws what `backupStore` throws. */
export async function backupData(core: Core, file: string, passphrase?: string, signal?: AbortSignal): Promise<BackupReport> {
  const target = path.resolve(file);
  await mkdir(path.dirname(target), { recursive: true });
  return backupStore(core.store, target, { signal, passphrase });
}

/** A backup, encrypted or not, into an empty or new folder. Throws what `restoreBackup` throws. */
export async function restoreData(environment: Environment, file: string, folder: string, passphrase?: string): Promise<RestoreReport> {
  const target = path.resolve(folder);
  await mkdir(path.dirname(target), { recursive: true });
  return restoreBackup(path.resolve(file), target, environment, { passphrase });
}
