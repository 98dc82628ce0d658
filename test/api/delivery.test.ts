import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApi, type OpenedApi } from '../../electron/api/create-api.ts';
import { handOver } from '../../electron/api/operations/hand-over.ts';
import type { PlannedDocument } from '../../shared/ipc/delivery-channels.ts';
import type { Job } from '../../shared/ipc/jobs.ts';
import type { AnyRecord } from '../../shared/records/record.ts';
import { callsOf } from '../helpers/call-api.ts';
import { testEnvironment } from '../helpers/environment.ts';
import { makeRecord, testProfile } from '../helpers/records.ts';

/** What was made from what, how far its paper has come, and what was handed over, over a real data folder. */

const templatesFolder = fileURLToPath(new URL('../../templates', import.meta.url));
let folder: string;
let api: OpenedApi;

const call = callsOf(() => api);

async function ended(job: Job): Promise<Job> {
  for (;;) {
    const now = (await call('jobs.list', {})).find(({ id }) => id === job.id);
    if (now !== undefined && now.state !== 'running') return now;
    await new Promise((resolve) => { setTimeout(resolve, 5); });
  }
}

async function inspect(contractId: string, date: string): Promise<AnyRecord> {
  return call('records.save', { contractId, record: { kind: 'inspection', body: makeRecord('inspection', { date }).body } });
}

async function edit(record: AnyRecord, change: Readonly<Record<string, unknown>>): Promise<AnyRecord> {
  const now = await call('records.get', { id: record.id });
  return call('records.save', { contractId: now.contractId, record: { id: now.id, kind: now.kind, number: now.number, revision: now.revision, body: { ...now.body, ...change } } });
}

const inspectionForm = { id: 'inspection', title: '日常巡检记录单', kind: 'inspection', layout: 'form', grouping: 'month', template: 'inspection.docx', fromContract: true } as const;

async function newContract(projectName: string): Promise<string> {
  return (await call('contracts.create', { profile: testProfile({ projectName, deliverables: [inspectionForm] }) })).id;
}

async function files(contractId: string): Promise<readonly PlannedDocument[]> {
  return (await call('deliverables.plan', { contractId })).flatMap((deliverable) => deliverable.files);
}

function standing(planned: readonly PlannedDocument[]): unknown[] {
  return planned.map(({ scope, freshness, changed, issued }) => [scope, freshness, changed, issued?.state].filter((part) => part !== undefined));
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'api-delivery-'));
  api = await createApi({ dataFolder: folder, templatesFolder, environment: testEnvironment(), reveal: () => Promise.resolve(true) });
});

afterAll(async () => {
  await api.close();
  await rm(folder, { recursive: true, force: true });
});

test('a file is never made, then current, then stale when its records change; other files stay as they are', async () => {
  const contractId = await newContract('新旧');
  const august = await inspect(contractId, '2024-08-05');
  await inspect(contractId, '2024-09-02');
  expect(standing(await files(contractId))).toEqual([['2024-08', 'never'], ['2024-09', 'never']]);

  expect(await ended(await call('jobs.render', { contractId, output: {} }))).toMatchObject({ state: 'done' });
  expect(standing(await files(contractId))).toEqual([['2024-08', 'current', 'made'], ['2024-09', 'current', 'made']]);

  const edited = await edit(august, { remark: '已复核' });
  expect(standing(await files(contractId))).toEqual([['2024-08', 'stale', 'records', 'made'], ['2024-09', 'current', 'made']]);
  await edit(edited, { remark: undefined });
  expect(standing(await files(contractId))).toEqual([['2024-08', 'current', 'made'], ['2024-09', 'current', 'made']]);
});

test('only what is outdated is made again; paper keeps its state where the file came out the same, and loses it where not', async () => {
  const contractId = await newContract('重做');
  const august = await inspect(contractId, '2024-08-05');
  await inspect(contractId, '2024-09-02');
  await ended(await call('jobs.render', { contractId, output: {} }));
  const ids = (await files(contractId)).flatMap(({ issued }) => (issued === undefined ? [] : [issued.id]));
  expect(await call('issued.setState', { contractId, ids, state: 'signed' })).toEqual({ changed: 2 });
  expect(await call('issued.setState', { contractId, ids, state: 'signed' })).toEqual({ changed: 0 });

  await expect(edit(august, { remark: '已复核' })).rejects.toThrow('signed-document');
  await call('signOff.reopen', { ids: ids.slice(0, 1), reason: '补记复核' });
  await edit(august, { remark: '已复核' });
  expect(standing(await files(contractId))).toEqual([['2024-08', 'stale', 'records', 'signed'], ['2024-09', 'current', 'signed']]);
  expect(await ended(await call('jobs.render', { contractId, outdatedOnly: true, output: {} }))).toMatchObject({ state: 'done', total: 1 });
  expect(standing(await files(contractId))).toEqual([['2024-08', 'current', 'made'], ['2024-09', 'current', 'signed']]);

  expect(await ended(await call('jobs.render', { contractId, output: {} }))).toMatchObject({ state: 'done', total: 2 });
  expect(standing(await files(contractId))).toEqual([['2024-08', 'current', 'made'], ['2024-09', 'current', 'signed']]);
  expect(await ended(await call('jobs.render', { contractId, outdatedOnly: true, output: {} }))).toMatchObject({ state: 'done', total: 0, summary: ['所有文件都是最新的，没有需要重新生成的'] });
  expect(await api.answer('issued.setState', { contractId, ids, state: 'scanned' })).toMatchObject({ ok: false, error: { code: 'conflict' } });
  expect(await api.answer('issued.setState', { contractId, ids, state: 'burned' })).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
});

test('single files of the plan are made alone', async () => {
  const contractId = await newContract('单份');
  await inspect(contractId, '2024-08-05');
  await inspect(contractId, '2024-09-02');

  expect(await ended(await call('jobs.render', { contractId, files: [{ deliverable: 'inspection', scope: '2024-09' }], output: {} }))).toMatchObject({ state: 'done', total: 1 });
  expect(standing(await files(contractId))).toEqual([['2024-08', 'never'], ['2024-09', 'current', 'made']]);
});

test('another template makes files stale; one that cannot be used is named on its deliverable', async () => {
  const contractId = await newContract('模板');
  await inspect(contractId, '2024-08-05');
  await ended(await call('jobs.render', { contractId, output: {} }));
  const own = path.join(folder, 'templates', 'inspection.docx');
  await mkdir(path.dirname(own), { recursive: true });

  await copyFile(path.join(templatesFolder, 'visit.docx'), own);
  expect(standing(await files(contractId))).toEqual([['2024-08', 'stale', 'template', 'made']]);
  await writeFile(own, 'no document');
  expect(await call('deliverables.plan', { contractId })).toMatchObject([{ fault: expect.any(String), files: [{ freshness: 'stale', changed: 'template' }] }]);
  await rm(own);
  expect(standing(await files(contractId))).toEqual([['2024-08', 'current', 'made']]);
});

test('packages that were handed over are listed with where they stand, and verified', async () => {
  const contractId = await newContract('移交');
  const august = await inspect(contractId, '2024-08-05');
  const handOver = async (iso: boolean) => ended(await call('jobs.handover', { contractId, output: { folder: '交付包' }, iso }));
  expect(await handOver(true)).toMatchObject({ state: 'done' });
  expect(standing(await files(contractId))).toEqual([['2024-08', 'current', 'made']]);
  const [first] = await call('handovers.list', { contractId });
  expect(first).toMatchObject({ name: '交付包', madeBy: '测试人员', standing: 'whole', hasImage: true });
  const id = first?.id ?? '';

  for (const medium of ['folder', 'image'] as const) {
    const job = await ended(await call('jobs.verify', { contractId, handover: id, medium }));
    expect(job).toMatchObject({ kind: 'verify', state: 'done', failures: [], summary: [expect.stringMatching(/^核对通过：/)] });
  }
  const { location } = await call('handovers.reveal', { contractId, id });
  await writeFile(path.join(location, 'bag-info.txt'), 'changed');
  expect(await ended(await call('jobs.verify', { contractId, handover: id, medium: 'folder' }))).toMatchObject({ state: 'done', failures: [{ item: 'bag-info.txt' }, { item: 'bag-info.txt' }], summary: [expect.stringMatching(/^核对不通过，2 处不符/)] });

  await edit(august, { remark: '已复核' });
  expect(await handOver(false)).toMatchObject({ state: 'done' });
  expect((await call('handovers.list', { contractId })).map((handover) => [handover.standing, handover.hasImage])).toEqual([['whole', false], ['replaced', false]]);
  expect(await ended(await call('jobs.verify', { contractId, handover: id, medium: 'folder' }))).toMatchObject({ summary: [expect.stringMatching(/^核对通过/), '与移交时登记的校验摘要不同，这不是当时的那一份'] });
  await rm(location, { recursive: true });
  expect((await call('handovers.list', { contractId })).map((handover) => handover.standing)).toEqual(['gone', 'gone']);
  expect(await api.answer('jobs.verify', { contractId, handover: id, medium: 'folder' })).toMatchObject({ ok: false, error: { code: 'not-found' } });
});

test('a hand-over reads the files of the records once for all that is made from them', async () => {
  const contractId = await newContract('附件只读一次');
  await inspect(contractId, '2024-08-05');
  const { statements } = api.core.store;
  const { ofContract } = statements.attachments;
  let asked = 0;
  const counting = { ...ofContract, all: (id: string) => { asked += 1; return ofContract.all(id); } };
  const store = { ...api.core.store, statements: { ...statements, attachments: { ...statements.attachments, ofContract: counting } } };
  const contract = (await call('contracts.list', {})).find(({ id }) => id === contractId);
  if (contract === undefined) throw new Error('the contract is gone');
  const done = await handOver({ ...api.core, store }, { contract, folder: path.join(folder, '只读一次'), isoFile: undefined, today: '2025-08-05' });
  expect([done.documents, asked]).toEqual([1, 1]);
});
