import { beforeAll, expect, test } from 'vitest';
import type { Api } from '../../electron/api/create-api.ts';
import { callsOf } from '../helpers/call-api.ts';
import { makeRecord, testProfile } from '../helpers/records.ts';
import { openTestApi } from '../helpers/test-api.ts';
import type { KindBody, KindName } from '../../shared/records/kinds.ts';

/** What the first screen gets, from a real data folder. */

let api: Api;

const call = callsOf(() => api);

async function save<K extends KindName>(contractId: string, kind: K, body: Partial<KindBody<K>>) {
  return call('records.save', { contractId, record: { kind, body: makeRecord(kind, body).body } });
}

beforeAll(async () => {
  const opened = await openTestApi();
  api = opened.api;
  return opened.close;
});

test('a new contract without records has every picture, and nothing in it', async () => {
  const { id: contractId } = await call('contracts.create', { profile: testProfile() });

  const overview = await call('overview.get', { contractId, today: '2024-08-06' });

  expect(overview.inspectionDays.slice(0, 5).map(({ date, state }) => [date, state])).toEqual([['2024-08-03', 'off'], ['2024-08-04', 'off'], ['2024-08-05', 'missing'], ['2024-08-06', 'today'], ['2024-08-07', 'coming']]);
  expect(overview.months.map(({ records, workHours }) => [records, workHours])).toEqual(Array.from({ length: 13 }, () => [0, 0]));
  expect(overview.evidence.map(({ no, total, cells }) => [no, total, cells.flat()])).toEqual([1, 2, 3, 4, 5].map((no) => [no, 0, []]));
  expect(overview.serviceLevel).toEqual({ measured: 0, answerRate: undefined, restoreRate: undefined, misses: [] });
  expect(overview.reports.map(({ type, label, state }) => [type, label, state])).toEqual([
    ['季度', '第一季度', 'not-due'], ['季度', '第二季度', 'not-due'], ['季度', '第三季度', 'not-due'], ['季度', '第四季度', 'not-due'], ['年度', '年度', 'not-due'],
  ]);
  expect(overview.schedule).toMatchObject({ shortBy: 0 });
  expect(overview.schedule.tasks.map(({ id, isDone }) => [id, isDone])).toEqual(['complete', 'reports', 'mend', 'print', 'sign', 'bind', 'disc', 'reserve', 'handover'].map((id) => [id, id === 'reports' ? false : undefined]));
});

test('a cell of the evidence matrix lists exactly the records that it counts', async () => {
  const { id: contractId } = await call('contracts.create', { profile: testProfile() });
  await save(contractId, 'visit', { date: '2024-09-03' });
  await save(contractId, 'survey', { date: '2024-09-04' });
  await save(contractId, 'worklog', { date: '2024-09-05', serviceItem: 5 });
  await save(contractId, 'worklog', { date: '2024-09-05', serviceItem: 1 });

  const { evidence, months } = await call('overview.get', { contractId, today: '2024-10-01' });

  const row = evidence.find(({ no }) => no === 5);
  const cell = row?.cells[months.findIndex(({ key }) => key === '2024-09')] ?? [];
  expect(cell).toEqual(['visit', 'survey', 'worklog'].map((kind) => ({ kind, count: 1, from: '2024-09-01', to: '2024-09-30' })));
  for (const { kind, count, from, to } of cell) {
    expect((await call('records.list', { contractId, kind, from, to, status: 'final', serviceItem: 5 })).total).toBe(count);
  }
});

test('misses name the record and the minutes, the clocks name the report, and the schedule knows what is done', async () => {
  const { id: contractId } = await call('contracts.create', { profile: testProfile() });
  const late = await save(contractId, 'incident', { date: '2024-09-03', reportedAt: '2024-09-03T10:00', answeredAt: '2024-09-03T11:30', restoredAt: '2024-09-03T12:00', overrunReason: '电话占线' });
  const period = { figures: [], reviewState: '评审中', date: '2025-08-04', submittedOn: '2025-08-05', submittedTo: '顾小满' } as const;
  const quarterly = await save(contractId, 'report', { ...period, reportType: '季度', periodFrom: '2025-05-03', periodTo: '2025-08-02' });
  await save(contractId, 'report', { ...period, reportType: '年度', periodFrom: '2024-08-03', periodTo: '2025-08-02' });

  const overview = await call('overview.get', { contractId, today: '2025-08-12' });

  expect(overview.serviceLevel).toMatchObject({ measured: 1, answerRate: 0, restoreRate: 100, misses: [{ id: late.id, number: 'GX-20240903-01', answerMinutes: 90, restoreMinutes: 120, isAnswerLate: true, isRestoreLate: false, reason: '电话占线' }] });
  expect(overview.reports.at(-2)).toMatchObject({ label: '第四季度', state: 'in-review', recordId: quarterly.id, submittedOn: '2025-08-05', reviewUntil: '2025-08-19', daysLeft: 7 });
  expect(overview.schedule.tasks.find(({ id }) => id === 'reports')).toEqual({ id: 'reports', from: '2025-08-04', to: '2025-08-27', isDone: true });
});
