import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { addAttachment, readAttachment } from '../../electron/store/attachments.ts';
import { backupStore } from '../../electron/store/backup/backup-store.ts';
import { openBackupDatabase, verifyBackup } from '../../electron/store/backup/open-backup.ts';
import { restoreBackup } from '../../electron/store/backup/restore-backup.ts';
import { allRecords } from '../../electron/store/records.ts';
import { saveRecords } from '../../electron/store/save-records.ts';
import { inputOf, openTestContract, openTestStore, rejectionOf, testEnvironment, testFolder } from './open-test-store.ts';

const passphrase = 'K7MQ-3XWF-9TRD-HN4C-V2JP';
const photo = { name: '机房.jpg', mediaType: 'image/jpeg', content: Buffer.alloc(300_000, '照片'), role: 'photo', caption: '' };

async function backedUp() {
  const { store, contractId } = openTestContract();
  saveRecords(store, contractId, [inputOf('visit', {}, { id: 'v' }), inputOf('inspection')]);
  const { sha256 } = addAttachment(store, 'v', photo);
  const target = join(testFolder(), '备份.7z');
  const report = await backupStore(store, target, { passphrase });
  return { store, contractId, sha256, target, report, restored: join(testFolder(), '恢复') };
}

test('an encrypted backup restores the store as it was, with its passphrase only', async () => {
  const { store, contractId, sha256, target, report, restored } = await backedUp();
  expect([report.files, report.bytes === readFileSync(target).length]).toEqual([2, true]);
  expect((await rejectionOf(restoreBackup(target, restored, testEnvironment()))).details).toEqual({ password: 'missing' });
  expect((await rejectionOf(restoreBackup(target, restored, testEnvironment(), { passphrase: 'another-one' }))).details).toEqual({ password: 'wrong' });
  expect(existsSync(restored)).toBe(false);

  await restoreBackup(target, restored, testEnvironment(), { passphrase });
  const again = openTestStore(testEnvironment(), restored);
  expect(allRecords(again, contractId)).toEqual(allRecords(store, contractId));
  expect(readAttachment(again, sha256).equals(photo.content)).toBe(true);
});

test('7-Zip opens it, and nothing in it can be read without the passphrase', async () => {
  const { target, sha256 } = await backedUp();
  const out = testFolder();
  execFileSync('7z', ['x', `-p${passphrase}`, `-o${out}`, target], { stdio: 'pipe' });
  expect(readdirSync(out).toSorted()).toEqual(['attachments', 'backup.json', 'binder.sqlite']);
  expect(readFileSync(join(out, 'attachments', sha256.slice(0, 2), sha256)).equals(photo.content)).toBe(true);
  const bytes = readFileSync(target);
  expect(['binder.sqlite', '照片照片', 'SQLite format 3', sha256].filter((text) => bytes.includes(text) || bytes.includes(Buffer.from(text, 'utf16le')))).toEqual([]);
});

test('it is looked into and read back from beginning to end', async () => {
  const { target } = await backedUp();
  expect((await openBackupDatabase(target, join(testFolder(), 'look'), { passphrase })).manifest?.files.length).toBe(2);
  expect(await verifyBackup(target, join(testFolder(), 'work'), { passphrase })).toEqual({ files: 2 });
  expect((await rejectionOf(verifyBackup(target, join(testFolder(), 'work')))).details).toEqual({ password: 'missing' });
  const bytes = readFileSync(target);
  bytes.writeUInt8(bytes.readUInt8(200_000) ^ 1, 200_000);
  writeFileSync(target, bytes);
  expect((await rejectionOf(verifyBackup(target, join(testFolder(), 'work'), { passphrase }))).code).toBe('unreadable-file');
  expect((await rejectionOf(restoreBackup(target, join(testFolder(), 'n'), testEnvironment(), { passphrase }))).code).toBe('unreadable-file');
});

test('cancelling leaves nothing, in the place it was to go to or in the data folder', async () => {
  const { store } = await backedUp();
  const folder = testFolder();
  const controller = new AbortController();
  const refusal = await rejectionOf(backupStore(store, join(folder, 'c.7z'), { passphrase, signal: controller.signal, onProgress: () => controller.abort() }));
  expect([refusal.code, readdirSync(folder), readdirSync(join(store.folder, 'backups'))]).toEqual(['cancelled', [], []]);
});
