import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runCommand, type Outcome } from '../../electron/cli/run-command.ts';
import { testEnvironment } from '../helpers/environment.ts';
import { hasPages } from '../helpers/pdf-pages.ts';
import { makeRecord } from '../helpers/records.ts';

/** Disc and paper of one run, from a terminal. */

const templatesFolder = fileURLToPath(new URL('../../templates', import.meta.url));
let folder: string;
let data: string;
let bag: string;

function binder(...args: string[]): Promise<Outcome> {
  return runCommand(args, { environment: testEnvironment(), templatesFolder, readStandardInput: () => Promise.resolve('') });
}

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'cli-handover-'));
  data = path.join(folder, 'data');
  bag = path.join(folder, 'bag');
  await binder('new', '--data', data, '--contract', path.join(templatesFolder, 'sample/demo-contract.txt'));
  const records = path.join(folder, 'visits.json');
  await writeFile(records, JSON.stringify([{ kind: 'visit', status: 'final', body: makeRecord('visit', { date: '2024-09-02' }).body }]));
  const added = await binder('add', '--data', data, '--kind', 'visit', '--file', records);
  if (added.exit !== 0) throw new Error(added.complaint);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** What the catalogue says of the paper of each file: volume, item and pages. */
async function places(): Promise<ReadonlySet<string>> {
  const catalogue = await readFile(path.join(bag, '文件目录.XML'), 'utf8');
  const parts = catalogue.split('<文件>').map((file) => ['案卷号', '件号', '起止页号'].map((name) => new RegExp(`<${name}>([^<]*)<`).exec(file)?.[1] ?? '').join(' '));
  return new Set(parts.filter((place) => place.trim() !== ''));
}

test('without binding each file names its volume as it is arranged, and no page that nobody has counted', async () => {
  const outcome = await binder('handover', '--data', data, '--out', bag, '--today', '2025-09-29', '--no-binding');
  expect(outcome).toMatchObject({ exit: 0, output: expect.stringContaining('没有装订：文件按卷册排列注明卷号，页号待装订后才有') });
  expect(await places()).toEqual(new Set(['1 1 ', '1 2 ']));
  expect((await readdir(bag, { recursive: true })).filter((name) => name.endsWith('.pdf'))).toEqual([]);
});

test.skipIf(!hasPages)('where there is an office program the volumes are bound in the same run: each file names its volume and pages, PDFs go along', async () => {
  const outcome = await binder('handover', '--data', data, '--out', bag, '--today', '2025-09-29');
  expect(outcome).toMatchObject({ exit: 0, output: expect.stringMatching(/同时装订 1 卷：.*装订/) });
  expect((await readdir(bag, { recursive: true })).filter((name) => name.endsWith('.pdf')).length).toBeGreaterThanOrEqual(3);
  expect(await places()).toEqual(new Set(['1 1 1', '1 2 2']));
  const bound = await readdir(path.join(data, '输出'), { recursive: true });
  expect(bound.filter((name) => /第01卷.*\.pdf$/.test(name))).toHaveLength(1);
});
