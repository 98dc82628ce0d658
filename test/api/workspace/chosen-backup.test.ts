import Database from 'better-sqlite3';
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { carriedPermission } from '../../helpers/carried.ts';
import { testProfile } from '../../helpers/records.ts';
import { inspection, openWorkspace, testPlace, type OpenedWorkspace } from './open-workspace.ts';

/** A workspace with one record, and an open backup of it at a place of its own. */
async function withBackupElsewhere(): Promise<OpenedWorkspace & { readonly contractId: string; readonly file: string }> {
  const workspace = await openWorkspace();
  const { call, ended, dataFolder } = workspace;
  const { id: contractId } = await call('contracts.create', { profile: testProfile() });
  await call('records.save', { contractId, record: inspection('2024-08-05') });
  await ended(await call('backups.make', {}));
  const [made] = (await call('backups.list', {})).backups;
  const stick = path.join(testPlace(), 'U 盘');
  mkdirSync(stick);
  const file = path.join(stick, '拷来的.zip');
  renameSync(path.join(dataFolder, 'backups', made?.name ?? ''), file);
  return { ...workspace, contractId, file };
}

test('a backup that lies anywhere is looked into and restored, in a folder that never saw it too; the file stays as it is', async () => {
  const { call, ended, contractId, file } = await withBackupElsewhere();
  const bytes = readFileSync(file);
  await call('records.save', { contractId, record: inspection('2024-08-06') });
  const found = await call('backups.locate', { location: `"${file}"` });
  expect(found).toMatchObject({ name: '拷来的.zip', reason: 'own', hasAttachments: true, isEncrypted: false, contents: { contracts: 1, records: 1, attachments: 0 } });
  expect((await call('backups.list', {})).backups).toEqual([]);
  expect((await call('backups.preview', { id: found.id })).kinds).toEqual([{ kind: 'inspection', same: 1, newerHere: 0, newerInBackup: 0, onlyHere: 1, onlyInBackup: 0 }]);
  expect((await ended(await call('backups.verify', { id: found.id }))).state).toBe('done');
  expect((await ended(await call('backups.restore', { id: found.id, into: 'swap' }))).summary[0]).toBe('已恢复到“拷来的.zip”的状态');
  expect((await call('records.list', { contractId })).total).toBe(1);

  const other = await openWorkspace();
  const there = await other.call('backups.locate', { location: file });
  const beside = path.join(testPlace(), '恢复的');
  expect((await other.ended(await other.call('backups.restore', { id: there.id, into: { location: beside } }))).state).toBe('done');
  expect((await other.call('data.open', { location: beside })).isOpen).toBe(true);
  expect(await other.call('contracts.list', {})).toHaveLength(1);
  expect([readFileSync(file).equals(bytes), readdirSync(path.dirname(file))]).toEqual([true, ['拷来的.zip']]);
});

test('an encrypted backup and an automatic copy are known by what is in them; a copy says when it was made', async () => {
  const { call, ended, failure, contractId, dataFolder, file } = await withBackupElsewhere();
  const folder = path.dirname(file);
  const passphrase = 'K7MQ-3XWF-9TRD-HN4C-V2JP';
  await ended(await call('carried.make', { contractId, content: 'backup', location: folder, permission: carriedPermission(), protection: { way: 'encrypted', passphrase } }));
  const sealed = await call('backups.locate', { location: path.join(folder, readdirSync(folder).find((name) => name.endsWith('.7z')) ?? '') });
  expect(sealed).toMatchObject({ isEncrypted: true });
  expect((await failure('backups.preview', { id: sealed.id })).details).toEqual({ password: 'missing' });
  expect(await call('backups.preview', { id: sealed.id, passphrase })).toMatchObject({ isCompared: true });
  const found = await call('backups.locate', { location: file });
  await ended(await call('backups.restore', { id: found.id, into: 'swap' }));
  const copy = readdirSync(path.join(dataFolder, 'backups')).find((name) => name.endsWith('-before-restore.sqlite')) ?? '';
  copyFileSync(path.join(dataFolder, 'backups', copy), path.join(folder, copy));
  const located = await call('backups.locate', { location: path.join(folder, copy) });
  const listed = (await call('backups.list', {})).backups.find(({ name }) => name === copy);
  expect(located).toMatchObject({ madeAt: listed?.madeAt, reason: 'before-restore', hasAttachments: false, contents: { contracts: 1, records: 1, attachments: 0 } });
  expect((await call('backups.preview', { id: located.id })).madeAt).toBe(located.madeAt);
  expect((await ended(await call('backups.restore', { id: located.id, into: 'swap' }))).state).toBe('done');
});

test('what is no backup is refused in words, and nothing is written beside it', async () => {
  const { call, failure, dataFolder, file } = await withBackupElsewhere();
  const folder = path.dirname(file);
  const place = (name: string, contents: string | Buffer): string => {
    writeFileSync(path.join(folder, name), contents);
    return path.join(folder, name);
  };
  const hostile = path.join(folder, 'auto-20250801T000000000Z-daily.sqlite');
  const own = new Database(path.join(dataFolder, 'binder.sqlite'), { readonly: true });
  const applicationId = Number(own.pragma('application_id', { simple: true }));
  own.close();
  const made = new Database(hostile);
  made.pragma(`application_id = ${applicationId}`);
  made.exec('CREATE TABLE contract (id); CREATE TABLE attachment (id); CREATE VIEW record AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS id FROM n');
  made.close();
  const foreign = path.join(folder, '别的.sqlite');
  const other = new Database(foreign);
  other.exec('CREATE TABLE record (id)');
  other.close();
  const half = path.join(folder, '半截.zip');
  copyFileSync(file, half);
  truncateSync(half, Math.floor(readFileSync(half).length / 2));
  const renamed = path.join(folder, '改过名.bak');
  copyFileSync(path.join(dataFolder, 'binder.sqlite'), renamed);
  const before = readdirSync(folder);

  const refusals = await Promise.all([
    '备份.zip', folder, path.join(folder, '没有.zip'), place('空.zip', ''), place('照片.zip', 'JPEG'), place('清单.zip', Buffer.from('PK\u0005\u0006'.padEnd(22, '\0'), 'latin1')),
    half, hostile, foreign, renamed, path.join(dataFolder, 'binder.sqlite'),
  ].map(async (location) => (await failure('backups.locate', { location })).code));
  expect(refusals).toEqual([
    'invalid-input', 'invalid-input', 'not-found', 'unreadable-file', 'unreadable-file', 'unreadable-file',
    'unreadable-file', 'unreadable-file', 'unreadable-file', 'invalid-input', 'invalid-input',
  ]);
  expect(readdirSync(folder)).toEqual([...before, '空.zip', '清单.zip', '照片.zip'].toSorted());

  const found = await call('backups.locate', { location: file });
  expect([(await failure('backups.remove', { id: found.id })).code, existsSync(file)]).toEqual(['invalid-input', true]);
  for (const id of ['file:unknown', 'file:../binder.sqlite', 'file:binder.sqlite']) expect((await failure('backups.preview', { id })).code).toMatch(/not-found|invalid-input/);
});
