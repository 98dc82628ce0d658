import type Database from 'better-sqlite3';
import { AppError } from '../../shared/app-error.ts';

/**
 * One step from layout `version - 1` to `version`. `readableFrom` is the lowest layout that a program must know to read the result without
 * misunderstanding it: a step that only adds tables or columns names an earlier one. Without it only programs that know this layout may read.
 */
export type Migration = { readonly version: number; readonly readableFrom?: number; readonly migrate: (database: Database.Database) => void };

const applicationId = 0x484f4244;

/** The layout's version of an open data file; 0 for a new, empty one. */
export function storeVersion(database: Database.Database): number {
  return Number(database.pragma('user_version', { simple: true }));
}

/** Whether a database file was made by this program. It makes no views: one in the place of a table could keep a reader busy for ever. */
export function isOwnStore(database: Database.Database): boolean {
  const views = Number(database.prepare("SELECT count(*) FROM sqlite_schema WHERE type = 'view'").pluck().get());
  return Number(database.pragma('application_id', { simple: true })) === applicationId && views === 0;
}

/** Refuses a file that is not ours (`invalid-input`). A new, empty one is. */
export function refuseForeignStore(database: Database.Database): void {
  const tables = Number(database.prepare('SELECT count(*) FROM sqlite_schema').pluck().get());
  if (storeVersion(database) === 0 && tables === 0) return;
  if (!isOwnStore(database)) {
    throw new AppError('invalid-input', '这个文件夹里的 binder.sqlite 不是运维交付夹的数据文件。');
  }
}

/** Whether the file is older than the program. */
export function needsMigration(database: Database.Database, migrations: readonly Migration[]): boolean {
  return storeVersion(database) < migrations.length;
}

/** Runs what is missing, in order. The caller holds the transaction, so that a store is never between two versions. */
export function runMigrations(database: Database.Database, migrations: readonly Migration[]): void {
  if (migrations.some((migration, index) => migration.version !== index + 1)) {
    throw new AppError('internal', '数据文件的升级步骤编号不连续。');
  }
  for (const { version, migrate } of migrations.slice(storeVersion(database))) {
    migrate(database);
    database.pragma(`user_version = ${version}`);
  }
}
