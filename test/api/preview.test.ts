import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createApi, type Api } from '../../electron/api/create-api.ts';
import { memberText, readZip } from '../../electron/files/zip-reader.ts';
import { thisOfficeComputer, type OfficeComputer } from '../../electron/handover/office/office-computer.ts';
import { noOfficeText } from '../../electron/handover/office/pdf-converter.ts';
import { callsOf } from '../helpers/call-api.ts';
import { testEnvironment } from '../helpers/environment.ts';
import { docxOf, paragraph } from '../helpers/ooxml-docx.ts';
import { hasPages } from '../helpers/pdf-pages.ts';
import { testProfile } from '../helpers/records.ts';

/** Looking at documents through the calls of the window. */

const templatesFolder = fileURLToPath(new URL('../../templates', import.meta.url));
const deliverables = [
  { id: 'ledger', title: '日常工作台账', kind: 'worklog' as const, layout: 'list' as const, grouping: 'all' as const, template: 'ledger-worklog.xlsx', fromContract: false },
  { id: 'worklog', title: '日常工作记录单', kind: 'worklog' as const, layout: 'list' as const, grouping: 'month' as const, template: 'worklog-list.docx', fromContract: true },
  { id: 'inspection', title: '日常巡检记录单', kind: 'inspection' as const, layout: 'form' as const, grouping: 'month' as const, template: 'inspection.docx', fromContract: true },
  { id: 'inspection-ledger', title: '日常巡检台账', kind: 'inspection' as const, layout: 'list' as const, grouping: 'all' as const, template: 'ledger-inspection.xlsx', fromContract: false },
];
/** Looks nowhere, so finds nothing. */
const bareComputer: OfficeComputer = { platform: 'darwin', home: '/nowhere', variables: {}, runProgram: () => Promise.reject(new Error('nothing is there to start')) };

let folder: string;
let api: Api;

async function start(officeComputer: OfficeComputer): Promise<void> {
  api = await createApi({ dataFolder: path.join(folder, 'data'), templatesFolder, environment: testEnvironment(), reveal: () => Promise.resolve(false), officeComputer });
}

const call = callsOf(() => api);

const inspection = { kind: 'inspection' as const, body: { date: '2024-08-05', cycle: '日检', inspector: '林远航', items: [{ category: '应用系统', item: '首页', result: '正常' }], conclusion: '正常' } };
const worklog = (date: string, description: string) => ({ kind: 'worklog' as const, body: { date, channel: '电话', serviceItem: 3, requester: '顾小满', description, result: '已处理', state: '完成', hours: 1, staff: '林远航' } });

/** The text of the main part, without markup. */
function textOf(base64: string): string {
  return (memberText(readZip(Buffer.from(base64, 'base64')), 'word/document.xml') ?? '').replace(/<[^>]+>/g, '');
}

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'preview-'));
});

afterEach(async () => {
  await api.close();
  await rm(folder, { recursive: true, force: true });
});

describe('the document of a record', () => {
  test('its form comes alone and first, its lists are offered too, and nothing is written to the disk', async () => {
    await start(bareComputer);
    const { id: contractId } = await call('contracts.create', { profile: testProfile({ deliverables }) });
    const before = (await readdir(path.join(folder, 'data'))).toSorted();
    const { id } = await call('records.save', { contractId, record: inspection });
    await call('records.save', { contractId, record: { ...inspection, body: { ...inspection.body, date: '2024-08-06', inspector: '另一位' } } });

    const document = await call('preview.document', { target: { recordId: id } });
    expect({ ...document, base64: '' }).toEqual({
      name: '日常巡检记录单_XJ-20240805-01.docx', extension: 'docx', base64: '', deliverable: 'inspection', warnings: [],
      choices: [{ id: 'inspection', title: '日常巡检记录单' }, { id: 'inspection-ledger', title: '日常巡检台账' }],
    });
    expect(textOf(document.base64)).toContain('XJ-20240805-01');
    expect(textOf(document.base64)).not.toContain('另一位');
    expect(await call('preview.document', { target: { recordId: id, deliverable: 'inspection-ledger' } })).toMatchObject({ name: '日常巡检台账.xlsx', extension: 'xlsx' });
    expect((await readdir(path.join(folder, 'data'))).toSorted()).toEqual(before);
  });

  test('a draft is shown among the final records of its period, other drafts are not', async () => {
    await start(bareComputer);
    const { id: contractId } = await call('contracts.create', { profile: testProfile({ deliverables: deliverables.filter(({ id }) => id === 'worklog') }) });
    await call('records.save', { contractId, record: worklog('2024-08-05', '正式的一条') });
    const draft = await call('records.save', { contractId, record: { ...worklog('2024-08-06', '正在写的一条'), status: 'draft' } });
    await call('records.save', { contractId, record: { ...worklog('2024-08-07', '别的草稿'), status: 'draft' } });
    await call('records.save', { contractId, record: worklog('2024-09-05', '下个月的一条') });

    const text = textOf((await call('preview.document', { target: { recordId: draft.id } })).base64);
    expect(['正式的一条', '正在写的一条', '别的草稿', '下个月的一条'].filter((words) => text.includes(words))).toEqual(['正式的一条', '正在写的一条']);
  });

  test('a file of the plan is shown as it would be generated', async () => {
    await start(bareComputer);
    const { id: contractId } = await call('contracts.create', { profile: testProfile({ deliverables }) });
    await call('records.save', { contractId, record: inspection });
    await call('records.save', { contractId, record: { ...inspection, body: { ...inspection.body, date: '2024-08-06' } } });
    const document = await call('preview.document', { target: { contractId, deliverable: 'inspection', file: '日常巡检记录单_2024-08' } });
    expect({ name: document.name, choices: document.choices }).toEqual({ name: '日常巡检记录单_2024-08.docx', choices: [{ id: 'inspection', title: '日常巡检记录单' }] });
    expect(textOf(document.base64)).toMatch(/XJ-20240805-01[^]*XJ-20240806-01/);
    expect(await api.answer('preview.document', { target: { contractId, deliverable: 'inspection', file: '别的' } })).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });

  test('what is missing or broken is said, with every problem of the template', async () => {
    await start(bareComputer);
    const { id: contractId } = await call('contracts.create', { profile: testProfile({ deliverables: deliverables.filter(({ kind }) => kind === 'inspection') }) });
    const { id } = await call('records.save', { contractId, record: inspection });
    const log = await call('records.save', { contractId, record: worklog('2024-08-05', '没有交付物的一条') });
    expect(await api.answer('preview.document', { target: { recordId: log.id } })).toMatchObject({ ok: false, error: { code: 'not-found', message: expect.stringContaining('设置 › 交付物') } });
    expect(await api.answer('preview.document', { target: { recordId: id, deliverable: 'worklog' } })).toMatchObject({ ok: false, error: { code: 'not-found' } });
    expect(await api.answer('preview.document', { target: { recordId: 'gone' } })).toMatchObject({ ok: false, error: { code: 'not-found' } });
    expect(await api.answer('preview.document', { target: { file: '../../etc/passwd' } })).toMatchObject({ ok: false, error: { code: 'invalid-input' } });

    await mkdir(path.join(folder, 'data/templates'), { recursive: true });
    await writeFile(path.join(folder, 'data/templates/inspection.docx'), docxOf(`${paragraph('{#巡检项目}{巡检项目')}${paragraph('{/别的}')}`));
    const broken = await api.answer('preview.document', { target: { recordId: id } });
    expect(broken).toMatchObject({ ok: false, error: { code: 'template-broken', message: expect.stringMatching(/^inspection\.docx：模板有 2 处错误/), details: { template: 'inspection.docx' } } });
    expect(broken.ok ? [] : broken.error.details['problems']).toEqual([
      { place: '正文第1段', message: expect.stringMatching(/“\{巡检项目”标签没有写完.*（补上右花括号/) },
      { place: '正文第2段', message: expect.stringMatching(/“\{\/别的\}”与开始标签.*（写成 \{\/巡检项目\}）/) },
    ]);
  });
});

describe('pages of an office program', () => {
  test('a computer without one says so', async () => {
    await start(bareComputer);
    const { id: contractId } = await call('contracts.create', { profile: testProfile({ deliverables }) });
    const { id } = await call('records.save', { contractId, record: inspection });
    expect(await call('preview.offices', {})).toEqual([]);
    expect(await api.answer('preview.pdf', { target: { recordId: id }, ticket: 'a' })).toEqual({ ok: false, error: { code: 'not-found', message: noOfficeText, details: { kind: 'docx' } } });
    expect(await api.answer('preview.pdf', { target: { recordId: id }, ticket: 'a', program: 'notepad' })).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
    expect(await call('preview.stop', { ticket: 'a' })).toEqual({ stopped: false });
  });

  test.skipIf(!hasPages)('LibreOffice lays a form and a workbook out; where it lies stays unknown to the window', async () => {
    await start(thisOfficeComputer(process.platform, homedir(), process.env));
    const { id: contractId } = await call('contracts.create', { profile: testProfile({ deliverables }) });
    const { id } = await call('records.save', { contractId, record: inspection });
    const [office] = await call('preview.offices', {});
    expect(office).toEqual({ id: 'libreoffice', name: 'LibreOffice', version: expect.stringMatching(/^\d+\./), kinds: ['docx', 'xlsx'] });
    for (const deliverable of ['inspection', 'inspection-ledger']) {
      const pdf = await call('preview.pdf', { target: { recordId: id, deliverable }, ticket: deliverable });
      expect(Buffer.from(pdf.base64, 'base64').toString('latin1').slice(0, 5)).toBe('%PDF-');
      expect(pdf.program).toEqual(office);
    }
    expect(await readdir(path.join(folder, 'data/cache/pdf'))).toHaveLength(2);
  });

  test('a stopped call ends the program; closing stops what still runs', async () => {
    const ended: string[] = [];
    const running: (() => void)[] = [];
    const isRunning = (): Promise<void> => new Promise((resolve) => { running.push(resolve); });
    await mkdir(path.join(folder, 'bin'));
    await writeFile(path.join(folder, 'bin/soffice'), '');
    await start({
      platform: 'linux', home: '/', variables: { PATH: path.join(folder, 'bin') },
      runProgram: ({ args, signal }) => new Promise((resolve) => {
        if (args.includes('--version')) return resolve({ end: 'exited', code: 0, output: 'LibreOffice 1.2', complaint: '' });
        signal?.addEventListener('abort', () => {
          ended.push('ended');
          resolve({ end: 'cancelled', code: null, output: '', complaint: '' });
        });
        running.shift()?.();
      }),
    });
    const { id: contractId } = await call('contracts.create', { profile: testProfile({ deliverables }) });
    const { id } = await call('records.save', { contractId, record: inspection });
    const firstRuns = isRunning();
    const first = api.answer('preview.pdf', { target: { recordId: id }, ticket: 'first' });
    await firstRuns;
    expect(await call('preview.stop', { ticket: 'first' })).toEqual({ stopped: true });
    expect(await first).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    const secondRuns = isRunning();
    const second = api.answer('preview.pdf', { target: { recordId: id }, ticket: 'second' });
    await secondRuns;
    await api.close();
    expect(await second).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(ended).toEqual(['ended', 'ended']);
    await start(bareComputer);
  });
});
