import { beforeAll, expect, test } from 'vitest';
import type { Api } from '../../electron/api/create-api.ts';
import type { KindBody, KindName } from '../../shared/records/kinds.ts';
import type { AnyRecord, RecordStatus } from '../../shared/records/record.ts';
import { callsOf } from '../helpers/call-api.ts';
import { makeRecord, testProfile } from '../helpers/records.ts';
import { openTestApi } from '../helpers/test-api.ts';

/** The reports that a contract demands and what is in them, over a real data folder. */

let api: Api;
let contractId: string;
let report: AnyRecord;

const call = callsOf(() => api);

async function save<K extends KindName>(kind: K, body: Partial<KindBody<K>>, status: RecordStatus = 'final'): Promise<AnyRecord> {
  return call('records.save', { contractId, record: { kind, status, body: makeRecord(kind, body).body } });
}

beforeAll(async () => {
  const opened = await openTestApi();
  api = opened.api;
  contractId = (await call('contracts.create', { profile: testProfile() })).id;
  for (const date of ['2024-08-05', '2024-08-06', '2024-11-04']) await save('inspection', { date });
  await save('worklog', { date: '2024-08-05', channel: '电话', hours: 2 });
  await save('worklog', { date: '2024-08-06', channel: '微信', hours: 1.5 });
  await save('worklog', { date: '2024-08-07' }, 'draft');
  report = await save('report', { date: '2024-11-04', figures: [{ figure: 'inspection.done', label: '实际巡检天数', value: 5, reason: '补计' }], submittedOn: '2024-11-05', submittedTo: '顾小满', reviewState: '评审中' });
  return opened.close;
});

test('the contract’s periods come with the state of their report, its clock and its document', async () => {
  const periods = await call('reports.periods', { contractId, today: '2024-11-11' });

  expect(periods.map(({ type, key, ordinal, from, to, dueOn, state }) => [type, key, ordinal, from, to, dueOn, state])).toEqual([
    ['季度', 'Q1', 1, '2024-08-03', '2024-11-02', '2024-11-04', 'in-review'],
    ['季度', 'Q2', 2, '2024-11-03', '2025-02-02', '2025-02-05', 'not-due'],
    ['季度', 'Q3', 3, '2025-02-03', '2025-05-02', '2025-05-06', 'not-due'],
    ['季度', 'Q4', 4, '2025-05-03', '2025-08-02', '2025-08-04', 'not-due'],
    ['年度', 'all', undefined, '2024-08-03', '2025-08-02', '2025-08-04', 'not-due'],
  ]);
  expect(periods[0]).toMatchObject({
    daysLeft: 8, reviewUntil: '2024-11-19',
    report: { id: report.id, number: 'BB-20241104-01', status: 'final', writtenOn: '2024-11-04', submittedOn: '2024-11-05', submittedTo: '顾小满', reviewState: '评审中' },
    document: { deliverable: 'quarterly-report', scope: report.id, name: '示例监管平台运维服务项目季度总结报告_第一季度' },
  });
});

test('months have reports where the contract hands them over; the thirteenth has no number on the form', async () => {
  const monthly = { id: 'monthly-report', title: '月报', kind: 'report', where: { reportType: '月度' }, layout: 'form', grouping: 'record', template: 'quarterly-report.docx', fromContract: true } as const;
  const other = await call('contracts.create', { profile: testProfile({ deliverables: [monthly] }) });

  const months = (await call('reports.periods', { contractId: other.id, today: '2024-09-10' })).filter(({ type }) => type === '月度');

  expect(months.map(({ key, ordinal }) => [key, ordinal])).toEqual([...['2024-08', '2024-09', '2024-10', '2024-11', '2024-12', '2025-01', '2025-02', '2025-03', '2025-04', '2025-05', '2025-06', '2025-07'].map((key, position) => [key, position + 1]), ['2025-08', undefined]]);
  expect(months.slice(0, 2).map(({ state, dueOn }) => [state, dueOn])).toEqual([['due', '2024-09-02'], ['not-due', '2024-10-08']]);
});

test('a digest counts the period, beside what its report says and what the period before had', async () => {
  const first = await call('reports.digest', { contractId, type: '季度', key: 'Q1', today: '2024-11-11' });

  expect(first.counts).toEqual([{ kind: 'inspection', final: 2, draft: 0 }, { kind: 'worklog', final: 2, draft: 1 }, { kind: 'report', final: 1, draft: 0 }]);
  expect({ workHours: first.workHours, inspections: first.inspections, previousLabel: first.previousLabel }).toEqual({ workHours: 3.5, inspections: { due: 61, done: 2, abnormal: 0, closed: 0 }, previousLabel: undefined });
  expect(first.figures.find(({ id }) => id === 'inspection.done')).toMatchObject({ value: 2, reported: 5, records: 2, list: 'inspection' });

  const second = await call('reports.digest', { contractId, type: '季度', key: 'Q2', today: '2024-11-11' });
  expect(second.previousLabel).toBe('第一季度');
  expect(second.figures.find(({ id }) => id === 'inspection.done')).toMatchObject({ value: 1, previous: 2, records: 1, list: 'inspection' });
});

test('the records behind a figure are the ones that were counted', async () => {
  const { figures } = await call('reports.digest', { contractId, type: '季度', key: 'Q1', today: '2024-11-11' });
  for (const { id, records } of figures) {
    const counted = await call('reports.counted', { contractId, type: '季度', key: 'Q1', figure: id, today: '2024-11-11' });
    expect([id, counted.total]).toEqual([id, new Set(counted.records.map((record) => record.id)).size]);
    expect(counted.total).toBe(records);
  }
  expect(await call('reports.counted', { contractId, type: '季度', key: 'Q1', figure: 'inspection.done', today: '2024-11-11' })).toMatchObject({
    total: 2, records: [{ kind: 'inspection', number: 'XJ-20240805-01', date: '2024-08-05' }, { kind: 'inspection', number: 'XJ-20240806-01', date: '2024-08-06' }],
  });
});

test('periods and figures that do not exist are told', async () => {
  expect(await api.answer('reports.digest', { contractId, type: '季度', key: 'Q9' })).toMatchObject({ ok: false, error: { code: 'not-found' } });
  expect(await api.answer('reports.counted', { contractId, type: '季度', key: 'Q1', figure: 'constructor' })).toMatchObject({ ok: false, error: { code: 'not-found' } });
});
