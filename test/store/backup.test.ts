import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inflateMember, readZip } from '../../electron/files/zip-reader.ts';
import { writeZip } from '../../electron/files/zip-writer.ts';
import { attachmentPath } from '../../electron/store/attachment-files.ts';
import { addAttachment, listAttachments, missingAttachments, readAttachment } from '../../electron/store/attachments.ts';
import { backupStore } from '../../electron/store/backup/backup-store.ts';
import { restoreBackup } from '../../electron/store/backup/restore-backup.ts';
import { listContracts } from '../../electron/store/contracts.ts';
import { allRecords, recordHistory } from '../../electron/store/records.ts';
import { saveRecord, saveRecords } from '../../electron/store/save-records.ts';
import { verifyChain } from '../../electron/store/verify-chain.ts';
import { inputOf, openTestContract, openTestStore, rejectionOf, testEnvironment, testFolder } from './open-test-store.ts';

const photo = { name: '机房.jpg', mediaType: 'image/jpeg', content: Buffer.alloc(300_000, '照片'), role: 'photo', caption: '' };

async function backedUp() {
  const { store, contractId } = openTestContract();
  saveRecords(store, contractId, [inputOf('visit', {}, { id: 'v' }), inputOf('inspection'), inputOf('incident')]);
  const { sha256 } = addAttachment(store, 'v', photo);
  writeFileSync(join(store.folder, 'templates', '巡检记录单.docx'), '自己的模板');
  const target = join(testFolder(), '备份.zip');
  const report = await backupStore(store, target);
  return { store, contractId, sha256, target, report, restored: join(testFolder(), '恢复') };
}

test('a restored backup is the store as it was, attachments and own templates included', async () => {
  const { store, contractId, sha256, target, report, restored } = await backedUp();
  const expected = { contracts: listContracts(store), records: allRecords(store, contractId), history: recordHistory(store, 'v'), attachments: listAttachments(store, 'v') };
  saveRecord(store, contractId, inputOf('visit'));

  const restoring = await restoreBackup(target, restored, testEnvironment());

  expect(report).toEqual({ files: 3, bytes: report.bytes, missing: [], problems: [] });
  expect(restoring).toEqual({ madeAt: restoring.madeAt, madeBy: '林远航', device: '办公电脑', files: 3, missing: [], problems: [] });
  const again = openTestStore(testEnvironment(), restored);
  expect({ contracts: listContracts(again), records: allRecords(again, contractId), history: recordHistory(again, 'v'), attachments: listAttachments(again, 'v') }).toEqual(expected);
  expect(readAttachment(again, sha256).equals(photo.content)).toBe(true);
  expect(readFileSync(join(restored, 'templates', '巡检记录单.docx'), 'utf8')).toBe('自己的模板');
  expect(verifyChain(again).problems).toEqual([]);
  expect(saveRecord(again, contractId, inputOf('visit')).number).toBe('ZF-20240805-02');
});

test('a backup replaces an older one, leaves nothing else behind, and any unzip program can read it', async () => {
  const { store, contractId, target, sha256 } = await backedUp();
  saveRecord(store, contractId, inputOf('survey'));
  await backupStore(store, target);

  expect(readdirSync(join(target, '..'))).toEqual(['备份.zip']);
  expect(readdirSync(join(store.folder, 'backups'))).toEqual([]);
  const archive = readZip(readFileSync(target));
  expect([...archive.keys()]).toEqual(['binder.sqlite', 'templates/巡检记录单.docx', `attachments/${sha256.slice(0, 2)}/${sha256}`, 'backup.json']);
});

test('saving goes on while a backup is being made; the backup is of one moment', async () => {
  const { store, contractId, restored } = await backedUp();
  const target = join(testFolder(), 'b.zip');
  const seen: number[] = [];
  const before = allRecords(store, contractId);

  await backupStore(store, target, { onProgress: ({ done, total }) => {
    seen.push(done / total);
    saveRecord(store, contractId, inputOf('visit'));
  } });

  await restoreBackup(target, restored, testEnvironment());
  expect(allRecords(openTestStore(testEnvironment(), restored), contractId)).toEqual(before);
  expect(seen.at(-1)).toBe(1);
  expect([...seen].sort((left, right) => left - right)).toEqual(seen);
});

test('lost and damaged attachments are told and do not stop the rest', async () => {
  const { store, sha256, target, restored } = await backedUp();
  const damaged = addAttachment(store, 'v', { ...photo, content: Buffer.from('第二张') }).sha256;
  const sound = addAttachment(store, 'v', { ...photo, content: Buffer.from('第三张') }).sha256;
  rmSync(attachmentPath(store, sha256));
  writeFileSync(attachmentPath(store, damaged), '被改过');

  const report = await backupStore(store, target);
  const restoring = await restoreBackup(target, restored, testEnvironment());

  expect(report.missing).toEqual([sha256, damaged].sort());
  expect(restoring.missing).toEqual(report.missing);
  const again = openTestStore(testEnvironment(), restored);
  expect(missingAttachments(again)).toEqual(report.missing);
  expect(readAttachment(again, sound).toString()).toBe('第三张');
});

test('damage that the change log tells of is backed up with the rest, and told', async () => {
  const { store, target, restored } = await backedUp();
  store.database.exec("UPDATE record SET title = '被改过' WHERE id = 'v'");

  const problems = [{ place: '记录 ZF-20240805-01', message: '与最后一条修改记录不符' }];
  expect((await backupStore(store, target)).problems).toEqual(problems);
  expect((await restoreBackup(target, restored, testEnvironment())).problems).toEqual(problems);
});

test('a backup goes into an empty or new folder only', async () => {
  const { target, store } = await backedUp();
  const empty = join(testFolder(), '空');
  mkdirSync(empty);

  await restoreBackup(target, empty, testEnvironment());
  expect(existsSync(join(empty, 'binder.sqlite'))).toBe(true);
  expect((await rejectionOf(restoreBackup(target, store.folder, testEnvironment()))).code).toBe('already-exists');
  expect((await rejectionOf(restoreBackup(`${target}x`, join(testFolder(), 'n'), testEnvironment()))).code).toBe('not-found');
});

test('cancelling leaves neither backup nor restored folder', async () => {
  const { store, target, restored } = await backedUp();
  const other = join(testFolder(), 'c.zip');
  const cancelled = (): { readonly signal: AbortSignal; readonly onProgress: () => void } => {
    const controller = new AbortController();
    return { signal: controller.signal, onProgress: () => controller.abort() };
  };

  const codes = [await rejectionOf(backupStore(store, other, cancelled())), await rejectionOf(restoreBackup(target, restored, testEnvironment(), cancelled()))].map(({ code }) => code);

  expect(codes).toEqual(['cancelled', 'cancelled']);
  expect([other, restored, ...readdirSync(join(other, '..')), ...readdirSync(join(restored, '..')), ...readdirSync(join(store.folder, 'backups'))].filter((path) => existsSync(path))).toEqual([]);
});

test('a changed backup is refused, wherever it was changed', async () => {
  const { target, restored } = await backedUp();
  const sound = readFileSync(target);
  const archive = readZip(sound);
  const places = [...archive.values()].flatMap((member) => [0, Math.floor(member.size / 2), member.size - 1].map((at) => sound.indexOf(member.raw) + at));
  const codes: string[] = [];

  for (const at of places) {
    const damaged = Buffer.from(sound);
    damaged.writeUInt8(sound.readUInt8(at) ^ 1, at);
    writeFileSync(target, damaged);
    codes.push((await rejectionOf(restoreBackup(target, restored, testEnvironment()))).code);
  }
  writeFileSync(target, sound.subarray(0, sound.length - 100));
  codes.push((await rejectionOf(restoreBackup(target, restored, testEnvironment()))).code);

  expect(codes).toEqual(codes.map(() => 'unreadable-file'));
  expect(readdirSync(join(restored, '..'))).toEqual([]);
});

test('a backup whose manifest was made to fit is still checked against its own change log and paths', async () => {
  const { target, restored } = await backedUp();
  const members = [...readZip(readFileSync(target)).values()].map((member) => ({ name: member.name, bytes: inflateMember(member), level: 0 }));
  const rewritten = async (change: (manifest: string) => string, rename: (name: string) => string = (name) => name) => {
    const changed = members.map((member) => (member.name === 'backup.json' ? { ...member, bytes: Buffer.from(change(member.bytes.toString('utf8'))) } : { ...member, name: rename(member.name) }));
    writeFileSync(target, writeZip(changed));
    return (await rejectionOf(restoreBackup(target, restored, testEnvironment()))).code;
  };

  expect(await rewritten((text) => text.replace(/"entries": \d+/, '"entries": 99'))).toBe('store-damaged');
  expect(await rewritten((text) => text.replace('templates/巡检记录单.docx', 'binder.lock'), (name) => (name.startsWith('templates/') ? 'binder.lock' : name))).toBe('unreadable-file');
  expect(await rewritten((text) => text.replace('"storeVersion"', '"version"'))).toBe('unreadable-file');
  expect(await rewritten(() => '{')).toBe('unreadable-file');
});
