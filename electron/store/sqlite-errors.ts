import Database from 'better-sqlite3';
import { AppError } from '../../shared/app-error.ts';

/**
 * Turns an error of SQLite into the AppError a person can act on: `disk-full`, `store-damaged`, `store-locked`, `file-in-use`, `unreadable-file`.
 * Everything else comes back unchanged: it is a fault of the program, not of the data folder.
 */
export function describeSqliteError(error: unknown): unknown {
  if (!(error instanceof Database.SqliteError)) return error;
  const primary = error.code.split('_').slice(0, 2).join('_');
  const details = { cause: error.code };
  switch (primary) {
    case 'SQLITE_FULL':
      return new AppError('disk-full', '磁盘空间不足，刚才的改动没有保存。请腾出空间后再试。', details, { cause: error });
    case 'SQLITE_CORRUPT':
    case 'SQLITE_NOTADB':
      return new AppError('store-damaged', '数据文件已损坏，不能继续使用。请从备份恢复；原文件不要删除。', details, { cause: error });
    case 'SQLITE_BUSY':
    case 'SQLITE_LOCKED':
      return new AppError('store-locked', '数据文件夹正被另一个程序使用。请先关闭那个程序。', details, { cause: error });
    case 'SQLITE_READONLY':
    case 'SQLITE_CANTOPEN':
    case 'SQLITE_PERM':
    case 'SQLITE_AUTH':
      return new AppError('file-in-use', '数据文件夹不能写入：没有权限，或所在的磁盘是只读的。', details, { cause: error });
    case 'SQLITE_IOERR':
      return new AppError('unreadable-file', '读写数据文件时磁盘出错，请检查磁盘，尽快备份。', details, { cause: error });
    default:
      return error;
  }
}

/** Runs one reading call; errors of SQLite become AppErrors. */
export function reading<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw describeSqliteError(error);
  }
}
