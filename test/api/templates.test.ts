import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createApi, type Api } from '../../electron/api/create-api.ts';
import { filterReference } from '../../electron/documents/tags/filters/filter-table.ts';
import { memberText, readZip } from '../../electron/files/zip-reader.ts';
import type { ChannelOutput } from '../../shared/ipc/contract.ts';
import { callsOf } from '../helpers/call-api.ts';
import { testEnvironment } from '../helpers/environment.ts';
import { docxOf, paragraph } from '../helpers/ooxml-docx.ts';
import { testProfile } from '../helpers/records.ts';

/** Templates looked at, exchanged and brought back through the calls of the window, with real files. */

const templatesFolder = fileURLToPath(new URL('../../templates', import.meta.url));
const sound = docxOf(paragraph('甲方自己的表 {编号} {巡检日期}') + paragraph('{#巡检项目}') + paragraph('{巡检项目}：{检查结果}') + paragraph('{/巡检项目}'));
const newer = docxOf(paragraph('第二版 {编号}'));
const misspelt = docxOf(paragraph('{编号} {巡检日斯}'));
const broken = docxOf(paragraph('{#巡检项目}{编号'));

let folder: string;
let api: Api;
let contractId: string;
const revealed: string[] = [];

const call = callsOf(() => api);

function file(bytes: Uint8Array, name = '甲方巡检表.docx'): { readonly name: string; readonly base64: string } {
  return { name, base64: Buffer.from(bytes).toString('base64') };
}

function replace(bytes: Uint8Array, more: { readonly name?: string; readonly acceptsDoubts?: boolean } = {}): Promise<ChannelOutput<'templates.replace'>> {
  return call('templates.replace', { contractId, name: 'inspection.docx', file: file(bytes, more.name), ...(more.acceptsDoubts === undefined ? {} : { acceptsDoubts: more.acceptsDoubts }) });
}

async function ownFile(): Promise<Buffer | undefined> {
  return readFile(path.join(folder, 'data/templates/inspection.docx')).catch(() => undefined);
}

function textOf(base64: string): string {
  return (memberText(readZip(Buffer.from(base64, 'base64')), 'word/document.xml') ?? '').replace(/<[^>]+>/g, '');
}

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'templates-'));
  revealed.length = 0;
  const reveal = (target: string): Promise<boolean> => {
    revealed.push(target);
    return Promise.resolve(true);
  };
  api = await createApi({ dataFolder: path.join(folder, 'data'), templatesFolder, environment: testEnvironment(), reveal });
  ({ id: contractId } = await call('contracts.create', { profile: testProfile() }));
});

afterEach(async () => {
  await api.close();
  await rm(folder, { recursive: true, force: true });
});

describe('the list', () => {
  test('tells what each shipped template is for; none has problems or doubts', async () => {
    const list = await call('templates.list', { contractId });
    expect(list.filter(({ problems, doubts, origin, hasShipped }) => problems.length > 0 || doubts.length > 0 || origin !== 'shipped' || !hasShipped)).toEqual([]);
    expect(list.find(({ name }) => name === 'inspection.docx')).toMatchObject({ title: '日常巡检记录单', subject: 'inspection', usedBy: [{ id: 'inspection', enabled: true }] });
    expect(list.find(({ name }) => name === 'visit.docx')).toMatchObject({ title: '走访记录单', usedBy: [] });
    expect(list.find(({ name }) => name === 'handover-list.docx')).toMatchObject({ title: '文件移交清单', subject: 'handover-list' });
  });

  test('a file that was put there and cannot be read is one problem, and the others are listed', async () => {
    await mkdir(path.join(folder, 'data/templates'), { recursive: true });
    await writeFile(path.join(folder, 'data/templates/inspection.docx'), 'no zip');
    const list = await call('templates.list', { contractId });
    expect(list.length).toBeGreaterThan(20);
    expect(list.find(({ name }) => name === 'inspection.docx')).toMatchObject({ origin: 'own', problems: [{ message: expect.stringMatching(/[\u4e00-\u9fff]/) }] });
  });
});

describe('a file in place of a template', () => {
  test('broken: not taken, with place, tag and what to do; what stood there still does', async () => {
    const refused = await replace(broken);
    expect(refused).toMatchObject({ taken: false, problems: expect.arrayContaining([{ part: '正文', place: '第1段', tag: '{#巡检项目}', message: expect.any(String), suggestion: expect.stringContaining('{/') }]) });
    expect(await ownFile()).toBeUndefined();
    await replace(sound);
    expect(await replace(broken, { acceptsDoubts: true })).toMatchObject({ taken: false });
    expect(await ownFile()).toEqual(Buffer.from(sound));
  });

  test('a misspelt tag is told with the likely name, and taken only when the person says so', async () => {
    expect(await replace(misspelt)).toEqual({ taken: false, problems: [], doubts: [{ part: '正文', place: '第1段', tag: '{巡检日斯}', message: expect.stringContaining('巡检日斯'), suggestion: expect.stringContaining('巡检日期') }] });
    expect(await ownFile()).toBeUndefined();
    expect(await replace(misspelt, { acceptsDoubts: true })).toMatchObject({ taken: true });
    expect((await call('templates.list', { contractId })).find(({ name }) => name === 'inspection.docx')).toMatchObject({ origin: 'own', hasShipped: true, doubts: [{ tag: '{巡检日斯}' }] });
  });

  test('sound: taken under the same name, used at once, and described with its loops and the fields it leaves out', async () => {
    expect(await replace(sound)).toEqual({ taken: true, problems: [], doubts: [] });
    const detail = await call('templates.inspect', { contractId, name: 'inspection.docx' });
    expect(detail.info).toMatchObject({ origin: 'own', problems: [], doubts: [] });
    expect(detail.tags.find(({ name }) => name === '检查结果')).toMatchObject({ part: '正文', within: ['巡检项目'] });
    expect(detail.unused).toContain('巡检人');
    expect(detail.unused).not.toContain('巡检日期');
    const { id } = await call('records.save', { contractId, record: { kind: 'inspection', body: { date: '2024-08-05', cycle: '日检', inspector: '林远航', items: [{ category: '应用系统', item: '首页', result: '正常' }], conclusion: '正常' } } });
    expect(textOf((await call('preview.document', { target: { recordId: id } })).base64)).toContain('甲方自己的表 XJ-20240805-01 2024年8月5日首页：正常');
  });

  test('another kind of file, one too big, or one that only has the name of a Word document is refused', async () => {
    expect(await api.answer('templates.replace', { name: 'inspection.docx', file: file(sound, '表.xlsx') })).toMatchObject({ ok: false, error: { code: 'invalid-input', message: expect.stringContaining('.docx') } });
    expect(await api.answer('templates.replace', { name: 'inspection.docx', file: file(sound, '表.doc') })).toMatchObject({ ok: false, error: { message: expect.stringContaining('另存') } });
    expect(await api.answer('templates.replace', { name: 'inspection.docx', file: file(new Uint8Array(30_000_001)) })).toMatchObject({ ok: false, error: { code: 'invalid-input', message: expect.stringContaining('30 MB') } });
    expect(await replace(await readFile(path.join(templatesFolder, 'ledger-visit.xlsx')))).toMatchObject({ taken: false, problems: [expect.anything()] });
    expect(await api.answer('templates.replace', { name: '../../x.docx', file: file(sound) })).toMatchObject({ ok: false, error: { code: 'not-found' } });
    expect(await api.answer('templates.read', { name: '../binder.sqlite' })).toMatchObject({ ok: false, error: { code: 'not-found' } });
    expect(await ownFile()).toBeUndefined();
  });
});

describe('going back', () => {
  test('to the shipped one: the own one is set aside and can be brought back', async () => {
    await replace(sound);
    const { backup } = await call('templates.restore', { name: 'inspection.docx' });
    expect(await ownFile()).toBeUndefined();
    expect(await readFile(path.join(folder, 'data/templates/旧版', backup))).toEqual(Buffer.from(sound));
    expect((await call('templates.inspect', { contractId, name: 'inspection.docx' })).earlier).toEqual([{ backup, setAsideAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) }]);
    await call('templates.bringBack', { name: 'inspection.docx', backup });
    expect(await ownFile()).toEqual(Buffer.from(sound));
    expect(await api.answer('templates.bringBack', { name: 'inspection.docx', backup: '../inspection.docx' })).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });

  test('to the own one before: nothing is ever overwritten', async () => {
    await replace(sound);
    const { backup } = await replace(newer);
    expect(backup).toBeDefined();
    await call('templates.bringBack', { name: 'inspection.docx', backup: backup ?? '' });
    expect(await ownFile()).toEqual(Buffer.from(sound));
    const kept = await Promise.all((await readdir(path.join(folder, 'data/templates/旧版'))).map((name) => readFile(path.join(folder, 'data/templates/旧版', name))));
    expect(kept.map((bytes) => bytes.equals(sound) ? 'sound' : bytes.equals(newer) ? 'newer' : 'other').toSorted()).toEqual(['newer', 'sound']);
  });

  test('is refused where there is nothing to go back to', async () => {
    expect(await api.answer('templates.restore', { name: 'inspection.docx' })).toMatchObject({ ok: false, error: { code: 'not-found' } });
    await mkdir(path.join(folder, 'data/templates'), { recursive: true });
    await writeFile(path.join(folder, 'data/templates/甲方表.docx'), sound);
    expect(await api.answer('templates.restore', { name: '甲方表.docx' })).toMatchObject({ ok: false, error: { code: 'not-found', message: expect.stringContaining('没有带') } });
    expect(await call('templates.inspect', { contractId, name: '甲方表.docx' })).toMatchObject({ info: { title: '甲方表.docx', hasShipped: false, doubts: [] }, unused: [] });
    expect((await call('templates.inspect', { contractId, name: '甲方表.docx', subject: 'visit' })).info.doubts.length).toBeGreaterThan(0);
  });
});

test('the shipped and the own file can be taken along, and the folder shown', async () => {
  await replace(sound);
  expect((await call('templates.read', { name: 'inspection.docx' })).base64).toBe(Buffer.from(sound).toString('base64'));
  expect((await call('templates.read', { name: 'inspection.docx', origin: 'shipped' })).base64).toBe((await readFile(path.join(templatesFolder, 'inspection.docx'))).toString('base64'));
  expect(await api.answer('templates.read', { name: 'visit.docx', origin: 'own' })).toMatchObject({ ok: false, error: { code: 'not-found' } });
  expect(await call('templates.reveal', {})).toEqual({ opened: true, location: path.join(folder, 'data/templates') });
  expect(revealed).toEqual([path.join(folder, 'data/templates')]);
});

describe('a template filled in for looking at', () => {
  test('every shipped one can be shown without any record', async () => {
    for (const { name } of await call('templates.list', { contractId })) {
      const shown = await call('preview.document', { target: { contractId, template: name } });
      const filledWith = name === 'handover-list.docx' || name === 'readiness-report.docx' ? testProfile().projectName : '';
      expect([name, shown.extension, Buffer.from(shown.base64, 'base64').subarray(0, 2).toString(), shown.choices, shown.filledWith]).toEqual([name, path.extname(name).slice(1), 'PK', [], filledWith]);
    }
  });

  test('with the latest record when there is one', async () => {
    const record = (date: string, inspector: string) => ({ kind: 'inspection' as const, body: { date, cycle: '日检', inspector, items: [{ category: '应用系统', item: '首页', result: '正常' }], conclusion: '正常' } });
    await call('records.save', { contractId, record: record('2024-08-06', '最近的一位') });
    await call('records.save', { contractId, record: record('2024-08-05', '更早的一位') });
    const shown = await call('preview.document', { target: { contractId, template: 'inspection.docx' } });
    expect(shown.filledWith).toBe('XJ-20240806-01');
    expect([textOf(shown.base64).includes('最近的一位'), textOf(shown.base64).includes('更早的一位')]).toEqual([true, false]);
  });
});

test('the reference holds the tags of a kind and every filter', async () => {
  const reference = await call('templates.reference', { contractId, subject: 'inspection' });
  expect(reference.title).toBe('日常巡检记录单');
  expect(reference.sections.map(({ name }) => name)).toEqual(['fields', 'computed', 'boxes', 'common', 'signOff', 'photos', 'list']);
  expect(reference.filters.map(({ name, result }) => [name, typeof result])).toEqual(filterReference.map(({ name }) => [name, 'string']));
});
