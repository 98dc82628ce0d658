import Database from 'better-sqlite3';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listContracts } from '../../electron/store/contracts.ts';
import { closeStore, currentFormat, openStore, openStoreForReading, type StoreFormat } from '../../electron/store/open-store.ts';
import { allRecords, getRecord, recordHistory } from '../../electron/store/records.ts';
import { saveRecord } from '../../electron/store/save-records.ts';
import { surplusBackups } from '../../electron/store/backup/automatic-backups.ts';
import { migrations } from '../../electron/store/migrations.ts';
import { verifyChain } from '../../electron/store/verify-chain.ts';
import { codeOf, inputOf, openTestContract, openTestStore, testEnvironment, testFolder } from './open-test-store.ts';

const nextVersion = migrations.length + 1;

/** A program one layout further on. */
function nextFormat(migrate: (database: Database.Database) => void): StoreFormat {
  return { ...currentFormat, migrations: [...migrations, { version: nextVersion, migrate }] };
}

function oldStore() {
  const { store, contractId } = openTestContract();
  const record = saveRecord(store, contractId, inputOf('visit', {}, { id: 'v' }));
  closeStore(store);
  return { folder: store.folder, contractId, record };
}

test('an older store is brought up to date, after a backup, and keeps what is in it', () => {
  const { folder, contractId, record } = oldStore();
  const format = nextFormat((database) => database.exec("CREATE TABLE parcel (id TEXT PRIMARY KEY) STRICT; INSERT INTO parcel SELECT id FROM record"));

  const store = openTestStore(testEnvironment(), folder, format);

  expect(store.database.pragma('user_version', { simple: true })).toBe(nextVersion);
  expect(store.database.prepare('SELECT id FROM parcel').pluck().all()).toEqual(['v']);
  expect(allRecords(store, contractId)).toEqual([record]);
  const [backup] = readdirSync(join(folder, 'backups'));
  const copy = new Database(join(folder, 'backups', backup ?? ''), { readonly: true });
  expect([copy.pragma('user_version', { simple: true }), copy.prepare('SELECT id FROM record').pluck().all()]).toEqual([migrations.length, ['v']]);
  copy.close();
});

test('a migration that fails leaves the store as it was', () => {
  const { folder, contractId, record } = oldStore();
  const format = nextFormat((database) => {
    database.exec('ALTER TABLE record ADD COLUMN weight REAL; DELETE FROM record_unindexed');
    throw new Error('power cut');
  });

  expect(() => openStore(folder, testEnvironment(), format)).toThrow('power cut');
  const store = openTestStore(testEnvironment(), folder);
  expect(store.database.pragma('user_version', { simple: true })).toBe(migrations.length);
  expect(allRecords(store, contractId)).toEqual([record]);
});

test('a reader does not migrate', () => {
  const { folder } = oldStore();

  expect(codeOf(() => openStoreForReading(folder, nextFormat(() => undefined)))).toBe('conflict');
});

test('steps must be numbered one after the other', () => {
  const gap: StoreFormat = { ...currentFormat, migrations: [...migrations, { version: nextVersion + 1, migrate: () => undefined }] };

  expect(codeOf(() => openStore(testFolder(), testEnvironment(), gap))).toBe('internal');
  expect(readdirSync(join(import.meta.dirname, '../../electron/store/migrations')).map((name) => Number(name.slice(0, 4)))).toEqual(migrations.map(({ version }) => version));
});

test('a kind\'s upgrades run on every older body, in order, with a backup and a change entry each', () => {
  const { folder, contractId, record } = oldStore();
  const upgrades = [
    (body: Readonly<Record<string, unknown>>) => ({ ...body, guests: body['hosts'] }),
    (body: Readonly<Record<string, unknown>>) => ({ ...Object.fromEntries(Object.entries(body).filter(([name]) => name !== 'hosts')), steps: 2 }),
  ];
  const format: StoreFormat = { ...currentFormat, kinds: { ...currentFormat.kinds, visit: { version: 3, upgrades } } };

  const store = openTestStore(testEnvironment(), folder, format);

  const { hosts, ...rest } = record.body as Readonly<Record<string, unknown>>;
  const upgraded = getRecord(store, 'v');
  expect(upgraded).toEqual({ ...record, revision: 2, updatedAt: upgraded.updatedAt, body: { ...rest, guests: hosts, steps: 2 } });
  expect(recordHistory(store, 'v').at(-1)?.fields).toEqual([
    { field: 'body.guests', before: null, after: '顾小满' }, { field: 'body.hosts', before: '顾小满', after: null }, { field: 'body.steps', before: null, after: 2 },
  ]);
  expect(verifyChain(store).problems).toEqual([]);
  expect(readdirSync(join(folder, 'backups'))).toHaveLength(1);
  closeStore(store);

  const again = openTestStore(testEnvironment(), folder, format);
  expect(getRecord(again, 'v')).toEqual(upgraded);
  expect(allRecords(again, contractId)).toHaveLength(1);
  expect(readdirSync(join(folder, 'backups'))).toHaveLength(1);
});

test('an upgrade that fails takes the layout back with it', () => {
  const { folder, record } = oldStore();
  const broken = () => {
    throw new Error('unforeseen body');
  };
  const format: StoreFormat = { ...nextFormat((database) => database.exec('CREATE TABLE parcel (id TEXT) STRICT')), kinds: { ...currentFormat.kinds, visit: { version: 2, upgrades: [broken] } } };

  expect(() => openStore(folder, testEnvironment(), format)).toThrow('unforeseen body');
  const store = openTestStore(testEnvironment(), folder);
  expect([getRecord(store, 'v'), store.database.prepare("SELECT name FROM sqlite_schema WHERE name = 'parcel'").all()]).toEqual([record, []]);
});

test('of the automatic backups the newest stay; files a person put there are left alone', () => {
  const names = ['auto-20240805T010203004Z-before-version-2.sqlite', '我的备份.zip', 'auto-20240905T010203004Z-before-version-3.sqlite', 'auto-20240705T010203004Z-before-version-1.sqlite', 'auto-notes.txt'];

  expect(surplusBackups(names, 1)).toEqual(['auto-20240705T010203004Z-before-version-1.sqlite', 'auto-20240805T010203004Z-before-version-2.sqlite']);
  expect(surplusBackups(names, 3)).toEqual([]);
});

test.each(readdirSync(join(import.meta.dirname, '../fixtures/store')))('today\'s program opens the kept store %s', (name) => {
  const folder = testFolder();
  const database = new Database(join(folder, 'binder.sqlite'));
  database.exec(readFileSync(join(import.meta.dirname, '../fixtures/store', name), 'utf8'));
  database.close();

  const store = openTestStore(testEnvironment(), folder);

  const [contract] = listContracts(store);
  expect(contract?.profile.title).toBe('2024年示例监管平台运维项目服务合同');
  const records = allRecords(store, contract?.id ?? '');
  expect(records.map((record) => [record.number, record.status, record.title])).toEqual([
    ['XJ-20240805-01', 'final', '日检 正常'], ['ZF-20240805-01', 'void', '走访业务一科（顾小满）'], ['', 'draft', '林远航'],
  ]);
  expect(verifyChain(store).problems).toEqual([]);
});
