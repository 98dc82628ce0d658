import { beforeAll, expect, test } from 'vitest';
import type { Api } from '../../electron/api/create-api.ts';
import type { Job } from '../../shared/ipc/jobs.ts';
import type { KindBody, KindName } from '../../shared/records/kinds.ts';
import type { AnyRecord } from '../../shared/records/record.ts';
import { callsOf } from '../helpers/call-api.ts';
import { makeRecord, testProfile } from '../helpers/records.ts';
import { openTestApi } from '../helpers/test-api.ts';

/** Frozen, changed, explained, frozen again, questioned: over a real data folder. */

let api: Api;

const call = callsOf(() => api);

beforeAll(async () => {
  const opened = await openTestApi();
  api = opened.api;
  return opened.close;
});

async function save<K extends KindName>(contractId: string, kind: K, body: Partial<KindBody<K>> = {}): Promise<AnyRecord> {
  return call('records.save', { contractId, record: { kind, body: makeRecord(kind, body).body } });
}

type Made = { readonly contractId: string; readonly reportId: string; readonly work: AnyRecord };

/** A contract with a day's work and the report on it. */
async function written(body: Partial<KindBody<'report'>> = {}): Promise<Made> {
  const contractId = (await call('contracts.create', { profile: testProfile() })).id;
  const work = await save(contractId, 'worklog', { date: '2024-08-05', hours: 2 });
  const report = await save(contractId, 'report', { date: '2024-11-04', figures: [], ...body });
  return { contractId, reportId: report.id, work };
}

async function changeHours(work: AnyRecord, hours: number): Promise<void> {
  await call('records.save', { contractId: work.contractId, record: { id: work.id, kind: work.kind, body: { ...work.body, hours } } });
}

async function rowOf(reportId: string, figure: string): Promise<unknown> {
  const record = await call('records.get', { id: reportId });
  return record.kind === 'report' ? record.body.figures.find((row) => row.figure === figure) : undefined;
}

async function makeDocument(contractId: string, reportId: string): Promise<void> {
  const started = await call('jobs.render', { contractId, files: [{ deliverable: 'quarterly-report', scope: reportId }], output: {} });
  for (let job: Job | undefined = started; job?.state === 'running';) {
    await new Promise((resolve) => { setTimeout(resolve, 5); });
    job = (await call('jobs.list', {})).find(({ id }) => id === started.id);
  }
}

async function refusal(channel: string, input: unknown): Promise<string> {
  const result = await api.answer(channel, input);
  return result.ok ? 'ok' : `${result.error.code} ${result.error.message}`;
}

test('a freeze keeps the figures; a change of a record shows which figure changed from what to what, and by which record', async () => {
  const { contractId, reportId, work } = await written();
  const first = await call('reports.freeze', { contractId, reportId });
  expect(first).toMatchObject({ versions: [{ version: 1, reason: '', dataSha256: expect.stringMatching(/^[0-9a-f]{64}$/) }], changes: [], changedRecords: [], isExplained: false });
  expect((await call('reports.periods', { contractId, today: '2024-11-11' }))[0]?.frozen).toMatchObject({ version: 1 });
  expect(await refusal('reports.freeze', { contractId, reportId, reason: '再来一次' })).toBe('invalid-input 上次冻结以后记录没有变化，不用重新冻结。');

  await changeHours(work, 3.5);
  const added = await save(contractId, 'visit', { date: '2024-08-06' });
  const after = await call('reports.life', { contractId, reportId });
  expect(after.changes.filter(({ figure }) => ['work.count', 'work.hours', 'effort.hours', 'visit.count'].includes(figure)).map(({ figure, before, after: now, causes }) => [figure, before, now, causes])).toEqual([
    ['work.hours', 2, 3.5, [{ id: work.id, change: 'changed' }]],
    ['effort.hours', 2, 4.5, [{ id: work.id, change: 'changed' }, { id: added.id, change: 'added' }]],
    ['visit.count', 0, 1, [{ id: added.id, change: 'added' }]],
  ]);
  expect(after.changedRecords).toEqual([
    { id: work.id, change: 'changed', kind: 'worklog', number: work.number, title: work.title },
    { id: added.id, change: 'added', kind: 'visit', number: added.number, title: added.title },
  ]);
});

test('frozen again is a new version with a reason, and the report says the new figures', async () => {
  const { contractId, reportId, work } = await written();
  await call('reports.freeze', { contractId, reportId });
  await changeHours(work, 3);
  expect(await rowOf(reportId, 'work.hours')).toMatchObject({ value: 2 });
  expect(await refusal('reports.freeze', { contractId, reportId })).toBe('invalid-input 重新冻结要写明原因。');

  const again = await call('reports.freeze', { contractId, reportId, reason: '补登记漏填的工时' });
  expect(again.versions.map(({ version, reason }) => [version, reason])).toEqual([[1, ''], [2, '补登记漏填的工时']]);
  expect([again.changes, await rowOf(reportId, 'work.hours')]).toEqual([[], { figure: 'work.hours', label: expect.any(String), value: 3 }]);
});

test('differences that are explained keep the report’s figures, and the rule accepts them until they differ again', async () => {
  const { contractId, reportId, work } = await written();
  await call('reports.freeze', { contractId, reportId });
  expect(await refusal('reports.keep', { contractId, reportId, explanation: '无' })).toBe('invalid-input 报告的数字与冻结时一样，没有要说明的差异。');
  await changeHours(work, 3);
  const differing = async (): Promise<boolean> => (await call('check.run', { contractId, today: '2024-12-30' })).some(({ rule, recordIds }) => rule === 'report-figures-differ' && recordIds.includes(reportId));
  expect(await differing()).toBe(true);

  const kept = await call('reports.keep', { contractId, reportId, explanation: '报告提交后更正的工时，下季度说明' });
  expect(kept).toMatchObject({ isExplained: true, versions: [{ version: 1 }], explanations: [{ version: 1, explanation: '报告提交后更正的工时，下季度说明' }] });
  expect(kept.explanations[0]?.differences).toEqual(kept.changes.map(({ figure, label, unit, decimals, before, after }) => ({ figure, label, unit, decimals, before, after })));
  expect([await rowOf(reportId, 'work.hours'), await differing()]).toEqual([expect.objectContaining({ value: 2, reason: '报告提交后更正的工时，下季度说明' }), false]);

  await changeHours(work, 4);
  expect((await call('reports.life', { contractId, reportId })).isExplained).toBe(false);
});

test('what a person set with a reason stays through a freeze; drafts, other records and other contracts have nothing to freeze', async () => {
  const { contractId, reportId, work } = await written({ figures: [{ figure: 'work.count', label: '工作记录份数', value: 9, reason: '含上期补登' }] });
  await call('reports.freeze', { contractId, reportId });
  expect([await rowOf(reportId, 'work.count'), await rowOf(reportId, 'work.hours')]).toEqual([{ figure: 'work.count', label: '工作记录份数', value: 9, reason: '含上期补登' }, expect.objectContaining({ value: 2 })]);

  const draft = await call('records.save', { contractId, record: { kind: 'report', status: 'draft', body: { date: '2025-02-05' } } });
  const other = await call('contracts.create', { profile: testProfile({ projectName: '另一项目' }) });
  expect([
    await refusal('reports.freeze', { contractId, reportId: draft.id }), await refusal('reports.freeze', { contractId, reportId: work.id }), await refusal('reports.freeze', { contractId: other.id, reportId }),
  ]).toEqual(['invalid-input 报告还没有编制完成，先把草稿定稿再冻结数字。', 'not-found 合同里没有这份报告。', 'not-found 合同里没有这份报告。']);
});

test('each version names the file that was made from it', async () => {
  const { contractId, reportId, work } = await written();
  await call('reports.freeze', { contractId, reportId });
  await makeDocument(contractId, reportId);
  await changeHours(work, 3);
  await call('reports.freeze', { contractId, reportId, reason: '更正工时' });
  await makeDocument(contractId, reportId);

  const { versions } = await call('reports.life', { contractId, reportId });
  const [first, second] = versions.map(({ document }) => document);
  expect([first, second]).toEqual([expect.objectContaining({ fileSha256: expect.stringMatching(/^[0-9a-f]{64}$/) }), expect.objectContaining({ fileName: first?.fileName })]);
  expect(first?.fileSha256).not.toBe(second?.fileSha256);
});

test('questions of the review are written down and answered; nobody overwrites another’s answer', async () => {
  const { contractId, reportId } = await written();
  const body = { askedOn: '2024-11-08', askedBy: '顾小满', question: '8 月巡检天数与台账不一致' };
  expect(await refusal('reports.question', { contractId, reportId, body })).toBe('invalid-input 报告还没有提交甲方，不会有质疑。');
  const report = await call('records.get', { id: reportId });
  await call('records.save', { contractId, record: { id: reportId, kind: 'report', body: { ...report.body, submittedOn: '2024-11-05', submittedTo: '顾小满', reviewState: '评审中' } } });
  expect(await refusal('reports.question', { contractId, reportId, body: { ...body, askedOn: '2024-11-04' } })).toBe('invalid-input 提出日期不能早于提交日期。');
  expect(await refusal('reports.question', { contractId, reportId, body: { ...body, answer: '已核对' } })).toMatch(/^invalid-input/);

  const [asked] = (await call('reports.question', { contractId, reportId, body })).questions;
  if (asked === undefined) throw new Error('the question was not kept');
  const answered = { ...body, answeredOn: '2024-11-11', answeredBy: '林远航', answer: '台账漏列两天，已更正' };
  const seen = { id: asked.id, revision: asked.revision };
  expect((await call('reports.question', { contractId, reportId, seen, body: answered })).questions).toEqual([{ ...answered, id: asked.id, revision: 2 }]);
  expect(await refusal('reports.question', { contractId, reportId, seen, body })).toMatch(/^conflict/);

  await call('reports.question', { contractId, reportId, body: { ...body, askedOn: '2024-11-09' } });
  const questions = async () => (await call('reports.periods', { contractId, today: '2024-11-12' }))[0]?.questions;
  expect(await questions()).toEqual({ asked: 2, open: 1 });
  // Handed in again, a new review begins.
  const sent = await call('records.get', { id: reportId });
  await call('records.save', { contractId, record: { id: reportId, kind: 'report', body: { ...sent.body, submittedOn: '2024-11-09' } } });
  expect(await questions()).toEqual({ asked: 1, open: 1 });
});

test('a signed report is handed in, reviewed and explained without a new version; frozen again it gets one with the same reason', async () => {
  const { contractId, reportId, work } = await written();
  await call('reports.freeze', { contractId, reportId });
  await makeDocument(contractId, reportId);
  await call('signOff.mark', { contractId, documents: [{ deliverable: 'quarterly-report', scope: reportId }], state: 'signed', day: '2024-11-04', person: '林远航' });
  const change = async (body: Readonly<Record<string, unknown>>): Promise<string> => {
    const report = await call('records.get', { id: reportId });
    return refusal('records.save', { contractId, record: { id: reportId, kind: 'report', body: { ...report.body, ...body } } });
  };
  const renewal = async () => (await call('signOff.board', { contractId })).documents.find(({ scope }) => scope === reportId)?.renewal;

  expect([
    await change({ submittedOn: '2024-11-05', submittedTo: '顾小满', reviewState: '评审中' }),
    await change({ reviewState: '有质疑', reviewedOn: '2024-11-10', reviewOpinion: '请补充说明' }),
    (await change({ reviewOpinion: '没有意见' })).split(' ')[0],
    (await change({ overview: '改写的综述' })).split(' ')[0],
  ]).toEqual(['ok', 'ok', 'signed-document', 'signed-document']);
  expect(await renewal()).toBeUndefined();

  await changeHours(work, 3);
  expect(await renewal()).toEqual({ reason: '' });
  const periods = async () => (await call('reports.periods', { contractId, today: '2024-11-12' }))[0]?.changed;
  expect(await periods()).toMatchObject({ isExplained: false });
  expect(await call('reports.keep', { contractId, reportId, explanation: '签字后更正' })).toMatchObject({ isExplained: true, isPaperBehind: false });
  // What was explained needs no new paper; what changes after that does, be it only in words.
  expect([await renewal(), await periods()]).toEqual([undefined, { count: 3, isExplained: true }]);
  const reworded = await call('records.get', { id: work.id });
  await call('records.save', { contractId, record: { id: work.id, kind: work.kind, body: { ...reworded.body, description: '改过的描述' } } });
  expect([await renewal(), (await call('reports.life', { contractId, reportId })).isPaperBehind]).toEqual([{ reason: '' }, true]);
  expect((await call('reports.keep', { contractId, reportId, explanation: '只改了文字' })).explanations.map(({ differences }) => differences.length)).toEqual([3, 3]);
  expect(await renewal()).toBeUndefined();
  await call('reports.freeze', { contractId, reportId, reason: '甲方要求更正工时' });
  expect(await renewal()).toEqual({ reason: '甲方要求更正工时' });
});

test('silence approves nothing that was questioned in the same review, whoever writes it down', async () => {
  const { contractId, reportId } = await written();
  const change = async (body: Readonly<Record<string, unknown>>): Promise<string> => {
    const report = await call('records.get', { id: reportId });
    return refusal('records.save', { contractId, record: { id: reportId, kind: 'report', body: { ...report.body, ...body } } });
  };
  await change({ submittedOn: '2024-11-05', reviewState: '评审中' });
  await call('reports.question', { contractId, reportId, body: { askedOn: '2024-11-08', askedBy: '顾小满', question: '工时怎么算', answeredOn: '2024-11-09', answer: '按工作单' } });
  expect(await change({ reviewState: '默认通过', reviewedOn: '2024-11-20' })).toBe('invalid-input 没有保存：评审状态不能是“默认通过”：评审期内甲方提出过 1 条质疑。');
  expect(await change({ submittedOn: '2024-11-10', reviewState: '评审中' })).toBe('ok');
  expect(await change({ reviewState: '默认通过', reviewedOn: '2024-11-26' })).toBe('ok');
  expect(await refusal('reports.question', { contractId, reportId, body: { askedOn: '2024-11-12', askedBy: '顾小满', question: '晚到的质疑' } })).toMatch(/^invalid-input 报告已登记为默认通过/);
});

test('silence approves nothing before the review period is over, by the day it is written down and by the day it is said to have passed', async () => {
  const { contractId, reportId } = await written();
  const change = async (body: Readonly<Record<string, unknown>>): Promise<string> => {
    const report = await call('records.get', { id: reportId });
    return refusal('records.save', { contractId, record: { id: reportId, kind: 'report', body: { ...report.body, ...body } } });
  };
  const early = (day: string): string => `invalid-input 没有保存：评审状态不能是“默认通过”：评审期到 ${day} 才满，到那天为止甲方都可以提出质疑。`;
  // Today is 2025-09-29: handed in on the 15th, the last day of fourteen is today.
  await change({ submittedOn: '2025-09-15', reviewState: '评审中' });
  expect(await change({ reviewState: '默认通过', reviewedOn: '2025-09-30' })).toBe(early('2025年9月29日'));
  await change({ submittedOn: '2025-09-12' });
  expect(await change({ reviewState: '默认通过', reviewedOn: '2025-09-26' })).toBe(early('2025年9月26日'));
  expect(await change({ reviewState: '默认通过', reviewedOn: '2025-09-28' })).toBe('ok');
  // What was noted stays history for corrections of anything else, and is judged again when its days are changed.
  expect([await change({ remark: '已归档' }), await change({ submittedOn: '2025-09-16' })]).toEqual(['ok', early('2025年9月30日')]);

  const entered = makeRecord('report', { date: '2024-11-04', figures: [], submittedOn: '2024-11-05', reviewState: '默认通过', reviewedOn: '2024-11-19' }).body;
  expect(await refusal('records.save', { contractId, record: { kind: 'report', body: entered } })).toBe(early('2024年11月19日'));
  expect(await refusal('records.save', { contractId, record: { kind: 'report', body: { ...entered, reviewedOn: '2024-11-20' } } })).toBe('ok');
});

test('silence approves nothing where the contract does not say so', async () => {
  const contractId = (await call('contracts.create', { profile: testProfile({ reporting: { silenceApproves: false } }) })).id;
  const { body } = makeRecord('report', { date: '2024-11-04', figures: [], submittedOn: '2024-11-05', reviewState: '默认通过', reviewedOn: '2024-11-20' });
  expect(await refusal('records.save', { contractId, record: { kind: 'report', body } })).toBe('invalid-input 没有保存：评审状态不能是“默认通过”：合同没有约定评审期满未提出质疑视为通过。');
});
