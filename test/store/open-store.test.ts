import Database from 'better-sqlite3';
import { copyFileSync, existsSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listContracts } from '../../electron/store/contracts.ts';
import { closeStore, currentFormat, openStore, openStoreForReading } from '../../electron/store/open-store.ts';
import { allRecords } from '../../electron/store/records.ts';
import { saveRecord, saveRecords } from '../../electron/store/save-records.ts';
import { codeOf, failureOf, inputOf, openTestContract, openTestStore, testEnvironment, testFolder } from './open-test-store.ts';

test('a new data folder has its database and its folders, with the promised safety settings', () => {
  const folder = join(testFolder(), '合同', '数据');
  const { database } = openTestStore(testEnvironment(), folder);

  expect(['binder.sqlite', 'attachments', 'templates', 'backups'].filter((name) => !existsSync(join(folder, name)))).toEqual([]);
  const pragmas = ['journal_mode', 'synchronous', 'foreign_keys', 'trusted_schema', 'cell_size_check', 'user_version'].map((name) => database.pragma(name, { simple: true }));
  expect(pragmas).toEqual(['wal', 2, 1, 0, 1, currentFormat.migrations.length]);
  const loose = database.prepare("SELECT name FROM pragma_table_list WHERE type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'").pluck().all();
  expect(loose).toEqual([]);
});

test('what was saved is there after closing and opening again', () => {
  const { store, contractId } = openTestContract();
  const saved = saveRecords(store, contractId, [inputOf('inspection'), inputOf('incident')]);
  closeStore(store);

  const again = openTestStore(testEnvironment(), store.folder);

  expect(allRecords(again, contractId)).toEqual([...saved].sort((left, right) => (left.number < right.number ? -1 : 1)));
  expect(existsSync(join(store.folder, 'binder.sqlite-wal'))).toBe(true);
});

test('a second writer is refused, a reader is not, and the lock goes with the store', () => {
  const { store, contractId } = openTestContract();
  saveRecord(store, contractId, inputOf('visit'));

  expect(codeOf(() => openStore(store.folder, testEnvironment()))).toBe('store-locked');
  const reader = openStoreForReading(store.folder);
  expect(allRecords(reader, contractId)).toEqual(allRecords(store, contractId));
  expect(() => reader.database.exec('DELETE FROM record')).toThrow(/readonly/);
  closeStore(reader);

  closeStore(store);
  const again = openTestStore(testEnvironment(), store.folder);
  expect(listContracts(again)).toHaveLength(1);
});

test('a folder without a store cannot be opened for reading', () => {
  expect(codeOf(() => openStoreForReading(testFolder()))).toBe('not-found');
});

test('a store of a newer program that does not say it may be read is refused and left as it is', () => {
  const { store } = openTestContract();
  store.database.pragma('user_version = 999');
  store.database.exec("DELETE FROM setting WHERE name = 'readableFrom'");
  closeStore(store);
  const before = readFileSync(join(store.folder, 'binder.sqlite'));

  const failure = failureOf(() => openStore(store.folder, testEnvironment()));
  expect([failure.code, failure.details]).toEqual(['store-newer-than-app', { version: 999, known: currentFormat.migrations.length, readable: false }]);
  expect(codeOf(() => openStoreForReading(store.folder))).toBe('store-newer-than-app');
  expect(readFileSync(join(store.folder, 'binder.sqlite')).equals(before)).toBe(true);
});

test('bodies of a newer kind are refused too', () => {
  const { store } = openTestContract();
  closeStore(store);
  const olderProgram = { ...currentFormat, kinds: { ...currentFormat.kinds, visit: { version: 0, upgrades: [] } } };

  expect(codeOf(() => openStore(store.folder, testEnvironment(), olderProgram))).toBe('store-newer-than-app');
  expect(codeOf(() => openStoreForReading(store.folder, olderProgram))).toBe('store-newer-than-app');
});

test('another program\'s database is not touched', () => {
  const folder = testFolder();
  const other = new Database(join(folder, 'binder.sqlite'));
  other.exec('CREATE TABLE song (title TEXT)');
  other.close();

  expect(codeOf(() => openStore(folder, testEnvironment()))).toBe('invalid-input');
});

test('a file that is no database, or was cut off, is reported as damaged', () => {
  const garbage = testFolder();
  writeFileSync(join(garbage, 'binder.sqlite'), '这不是数据库'.repeat(1000));
  expect(codeOf(() => openStore(garbage, testEnvironment()))).toBe('store-damaged');

  const { store, contractId } = openTestContract();
  saveRecords(store, contractId, Array.from({ length: 200 }, () => inputOf('visit')));
  closeStore(store);
  truncateSync(join(store.folder, 'binder.sqlite'), 40_960);
  const codes = [() => openStore(store.folder, testEnvironment()), () => allRecords(openStoreForReading(store.folder), contractId)].map(codeOf);
  expect(codes).toEqual(['store-damaged', 'store-damaged']);
});

test('after a crash the pages are checked before the store is trusted', () => {
  const { store, contractId } = openTestContract();
  saveRecords(store, contractId, Array.from({ length: 200 }, () => inputOf('visit')));
  store.database.pragma('wal_checkpoint(TRUNCATE)');
  saveRecord(store, contractId, inputOf('visit'));
  const crashed = testFolder();
  for (const name of ['binder.sqlite', 'binder.sqlite-wal']) copyFileSync(join(store.folder, name), join(crashed, name));
  const file = join(crashed, 'binder.sqlite');
  const bytes = readFileSync(file);
  const sound = openTestStore(testEnvironment(), copyOf(crashed));
  expect(allRecords(sound, contractId)).toHaveLength(201);

  bytes.fill(0xa5, 4096 * 60, 4096 * 61);
  writeFileSync(file, bytes);

  expect(codeOf(() => openStore(crashed, testEnvironment()))).toBe('store-damaged');
});

function copyOf(folder: string): string {
  const copy = testFolder();
  for (const name of ['binder.sqlite', 'binder.sqlite-wal']) copyFileSync(join(folder, name), join(copy, name));
  return copy;
}

test('a failed opening lets go of the folder', () => {
  const { store } = openTestContract();
  store.database.pragma('user_version = 999');
  closeStore(store);
  expect(codeOf(() => openStore(store.folder, testEnvironment()))).toBe('store-newer-than-app');
  const database = new Database(join(store.folder, 'binder.sqlite'));
  database.pragma(`user_version = ${currentFormat.migrations.length}`);
  database.close();

  const again = openTestStore(testEnvironment(), store.folder);

  expect(listContracts(again)).toHaveLength(1);
});
