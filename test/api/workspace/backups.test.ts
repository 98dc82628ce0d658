import { existsSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { carriedPermission } from '../../helpers/carried.ts';
import { testProfile } from '../../helpers/records.ts';
import { inspection, openWorkspace, testPlace } from './open-workspace.ts';

const photo = { name: '机房.png', base64: 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==' };

async function filled() {
  const workspace = await openWorkspace();
  const { call, ended, dataFolder } = workspace;
  const { id: contractId } = await call('contracts.create', { profile: testProfile() });
  const first = await call('records.save', { contractId, record: inspection('2024-08-05') });
  await call('attachments.add', { recordId: first.id, file: photo, role: 'photo', caption: '' });
  writeFileSync(path.join(dataFolder, 'templates', '自己的.docx'), '第一版');
  const made = await ended(await call('backups.make', {}));
  const [backup] = (await call('backups.list', {})).backups;
  if (backup === undefined) throw new Error('no backup');
  return { ...workspace, contractId, first, made, backup };
}

test('a backup is made, read back, listed with what is in it, and can be checked again', async () => {
  const { call, ended, made, backup } = await filled();
  expect([made.state, made.hasOutput, made.summary[0]?.includes('已读回核对')]).toEqual(['done', true, true]);
  expect(backup).toMatchObject({ reason: 'own', isOutside: false, hasAttachments: true, contents: { contracts: 1, records: 1, attachments: 1 }, checked: { isSound: true } });
  expect((await ended(await call('backups.verify', { id: backup.id }))).summary).toEqual(['备份完好：3 个文件都已读回核对']);
});

test('a backup that was damaged later is found out and marked', async () => {
  const { call, ended, dataFolder, backup } = await filled();
  const file = path.join(dataFolder, 'backups', backup.name);
  const bytes = readFileSync(file);
  bytes[Math.floor(bytes.length / 2)] = (bytes[Math.floor(bytes.length / 2)] ?? 0) ^ 1;
  writeFileSync(file, bytes);
  const job = await ended(await call('backups.verify', { id: backup.id }));
  expect([job.state, job.error?.code]).toEqual(['failed', 'unreadable-file']);
  expect((await call('backups.list', {})).backups[0]?.checked?.isSound).toBe(false);
  expect((await ended(await call('backups.restore', { id: backup.id, into: 'swap' }))).state).toBe('failed');
  expect(readdirSync(path.join(dataFolder, 'backups')).filter((name) => name.startsWith('.'))).toEqual([]);
});

test('the preview tells what a restore would do; the restore does it, and is undone by restoring the state before', async () => {
  const { call, ended, contractId, first, backup, dataFolder, events } = await filled();
  await call('records.save', { contractId, record: { ...inspection('2024-08-05', '另一位'), id: first.id, revision: first.revision } });
  const later = await call('records.save', { contractId, record: inspection('2024-08-06') });
  await call('attachments.add', { recordId: later.id, file: { ...photo, base64: 'iVBORw0KGgo=' }, role: 'other', caption: '' });
  writeFileSync(path.join(dataFolder, 'templates', '自己的.docx'), '第二版');
  const before = await call('records.list', { contractId });

  const preview = await call('backups.preview', { id: backup.id });
  expect(preview).toMatchObject({
    madeBy: '测试人员', isCompared: true, templates: 1, attachments: { inBackup: 1, missing: 0 },
    contracts: [{ title: testProfile().projectName, inBackup: 1, here: 2 }],
    kinds: [{ kind: 'inspection', same: 0, newerHere: 1, newerInBackup: 0, onlyHere: 1, onlyInBackup: 0 }],
  });
  expect(await call('records.list', { contractId })).toEqual(before);

  const job = await ended(await call('backups.restore', { id: backup.id, into: 'swap' }));
  expect(job.state).toBe('done');
  expect(events.filter(([event]) => event === 'data.changed')).toEqual([['data.changed', { isOpen: true }]]);
  const restored = await call('records.list', { contractId });
  expect(restored.records.map(({ id }) => id)).toEqual([first.id]);
  expect(await call('records.get', { id: first.id })).toEqual(first);
  expect(readFileSync(path.join(dataFolder, 'templates', '自己的.docx'), 'utf8')).toBe('第一版');
  expect(readdirSync(path.join(dataFolder, 'templates', '旧版'))).toHaveLength(1);

  const undo = (await call('backups.list', {})).backups.find(({ reason }) => reason === 'before-restore');
  expect(undo).toMatchObject({ hasAttachments: false, contents: { records: 2 } });
  expect((await ended(await call('backups.restore', { id: undo?.id ?? '', into: 'swap' }))).state).toBe('done');
  expect(await call('records.list', { contractId })).toEqual(before);
  const [attached] = await call('attachments.list', { recordId: later.id });
  expect(Buffer.from((await call('attachments.read', { recordId: later.id, sha256: attached?.sha256 ?? '' })).base64, 'base64').length).toBeGreaterThan(0);
});

test('the program may end, or the folder change, at any moment of a restore: the data is the old or the restored', async () => {
  const { call, api, contractId, backup, dataFolder } = await filled();
  await call('records.save', { contractId, record: inspection('2024-08-06') });
  const other = path.join(testPlace(), '另一份');
  for (const pause of [0, 5, 15, 30, 60]) {
    await call('backups.restore', { id: backup.id, into: 'swap' });
    await new Promise((resolve) => { setTimeout(resolve, pause); });
    await call(pause === 0 ? 'data.create' : 'data.open', { location: other });
    await call('data.open', { location: dataFolder });
    expect([1, 2]).toContain((await call('records.list', { contractId })).total);
  }
  await call('backups.restore', { id: backup.id, into: 'swap' });
  await api.close();
  const again = await openWorkspace({ dataFolder });
  expect([1, 2]).toContain((await again.call('records.list', { contractId })).total);
  expect(readdirSync(path.join(dataFolder, 'backups')).filter((name) => name.startsWith('.'))).toEqual([]);
});

test('a restore into another folder leaves the present one alone', async () => {
  const { call, ended, failure, contractId, backup, dataFolder } = await filled();
  await call('records.save', { contractId, record: inspection('2024-08-06') });
  const place = path.join(testPlace(), '看一看');
  expect((await ended(await call('backups.restore', { id: backup.id, into: { location: place } }))).state).toBe('done');
  expect((await call('records.list', { contractId })).total).toBe(2);
  await call('data.open', { location: place });
  expect((await call('records.list', { contractId })).total).toBe(1);
  await call('data.open', { location: dataFolder });
  expect((await failure('backups.restore', { id: backup.id, into: { location: dataFolder } })).code).toBe('invalid-input');
});

test('damaged data is replaced by a backup, and its files are kept', async () => {
  const first = await filled();
  await first.api.close();
  truncateSync(path.join(first.dataFolder, 'binder.sqlite'), 5000);

  const { call, ended } = await openWorkspace({ dataFolder: first.dataFolder });
  expect((await call('data.state', {})).closed?.reason).toBe('damaged');
  const [backup] = (await call('backups.list', {})).backups;
  expect(await call('backups.preview', { id: backup?.id ?? '' })).toMatchObject({ isCompared: false, contracts: [{ inBackup: 1, here: null }] });
  expect((await ended(await call('backups.restore', { id: backup?.id ?? '', into: 'swap' }))).state).toBe('done');
  expect((await call('data.state', {})).isOpen).toBe(true);
  expect((await call('records.list', { contractId: first.contractId })).total).toBe(1);
  const kept = readdirSync(path.join(first.dataFolder, 'backups')).find((name) => name.startsWith('损坏的数据-'));
  expect(readdirSync(path.join(first.dataFolder, 'backups', kept ?? ''))).toEqual(['binder.sqlite']);
});

test('the daily backup is made by itself after opening, once a day, and read back', async () => {
  const first = await filled();
  await first.api.close();
  const again = await openWorkspace({ dataFolder: first.dataFolder, dailyBackupDelay: 0 });
  const daily = async (): Promise<readonly string[]> => (await again.call('backups.list', {})).backups.filter(({ reason }) => reason === 'daily').map(({ name }) => name);
  await expect.poll(daily).toHaveLength(1);
  const [made] = (await again.call('backups.list', {})).backups.filter(({ reason }) => reason === 'daily');
  expect(made).toMatchObject({ contents: { records: 1 }, checked: { isSound: true }, hasAttachments: false });
  await again.call('data.open', { location: first.dataFolder });
  await new Promise((resolve) => { setTimeout(resolve, 50); });
  expect(await daily()).toHaveLength(1);
});

test('backups outside: a second place is named, reminded of, used, and given up', async () => {
  const { call, ended, failure, contractId } = await filled();
  const stick = path.join(testPlace(), '移动硬盘');
  expect((await failure('backups.outside', { location: stick })).code).toBe('not-found');
  mkdirSync(stick);
  expect((await call('backups.outside', { location: stick })).outside).toEqual({ location: stick, isReachable: true, isDue: true });
  const passphrase = 'K7MQ-3XWF-9TRD-HN4C-V2JP';
  const request = { contractId, content: 'backup', location: stick, permission: carriedPermission(), protection: { way: 'encrypted', passphrase } } as const;
  expect((await failure('carried.make', { ...request, location: `${stick}x` })).code).toBe('not-found');
  expect((await ended(await call('carried.make', request))).state).toBe('done');
  const listed = await call('backups.list', {});
  expect(listed.outside).toMatchObject({ isDue: false });
  const away = listed.backups.find(({ isOutside }) => isOutside);
  expect(away).toMatchObject({ checked: { isSound: true }, hasAttachments: true, isEncrypted: true });
  expect((await failure('backups.preview', { id: away?.id ?? '' })).details).toEqual({ password: 'missing' });
  expect((await failure('backups.preview', { id: away?.id ?? '', passphrase: 'Wrong-pass-7777' })).details).toEqual({ password: 'wrong' });
  expect(await call('backups.preview', { id: away?.id ?? '', passphrase })).toMatchObject({ isCompared: true, attachments: { inBackup: 1, missing: 0 } });
  expect((await ended(await call('backups.verify', { id: away?.id ?? '' }))).error?.message).toContain('请输入密码');
  expect((await ended(await call('backups.verify', { id: away?.id ?? '', passphrase }))).summary).toEqual(['备份完好：3 个文件都已读回核对']);
  expect((await ended(await call('backups.restore', { id: away?.id ?? '', passphrase, into: { location: path.join(stick, '恢复') } }))).state).toBe('done');
  expect((await ended(await call('backups.restore', { id: away?.id ?? '', passphrase, into: 'swap' }))).state).toBe('done');
  expect((await call('backups.remove', { id: away?.id ?? '' })).backups.some(({ isOutside }) => isOutside)).toBe(false);
  expect((await call('backups.outside', { location: '' })).outside).toBeUndefined();
});

test('a window cannot name files of its own', async () => {
  const { failure, dataFolder, call, backup } = await filled();
  for (const id of ['in:../binder.sqlite', 'in:..', 'out:x.zip', 'in:.hidden', '/etc/passwd', `in:${backup.name}x`]) {
    expect(['invalid-input', 'not-found']).toContain((await failure('backups.preview', { id })).code);
  }
  expect((await failure('backups.remove', { id: 'in:核对记录.json' })).code).toBe('invalid-input');
  expect(existsSync(path.join(dataFolder, 'backups', backup.name))).toBe(true);
  expect((await call('backups.list', {})).backups).toHaveLength(1);
});

test('a backup can be cancelled and leaves nothing behind', async () => {
  const { call, ended, dataFolder } = await filled();
  const before = readdirSync(path.join(dataFolder, 'backups')).toSorted();
  const job = await call('backups.make', {});
  await call('jobs.cancel', { id: job.id });
  expect((await ended(job)).state).toBe('cancelled');
  expect(readdirSync(path.join(dataFolder, 'backups')).toSorted()).toEqual(before);
});
