import { chmodSync, copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../shared/app-error.ts';
import { describeFileError } from '../files/file-errors.ts';
import { closeStore, currentFormat, openStore, openStoreForReading, storeFileName, type StoreFormat } from './open-store.ts';
import type { ReadableStore, StoreEnvironment } from './store.ts';

/**
 * Opens a data folder for reading where nothing can be written: SQLite needs files beside the database to read it, so the database is
 * copied to `copy`, a new folder of this computer, brought up to date there and read there; attachments are read where they are.
 * Only for a folder that no program is writing to. Throws what `openStoreForReading` throws.
 */
export function openCopyForReading(folder: string, copy: string, environment: StoreEnvironment, format: StoreFormat = currentFormat): ReadableStore {
  try {
    if (!existsSync(join(folder, storeFileName))) throw new AppError('not-found', '这个文件夹里没有运维交付夹的数据。');
    mkdirSync(copy, { recursive: true, mode: 0o700 });
    for (const suffix of ['', '-wal']) {
      const [from, to] = [folder, copy].map((place) => join(place, `${storeFileName}${suffix}`));
      if (from === undefined || to === undefined || !existsSync(from)) continue;
      copyFileSync(from, to);
      // A copy from a disc is read-only like the disc.
      chmodSync(to, 0o600);
    }
  } catch (error) {
    throw describeFileError(error, folder);
  }
  try {
    closeStore(openStore(copy, environment, format));
  } catch (error) {
    // A newer store cannot be written, but it may say that it can be read.
    if (!(error instanceof AppError) || error.code !== 'store-newer-than-app') throw error;
  }
  return { ...openStoreForReading(copy, format), folder };
}
