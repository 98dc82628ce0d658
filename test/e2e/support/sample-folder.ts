import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

const root = path.resolve(import.meta.dirname, '../../..');

/** A data folder with the demonstration contract and its sample year, made once for all tests that only need one to start from. */
export const sampleFolder = path.join(root, 'out/e2e-sample');

async function binder(...args: readonly string[]): Promise<void> {
  await promisify(execFile)(process.execPath, [path.join(root, 'electron/cli/main.ts'), ...args], { cwd: root });
}

/** Makes the folder anew, so that it always comes from today's code. */
export async function makeSampleFolder(): Promise<void> {
  await rm(sampleFolder, { recursive: true, force: true });
  await binder('new', '--data', sampleFolder, '--contract', path.join(root, 'templates/sample/demo-contract.txt'));
  await binder('sample', '--data', sampleFolder);
}
