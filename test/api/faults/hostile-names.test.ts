import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { checkPath } from '../../../electron/handover/file-names.ts';
import { verifyPackage } from '../../../electron/handover/verify/verify-package.ts';
import { addAttachment } from '../../../electron/store/attachments.ts';
import { callsOf } from '../../helpers/call-api.ts';
import { pngOf } from '../../helpers/pictures.ts';
import { makeRecord, testProfile } from '../../helpers/records.ts';
import { openTestApi, type TestApi } from '../../helpers/test-api.ts';

/** Names that people, phones, mail programs and attackers give to files and projects, on their way onto a disc. */

const hostile = [
  '../../../../逃出去.txt', '..\\..\\系统.dll', '/etc/passwd', 'C:\\Windows\\a.exe', 'CON.txt', 'nul', 'LPT1.pdf', '.', '..', ' 前后有空格 .txt ', '点结尾.', '.隐藏',
  '反着读\u202Efdp.exe', '零宽\u200B\uFEFF.txt', '换\n行.txt', '带\u0000空.txt', '<script>alert(1)</script>.html', '甲&乙"丙\'.txt', '=HYPERLINK("x").csv', '😀表情.jpg',
  'e\u0301.txt', 'é.txt', 'É.TXT', `${'很长'.repeat(150)}.txt`, '百分%2e%2e%2f.txt', '问?星*管|.txt', '', '双  空格.txt', '$env:TEMP`whoami`.ps1', '%PATH%.cmd', 'a.txt/b.txt',
];

let desk: TestApi;
beforeEach(async () => { desk = await openTestApi(); });
afterEach(() => desk.close());

test('whatever files, captions and the project are called, the package stays in its place, every name is legal on every computer, and disc and image verify', async () => {
  const { api } = desk;
  const call = callsOf(() => api);
  const { id: contractId } = await call('contracts.create', { profile: testProfile({
    projectName: '../../项目: "夜间" <一期>?', deliverables: [{ id: 'inspection', title: '日常巡检记录单', kind: 'inspection', layout: 'form', grouping: 'record', template: 'inspection.docx', fromContract: true }],
  }) });
  const record = await call('records.save', { contractId, record: { kind: 'inspection', body: makeRecord('inspection', { date: '2024-08-05' }).body } });
  for (const [index, name] of hostile.entries()) {
    addAttachment(api.core.store, record.id, { name, mediaType: 'application/octet-stream', content: Buffer.from(`内容${index}`), role: 'other', caption: `${name}</题名><x y="` });
    addAttachment(api.core.store, record.id, { name, mediaType: 'image/png', content: pngOf(8, 6, index), role: 'photo', caption: name });
  }
  const before = await outside(desk.folder);
  const { id } = await call('discs.make', { contractId, output: { folder: '交付包' }, medium: 'cd', images: true, choice: { photos: true, scans: true, others: true, pdf: false } });
  const job = await vi.waitUntil(async () => (await call('jobs.list', {})).find((candidate) => candidate.id === id && candidate.state !== 'running'), { timeout: 30_000 });
  expect({ state: job.state, error: job.error?.message }).toEqual({ state: 'done', error: undefined });
  expect(await outside(desk.folder)).toEqual(before);

  const [project, ...others] = await readdir(api.core.outputFolder);
  expect(others).toEqual([]);
  const bag = path.join(api.core.outputFolder, project ?? '', '交付包');
  const files = (await readdir(bag, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map((entry) => path.relative(bag, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
  expect(files.flatMap((file) => checkPath(file))).toEqual([]);
  // Every one of them is there: the form, list of names and two for each hostile name.
  expect(files.filter((file) => file.startsWith('data/电子档案/'))).toHaveLength(1 + 2 * hostile.length);
  for (const place of [bag, `${bag}.iso`]) expect((await verifyPackage(place)).problems).toEqual([]);
  const page = await readFile(path.join(bag, '目录.html'), 'utf8');
  expect([page.includes('<script'), [...page.matchAll(/ href="([^"]*)"/g)].map(([, target]) => target ?? '').filter((target) => !/^(data\/|#k\d+$|说明文件\.TXT$|文件目录\.XML$)/.test(target))]).toEqual([false, []]);
});

/** What stands beside the data folder: nothing may be added to it. */
async function outside(folder: string): Promise<readonly string[]> {
  return (await readdir(path.dirname(folder))).filter((name) => name.includes('逃') || name.includes('项目') || name.includes('passwd'));
}
