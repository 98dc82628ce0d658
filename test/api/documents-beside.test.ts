import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeCore, openCore, type Core } from '../../electron/api/core.ts';
import { renderDocuments } from '../../electron/api/operations/documents.ts';
import { createSample } from '../../electron/api/operations/sample.ts';
import { allRecords } from '../../electron/store/records.ts';
import { saveRecords } from '../../electron/store/save-records.ts';
import type { Contract } from '../../shared/contract/profile.ts';
import { testEnvironment } from '../helpers/environment.ts';

/** Documents made on a thread of their own, as in the window. */

const templatesFolder = fileURLToPath(new URL('../../templates', import.meta.url));
let folder: string;
let beside: Core;
let here: Core;
let contract: Contract;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'beside-'));
  const open = (name: string, makesBeside: boolean): Core => openCore({ dataFolder: path.join(folder, name), templatesFolder, environment: testEnvironment(), makesBeside });
  beside = open('beside', true);
  here = open('here', false);
  const options = { seed: 7, until: '2024-11-30', gaps: false } as const;
  ({ contract } = await createSample(beside, options));
  await createSample(here, options);
});
afterAll(async () => {
  await beside.maker.close();
  closeCore(beside);
  closeCore(here);
  await rm(folder, { recursive: true, force: true });
});

async function digests(core: Core, deliverable: string): Promise<Readonly<Record<string, string>>> {
  const out = path.join(core.dataFolder, 'out');
  const { files, failures, warnings } = await renderDocuments(core, { contract, folder: out, deliverable, range: {} });
  expect({ failures, warnings }).toEqual({ failures: [], warnings: [] });
  return Object.fromEntries(await Promise.all(files.map(async (file) => [file.path, createHash('sha256').update(await readFile(path.join(out, file.path))).digest('hex')] as const)));
}

test('reports, ledgers, lists and forms with photos come out as on the core\'s own thread, byte for byte', async () => {
  expect(allRecords(beside.store, contract.id).length).toBeGreaterThan(300);
  for (const deliverable of ['quarterly-report', 'ledger-worklog', 'worklog', 'inspection', 'request']) {
    const made = await digests(beside, deliverable);
    expect(Object.keys(made).length).toBeGreaterThan(0);
    expect([deliverable, made]).toEqual([deliverable, await digests(here, deliverable)]);
  }
});

test('a record that was added or changed is in the next document', async () => {
  await digests(beside, 'ledger-worklog');
  for (const core of [beside, here]) {
    const [worklog] = allRecords(core.store, contract.id).filter(({ kind }) => kind === 'worklog');
    if (worklog === undefined) throw new Error('The sample has work logs.');
    const body = { ...worklog.body, description: '改过的工作内容' };
    saveRecords(core.store, contract.id, [{ id: worklog.id, kind: 'worklog', status: 'final', revision: worklog.revision, body }]);
    saveRecords(core.store, contract.id, [{ kind: 'worklog', status: 'final', body: { ...body, date: '2024-10-30', description: '后来补记的工作' } }]);
  }
  expect(await digests(beside, 'ledger-worklog')).toEqual(await digests(here, 'ledger-worklog'));
});

test('the core takes other turns while a document is made', async () => {
  let turns = 0;
  let isOver = false;
  const count = (): void => {
    turns += 1;
    if (!isOver) setImmediate(count);
  };
  count();
  await digests(beside, 'ledger-inspection');
  isOver = true;
  // On its own thread it has the few between reading, making and writing.
  expect(turns).toBeGreaterThan(100);
});

test('what is wrong with a template is told as on the core\'s own thread', async () => {
  const broken = await readFile(path.join(templatesFolder, 'ledger-visit.xlsx'));
  for (const core of [beside, here]) {
    await writeFile(path.join(core.dataFolder, 'templates', 'ledger-visit.xlsx'), broken.subarray(0, 400));
  }
  const failed = async (core: Core): Promise<unknown> => (await renderDocuments(core, { contract, folder: path.join(core.dataFolder, 'out'), deliverable: 'ledger-visit', range: {} })).failures;
  const failures = await failed(beside);
  expect(failures).toEqual(await failed(here));
  expect(failures).toHaveLength(1);
});

test('somebody who stops does not wait for the document to be finished, and the next is made', async () => {
  const abort = new AbortController();
  const stopped = renderDocuments(beside, { contract, folder: path.join(folder, 'stopped'), deliverable: 'ledger-worklog', range: {} }, { signal: abort.signal, onProgress: () => setImmediate(() => abort.abort()) });
  await expect(stopped).rejects.toMatchObject({ code: 'cancelled' });
  expect(Object.keys(await digests(beside, 'ledger-worklog'))).toHaveLength(1);
});
