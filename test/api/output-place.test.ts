import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Contract } from '../../shared/contract/profile.ts';
import { contractFolders } from '../../electron/api/operations/output-place.ts';
import { callsOf } from '../helpers/call-api.ts';
import { makeRecord, testProfile } from '../helpers/records.ts';
import { openTestApi, type TestApi } from '../helpers/test-api.ts';

let desk: TestApi;
beforeEach(async () => { desk = await openTestApi(); });
afterEach(() => desk.close());

const inspectionForm = { id: 'inspection', title: '日常巡检记录单', kind: 'inspection', layout: 'form', grouping: 'month', template: 'inspection.docx', fromContract: true } as const;

test('the contract of the next year of a project never replaces what the last one has made', async () => {
  const call = callsOf(() => desk.api);
  const profile = testProfile({ projectName: '一张图运维', deliverables: [inspectionForm] });
  const contracts: string[] = [];
  for (const year of [2024, 2025]) {
    const { id } = await call('contracts.create', { profile: { ...profile, service: { ...profile.service, from: `${year}-08-03`, to: `${year + 1}-08-02` } } });
    contracts.push(id);
    await call('records.save', { contractId: id, record: { kind: 'inspection', body: makeRecord('inspection', { date: `${year}-08-05` }).body } });
    const { id: job } = await call('discs.make', { contractId: id, output: { folder: '交付包' }, medium: 'folder', images: false, choice: { photos: true, scans: true, others: true, pdf: false } });
    const ended = await vi.waitUntil(async () => (await call('jobs.list', {})).find((candidate) => candidate.id === job && candidate.state !== 'running'), { timeout: 30_000 });
    expect({ state: ended.state, error: ended.error?.message }).toEqual({ state: 'done', error: undefined });
  }
  const standings = await Promise.all(contracts.map(async (contractId) => (await call('discs.list', { contractId })).flatMap(({ discs }) => discs.map(({ standing }) => standing))));
  expect(standings).toEqual([['whole'], ['whole']]);
});

test('folders are named by the project, then by the year, then by a number; never like the folder for what is carried out', () => {
  const contract = (id: string, projectName: string, from: string): Pick<Contract, 'id' | 'profile'> => {
    const profile = testProfile({ projectName });
    return { id, profile: { ...profile, service: { ...profile.service, from } } };
  };
  const long = '很长的项目名称'.repeat(12);
  const folders = contractFolders([
    contract('a', '项目/一', '2024-08-03'), contract('b', '项目／一', '2025-08-03'), contract('c', '项目/一', '2025-09-01'), contract('d', '携出介质', '2024-01-01'), contract('e', long, '2024-01-01'), contract('f', long, '2025-01-01'),
  ]);
  expect([...folders.values()].slice(0, 4)).toEqual(['项目／一', '项目／一（2025年）', '项目／一（2025年）（2）', '携出介质（2024年）']);
  expect(folders.get('f')).toMatch(/（2025年）$/);
  expect(Math.max(...[...folders.values()].map((name) => name.length))).toBeLessThanOrEqual(60);
});
