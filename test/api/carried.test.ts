import { execFileSync, fork } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { carriedClosing, carriedPermission } from '../helpers/carried.ts';
import { testProfile } from '../helpers/records.ts';
import { openWorkspace } from './workspace/open-workspace.ts';

const passphrase = 'K7MQ-3XWF-9TRD-HN4C-V2JP';

function testPlace(name: string): string {
  const folder = path.join(mkdtempSync(path.join(tmpdir(), 'carried-')), name);
  mkdirSync(folder);
  onTestFinished(() => rmSync(path.dirname(folder), { recursive: true, force: true }));
  return folder;
}

async function opened() {
  const opening = await openWorkspace();
  const { id: contractId } = await opening.call('contracts.create', { profile: testProfile() });
  const output = path.join(opening.dataFolder, '输出', '交付包');
  mkdirSync(path.join(output, '巡检'), { recursive: true });
  writeFileSync(path.join(output, '巡检', '日常巡检记录单.docx'), Buffer.alloc(3_000_000, '巡检'));
  writeFileSync(path.join(output, '说明文件.TXT'), '说明');
  return { ...opening, contractId, stick: testPlace('U盘') };
}

/** Every file below a folder, whatever it is called. */
function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
}

test('a package for checking leaves encrypted, with its permission and its digest in the inventory', async () => {
  const { call, ended, contractId, stick, dataFolder } = await opened();
  expect((await call('carried.list', { contractId })).sources).toEqual([{ name: '交付包', files: 2, bytes: 3_000_006 }]);

  const job = await ended(await call('carried.make', { contractId, content: 'check-package', source: '交付包', location: stick, permission: carriedPermission({ medium: 'U盘' }), protection: { way: 'encrypted', passphrase } }));
  expect([job.state, job.summary[0]]).toEqual(['done', expect.stringContaining('XC-001')]);

  const [item] = (await call('carried.list', { contractId })).items;
  const [name = ''] = readdirSync(stick);
  expect(item).toMatchObject({ number: 'XC-001', state: 'out', content: 'check-package', isEncrypted: true, permission: carriedPermission({ medium: 'U盘' }), file: { name, files: 2 } });
  expect(name).toMatch(/^核对资料-\d{8}-\d{6}\.7z$/);
  expect(execFileSync('sha256sum', [path.join(stick, name)], { encoding: 'utf8' }).slice(0, 64)).toBe(item?.file?.sha256);
  execFileSync('7z', ['x', `-p${passphrase}`, `-o${path.join(stick, '解开')}`, path.join(stick, name)], { stdio: 'pipe' });
  expect(readFileSync(path.join(stick, '解开', '巡检', '日常巡检记录单.docx')).equals(Buffer.alloc(3_000_000, '巡检'))).toBe(true);
  const holding = filesIn(dataFolder).filter((file) => readFileSync(file).includes(passphrase));
  expect([holding, JSON.stringify(await call('jobs.list', {})).includes(passphrase)]).toEqual([[], false]);
});

test('without encryption a reason is asked for and kept', async () => {
  const { call, ended, failure, contractId, stick } = await opened();
  const request = { contractId, content: 'field-copy', location: stick, permission: carriedPermission() } as const;
  expect((await failure('carried.make', { ...request, protection: { way: 'open', reason: ' ' } })).message).toContain('不加密的原因');
  expect((await failure('carried.make', { ...request, protection: { way: 'encrypted', passphrase: '123456' } })).message).toContain('至少 12');
  expect((await ended(await call('carried.make', { ...request, protection: { way: 'open', reason: '甲方机房内使用，介质不离开' } }))).state).toBe('done');
  expect((await call('carried.list', { contractId })).items).toMatchObject([{ isEncrypted: false, openReason: '甲方机房内使用，介质不离开', file: { name: expect.stringMatching(/^现场副本-.*\.zip$/) } }]);
});

test('a field copy is opened on another computer: its folder is made the second place there, and it is restored with the passphrase', async () => {
  const office = await opened();
  await office.ended(await office.call('carried.make', { contractId: office.contractId, content: 'field-copy', location: office.stick, permission: carriedPermission(), protection: { way: 'encrypted', passphrase } }));
  await office.api.close();
  const field = await openWorkspace();
  expect(await field.call('contracts.list', {})).toEqual([]);
  const [copy] = (await field.call('backups.outside', { location: office.stick })).backups.filter(({ isOutside }) => isOutside);
  expect(copy).toMatchObject({ isEncrypted: true, name: expect.stringMatching(/^现场副本-/) });
  expect((await field.ended(await field.call('backups.restore', { id: copy?.id ?? '', passphrase, into: 'swap' }))).state).toBe('done');
  expect((await field.call('contracts.list', {})).map(({ id }) => id)).toEqual([office.contractId]);
});

test('a copy without a place goes into the data folder’s own output', async () => {
  const { call, ended, contractId, dataFolder } = await opened();
  await ended(await call('carried.make', { contractId, content: 'backup', location: '', permission: carriedPermission(), protection: { way: 'encrypted', passphrase } }));
  expect(readdirSync(path.join(dataFolder, '输出', '携出介质'))).toEqual([expect.stringMatching(/^备份-.*\.7z$/)]);
  expect((await call('carried.list', { contractId })).sources.map(({ name }) => name)).toEqual(['交付包']);
});

test('places inside the data folder and sources outside of 输出 are refused', async () => {
  const { failure, contractId, dataFolder, stick } = await opened();
  const request = { contractId, content: 'check-package', location: stick, permission: carriedPermission(), protection: { way: 'encrypted', passphrase } } as const;
  expect((await failure('carried.make', { ...request, source: '交付包', location: path.join(dataFolder, '输出') })).code).toBe('invalid-input');
  expect((await failure('carried.make', { ...request, source: '交付包', location: '相对' })).code).toBe('invalid-input');
  for (const source of [undefined, '..', '../backups', '没有这个']) {
    expect((await failure('carried.make', { ...request, source })).code).toMatch(/invalid-input|not-found/);
  }
});

test('what a killed program left on the medium goes with the next copy, other files stay', async () => {
  const { call, ended, contractId, stick } = await opened();
  const names = ['.partial-01990000-0000-7000-8000-000000000001', '.partial-01990000-0000-7000-8000-000000000002.archive', '.partial-01990000-0000-7000-8000-000000000003', '.partial-of-somebody'];
  for (const name of names) writeFileSync(path.join(stick, name), 'x');
  // The clock of the test stands at 2025-09-29; the third is still being written.
  for (const name of names) utimesSync(path.join(stick, name), new Date('2025-09-28'), new Date(name.endsWith('3') ? '2025-09-29T00:50:00Z' : '2025-09-28'));
  await ended(await call('carried.make', { contractId, content: 'check-package', source: '交付包', location: stick, permission: carriedPermission(), protection: { way: 'encrypted', passphrase } }));
  expect(readdirSync(stick).filter((name) => name.startsWith('.'))).toEqual(names.slice(2));
});

test('cancelled, a copy leaves neither file nor line', async () => {
  const { call, ended, contractId, stick } = await opened();
  const job = await call('carried.make', { contractId, content: 'check-package', source: '交付包', location: stick, permission: carriedPermission(), protection: { way: 'encrypted', passphrase } });
  await call('jobs.cancel', { id: job.id });
  expect([(await ended(job)).state, readdirSync(stick), (await call('carried.list', { contractId })).items]).toEqual(['cancelled', [], []]);
});

test('the inventory is worked through: several at once, all or none', async () => {
  const { call, failure, contractId } = await opened();
  const register = (title: string) => call('carried.register', { contractId, permission: carriedPermission({ title, medium: '纸质资料' }), isEncrypted: false, openReason: '纸质' });
  const [one, two] = [await register('网络拓扑图'), await register('机房平面图')];
  const corrected = await call('carried.correct', { id: one.id, revision: 1, permission: { ...one.permission, dueOn: '2025-12-31' } });
  const seen = [{ id: one.id, revision: corrected.revision }, { id: two.id, revision: 7 }];
  expect((await failure('carried.close', { items: seen, closing: carriedClosing() })).code).toBe('conflict');
  expect((await call('carried.list', { contractId })).items.map(({ state }) => state)).toEqual(['out', 'out']);
  await call('carried.close', { items: [{ id: one.id, revision: 2 }, { id: two.id, revision: 1 }], closing: carriedClosing({ outcome: 'destroyed', method: '碎纸机粉碎', consent: '甲方销毁通知 2025-3 号' }) });
  expect((await call('carried.list', { contractId })).items.map(({ state }) => state)).toEqual(['destroyed', 'destroyed']);
  expect((await call('carried.reopen', { id: two.id, revision: 2 })).state).toBe('out');
});

test('killed at any moment, nothing that looks finished lies there without its line in the inventory', async () => {
  const data = testPlace('数据');
  const stick = testPlace('U盘');
  mkdirSync(path.join(data, '输出', '大'), { recursive: true });
  writeFileSync(path.join(data, '输出', '大', '图.bin'), Buffer.alloc(12_000_000, 1));
  for (const delay of [60, 300]) {
    const child = fork(path.join(import.meta.dirname, '../helpers/carry-child.ts'), [data, stick], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    await new Promise((resolve) => { child.once('message', resolve); });
    await new Promise((resolve) => { setTimeout(resolve, delay); });
    const ended = new Promise((resolve) => { child.once('exit', resolve); });
    child.kill('SIGKILL');
    await ended;
    const { call, api } = await openWorkspace({ dataFolder: data });
    const [contract] = await call('contracts.list', {});
    const { items } = await call('carried.list', { contractId: contract?.id ?? '' });
    const finished = readdirSync(stick).filter((name) => !name.startsWith('.'));
    const known = new Set(items.map(({ file }) => file?.name));
    expect(finished.filter((name) => !known.has(name))).toEqual([]);
    for (const name of finished) expect(execFileSync('7z', ['t', `-p${passphrase}`, path.join(stick, name)], { encoding: 'utf8' })).toContain('Everything is Ok');
    await api.close();
  }
  expect(existsSync(stick)).toBe(true);
});
