import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApi, type OpenedApi } from '../../electron/api/create-api.ts';
import { addRecords } from '../../electron/api/operations/intake.ts';
import { readDocumentScans } from '../../electron/handover/sign-off/scans-of.ts';
import { allRecords } from '../../electron/store/records.ts';
import { verifyChain } from '../../electron/store/verify-chain.ts';
import { planDeliverables } from '../../shared/deliverables/plan.ts';
import type { Job } from '../../shared/ipc/jobs.ts';
import type { AnyRecord } from '../../shared/records/record.ts';
import { needOf, type BoardDocument } from '../../shared/sign-off/board.ts';
import { documentCode } from '../../shared/sign-off/document-code.ts';
import { callsOf } from '../helpers/call-api.ts';
import { testEnvironment } from '../helpers/environment.ts';
import { paragraphTexts } from '../helpers/ooxml-lint.ts';
import { makeRecord, testProfile } from '../helpers/records.ts';

/** Printed, signed, scanned, and changed afterwards: over a real data folder. */

const templatesFolder = fileURLToPath(new URL('../../templates', import.meta.url));
let folder: string;
let api: OpenedApi;

const call = callsOf(() => api);

const deliverables = [
  { id: 'visit', title: '走访记录单', kind: 'visit', layout: 'form', grouping: 'record', template: 'visit.docx', fromContract: true },
  { id: 'inspection', title: '巡检记录单', kind: 'inspection', layout: 'form', grouping: 'month', template: 'inspection.docx', fromContract: true },
  { id: 'visit-ledger', title: '走访台账', kind: 'visit', layout: 'list', grouping: 'all', template: 'ledger-visit.xlsx', fromContract: false },
] as const;

const pdf = Buffer.from('%PDF-1.7\n%%EOF\n');
const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+M8AAAMBAQDJ/pLvAAAAAElFTkSuQmCC', 'base64');

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'api-sign-off-'));
  api = await createApi({ dataFolder: folder, templatesFolder, environment: testEnvironment(), reveal: () => Promise.resolve(true) });
});

afterAll(async () => {
  await api.close();
  await rm(folder, { recursive: true, force: true });
});

async function newContract(projectName: string): Promise<string> {
  return (await call('contracts.create', { profile: testProfile({ projectName, deliverables: [...deliverables] }) })).id;
}

async function save(contractId: string, kind: 'visit' | 'inspection', date: string): Promise<AnyRecord> {
  return call('records.save', { contractId, record: { kind, body: makeRecord(kind, { date }).body } });
}

async function make(contractId: string): Promise<void> {
  const started = await call('jobs.render', { contractId, output: { folder: contractId.slice(-8) } });
  for (let job: Job | undefined = started; job?.state === 'running';) {
    await new Promise((resolve) => { setTimeout(resolve, 5); });
    job = (await call('jobs.list', {})).find(({ id }) => id === started.id);
  }
}

async function board(contractId: string): Promise<readonly BoardDocument[]> {
  return (await call('signOff.board', { contractId })).documents;
}

async function documentOf(contractId: string, deliverable: string, scope?: string): Promise<BoardDocument> {
  const found = (await board(contractId)).find((document) => document.deliverable === deliverable && (scope === undefined || document.scope === scope));
  if (found === undefined) throw new Error('not on the board');
  return found;
}

function changed(record: AnyRecord, body: Readonly<Record<string, unknown>>) {
  return { contractId: record.contractId, record: { id: record.id, kind: record.kind, body: { ...record.body, ...body } } };
}

async function codeOf(channel: string, input: unknown): Promise<string> {
  const result = await api.answer(channel, input);
  return result.ok ? 'ok' : result.error.code;
}

async function sealing(contractId: string, record: AnyRecord): Promise<string[]> {
  const refused = await api.answer('records.save', changed(record, { remark: '另写' }));
  const issued = refused.ok ? '' : refused.error.details['issued'];
  expect(refused).toMatchObject({ ok: false, error: { code: 'signed-document' } });
  expect(contractId).toBe(record.contractId);
  return typeof issued === 'string' ? issued.split(' ') : [];
}

test('what a signed paper shows cannot be changed without a reason, whichever way it is tried; what was filled in by hand can be written down', async () => {
  const contractId = await newContract('封存');
  const visit = await call('records.save', { contractId, record: { kind: 'visit', body: makeRecord('visit', { date: '2024-08-05' }).body, signOff: { executor: '顾小满', executedOn: '2024-08-05' } } });
  const other = await save(contractId, 'visit', '2024-08-06');
  await make(contractId);
  expect(await call('signOff.mark', { contractId, documents: [{ deliverable: 'visit', scope: visit.id }, { deliverable: 'visit', scope: 'nothing' }], state: 'signed', day: '2024-08-09', person: '沈亦舟' })).toEqual({ changed: 1, notMade: 1 });
  expect(await documentOf(contractId, 'visit', visit.id)).toMatchObject({ state: 'signed', version: 1, signed: { day: '2024-08-09', person: '沈亦舟' }, isStale: false, replaced: [] });

  const photo = { recordId: visit.id, file: { name: '现场.png', base64: png.toString('base64') }, role: 'photo', caption: '' };
  expect(await Promise.all([
    codeOf('records.save', changed(visit, { remark: '另写' })),
    codeOf('records.void', { id: visit.id, reason: '重复' }),
    codeOf('records.voidMany', { contractId, ids: [visit.id, other.id], reason: '重复' }),
    codeOf('records.setStatus', { contractId, ids: [visit.id], status: 'draft' }),
    codeOf('records.sign', { contractId, ids: [visit.id], signatures: { executor: { name: '别人', on: '2024-08-07' } }, replaces: true }),
    codeOf('entry.save', { contractId, records: [changed(visit, { remark: '另写' }).record, { kind: 'visit', body: makeRecord('visit', { date: '2024-08-07' }).body }] }),
    codeOf('attachments.add', photo),
  ])).toEqual(['signed-document', 'signed-document', 'signed-document', 'signed-document', 'signed-document', expect.stringMatching(/signed-document|invalid-input/), 'signed-document']);
  expect(await call('records.get', { id: visit.id })).toEqual(visit);
  expect((await call('records.get', { id: other.id })).status).toBe('final');

  expect(await codeOf('records.save', changed(visit, {}))).toBe('ok');
  expect(await codeOf('attachments.add', { ...photo, role: 'other' })).toBe('ok');
  expect(await codeOf('records.save', changed(other, { remark: '另写' }))).toBe('ok');
  expect(needOf(await documentOf(contractId, 'visit', visit.id))).toBe('scan');
});

test('signers that the paper was missing are written down from it, and it stays right', async () => {
  const contractId = await newContract('补登签字');
  const visit = await call('records.save', { contractId, record: { kind: 'visit', body: makeRecord('visit', { date: '2024-08-05' }).body, signOff: {} } });
  await make(contractId);
  await call('signOff.mark', { contractId, documents: [{ deliverable: 'visit', scope: visit.id }], state: 'signed' });

  const [signed] = await call('records.sign', { contractId, ids: [visit.id], signatures: { executor: { name: '顾小满', on: '2024-08-06' } }, replaces: false });
  expect(signed).toMatchObject({ before: 1, after: 2 });
  expect(await documentOf(contractId, 'visit', visit.id)).toMatchObject({ state: 'signed', version: 1 });
  expect((await documentOf(contractId, 'visit', visit.id)).renewal).toBeUndefined();
});

test('with a reason comes the next version: printed on it, kept with the old one, asked for once', async () => {
  const contractId = await newContract('改版');
  const visit = await save(contractId, 'visit', '2024-08-05');
  await make(contractId);
  await call('signOff.mark', { contractId, documents: [{ deliverable: 'visit', scope: visit.id }], state: 'signed', day: '2024-08-09' });
  await call('signOff.attach', { contractId, pieces: [{ deliverable: 'visit', scope: visit.id, file: { name: '签字页.pdf', base64: pdf.toString('base64') }, pages: 1 }] });
  const ids = await sealing(contractId, visit);

  expect(await codeOf('signOff.reopen', { ids, reason: ' ' })).toBe('invalid-input');
  await call('signOff.reopen', { ids, reason: '补记走访结果' });
  expect(await call('signOff.withdraw', { ids })).toEqual({ withdrawn: 1 });
  await sealing(contractId, visit);
  await call('signOff.reopen', { ids, reason: '补记走访结果' });
  const second = await call('records.save', changed(visit, { remark: '已补记' }));
  await call('records.save', changed(second, { remark: '再补记' }));
  expect(await call('signOff.withdraw', { ids })).toEqual({ withdrawn: 0 });
  expect(needOf(await documentOf(contractId, 'visit', visit.id))).toBe('renew');

  await make(contractId);
  const renewed = await documentOf(contractId, 'visit', visit.id);
  expect(renewed).toMatchObject({ state: 'made', version: 2, reason: '补记走访结果', scans: 0, replaced: [{ version: 1, state: 'scanned', reason: '补记走访结果', signedOn: '2024-08-09', scans: 1 }] });
  const [made] = (await readdir(folder, { recursive: true })).filter((name) => name.includes(contractId.slice(-8)) && name.includes(visit.number) && name.endsWith('.docx'));
  const text = paragraphTexts(await readFile(path.join(folder, made ?? ''))).join('\n');
  expect(text).toContain('第 2 版，修改说明：补记走访结果');
  expect(documentCode({ contractId, deliverable: 'visit', number: visit.number, version: 2 })).toMatch(new RegExp(`^${visit.number}/2\\*`));

  await call('signOff.mark', { contractId, documents: [{ deliverable: 'visit', scope: visit.id }], state: 'signed' });
  expect(await codeOf('records.save', changed(await call('records.get', { id: visit.id }), { remark: '又改' }))).toBe('signed-document');
  expect(verifyChain(api.core.store).problems).toEqual([]);
});

test('scans belong to their document and its version; one of many forms is whole when every form has one', async () => {
  const contractId = await newContract('扫描件');
  const first = await save(contractId, 'inspection', '2024-08-05');
  const second = await save(contractId, 'inspection', '2024-08-06');
  const visit = await save(contractId, 'visit', '2024-08-05');
  const piece = (deliverable: string, scope: string, name: string, more = {}) => ({ deliverable, scope, file: { name, base64: Buffer.concat([pdf, Buffer.from(name)]).toString('base64') }, ...more });

  // Not made by anybody yet: printed from a preview.
  expect(await call('signOff.attach', { contractId, pieces: [piece('inspection', '2024-08', 'a.pdf', { recordId: first.id })] })).toEqual({ kept: 1 });
  expect(await documentOf(contractId, 'inspection')).toMatchObject({ state: 'made', scans: 1, scannedRecords: [first.id] });
  await call('signOff.attach', { contractId, day: '2024-09-02', pieces: [piece('inspection', '2024-08', 'b.pdf', { recordId: second.id }), piece('visit-ledger', 'all', '台账.pdf', { pages: 3 })] });
  expect(await documentOf(contractId, 'inspection')).toMatchObject({ state: 'scanned', scans: 2, scanned: { day: '2024-09-02' } });
  expect(await documentOf(contractId, 'visit-ledger')).toMatchObject({ state: 'scanned', scans: 1 });

  // All or none.
  expect(await codeOf('signOff.attach', { contractId, pieces: [piece('visit', visit.id, 'v.pdf'), piece('inspection', '2024-08', 'a.pdf', { recordId: first.id })] })).toBe('already-exists');
  expect(await codeOf('signOff.attach', { contractId, pieces: [piece('visit', visit.id, 'v.pdf'), { ...piece('visit', visit.id, 'x.txt'), file: { name: 'x.txt', base64: Buffer.from('text').toString('base64') } }] })).toBe('invalid-input');
  expect(await codeOf('signOff.attach', { contractId, pieces: [piece('visit', visit.id, 'v.pdf', { version: 2 })] })).toBe('conflict');
  expect(await codeOf('signOff.attach', { contractId, pieces: [piece('visit', 'nothing', 'v.pdf')] })).toBe('not-found');
  expect((await documentOf(contractId, 'visit')).scans).toBe(0);

  expect((await call('attachments.list', { recordId: second.id })).map(({ name, role }) => [name, role])).toEqual([['b.pdf', 'signed-scan']]);
  const { profile } = await call('contracts.list', {}).then((contracts) => contracts.find(({ id }) => id === contractId)) ?? {};
  if (profile === undefined) throw new Error('no contract');
  const scans = readDocumentScans(api.core.store, contractId);
  expect(planDeliverables(profile, allRecords(api.core.store, contractId)).map((planned) => [planned.deliverable.id, scans.scansOf(planned, 1).map(({ name }) => name)]))
    .toEqual([['visit', []], ['inspection', ['a.pdf', 'b.pdf']], ['visit-ledger', ['台账.pdf']]]);

  const [kept] = await call('signOff.scans', { contractId, deliverable: 'visit-ledger', scope: 'all' });
  expect(kept).toMatchObject({ name: '台账.pdf', version: 1, pages: 3, mediaType: 'application/pdf' });
  expect(await call('signOff.removeScan', { contractId, deliverable: 'visit-ledger', scope: 'all', version: 1, sha256: kept?.sha256 ?? '' })).toEqual([]);
  expect(await documentOf(contractId, 'visit-ledger')).toMatchObject({ state: 'signed', scans: 0 });
});

test('a scan that was attached to its record itself counts, until it is taken off', async () => {
  const contractId = await newContract('附在记录上');
  const visit = await save(contractId, 'visit', '2024-08-05');
  await make(contractId);
  const [attached] = await call('attachments.add', { recordId: visit.id, file: { name: '签字页.pdf', base64: pdf.toString('base64') }, role: 'signed-scan', caption: '' });
  expect(await documentOf(contractId, 'visit')).toMatchObject({ state: 'scanned', scans: 1 });
  expect(await documentOf(contractId, 'visit-ledger')).toMatchObject({ state: 'made', scans: 0 });

  await call('attachments.remove', { recordId: visit.id, sha256: attached?.sha256 ?? '' });
  expect(await documentOf(contractId, 'visit')).toMatchObject({ state: 'signed', scans: 0 });
  await call('attachments.restore', { recordId: visit.id, sha256: attached?.sha256 ?? '' });
  expect(await documentOf(contractId, 'visit')).toMatchObject({ state: 'scanned', scans: 1 });
});

test('the command line gives the reason with the records, in one step; several records are refused together', async () => {
  const contractId = await newContract('命令行');
  const visits = [await save(contractId, 'visit', '2024-08-05'), await save(contractId, 'visit', '2024-08-06')];
  await make(contractId);
  await call('signOff.mark', { contractId, documents: visits.map(({ id }) => ({ deliverable: 'visit', scope: id })), state: 'scanned' });
  const inputs = visits.map((visit) => changed(visit, { remark: '另写' }).record);

  expect(() => addRecords(api.core, contractId, inputs)).toThrow('2 条记录已印在签过字的文件上');
  const [first] = addRecords(api.core, contractId, inputs, '统一更正');
  expect(first).toMatchObject({ revision: 2 });
  expect((await board(contractId)).filter(({ deliverable }) => deliverable === 'visit').map((document) => [needOf(document), document.renewal])).toEqual([['renew', { reason: '统一更正' }], ['renew', { reason: '统一更正' }]]);
  // The reason was for this change alone.
  expect(api.core.store.revision.reason).toBeUndefined();
});
