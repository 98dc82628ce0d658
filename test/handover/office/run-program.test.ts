import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runProgramOn, type ProgramCall, type ProgramEnd } from '../../../electron/handover/office/run-program.ts';

const run = runProgramOn({ platform: process.platform, variables: process.env });
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'run-program-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

function node(script: string, args: readonly string[] = [], call: Partial<ProgramCall> = {}): Promise<ProgramEnd> {
  return run({ program: process.execPath, args: ['-e', script, ...args], folder, variables: { MARK: '甲' }, timeoutMs: 30_000, ...call });
}

test('arguments arrive as they are, the environment holds what was given, and both outputs come back', async () => {
  const odd = ['$(id)', '`id`', '年底/季度 "报告"', "a'b", '%PATH%', '--x=1 && echo'];
  const ended = await node('console.log(JSON.stringify([process.argv.slice(1), process.env.MARK, process.env.HOME === undefined])); console.error("complaint"); process.exitCode = 3', ['--', ...odd]);
  expect({ ...ended, output: JSON.parse(ended.output) }).toEqual({ end: 'exited', code: 3, output: [odd, '甲', true], complaint: 'complaint\n' });
});

test('a program that is not there has not started', async () => {
  expect(await run({ program: path.join(folder, 'missing'), args: [], folder, variables: {}, timeoutMs: 1000 })).toMatchObject({ end: 'not-started', code: null });
});

test('a program that prints without end is kept in bounds', async () => {
  const ended = await node('process.stdout.write("x".repeat(5_000_000))');
  expect(ended).toMatchObject({ end: 'exited', code: 0 });
  expect(ended.output).toHaveLength(65_536);
});

test('what a late program has started ends with it', async () => {
  const child = 'setInterval(() => {}, 1000)';
  const started = Date.now();
  const ended = await node(`const { spawn } = require('node:child_process'); spawn(process.execPath, ['-e', ${JSON.stringify(child)}], { stdio: 'inherit' }); setInterval(() => {}, 1000)`, [], { timeoutMs: 1500 });
  expect(ended.end).toBe('timed-out');
  // The child holds the output open for as long as it lives; only when it is gone, too, does the call come back.
  expect(Date.now() - started).toBeLessThan(20_000);
});

test('nothing starts once it was cancelled', async () => {
  expect(await node('', [], { signal: AbortSignal.abort() })).toMatchObject({ end: 'cancelled' });
});
