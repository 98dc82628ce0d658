import { appendFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { verifyPackage } from '../../electron/handover/verify/verify-package.ts';
import type { PrintPlan } from '../../shared/ipc/print-channels.ts';
import { arrange, boundFolder, fewWeeks, openDesk, openLaidDesk, pagesOf, type Desk, type LaidDesk } from '../helpers/binding-desk.ts';
import { noOffice } from '../helpers/no-office.ts';
import { hasPages } from '../helpers/pdf-pages.ts';
import { makeRecord } from '../helpers/records.ts';

/** The paper of a contract: bound from real records with the LibreOffice of this computer, and without any office program. */

function stateOf({ entries }: PrintPlan): unknown[] {
  return entries.filter(({ kind }) => kind === 'volume').map(({ state, changedDocuments, documents }) => [state, changedDocuments, documents]);
}

describe.skipIf(!hasPages)('with the LibreOffice of this computer', () => {
  let laid: LaidDesk;

  beforeAll(async () => { laid = await openLaidDesk(); });
  afterAll(() => laid.desk.close());

  test('the contents list names the pages on which the documents really stand; the print plan counts the paper, is ticked off once, and says what a change makes to be printed again', async () => {
    const { desk, contractId } = laid;
    const { call, ended } = desk;
    const job = await ended(await call('jobs.bind', { contractId }));
    expect([job.state, job.failures, job.summary[0]]).toEqual(['done', [], expect.stringMatching(/^装订 1 卷，正文 6 页，由 LibreOffice/)]);
    const names = (await readdir(boundFolder(desk))).toSorted();
    expect(names).toEqual(['文件移交清单.pdf', '文件签收单.pdf', '案卷总目录.pdf', '案卷脊背.pdf', '档案盒标签.pdf', '第01卷_日常巡检记录单、用户需求申请单、用户需求台账.pdf', '装订清单.json'].toSorted());

    const pages = pagesOf(path.join(boundFolder(desk), names.find((name) => name.startsWith('第01卷')) ?? ''));
    const stamps = pages.map((text) => /第1卷\s+第(\d+)页\s*$/.exec(text)?.[1]);
    expect(stamps.filter((stamp) => stamp !== undefined)).toEqual(['1', '2', '3', '4', '5', '6']);
    // Cover, contents and empty reverses are not numbered; each document begins on the front of a sheet.
    expect(stamps.slice(0, 4)).toEqual([undefined, undefined, undefined, undefined]);
    const contents = pages[2] ?? '';
    for (const number of ['XQ-20240812-01', 'XQ-20240910-01']) {
      const listed = new RegExp(`${number}\\s+(\\d+)\\s+(\\d+)`).exec(contents);
      const real = pages.findIndex((text, index) => index > 3 && text.includes(number));
      expect([number, listed?.[1], listed?.[2], real % 2]).toEqual([number, '1', stamps[real], 0]);
    }

    const plan = await call('print.plan', { contractId });
    expect(plan.entries.map(({ kind, sides, sheets, copies, doubleSided }) => [kind, sides, sheets, copies, doubleSided])).toEqual([
      ['volume', pages.length, pages.length / 2, 1, true], ['general', 1, 1, 1, false], ['spines', 1, 1, 1, false], ['boxes', 1, 1, 1, false], ['list', expect.any(Number), expect.any(Number), 2, false], ['receipt', 1, 1, 2, false],
    ]);
    const [volume] = plan.entries;
    if (volume === undefined) throw new Error('no volume');
    const { documents } = await call('print.tick', { contractId, entries: [{ key: volume.key, sha256: volume.sha256 }], day: '2025-08-20', person: '王芳' });
    expect([documents, stateOf(await call('print.plan', { contractId }))]).toEqual([5, [['printed', 0, 5]]]);
    expect(new Set((await call('deliverables.plan', { contractId })).flatMap(({ files }) => files.map(({ issued }) => issued?.state)))).toEqual(new Set(['printed']));
    await call('print.open', { contractId, key: volume.key });
    expect(desk.opened.map((target) => path.basename(target))).toEqual(['第01卷_日常巡检记录单、用户需求申请单、用户需求台账.pdf']);
    // What a run left that was killed before it was registered, or what a person put there, is not printed as what was bound.
    const stranger = path.join(boundFolder(desk), path.basename(desk.opened[0] ?? ''));
    await appendFile(stranger, ' ');
    expect((await call('print.plan', { contractId })).entries.map(({ isThere }) => isThere)).toEqual(plan.entries.map(({ key }) => key !== volume.key));
    await expect(call('print.open', { contractId, key: volume.key })).rejects.toThrow('不是装订时的那一个');

    // Bound again without a change it is the same file.
    expect((await ended(await call('jobs.bind', { contractId }))).state).toBe('done');
    expect(stateOf(await call('print.plan', { contractId }))).toEqual([['printed', 0, 5]]);
    await call('records.save', { contractId, record: { kind: 'inspection', body: makeRecord('inspection', { date: '2024-09-04' }).body } });
    expect(stateOf(await call('print.plan', { contractId }))).toEqual([['printed', 1, 5]]);
    await ended(await call('jobs.bind', { contractId, profile: 'archive' }));
    const archived = await call('print.plan', { contractId });
    expect(stateOf(archived)).toEqual([['changed', 0, 5]]);
    const archivedPages = pagesOf(path.join(boundFolder(desk), '第01卷_日常巡检记录单、用户需求申请单、用户需求台账.pdf'));
    // Archive form: plain numbers, and the filing note behind the documents without one.
    expect([archivedPages.at(-2), archivedPages.some((text) => text.includes('第1卷'))]).toEqual([expect.stringContaining('备考表'), false]);
    await expect(call('print.tick', { contractId, entries: [{ key: archived.entries[0]?.key ?? '', sha256: 'a'.repeat(64) }], day: '2025-08-20', person: '王芳' })).rejects.toThrow('conflict');
    // Three bindings with eight starts of LibreOffice take their time on a busy computer.
  }, 240_000);

  test('discs with PDFs hold those of the binding, each named by its volume, item and pages as the contents list has them', async () => {
    const { desk } = laid;
    const { call, ended, folder } = desk;
    const own = await fewWeeks(desk, { projectName: '带 PDF 的光盘' });
    const made = await ended(await call('discs.make', { contractId: own, output: { folder: '交付包' }, medium: 'cd', images: true, choice: { photos: true, scans: true, others: true, pdf: true } }));
    expect({ ...made, error: made.error?.message }).toMatchObject({ state: 'done', failures: [], error: undefined });
    const home = path.join(folder, '输出', '带 PDF 的光盘');
    const bag = path.join(home, '交付包');
    for (const place of [bag, `${bag}.iso`]) expect((await verifyPackage(place)).problems).toEqual([]);

    const catalogue = await readFile(path.join(bag, '文件目录.XML'), 'utf8');
    const listed = catalogue.split('<文件>').slice(1).map((entry) => (name: string) => new RegExp(`<${name}>([^<]*)</${name}>`).exec(entry)?.[1] ?? '');
    const places = listed.map((field) => [path.basename(field('电子档案名称')).replace('示例监管平台运维服务项目', ''), field('案卷号'), field('件号'), field('起止页号'), field('页数')]).filter(([name]) => name?.endsWith('.pdf'));
    expect(places).toEqual([
      ['日常巡检记录单_2024-08.pdf', '1', '1', '1-2', '2'], ['日常巡检记录单_2024-09.pdf', '1', '2', '3', '1'],
      ['用户需求申请单_XQ-20240812-01.pdf', '1', '3', '4', '1'], ['用户需求申请单_XQ-20240910-01.pdf', '1', '4', '5', '1'],
      ['用户需求台账.pdf', '1', '5', '6', '1'], [expect.stringMatching(/^第1卷_.*\.pdf$/), '', '', '', '6'],
    ]);
    // The disc and the paper are of one run: the volume on the disc is the one that is printed, and the stamps in it are the pages of the catalogue.
    const [volumePath = ''] = listed.map((field) => field('电子档案名称')).filter((name) => name.includes('/案卷/'));
    const [boundName = ''] = (await readdir(path.join(home, '装订'))).filter((name) => name.startsWith('第01卷'));
    expect((await readFile(path.join(bag, volumePath))).equals(await readFile(path.join(home, '装订', boundName)))).toBe(true);
    const pages = pagesOf(path.join(bag, volumePath));
    for (const number of ['XQ-20240812-01', 'XQ-20240910-01']) {
      const field = listed.find((one) => one('电子档案名称').endsWith(`${number}.pdf`));
      const alone = pagesOf(path.join(bag, field?.('电子档案名称') ?? ''));
      const stamped = pages.findIndex((text, index) => index > 3 && text.includes(number));
      expect([alone.length, alone[0]?.includes(number), /第(\d+)页\s*$/.exec(pages[stamped] ?? '')?.[1]]).toEqual([1, true, field?.('起止页号')]);
    }
    expect(await readFile(path.join(bag, '目录.html'), 'utf8')).toContain('第1卷第3件（第4页）');
  }, 240_000);
});

describe('without an office program', () => {
  let desk: Desk;

  beforeEach(async () => { desk = await openDesk(noOffice); });
  afterEach(() => desk.close());

  test('volumes are Word files in the order of printing, forms of one kind merged, pages to be checked', async () => {
    const { call, ended } = desk;
    const contractId = await fewWeeks(desk);
    const job = await ended(await call('jobs.bind', { contractId }));
    expect([job.state, job.summary]).toEqual(['done', [expect.stringContaining('页数待核')]]);
    expect((await readdir(path.join(boundFolder(desk), '第01卷_日常巡检记录单、用户需求申请单、用户需求台账'))).toSorted()).toEqual([
      '000_封面.docx', '001_卷内目录（页数待核）.docx', '002_示例监管平台运维服务项目日常巡检记录单（2 份）.docx', '003_示例监管平台运维服务项目用户需求申请单（2 份）.docx', '004_用户需求台账.xlsx',
    ]);
    const plan = await call('print.plan', { contractId });
    expect(plan.entries.map(({ kind, isPdf, sides, isThere }) => [kind, isPdf, sides, isThere])[0]).toEqual(['volume', false, 0, true]);
    await expect(call('print.read', { contractId, key: plan.entries[0]?.key ?? '' })).rejects.toThrow('不是 PDF');
  });

  test('a volume that lacks a document is not presented as done, names the document, and the rest is bound', async () => {
    const { call, ended } = desk;
    await mkdir(path.join(desk.folder, 'templates'), { recursive: true });
    await writeFile(path.join(desk.folder, 'templates', 'mine.docx'), 'no document');
    const contractId = await fewWeeks(desk, { requestTemplate: 'mine.docx' });
    await arrange(desk, contractId, { joinsThin: false });
    const job = await ended(await call('jobs.bind', { contractId }));
    expect([job.state, job.failures.map(({ item }) => item)]).toEqual(['done', [
      '示例监管平台运维服务项目用户需求申请单_XQ-20240812-01', '示例监管平台运维服务项目用户需求申请单_XQ-20240910-01', '第2卷 用户需求申请单、用户需求台账',
    ]]);
    expect(job.summary).toContain('1 卷缺文件，没有装订');
    const plan = await call('print.plan', { contractId });
    expect([plan.gaps.map(({ number, reasons }) => [number, reasons.length]), plan.entries.filter(({ kind }) => kind === 'volume').length, plan.unbound]).toEqual([[[2, 2]], 1, 3]);
  });

  test('a photo whose file is gone keeps its volume from being done, and is named', async () => {
    const { call, ended } = desk;
    const contractId = await fewWeeks(desk);
    await arrange(desk, contractId, { joinsThin: false });
    const [photo] = (await readdir(path.join(desk.folder, 'attachments'), { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
    if (photo === undefined) throw new Error('no photo');
    const place = path.join(photo.parentPath, photo.name);
    const bytes = await readFile(place);
    await rm(place);
    const job = await ended(await call('jobs.bind', { contractId }));
    await writeFile(place, bytes);
    expect(job.failures).toEqual([
      { item: expect.stringContaining('日常巡检记录单_2024-08'), message: expect.stringContaining('XJ-20240806-01 的照片「机柜.png」的文件不见了') },
      { item: '第1卷 日常巡检记录单', message: '缺 1 份文件，这一卷没有装订' },
    ]);
    expect((await ended(await call('jobs.bind', { contractId }))).failures).toEqual([]);
  });

  test('what a person has put into the folder is not replaced, two bindings at once wait for each other, and a cancelled binding leaves the older one as it was', async () => {
    const { call, ended } = desk;
    const contractId = await fewWeeks(desk);
    await ended(await call('jobs.bind', { contractId }));
    const before = await readdir(boundFolder(desk), { recursive: true });
    await writeFile(path.join(boundFolder(desk), '扫描件.pdf'), 'mine');
    const refused = await ended(await call('jobs.bind', { contractId }));
    expect([refused.state, refused.error?.code, refused.error?.message]).toEqual(['failed', 'already-exists', expect.stringContaining('「扫描件.pdf」')]);
    await rm(path.join(boundFolder(desk), '扫描件.pdf'));
    const both = await Promise.all((await Promise.all([call('jobs.bind', { contractId }), call('jobs.bind', { contractId })])).map(ended));
    expect(both.map(({ state }) => state)).toEqual(['done', 'done']);
    const job = await call('jobs.bind', { contractId });
    await call('jobs.cancel', { id: job.id });
    expect((await ended(job)).state).toBe('cancelled');
    expect(await readdir(boundFolder(desk), { recursive: true })).toEqual(before);
    expect(await readdir(path.dirname(boundFolder(desk)))).toEqual(['装订']);
  });
});
