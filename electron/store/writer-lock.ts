import Database from 'better-sqlite3';
import { join } from 'node:path';
import { AppError } from '../../shared/app-error.ts';
import { describeSqliteError } from './sqlite-errors.ts';

/** Held by the one program that may write a data folder. */
export type WriterLock = { readonly release: () => void };

/**
 * Takes the folder's writer lock or throws `store-locked`. It is an SQLite transaction that stays open on a file of its own, so the
 * operating system drops it with the process, however that dies: it cannot go stale, and readers of the store are not in its way.
 * Nothing else may open `binder.lock`: closing any handle of a file drops this process's POSIX locks on it.
 */
export function takeWriterLock(folder: string): WriterLock {
  const lock = openLock(join(folder, 'binder.lock'));
  return { release: () => lock.close() };
}

function openLock(file: string): Database.Database {
  let lock: Database.Database | undefined;
  try {
    // A program that is just closing needs a moment to let go.
    lock = new Database(file, { timeout: 300 });
    lock.exec('BEGIN EXCLUSIVE');
    return lock;
  } catch (error) {
    lock?.close();
    const described = describeSqliteError(error);
    if (described instanceof AppError && described.code === 'store-locked') {
      throw new AppError('store-locked', '这个数据文件夹已经在另一个窗口或程序里打开，一次只能由一个程序写入。', {}, { cause: error });
    }
    throw described;
  }
}
