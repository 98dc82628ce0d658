import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import type { Api } from '../../electron/api/create-api.ts';
import { writeWorkbook } from '../../electron/intake/sheet/write-workbook.ts';
import { renewedProfile } from '../../shared/contract/renew.ts';
import type { KindBody } from '../../shared/records/kinds.ts';
import type { AnyRecord } from '../../shared/records/record.ts';
import { blockText, indexDocument, passagesOf } from '../../shared/contract/contract-document.ts';
import { callsOf } from '../helpers/call-api.ts';
import { makeRecord, testProfile } from '../helpers/records.ts';
import { openTestApi, templatesFolder } from '../helpers/test-api.ts';

let api: Api;

const call = callsOf(() => api);

async function demoContract(): Promise<{ readonly name: string; readonly base64: string }> {
  return { name: 'demo-contract.txt', base64: (await readFile(path.join(templatesFolder, 'sample/demo-contract.txt'))).toString('base64') };
}

beforeAll(async () => {
  const opened = await openTestApi();
  api = opened.api;
  return opened.close;
});

test('the text of a contract is kept with its profile, and every quoted sentence is found in it', async () => {
  const { profile, document } = await call('intake.read', await demoContract());
  const { id } = await call('contracts.create', { profile, ...(document === undefined ? {} : { document }) });

  const kept = (await call('contracts.document', { id })).document;

  expect(kept).toEqual(document);
  if (kept === undefined) throw new Error('no text was kept');
  const index = indexDocument(kept);
  const quoted = [...profile.questions.flatMap((question) => question.sources), ...Object.values(profile.sources)];
  expect(quoted.length).toBeGreaterThan(30);
  expect(quoted.filter((sentence) => passagesOf(index, sentence).length === 0)).toEqual([]);
  const { blocks } = kept;
  const [first] = passagesOf(index, profile.questions[0]?.sources[0] ?? '');
  const block = blocks[first?.block ?? -1];
  expect(block === undefined ? '' : blockText(block).slice(first?.from, first?.to)).toBe(profile.questions[0]?.sources[0]);
});

test('the sample brings its text, a profile by hand has none until a file is given', async () => {
  const sample = await call('sample.create', {});
  expect((await call('contracts.document', { id: sample.id })).document?.fileName).toBe('demo-contract.txt');

  const { id } = await call('contracts.create', { profile: testProfile() });
  expect(await call('contracts.document', { id })).toEqual({});
  await call('contracts.attachDocument', { id, ...await demoContract() });
  expect((await call('contracts.document', { id })).document?.blocks.length).toBeGreaterThan(50);
  expect(await api.answer('contracts.attachDocument', { id, name: '扫描.pdf', base64: Buffer.from('%PDF-1.7').toString('base64') })).toMatchObject({ ok: false, error: { code: 'unreadable-file' } });
  expect(await api.answer('contracts.document', { id: 'nobody' })).toMatchObject({ ok: false, error: { code: 'not-found' } });
});

test('a contract that was saved elsewhere meanwhile is not overwritten', async () => {
  const before = await call('contracts.create', { profile: testProfile() });
  const saved = await call('contracts.save', { id: before.id, profile: testProfile({ title: '第一次改名' }), revision: before.revision });

  const late = await api.answer('contracts.save', { id: before.id, profile: testProfile({ title: '晚到的改名' }), revision: before.revision });

  expect([before.revision, saved.revision]).toEqual([1, 2]);
  expect(late).toMatchObject({ ok: false, error: { code: 'conflict' } });
  // A save whose answer was lost may come again.
  expect(await call('contracts.save', { id: before.id, profile: testProfile({ title: '第一次改名' }), revision: before.revision })).toEqual(saved);
});

test('an archived contract stays in the list, marked, and comes back', async () => {
  const { id } = await call('contracts.create', { profile: testProfile() });
  const isArchived = async (): Promise<boolean | undefined> => (await call('contracts.list', {})).find((contract) => contract.id === id)?.isArchived;

  await call('contracts.archive', { id, isArchived: true });
  await call('contracts.archive', { id, isArchived: true });
  expect(await isArchived()).toBe(true);
  await call('contracts.archive', { id, isArchived: false });
  expect(await isArchived()).toBe(false);
  expect(await api.answer('contracts.archive', { id: 'nobody', isArchived: true })).toMatchObject({ ok: false, error: { code: 'not-found' } });
});

test('what removing an extra field would hide is counted', async () => {
  const extraFields = { visit: [{ name: 'mood', label: '现场情况', type: 'text' as const }] };
  const { id: contractId } = await call('contracts.create', { profile: testProfile({ extraFields }) });
  const visit = { date: '2024-09-10', visitors: '林远航', hostUnit: '业务一科', hosts: '顾小满', content: '了解使用情况' };
  await call('records.save', { contractId, record: { kind: 'visit', status: 'draft', body: visit, extra: { mood: '平稳' } } });
  await call('records.save', { contractId, record: { kind: 'visit', status: 'draft', body: visit } });

  expect(await call('contracts.extraFieldUse', { id: contractId })).toEqual({ visit: { mood: 1 } });
});

test('the first sheet of a workbook comes as the texts people see', async () => {
  const bytes = writeWorkbook([{
    name: '放假', hidden: false, columns: [], frozenRows: 0, frozenColumns: 0, rules: [],
    rows: [['日期', '安排'], ['2027-02-08', '放假']].map((cells) => ({ style: 'text', cells: cells.map((text) => ({ text })) })),
  }]);

  const { rows } = await call('intake.sheet', { name: '放假.xlsx', base64: Buffer.from(bytes).toString('base64') });

  expect(rows).toEqual([['日期', '安排'], ['2027-02-08', '放假']]);
});

test('every window hears of a contract that was made, changed or archived', async () => {
  const heard: unknown[] = [];
  const stop = api.on((event, payload) => heard.push([event, payload]));
  const made = await call('contracts.create', { profile: testProfile() });
  const renamed = await call('contracts.save', { id: made.id, profile: { ...made.profile, title: '改过的名称' }, revision: made.revision });
  const archived = await call('contracts.archive', { id: made.id, isArchived: true });
  stop();

  expect(heard).toEqual([['contracts.changed', made], ['contracts.changed', renamed], ['records.changed', { contractId: made.id }], ['contracts.changed', archived]]);
  expect([renamed.profile.title, archived.isArchived]).toEqual(['改过的名称', true]);
});

test('a renewal takes the chosen unfinished matters along as drafts; the former year stays as it is and says where they went', async () => {
  const before = await call('contracts.create', { profile: testProfile() });
  const save = async (body: Partial<KindBody<'worklog'>>) => call('records.save', { contractId: before.id, record: { kind: 'worklog', body: makeRecord('worklog', body).body } });
  const open = await save({ state: '未完成', description: '地图缓存' });
  const left = await save({ state: '未完成', description: '统计口径' });
  await save({});
  expect((await call('contracts.unsettled', { id: before.id })).map(({ recordId }) => recordId)).toEqual([open.id, left.id]);

  const after = await call('contracts.create', { profile: renewedProfile(before.profile), renews: { contractId: before.id, matters: [{ recordId: open.id }] } });

  const [draft, ...others] = (await call('records.list', { contractId: after.id, status: 'draft' })).records;
  if (draft === undefined) throw new Error('nothing was taken over');
  expect([others, draft.kind, draft.date]).toEqual([[], 'worklog', '2025-08-03']);
  expect(await call('records.get', { id: open.id })).toEqual(open);
  const summary = ({ id, kind, number, title, date, status }: AnyRecord) => ({ id, kind, number, title, date, status });
  const taken = await call('records.get', { id: draft.id });
  expect(await call('records.takenOver', { id: open.id })).toEqual([{ direction: 'to', contractId: after.id, contractTitle: after.profile.title, record: summary(taken) }]);
  expect(await call('records.takenOver', { id: draft.id })).toEqual([{ direction: 'from', contractId: before.id, contractTitle: before.profile.title, record: summary(open) }]);
  expect(await call('records.takenOver', { id: left.id })).toEqual([]);

  // The old year's check counts it apart, until its record in the new year is made void.
  const unfinished = async () => [
    (await call('check.run', { contractId: before.id })).filter(({ rule }) => rule === 'work-item-open').flatMap(({ recordIds }) => recordIds),
    (await call('check.notes', { contractId: before.id })).takenOver.map(({ rule, recordIds }) => [rule, ...recordIds]),
  ];
  expect(await unfinished()).toEqual([[left.id], [['work-item-open', open.id]]]);
  await call('records.void', { id: draft.id, reason: '不再续办' });
  expect(await unfinished()).toEqual([[open.id, left.id], []]);

  // A matter that was settled while somebody looked at the list makes nothing of the renewal.
  await call('records.save', { contractId: before.id, record: { id: left.id, kind: 'worklog', body: { ...left.body, state: '完成' } } });
  const contracts = (await call('contracts.list', {})).length;
  expect(await api.answer('contracts.create', { profile: renewedProfile(before.profile), renews: { contractId: before.id, matters: [{ recordId: open.id }, { recordId: left.id }] } })).toMatchObject({ ok: false, error: { code: 'conflict' } });
  expect((await call('contracts.list', {})).length).toBe(contracts);
});
