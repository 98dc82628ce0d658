import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { runCommand } from '../../electron/cli/run-command.ts';
import { testEnvironment } from '../helpers/environment.ts';

const templatesFolder = fileURLToPath(new URL('../../templates', import.meta.url));

test('bind names what is wrong with its call and with a contract that has nothing to bind; no folder is left behind', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'cli-bind-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const data = path.join(folder, 'data');
  const binder = (...args: string[]): ReturnType<typeof runCommand> => runCommand(args, { environment: testEnvironment(), templatesFolder, readStandardInput: () => Promise.resolve('') });
  await binder('new', '--data', data, '--contract', path.join(templatesFolder, 'sample/demo-contract.txt'));
  const out = path.join(folder, 'volumes');
  expect([await binder('bind', '--data', data), await binder('bind', '--data', data, '--out', out, '--profile', 'thick'), await binder('bind', '--data', data, '--out', out)]).toMatchObject([
    { exit: 2, complaint: '缺少 --out' }, { exit: 2, complaint: '--profile 只能是 simple 或 archive：thick' }, { exit: 2, complaint: '还没有任何正式单据，没有可以装订的文件' },
  ]);
  expect(await readdir(folder)).toEqual(['data']);
});
