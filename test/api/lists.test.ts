import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import type { Api } from '../../electron/api/create-api.ts';
import { memberText, readZip } from '../../electron/files/zip-reader.ts';
import type { ChannelCall, ChannelName } from '../../shared/ipc/contract.ts';
import type { Failure } from '../../shared/result.ts';
import { callsOf } from '../helpers/call-api.ts';
import { officeErrors } from '../helpers/ooxml-validate.ts';
import { makeRecord, testProfile } from '../helpers/records.ts';
import { openTestApi } from '../helpers/test-api.ts';

/** Work on many records of a list, through the calls of the window. */

const deliverables = [
  { id: 'inspection', title: '日常巡检记录单', kind: 'inspection' as const, layout: 'form' as const, grouping: 'month' as const, template: 'inspection.docx', fromContract: true },
  { id: 'inspection-ledger', title: '日常巡检台账', kind: 'inspection' as const, layout: 'list' as const, grouping: 'all' as const, template: 'ledger-inspection.xlsx', fromContract: false },
  { id: 'worklog', title: '日常工作记录单', kind: 'worklog' as const, layout: 'list' as const, grouping: 'month' as const, template: 'worklog-list.docx', fromContract: true },
];
let folder: string;
let api: Api;
let contractId: string;

const call = callsOf(() => api);

async function refusal<C extends ChannelName>(channel: C, input: ChannelCall<C>): Promise<Failure> {
  const result = await api.answer(channel, input);
  if (result.ok) throw new Error(`${channel} was answered`);
  return result.error;
}

async function inspections(days: readonly string[]): Promise<string[]> {
  const ids: string[] = [];
  for (const day of days) ids.push((await call('records.save', { contractId, record: { kind: 'inspection', body: makeRecord('inspection', { date: day }).body } })).id);
  return ids;
}

function partsOf(base64: string): (name: string) => string {
  const zip = readZip(Buffer.from(base64, 'base64'));
  return (name) => memberText(zip, name) ?? '';
}

beforeEach(async () => {
  const opened = await openTestApi();
  ({ api, folder } = opened);
  contractId = (await call('contracts.create', { profile: testProfile({ deliverables, extraFields: { worklog: [{ name: 'room', label: '机房', type: 'text' }] } }) })).id;
  return opened.close;
});

test('windows are told once of a change of many records, and not at all of one that changed nothing', async () => {
  const ids = await inspections(['2024-08-05', '2024-08-06']);
  const heard: unknown[] = [];
  api.on((event) => heard.push(event));
  const sign = { contractId, ids, signatures: { reviewer: { name: '沈亦舟', on: '2024-08-12' } }, replaces: false };

  const changed = await call('records.sign', sign);
  expect(changed.map(({ number }) => number)).toEqual(['XJ-20240805-01', 'XJ-20240806-01']);
  expect(await call('records.sign', sign)).toEqual([]);
  expect(heard).toEqual(['records.changed']);

  await call('records.restore', { items: changed.map(({ id, before, after }) => ({ id, revision: before, present: after })) });
  expect((await call('records.get', { id: ids[0] ?? '' })).signOff).toEqual({});
  expect((await refusal('records.sign', { ...sign, signatures: {} })).message).toContain('至少填写一方的签字');
  expect((await refusal('records.voidMany', { contractId, ids: [], reason: 'x' })).message).toContain('没有选中记录');
});

test('an exported list has real days and numbers, the chosen columns in their order, and texts that are never computed', async () => {
  const work = (date: string, description: string, hours: number) => call('records.save', { contractId, record: { kind: 'worklog', body: { ...makeRecord('worklog', { date, hours }).body, description, reportedAt: `${date}T08:30` }, extra: { room: 'B2' } } });
  const first = await work('2024-08-05', '=HYPERLINK("http://elsewhere.invalid","点我")', 2.5);
  await work('2024-08-06', '+8610 5550 开头的号码', 1);
  await work('2024-08-07', '@清理\n日志 <&>', 3);

  const all = await call('records.export', { choice: { contractId, kind: 'worklog', sort: 'field.hours', descending: false }, columns: ['description', 'hours', 'reportedAt', 'serviceItem', 'extra.room', 'own.signed'] });
  const part = partsOf(all.base64);
  const sheet = part('xl/worksheets/sheet1.xml');
  const texts = [...sheet.matchAll(/<t xml:space="preserve">([^<]*)<\/t>/g)].map(([, text]) => text);
  const numbers = [...sheet.matchAll(/<c r="([A-Z]+\d+)" s="\d+"><v>([^<]*)<\/v>/g)].map(([, place, value]) => [place, Number(value)]);

  expect(all).toMatchObject({ name: '示例监管平台运维服务项目日常工作记录单_20250929.xlsx', records: 3 });
  expect(texts.slice(0, 9)).toEqual(['编号', '服务日期', '工作描述', '投入工时（人时）', '报修时间', '服务项', '机房', '签字', '记录状态']);
  expect(texts.slice(9, 15)).toEqual(['GZ-20240806-01', '+8610 5550 开头的号码', '电话咨询、问题排查与处理', 'B2', '未签字', '正式']);
  expect(texts).toContain('=HYPERLINK(&quot;http://elsewhere.invalid&quot;,&quot;点我&quot;)');
  expect(sheet).not.toContain('<f>');
  expect(numbers.slice(0, 3)).toEqual([['B2', 45_510], ['D2', 1], ['E2', 45_510 + 8.5 / 24]]);
  expect(sheet).toContain('<pane xSplit="1" ySplit="1" topLeftCell="B2"');
  expect(sheet).toContain('<autoFilter ref="A1:I4"/>');
  expect(part('xl/workbook.xml')).toContain("'日常工作记录单'!$1:$1");
  expect(await officeErrors(Buffer.from(all.base64, 'base64'), 'xlsx')).toEqual([]);

  const some = await call('records.export', { choice: { contractId, kind: 'worklog', text: '没有的词', sort: 'date', descending: true }, ids: [first.id], columns: ['staff'] });
  expect(some.records).toBe(1);
}, 30_000);

test('chosen records are one document in their order, drafts too; only documents that show all of them are offered', async () => {
  const [first = '', second = ''] = await inspections(['2024-08-05', '2024-08-06']);
  const draft = await call('records.save', { contractId, record: { kind: 'inspection', status: 'draft', body: makeRecord('inspection', { date: '2024-08-07', inspector: '程知秋' }).body } });

  const merged = await call('preview.document', { target: { contractId, recordIds: [second, draft.id, first] } });
  const text = partsOf(merged.base64)('word/document.xml').replace(/<[^>]+>/g, '');
  expect(merged).toMatchObject({ name: '日常巡检记录单_XJ-20240806-01等3份.docx', deliverable: 'inspection', choices: [{ id: 'inspection' }, { id: 'inspection-ledger' }] });
  expect([text.indexOf('XJ-20240806-01'), text.indexOf('程知秋'), text.indexOf('XJ-20240805-01')].toSorted((a, b) => a - b)).toEqual([text.indexOf('XJ-20240806-01'), text.indexOf('程知秋'), text.indexOf('XJ-20240805-01')]);

  const ledger = await call('preview.document', { target: { contractId, recordIds: [first, second], deliverable: 'inspection-ledger' } });
  expect(ledger).toMatchObject({ extension: 'xlsx', name: '日常巡检台账_XJ-20240805-01等2份.xlsx' });

  const work = await call('records.save', { contractId, record: { kind: 'worklog', body: makeRecord('worklog').body } });
  expect((await refusal('preview.document', { target: { contractId, recordIds: [first, work.id] } })).message).toContain('没有一种启用的交付物');
  expect((await refusal('preview.document', { target: { contractId, recordIds: [first, 'gone'] } })).code).toBe('not-found');
  expect((await refusal('preview.document', { target: { contractId, recordIds: Array.from({ length: 501 }, (_, index) => String(index)) } })).code).toBe('invalid-input');
});

test('documents of chosen records are made into the output folder; drafts alone make none', async () => {
  const ids = await inspections(['2024-08-05', '2024-08-06']);
  const draft = await call('records.save', { contractId, record: { kind: 'inspection', status: 'draft', body: { date: '2024-08-07' } } });
  const finished = (id: string) => expect.poll(async () => (await call('jobs.list', {})).find((job) => job.id === id)?.state, { timeout: 20_000 });

  const job = await call('records.render', { contractId, ids: [...ids, draft.id], output: {} });
  await finished(job.id).toBe('done');
  const files = await readdir(path.join(folder, '输出'), { recursive: true });
  expect(files.filter((name) => /\.(docx|xlsx)$/.test(name)).map((name) => path.basename(name)).toSorted()).toEqual(['日常巡检台账_XJ-20240805-01等2份.xlsx', '日常巡检记录单_XJ-20240805-01.docx', '日常巡检记录单_XJ-20240806-01.docx']);

  const none = await call('records.render', { contractId, ids: [draft.id], output: {} });
  await finished(none.id).toBe('failed');
}, 40_000);

test('columns and views are kept for each kind and each contract', async () => {
  const view = { id: 'v', name: '待签', filter: { signed: false, where: { inspector: ['林远航'] } }, order: { sort: 'field.cycle', descending: true }, columns: ['inspector'] };
  const settings = { columns: ['conclusion', 'own.files'], views: [view] };

  expect(await call('lists.get', { contractId, kind: 'inspection' })).toEqual({ views: [] });
  await call('lists.save', { contractId, kind: 'inspection', settings });

  expect(await call('lists.get', { contractId, kind: 'inspection' })).toEqual(settings);
  expect(await call('lists.get', { contractId, kind: 'visit' })).toEqual({ views: [] });
  expect((await refusal('lists.save', { contractId, kind: 'visit', settings: { views: [{ ...view, name: ' ' }] } })).code).toBe('invalid-input');
});
