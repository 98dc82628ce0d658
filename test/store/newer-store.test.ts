import { chmodSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { AppError } from '../../shared/app-error.ts';
import { listContracts } from '../../electron/store/contracts.ts';
import { migrations } from '../../electron/store/migrations.ts';
import { openCopyForReading } from '../../electron/store/open-copy.ts';
import { closeStore, currentFormat, openStore, openStoreForReading, type StoreFormat } from '../../electron/store/open-store.ts';
import { allRecords } from '../../electron/store/records.ts';
import { refusingStore } from '../../electron/store/refusing-store.ts';
import { saveRecord } from '../../electron/store/save-records.ts';
import { codeOf, failureOf, inputOf, openTestContract, openTestStore, testEnvironment, testFolder } from './open-test-store.ts';

/** A program one layout further on; what it writes can be read by programs that know `readableFrom`. */
function nextProgram(readableFrom?: number): StoreFormat {
  const migrate: StoreFormat['migrations'][number]['migrate'] = (database) => database.exec('CREATE TABLE parcel (id TEXT PRIMARY KEY) STRICT');
  return { ...currentFormat, migrations: [...migrations, { version: migrations.length + 1, migrate, ...(readableFrom === undefined ? {} : { readableFrom }) }] };
}

function writtenBy(format: StoreFormat) {
  const { store, contractId } = openTestContract();
  const record = saveRecord(store, contractId, inputOf('visit'));
  closeStore(store);
  closeStore(openStore(store.folder, { ...testEnvironment(), program: '9.1.0' }, format));
  return { folder: store.folder, contractId, record };
}

test('an older program reads what a newer one wrote when the store says it may, and cannot write it', () => {
  const { folder, contractId, record } = writtenBy(nextProgram(1));

  const refusal = failureOf(() => openStore(folder, testEnvironment()));
  expect([refusal.code, refusal.details]).toEqual(['store-newer-than-app', { version: migrations.length + 1, known: migrations.length, readable: true, program: '9.1.0' }]);
  expect(refusal.message).toContain('9.1.0');
  const reader = openStoreForReading(folder);
  expect(allRecords(reader, contractId)).toEqual([record]);
  closeStore(reader);
});

test('a newer layout that older programs would misread is refused, with the version that is needed', () => {
  const { folder } = writtenBy(nextProgram());
  const refusal = failureOf(() => openStoreForReading(folder));
  expect([refusal.code, refusal.details['readable'], refusal.message]).toEqual(['store-newer-than-app', false, '数据文件是更新版本（9.1.0）的程序写的，请安装 9.1.0 或更高的版本后再打开。']);
});

test('a damaged permission is none', () => {
  const { folder } = writtenBy(nextProgram(1));
  const newer = openStore(folder, testEnvironment(), nextProgram(1));
  newer.database.exec("UPDATE setting SET value = '{}' WHERE name = 'readableFrom'");
  closeStore(newer);
  expect(codeOf(() => openStoreForReading(folder))).toBe('store-newer-than-app');
});

test('bodies of a newer kind may be read when their kind says so', () => {
  const { store, contractId } = openTestContract();
  const record = saveRecord(store, contractId, inputOf('visit'));
  closeStore(store);
  const newerKinds = { ...currentFormat.kinds, visit: { version: 2, readableFrom: 1, upgrades: [(body: Readonly<Record<string, unknown>>) => body] } };
  closeStore(openStore(store.folder, testEnvironment(), { ...currentFormat, kinds: newerKinds }));

  expect(codeOf(() => openStore(store.folder, testEnvironment()))).toBe('store-newer-than-app');
  const reader = openStoreForReading(store.folder);
  expect(allRecords(reader, contractId).map(({ body }) => body)).toEqual([record.body]);
  closeStore(reader);
});

test('a reading store refuses every change with one code, before anything is touched', () => {
  const { store, contractId } = openTestContract();
  closeStore(store);
  const before = readFileSync(join(store.folder, 'binder.sqlite'));
  const reader = refusingStore(openStoreForReading(store.folder), testEnvironment());

  const refusal = failureOf(() => saveRecord(reader, contractId, inputOf('visit')));
  expect([refusal instanceof AppError, refusal.code]).toEqual([true, 'read-only']);
  expect(listContracts(reader)).toHaveLength(1);
  closeStore(reader);
  expect(readFileSync(join(store.folder, 'binder.sqlite')).equals(before)).toBe(true);
});

/** Runs as somebody who may not write; the administrator may everywhere. */
function withoutPermission<T>(work: () => T): T {
  const isAdministrator = process.geteuid?.() === 0;
  if (isAdministrator) process.seteuid?.(65534);
  try {
    return work();
  } finally {
    if (isAdministrator) process.seteuid?.(0);
  }
}

test('a folder that cannot be written is refused when it is opened, not at the first save, and can be read', () => {
  const { store, contractId } = openTestContract();
  const record = saveRecord(store, contractId, inputOf('visit'));
  closeStore(store);
  const names = ['backups', 'templates', 'attachments', ''];
  for (const name of readdirSync(store.folder).filter((entry) => entry.startsWith('binder.'))) chmodSync(join(store.folder, name), 0o444);
  for (const name of names) chmodSync(join(store.folder, name), 0o555);
  const copy = testFolder();
  chmodSync(copy, 0o777);

  const seen = withoutPermission(() => {
    const code = codeOf(() => openStore(store.folder, testEnvironment()));
    const reader = openCopyForReading(store.folder, join(copy, 'copy'), testEnvironment());
    const records = allRecords(reader, contractId);
    closeStore(reader);
    return [code, records];
  });

  for (const name of names.toReversed()) chmodSync(join(store.folder, name), 0o755);
  expect(seen).toEqual(['file-in-use', [record]]);
});

test('where nothing can be written, a copy is read and the folder stays as it is', () => {
  const { store, contractId } = openTestContract();
  const record = saveRecord(store, contractId, inputOf('visit'));
  closeStore(store);
  const before = readdirSync(store.folder);
  const copy = join(testFolder(), 'copy');
  const reader = openCopyForReading(store.folder, copy, testEnvironment());
  expect([reader.folder, allRecords(reader, contractId), readdirSync(store.folder)]).toEqual([store.folder, [record], before]);
  closeStore(reader);

  const again = openTestStore(testEnvironment(), store.folder);
  expect(listContracts(again)).toHaveLength(1);
  expect(codeOf(() => openCopyForReading(testFolder(), join(testFolder(), 'copy'), testEnvironment()))).toBe('not-found');
});
