import type Database from 'better-sqlite3';
import { AppError } from '../../shared/app-error.ts';

/** Throws `store-damaged` when pages or indexes are not as they should be. Errors of SQLite pass through. */
export function checkPages(database: Database.Database): void {
  const [first] = database.prepare<[], string>('PRAGMA quick_check(1)').pluck().all();
  if (first !== 'ok') throw new AppError('store-damaged', '数据文件已损坏，不能继续使用。请从备份恢复；原文件不要删除。', { cause: String(first) });
}
