import Database from 'better-sqlite3';
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../shared/app-error.ts';
import { kindNames, kindOf } from '../../shared/records/kinds.ts';
import { describeFileError } from '../files/file-errors.ts';
import { sweepAttachments } from './attachment-files.ts';
import { backUpAutomatically } from './backup/automatic-backups.ts';
import { latestTimestamp } from './changes.ts';
import { checkPages } from './check-pages.ts';
import { needsMigration, refuseForeignStore, runMigrations, storeVersion, type Migration } from './migrate.ts';
import { migrations } from './migrations.ts';
import { describeSqliteError } from './sqlite-errors.ts';
import { emptyRecordMemory, settleWrites } from './record-memory.ts';
import { prepareStatements } from './sql/statements.ts';
import type { ReadableStore, StoreEnvironment, WritableStore } from './store.ts';
import { demandsOf, mayRead, newerStoreError, noteDemands, storedDemands } from './readable-from.ts';
import { hasNewerBodies, needsUpgrade, upgradeBodies, type KindVersions } from './upgrade-bodies.ts';
import { takeWriterLock, type WriterLock } from './writer-lock.ts';

/** What the program knows how to read; tests pass older and newer ones. */
export type StoreFormat = { readonly migrations: readonly Migration[]; readonly kinds: KindVersions };

/** Layout and kinds of this version of the program. */
export const currentFormat: StoreFormat = { migrations, kinds: Object.fromEntries(kindNames.map((kind) => [kind, kindOf(kind)])) };

/** The database's name inside a data folder. */
export const storeFileName = 'binder.sqlite';

/**
 * Opens a data folder for writing and brings it up to date (after an automatic backup); creates it when it is not there.
 * Nothing else in this process may open `binder.sqlite` by way of `fs`: closing such a handle would drop the store's locks.
 * Throws `store-locked` (open elsewhere), `store-newer-than-app`, `store-damaged`, `invalid-input` (not ours), `disk-full`, `file-in-use`.
 */
export function openStore(folder: string, environment: StoreEnvironment, format: StoreFormat = currentFormat): WritableStore {
  let lock: WriterLock | undefined;
  let database: Database.Database | undefined;
  try {
    for (const name of ['attachments', 'templates', 'backups']) mkdirSync(join(folder, name), { recursive: true });
    lock = takeWriterLock(folder);
    const file = join(folder, storeFileName);
    // A log left behind means that the last program did not close the store: then look before trusting it.
    const leftOpen = existsSync(`${file}-wal`) && statSync(`${file}-wal`).size > 0;
    database = connect(file, format, 'write');
    if (leftOpen) checkPages(database);
    const store = bringUpToDate(database, lock, folder, environment, format);
    if (leftOpen) environment.log({ level: 'info', event: 'store.recovered', detail: `${sweepAttachments(store)} unfinished attachments removed` });
    return store;
  } catch (error) {
    database?.close();
    lock?.release();
    throw describeFileError(describeSqliteError(error), folder);
  }
}

/**
 * Opens a data folder for reading, also while another program writes it, and also one that a newer program wrote if that says it may be
 * read. Changes nothing. Throws `not-found`, `store-newer-than-app`, `store-damaged`, `conflict` when the store must first be brought up to date by opening it for writing.
 */
export function openStoreForReading(folder: string, format: StoreFormat = currentFormat): ReadableStore {
  const file = join(folder, storeFileName);
  if (!existsSync(file)) throw new AppError('not-found', '这个文件夹里没有运维交付夹的数据。');
  let database: Database.Database | undefined;
  try {
    database = connect(file, format, 'read');
    if (needsMigration(database, format.migrations)) throw new AppError('conflict', '数据是旧版本程序写的，请先用本程序打开一次，完成升级。');
    return { access: 'read', folder, database, statements: prepareStatements(database), recordMemory: emptyRecordMemory() };
  } catch (error) {
    database?.close();
    throw describeFileError(describeSqliteError(error), folder);
  }
}

/** Closes the database and lets the next program in. */
export function closeStore(store: ReadableStore | WritableStore): void {
  if ('lock' in store && !store.database.readonly) store.database.pragma('optimize');
  store.database.close();
  if ('lock' in store) store.lock.release();
}

function connect(file: string, format: StoreFormat, access: 'read' | 'write'): Database.Database {
  const database = new Database(file, { timeout: 2000, readonly: access === 'read' });
  try {
    refuseForeignStore(database);
    refuseNewerStore(database, format, access);
    if (access === 'write') {
      // FULL: an acknowledged record survives a power cut; NORMAL would lose the last commits.
      for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', 'journal_size_limit = 16777216']) database.pragma(pragma);
      // On a medium that cannot be written SQLite opens for reading instead and would say so only at the first save.
      if (storeVersion(database) > 0) database.exec('DELETE FROM setting WHERE false');
    }
    for (const pragma of ['foreign_keys = ON', 'trusted_schema = OFF', 'cell_size_check = ON', 'temp_store = MEMORY', 'cache_size = -32000']) database.pragma(pragma);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Bodies are looked at only where the layout is known: an older one is upgraded first, together with them. */
function refuseNewerStore(database: Database.Database, { migrations: known, kinds }: StoreFormat, access: 'read' | 'write'): void {
  const version = storeVersion(database);
  if (version === 0 || (version <= known.length && !hasNewerBodies(database, kinds))) return;
  if (access === 'read' && mayRead(storedDemands(database), known, kinds)) return;
  throw newerStoreError(database, known, kinds);
}

function bringUpToDate(database: Database.Database, lock: WriterLock, folder: string, environment: StoreEnvironment, format: StoreFormat): WritableStore {
  const version = storeVersion(database);
  const outdated = needsMigration(database, format.migrations);
  const oldBodies = version === 0 || needsUpgrade(database, format.kinds);
  if (version > 0 && (outdated || oldBodies)) backUpAutomatically(database, folder, environment, `before-version-${format.migrations.length}`);
  const demands = demandsOf(format.migrations, format.kinds, environment.program ?? '');
  const open = (): WritableStore => writableStore(database, lock, folder, environment);
  if (!outdated && !oldBodies) {
    noteDemands(database, demands);
    return open();
  }
  // One transaction over layout and bodies: a store is never between two versions.
  const upgraded = database.transaction(() => {
    runMigrations(database, format.migrations);
    const store = open();
    if (oldBodies) upgradeBodies(store, format.kinds);
    noteDemands(database, demands);
    return store;
  }).immediate();
  settleWrites(upgraded.recordMemory);
  return upgraded;
}

function writableStore(database: Database.Database, lock: WriterLock, folder: string, environment: StoreEnvironment): WritableStore {
  const statements = prepareStatements(database);
  const contracts: WritableStore['contracts'] = new Map();
  const recordMemory = emptyRecordMemory();
  const inTransaction = database.transaction((work: () => unknown) => work());
  const transaction = <T>(work: () => T): T => {
    const writtenBefore = recordMemory.written.length;
    try {
      let result: { readonly value: T } | undefined;
      inTransaction.immediate(() => {
        result = { value: work() };
      });
      if (result === undefined) throw new AppError('internal', '保存没有完成。');
      if (!database.inTransaction) settleWrites(recordMemory);
      return result.value;
    } catch (error) {
      // What was read or written inside may never have become true.
      contracts.clear();
      recordMemory.written.length = writtenBefore;
      throw describeSqliteError(error);
    }
  };
  return { access: 'write', folder, database, statements, environment, lock, contracts, recordMemory, transaction, clock: { latest: latestTimestamp(statements) }, revision: { reason: undefined } };
}
