import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApi, type Api } from '../../electron/api/create-api.ts';
import type { Job } from '../../shared/ipc/jobs.ts';
import { callsOf } from '../helpers/call-api.ts';
import { testEnvironment } from '../helpers/environment.ts';
import { testProfile } from '../helpers/records.ts';

/** The calls of the window on a real data folder. */

const templatesFolder = fileURLToPath(new URL('../../templates', import.meta.url));
let folder: string;
let api: Api;
const revealed: string[] = [];

const call = callsOf(() => api);

async function ended(job: Job): Promise<Job> {
  for (;;) {
    const now = (await call('jobs.list', {})).find((candidate) => candidate.id === job.id);
    if (now !== undefined && now.state !== 'running') return now;
    await new Promise((resolve) => { setTimeout(resolve, 20); });
  }
}

function inspection(date: string) {
  return { kind: 'inspection' as const, body: { date, cycle: '日检', inspector: '巡检员', items: [{ category: '应用系统', item: '首页', result: '正常' }], conclusion: '正常' } };
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'api-'));
  api = await createApi({ dataFolder: folder, templatesFolder, environment: testEnvironment(), reveal: (target) => { revealed.push(target); return Promise.resolve(true); } });
});

afterAll(async () => {
  await api.close();
  await rm(folder, { recursive: true, force: true });
});

describe('records', () => {
  test('a saved record is listed, found by its words, told to listeners, and keeps its history', async () => {
    const { id: contractId } = await call('contracts.create', { profile: testProfile() });
    const heard: unknown[] = [];
    const stop = api.on((event, payload) => heard.push([event, payload]));
    const saved = await call('records.save', { contractId, record: inspection('2024-08-05') });
    stop();
    expect(saved).toMatchObject({ number: 'XJ-20240805-01', status: 'final', revision: 1 });
    expect(heard).toEqual([['records.changed', { contractId }]]);
    const changed = await call('records.save', { contractId, record: { ...inspection('2024-08-05'), id: saved.id, revision: 1, body: { ...inspection('2024-08-05').body, inspector: '另一位' } } });
    expect(changed).toMatchObject({ number: 'XJ-20240805-01', revision: 2 });
    expect((await call('records.list', { contractId, kind: 'inspection', text: '另一位' })).records.map((record) => record.id)).toEqual([saved.id]);
    const history = await call('records.history', { id: saved.id });
    expect(history.flatMap((entry) => entry.fields).filter((field) => field.field === 'body.inspector')).toEqual(expect.arrayContaining([{ field: 'body.inspector', before: '巡检员', after: '另一位' }]));
    expect(await api.answer('records.save', { contractId, record: { ...inspection('2024-08-05'), id: saved.id, revision: 1 } })).toMatchObject({ ok: false, error: { code: 'conflict' } });
  });

  test('problems of a body come back with the names people see on the form', async () => {
    const { id: contractId } = await call('contracts.create', { profile: testProfile() });
    const result = await api.answer('records.save', { contractId, record: { kind: 'inspection', body: { date: '2024-8-5' } } });
    expect(result).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
    expect(JSON.stringify(result)).toMatch(/巡检日期/);
    expect(JSON.stringify(result)).toMatch(/总体结论/);
  });
});

describe('reports', () => {
  const report = { date: '2024-11-04', reportType: '季度', ordinal: 1, periodFrom: '2024-08-03', periodTo: '2024-11-02', author: '项目经理', reviewState: '未提交' };

  test('a report without figures gets them from the records; corrected ones are left alone', async () => {
    const { id: contractId } = await call('contracts.create', { profile: testProfile() });
    await call('records.save', { contractId, record: inspection('2024-08-05') });
    await call('records.save', { contractId, record: inspection('2024-08-06') });
    const figures = await call('reports.figures', { contractId, date: report.date, periodFrom: report.periodFrom, periodTo: report.periodTo });
    expect(figures).toContainEqual({ figure: 'inspection.done', label: '实际巡检天数', value: 2 });

    const saved = await call('records.save', { contractId, record: { kind: 'report', body: { ...report, figures: [] } } });
    expect(saved.body).toMatchObject({ figures });
    const corrected = [{ figure: 'inspection.done', label: '实际巡检天数', value: 3, reason: '补计一天' }];
    expect((await call('records.save', { contractId, record: { kind: 'report', body: { ...report, ordinal: 2, figures: corrected } } })).body).toMatchObject({ figures: corrected });
  });
});

describe('jobs', () => {
  test('generating leaves whole files in the data folder, and only the job itself can show them', async () => {
    const { id: contractId } = await call('contracts.create', {
      profile: testProfile({ deliverables: [{ id: 'inspection', title: '日常巡检记录单', kind: 'inspection', layout: 'form', grouping: 'month', template: 'inspection.docx', fromContract: true }] }),
    });
    expect(await ended(await call('jobs.render', { contractId, output: {} }))).toMatchObject({ state: 'failed', error: { code: 'not-found' } });
    await call('records.save', { contractId, record: inspection('2024-08-05') });
    expect(await call('deliverables.plan', { contractId })).toEqual([
      { id: 'inspection', title: '日常巡检记录单', template: 'inspection.docx', records: 1, files: [{ scope: '2024-08', name: '日常巡检记录单_2024-08', period: '2024年8月', from: '2024-08-03', to: '2024-08-31', records: 1, freshness: 'never' }] },
    ]);
    const job = await ended(await call('jobs.render', { contractId, output: {} }));
    expect(job).toMatchObject({ contractId, state: 'done', done: 1, total: 1, failures: [], hasOutput: true });
    const { location } = await call('jobs.reveal', { id: job.id });
    expect(revealed).toEqual([location]);
    expect(path.relative(folder, location).startsWith('输出')).toBe(true);
    expect((await readdir(location, { recursive: true })).filter((name) => name.endsWith('.docx'))).toEqual([path.join('日常巡检记录单', '日常巡检记录单_2024-08.docx')]);
  });

  test.each(['../up', 'a/b', '..', 'C:\\x', ''])('the window cannot name a place outside: %s', async (name) => {
    const { id: contractId } = await call('contracts.create', { profile: testProfile() });
    expect(await api.answer('jobs.render', { contractId, output: { folder: name } })).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
  });
});

test('the overview counts with the same figures as the reports', async () => {
  const { id: contractId } = await call('contracts.create', { profile: testProfile() });
  await call('records.save', { contractId, record: inspection('2024-08-05') });
  const overview = await call('overview.get', { contractId, today: '2024-08-09' });
  expect(overview).toMatchObject({ daysToServiceEnd: 358, handoverDay: '2025-09-30', inspections: { due: 5, done: 1 }, personDays: { used: 0, quota: 20 }, counts: { inspection: 1, worklog: 0 } });
});
