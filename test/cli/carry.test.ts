import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCommand, type Outcome } from '../../electron/cli/run-command.ts';
import { carriedPermission } from '../helpers/carried.ts';
import { testEnvironment } from '../helpers/environment.ts';

const templatesFolder = fileURLToPath(new URL('../../templates', import.meta.url));
let folder: string;
let data: string;

function binder(input: string, ...args: string[]): Promise<Outcome> {
  return runCommand(args, { environment: testEnvironment(), templatesFolder, readStandardInput: () => Promise.resolve(input) });
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'binder-carry-'));
  data = path.join(folder, '数据');
  await binder('', 'new', '--data', data, '--contract', path.join(templatesFolder, 'sample/demo-contract.txt'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

test('a copy is carried out with a generated passphrase, opened by 7-Zip and restored with it', async () => {
  const stick = path.join(folder, 'U盘');
  const carried = await binder(JSON.stringify(carriedPermission()), 'carry', '--data', data, '--file', '-', '--out', stick);
  expect([carried.exit, carried.complaint, carried.output.split('\n')[0]]).toEqual([0, '', expect.stringMatching(/已登记 XC-001：.*AES-256 加密/)]);
  const passphrase = /转交）：(\S+)/.exec(carried.output)?.[1] ?? '';
  const [name = ''] = await readdir(stick);
  const file = path.join(stick, name);
  expect(execFileSync('7z', ['t', `-p${passphrase}`, file], { encoding: 'utf8' })).toContain('Everything is Ok');

  const restored = path.join(folder, '恢复');
  expect((await binder('', 'restore', file, '--data', restored)).complaint).toContain('请输入密码');
  expect((await binder('Wrong-Word-7788\n', 'restore', file, '--data', restored, '--passphrase-file', '-')).complaint).toContain('密码不对');
  await writeFile(path.join(folder, '密码.txt'), `${passphrase}\r\n`);
  expect((await binder('', 'restore', file, '--data', restored, '--passphrase-file', path.join(folder, '密码.txt'))).exit).toBe(0);
  expect((await binder('', 'check', '--data', restored, '--today', '2025-10-20')).output).toMatch(/验收预检/);
});

test('a permission that is not complete and a weak passphrase are told', async () => {
  const missing = await binder(JSON.stringify({ ...carriedPermission(), carrier: '', dueOn: '2025-01-01' }), 'carry', '--data', data, '--file', '-', '--out', folder);
  expect([missing.exit, missing.complaint]).toEqual([2, expect.stringContaining('carrier：请填写携带人')]);
  await writeFile(path.join(folder, '弱.txt'), '123456');
  const weak = await binder(JSON.stringify(carriedPermission()), 'carry', '--data', data, '--file', '-', '--out', folder, '--passphrase-file', path.join(folder, '弱.txt'));
  expect([weak.exit, weak.complaint]).toEqual([2, expect.stringContaining('至少 12')]);
});

test('a backup named .7z is encrypted, one named .zip is not', async () => {
  const made: string[] = [];
  for (const name of ['密.7z', '开.zip']) {
    await binder('', 'backup', '--data', data, '--out', path.join(folder, name));
    made.push((await readFile(path.join(folder, name))).subarray(0, 2).toString('latin1'));
  }
  expect(made).toEqual(['7z', 'PK']);
});
