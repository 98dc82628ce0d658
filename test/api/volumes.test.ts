import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApi, type OpenedApi } from '../../electron/api/create-api.ts';
import { createDataDigests } from '../../electron/handover/deliverables/data-digest.ts';
import { digestSource } from '../../electron/api/operations/issue-documents.ts';
import { getContract } from '../../electron/store/contracts.ts';
import { recordPageCounts } from '../../electron/store/page-counts.ts';
import { allRecords } from '../../electron/store/records.ts';
import { planDeliverables } from '../../shared/deliverables/plan.ts';
import { arrangeVolumes } from '../../shared/volumes/arrange-volumes.ts';
import { usualArrangement } from '../../shared/volumes/arrangement.ts';
import { callsOf } from '../helpers/call-api.ts';
import { testEnvironment } from '../helpers/environment.ts';
import { makeRecord, testProfile } from '../helpers/records.ts';

const templatesFolder = fileURLToPath(new URL('../../templates', import.meta.url));
let folder: string;
let api: OpenedApi;
const call = callsOf(() => api);

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'api-volumes-'));
  api = await createApi({ dataFolder: folder, templatesFolder, environment: testEnvironment(), reveal: () => Promise.resolve(true) });
});

afterAll(async () => {
  await api.close();
  await rm(folder, { recursive: true, force: true });
});

const inspection = { id: 'inspection', title: '示例项目日常巡检记录单', kind: 'inspection', layout: 'form', grouping: 'month', template: 'inspection.docx', fromContract: true } as const;
const ledger = { id: 'ledger-inspection', title: '示例项目日常巡检台账', kind: 'inspection', layout: 'list', grouping: 'all', template: 'ledger-inspection.xlsx', fromContract: false } as const;
const visit = { id: 'visit', title: '走访记录单', kind: 'visit', layout: 'form', grouping: 'record', template: 'visit.docx', fromContract: false } as const;

test('the documents of the delivery plan are arranged, estimated until they are counted, and what a person arranges is kept', async () => {
  const { id: contractId } = await call('contracts.create', { profile: testProfile({ deliverablePrefix: '示例项目', deliverables: [inspection, ledger, visit] }) });
  for (const date of ['2024-08-05', '2024-08-06', '2024-09-02']) await call('records.save', { contractId, record: { kind: 'inspection', body: makeRecord('inspection', { date }).body } });
  await call('records.save', { contractId, record: { kind: 'visit', body: makeRecord('visit', { date: '2024-08-07' }).body } });

  const plan = await call('volumes.get', { contractId });
  expect(plan).toMatchObject({ revision: 0, arrangement: usualArrangement, prefix: '示例项目' });
  expect(plan.items.map(({ title, fileNumber, date, note, quarter, pages, pagesAreCounted }) => [title, fileNumber, date, note, quarter, pages, pagesAreCounted])).toEqual([
    ['日常巡检记录单（2024年8月）', 'XJ-20240805-01 至 XJ-20240806-01', '2024-08-31', '2 份', '2024-08-03 第一季度', 2, false],
    ['日常巡检记录单（2024年9月）', 'XJ-20240902-01', '2024-09-02', '', '2024-08-03 第一季度', 1, false],
    ['日常巡检台账', 'XJ-20240805-01 至 XJ-20240902-01', '2025-08-02', '3 份', '', 1, false],
    [expect.stringMatching(/^走访记录单：/), 'ZF-20240807-01', '2024-08-07', '', '2024-08-03 第一季度', 1, false],
  ]);

  const arrangement = { ...usualArrangement, profile: 'archive' as const, joinsThin: false, manual: [{ key: 'own#1', items: [{ deliverable: 'inspection', scope: '2024-09' }] }] };
  expect(await call('volumes.arrange', { contractId, revision: 0, arrangement })).toEqual({ revision: 1 });
  await expect(call('volumes.arrange', { contractId, revision: 0, arrangement })).rejects.toThrow(/conflict/);
  const kept = await call('volumes.get', { contractId });
  expect(kept).toMatchObject({ revision: 1, arrangement });
  expect(arrangeVolumes(kept.items, kept.arrangement, kept.prefix).map(({ title, items }) => [title, items.map(({ title: item }) => item.replace(/：.*/, ''))])).toEqual([
    ['示例项目日常巡检记录单、日常巡检台账', ['日常巡检记录单（2024年8月）', '日常巡检记录单（2024年9月）', '日常巡检台账']],
    ['示例项目走访记录单', ['走访记录单']],
  ]);
});

test('a count holds until the records of a document change, and is still the best guess then', async () => {
  const { id: contractId } = await call('contracts.create', { profile: testProfile({ projectName: '计页', deliverables: [inspection] }) });
  const record = await call('records.save', { contractId, record: { kind: 'inspection', body: makeRecord('inspection', { date: '2024-08-05' }).body } });
  const { core } = api;
  const contract = getContract(core.store, contractId);
  const records = allRecords(core.store, contractId);
  const [planned] = planDeliverables(contract.profile, records);
  if (planned === undefined) throw new Error('nothing planned');
  const template = await core.library.load('inspection.docx');
  const dataSha256 = createDataDigests().ofFile(digestSource(core.store, contract, records), planned, template.showsPhotos);
  recordPageCounts(core.store, contractId, [{ deliverable: 'inspection', scope: '2024-08', templateSha256: template.sha256, dataSha256, pages: 7 }]);
  const pages = async (): Promise<unknown> => (await call('volumes.get', { contractId })).items.map((item) => [item.pages, item.pagesAreCounted]);

  expect(await pages()).toEqual([[7, true]]);
  await call('records.save', { contractId, record: { id: record.id, kind: 'inspection', number: record.number, revision: record.revision, body: { ...record.body, inspector: '程知秋' } } });
  expect(await pages()).toEqual([[7, false]]);
});
