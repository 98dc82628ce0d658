import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCommand } from '../../electron/cli/run-command.ts';
import { testEnvironment } from '../helpers/environment.ts';
import { makeRecord, testProfile } from '../helpers/records.ts';
import { callsOf } from '../helpers/call-api.ts';
import { openTestApi, templatesFolder, type TestApi } from '../helpers/test-api.ts';

/** Reports at the command line, over a real data folder. */

let opened: TestApi;

beforeAll(async () => {
  opened = await openTestApi();
  const call = callsOf(() => opened.api);
  const contractId = (await call('contracts.create', { profile: testProfile() })).id;
  await call('records.save', { contractId, record: { kind: 'report', body: makeRecord('report', { date: '2024-11-04', figures: [] }).body } });
  await opened.api.close();
});

afterAll(() => rm(opened.folder, { recursive: true, force: true }));

function run(...args: readonly string[]) {
  return runCommand([...args, '--data', opened.folder], { environment: testEnvironment(), templatesFolder, readStandardInput: () => Promise.resolve('') });
}

test('a report is frozen, and its state says which figures changed since', async () => {
  expect(await run('report', 'freeze', 'BB-20241104-01')).toEqual({ output: 'BB-20241104-01 的数字已冻结为第 1 版', complaint: '', exit: 0 });
  expect(await run('report', 'freeze', 'BB-20991231-01')).toMatchObject({ exit: 2, complaint: '合同要求的报告里没有 BB-20991231-01' });
  expect(await run('report', 'thaw')).toMatchObject({ exit: 2 });
  expect((await run('report', 'status', '--today', '2024-11-11')).exit).toBe(0);

  const work = { kind: 'worklog', body: makeRecord('worklog', { date: '2024-08-05', hours: 2 }).body };
  const added = await runCommand(['add', '--data', opened.folder, '--kind', 'worklog', '--file', '-'], { environment: testEnvironment(), templatesFolder, readStandardInput: () => Promise.resolve(JSON.stringify(work)) });
  expect(added.exit).toBe(0);
  const status = await run('report', 'status', '--today', '2024-11-11');
  expect(status.exit).toBe(3);
  expect(status.output).toContain('工作记录工时：0 人时 → 2 人时（1 份记录）');
  expect(await run('report', 'keep', 'BB-20241104-01')).toMatchObject({ exit: 2 });
  expect(await run('report', 'keep', 'BB-20241104-01', '--reason', '漏登的一份，下季度说明')).toEqual({ output: 'BB-20241104-01 保留原数，已记下说明', complaint: '', exit: 0 });
  expect((await run('report', 'status', '--today', '2024-11-11')).exit).toBe(0);
  expect(await run('report', 'keep', 'BB-20241104-01', '--reason', '再说一遍')).toMatchObject({ exit: 0 });
  expect((await run('report', 'freeze', 'BB-20241104-01', '--reason', '补登记工作记录')).output).toContain('第 2 版');
});
