import { execFile } from 'node:child_process';
import { cp, rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

const root = path.resolve(import.meta.dirname, '../../..');

/** A data folder with the demonstration contract and its sample year, made once for all tests that only need one to start from. */
export const sampleFolder = path.join(root, 'out/e2e-sample');

/** The same with the known faults that 用示例数据试用 plants on request. */
export const faultySampleFolder = path.join(root, 'out/e2e-sample-with-faults');

async function binder(...args: readonly string[]): Promise<void> {
  await promisify(execFile)(process.execPath, [path.join(root, 'electron/cli/main.ts'), ...args], { cwd: root });
}

/** Makes both folders anew, so that they always come from today's code. */
export async function makeSampleFolders(): Promise<void> {
  for (const folder of [sampleFolder, faultySampleFolder]) await rm(folder, { recursive: true, force: true });
  await binder('new', '--data', sampleFolder, '--contract', path.join(root, 'templates/sample/demo-contract.txt'));
  await cp(sampleFolder, faultySampleFolder, { recursive: true });
  await Promise.all([binder('sample', '--data', sampleFolder), binder('sample', '--data', faultySampleFolder, '--gaps')]);
}
