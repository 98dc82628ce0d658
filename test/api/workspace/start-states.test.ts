import Database from 'better-sqlite3';
import { existsSync, readFileSync, renameSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { createApi } from '../../../electron/api/create-api.ts';
import { testEnvironment } from '../../helpers/environment.ts';
import { testProfile } from '../../helpers/records.ts';
import { inspection, openWorkspace, templatesFolder, testPlace } from './open-workspace.ts';

async function filled(settingsFolder?: string) {
  const workspace = await openWorkspace(settingsFolder === undefined ? {} : { settingsFolder });
  const { id: contractId } = await workspace.call('contracts.create', { profile: testProfile() });
  await workspace.call('records.save', { contractId, record: inspection('2024-08-05') });
  return { ...workspace, contractId };
}

test('a new folder is made and open for writing; the list of recent ones knows it', async () => {
  const { call, dataFolder } = await filled();
  expect(await call('data.state', {})).toMatchObject({ isOpen: true, folder: { name: '数据', location: dataFolder }, recent: [{ name: '数据', isPresent: true, isCurrent: true }], hasDialogs: false });
  expect(await call('app.info', {})).toMatchObject({ access: 'write', folder: { name: '数据', location: dataFolder } });
});

test('a known folder that is gone is not made anew; after it is back a retry opens it', async () => {
  const settingsFolder = testPlace();
  const first = await filled(settingsFolder);
  await first.api.close();
  renameSync(first.dataFolder, `${first.dataFolder}-拔掉`);

  const { call, failure, events } = await openWorkspace({ dataFolder: first.dataFolder, settingsFolder });
  expect((await call('data.state', {})).closed).toMatchObject({ reason: 'missing', canRead: false, failure: { code: 'not-found' } });
  expect(existsSync(first.dataFolder)).toBe(false);
  expect((await failure('contracts.list', {})).code).toBe('not-found');

  renameSync(`${first.dataFolder}-拔掉`, first.dataFolder);
  expect((await call('data.open', { location: first.dataFolder })).isOpen).toBe(true);
  expect(events).toEqual([['data.changed', { isOpen: true }]]);
  expect(await call('contracts.list', {})).toHaveLength(1);
});

test('a folder open elsewhere is told; it can be opened for reading, and nothing can be changed then', async () => {
  const first = await filled();
  const { call, failure } = await openWorkspace({ dataFolder: first.dataFolder });
  expect((await call('data.state', {})).closed).toMatchObject({ reason: 'locked', canRead: true });

  expect((await call('data.open', { location: first.dataFolder, access: 'read' })).isOpen).toBe(true);
  expect(await call('app.info', {})).toMatchObject({ access: 'read', readReason: 'locked' });
  expect((await call('records.list', { contractId: first.contractId })).total).toBe(1);
  expect((await call('overview.get', { contractId: first.contractId })).today).toBeDefined();
  const refusals = [await failure('records.save', { contractId: first.contractId, record: inspection('2024-08-06') }), await failure('jobs.render', { contractId: first.contractId, output: {} }), await failure('backups.make', {})];
  expect(refusals.map(({ code }) => code)).toEqual(['read-only', 'read-only', 'read-only']);

  // Backups can be looked into, without a trace.
  const backup = await first.ended(await first.call('backups.make', {}));
  const [listed] = (await call('backups.list', {})).backups;
  expect([backup.state, (await call('backups.preview', { id: listed?.id ?? '' })).isCompared]).toEqual(['done', true]);

  // What the writer saves meanwhile is seen.
  await first.call('records.save', { contractId: first.contractId, record: inspection('2024-08-06') });
  expect((await call('records.list', { contractId: first.contractId })).total).toBe(2);
  await first.api.close();
  expect((await call('data.open', { location: first.dataFolder })).isOpen).toBe(true);
  expect((await call('app.info', {})).access).toBe('write');
});

function makeNewer(dataFolder: string, isReadable: boolean): void {
  const database = new Database(path.join(dataFolder, 'binder.sqlite'));
  database.pragma('user_version = 999');
  database.prepare("UPDATE setting SET value = json_set(value, '$.program', '9.1.0', '$.layout', ?) WHERE name = 'readableFrom'").run(isReadable ? 1 : 999);
  database.close();
}

test('newer data that may be read opens for reading by itself; newer data that may not is refused with the version needed', async () => {
  const first = await filled();
  await first.api.close();
  makeNewer(first.dataFolder, true);
  const reading = await openWorkspace({ dataFolder: first.dataFolder });
  expect(await reading.call('app.info', {})).toMatchObject({ access: 'read', readReason: 'newer' });
  expect(await reading.call('contracts.list', {})).toHaveLength(1);
  await reading.api.close();

  makeNewer(first.dataFolder, false);
  const { call } = await openWorkspace({ dataFolder: first.dataFolder });
  const { closed } = await call('data.state', {});
  expect([closed?.reason, closed?.canRead, closed?.failure.message.includes('9.1.0')]).toEqual(['newer', false, true]);
});

test('damaged data is told as such, and its file is left alone', async () => {
  const first = await filled();
  await first.api.close();
  const file = path.join(first.dataFolder, 'binder.sqlite');
  truncateSync(file, 5000);
  const before = readFileSync(file);
  const { call } = await openWorkspace({ dataFolder: first.dataFolder });
  expect((await call('data.state', {})).closed).toMatchObject({ reason: 'damaged', canRead: false });
  expect(readFileSync(file).equals(before)).toBe(true);
});

test('changing to another folder and back; one that does not open leaves the present one open', async () => {
  const { call, failure, dataFolder, events } = await filled();
  const other = path.join(testPlace(), '另一份');
  expect((await call('data.check', { location: other })).kind).toBe('new');
  expect((await call('data.create', { location: other })).folder.name).toBe('另一份');
  expect(await call('contracts.list', {})).toEqual([]);
  expect((await call('data.open', { location: dataFolder })).recent.map(({ name, isCurrent, contracts }) => [name, isCurrent, contracts])).toEqual([['数据', true, 1], ['另一份', false, 0]]);
  expect(await call('contracts.list', {})).toHaveLength(1);
  expect(events.filter(([event]) => event === 'data.changed')).toHaveLength(2);

  const broken = testPlace();
  writeFileSync(path.join(broken, 'binder.sqlite'), '这不是数据库'.repeat(100));
  expect((await failure('data.open', { location: broken })).code).toBe('store-damaged');
  expect((await call('data.state', {}))).toMatchObject({ isOpen: true, folder: { location: dataFolder } });
  expect(await call('contracts.list', {})).toHaveLength(1);
  expect((await call('data.forget', { location: other })).recent).toHaveLength(1);
});

test('calls during a change of folders wait for it', async () => {
  const { call, dataFolder } = await filled();
  const other = path.join(testPlace(), '另一份');
  const [, listed] = await Promise.all([call('data.create', { location: other }), new Promise((resolve) => { setImmediate(resolve); }).then(() => call('contracts.list', {}))]);
  expect(listed).toEqual([]);
  expect((await call('data.open', { location: dataFolder })).isOpen).toBe(true);
});

test('who works is written in the history under the name they chose, on this computer alone', async () => {
  const settingsFolder = testPlace();
  const first = await filled(settingsFolder);
  expect(await first.call('data.user', { name: '苏见微' })).toMatchObject({ user: '苏见微', systemUser: '测试人员' });
  const { id } = await first.call('records.save', { contractId: first.contractId, record: inspection('2024-08-06') });
  expect((await first.call('records.history', { id })).map(({ user }) => user)).toEqual(['苏见微']);
  await first.api.close();
  const again = await openWorkspace({ dataFolder: first.dataFolder, settingsFolder });
  expect((await again.call('app.info', {})).user).toBe('苏见微');
  expect((await again.call('data.user', { name: '' })).user).toBe('测试人员');
});

test('diagnostics name nobody and no place', async () => {
  const { call, dataFolder } = await filled();
  const { text } = await call('data.diagnostics', {});
  expect(text).toContain('合同 1 份，记录 1 条');
  for (const secret of [path.dirname(dataFolder), '测试人员', '测试电脑', testProfile().projectName]) expect(text).not.toContain(secret);
});

test('a single folder without a workspace does not know these calls', async () => {
  const api = await createApi({ dataFolder: testPlace(), templatesFolder, environment: testEnvironment(), reveal: () => Promise.resolve(true) });
  expect(await api.answer('data.state', {})).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
  await api.close();
});
