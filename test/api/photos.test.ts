import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { closeCore, openCore, type Core } from '../../electron/api/core.ts';
import { renderDocuments, withPictureFiles } from '../../electron/api/operations/documents.ts';
import { readZip } from '../../electron/files/zip-reader.ts';
import { addAttachment } from '../../electron/store/attachments.ts';
import { createContract } from '../../electron/store/contracts.ts';
import { saveRecords } from '../../electron/store/save-records.ts';
import { testEnvironment } from '../helpers/environment.ts';
import { pngOf } from '../helpers/pictures.ts';
import { testProfile } from '../helpers/records.ts';

/** Photos on their way from a record's attachments to its form. */

const templatesFolder = fileURLToPath(new URL('../../templates', import.meta.url));
const profile = testProfile({ deliverables: [{ id: 'inspection', title: '日常巡检记录单', kind: 'inspection', layout: 'form', grouping: 'month', template: 'inspection.docx', fromContract: true }] });
const body = { date: '2024-08-05', cycle: '日检', inspector: '巡检员', items: [{ category: '应用系统', item: '首页', result: '正常' }], conclusion: '正常' };
let folder: string;
let core: Core;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'photos-'));
  core = openCore({ dataFolder: folder, templatesFolder, environment: testEnvironment() });
});
afterEach(async () => {
  closeCore(core);
  await rm(folder, { recursive: true, force: true });
});

const pictures = async (files: readonly { readonly path: string }[]): Promise<readonly string[]> => {
  const archive = readZip(await readFile(path.join(folder, 'out', files[0]?.path ?? '')));
  return [...archive.keys()].filter((name) => name.startsWith('word/media/'));
};

test('attached photos are on the printed form, scans are not; one whose file is lost is told by its caption and the form is made', async () => {
  const contract = createContract(core.store, profile);
  const [record] = saveRecords(core.store, contract.id, [{ kind: 'inspection', status: 'final', body }]);
  const attach = (caption: string, role: string, shade: number) => addAttachment(core.store, record?.id ?? '', { name: `${caption}.png`, mediaType: 'image/png', content: pngOf(40, 30, shade), role, caption });
  attach('机柜', 'photo', 1);
  const lost = attach('告警灯', 'photo', 2);
  attach('签字页', 'signed-scan', 3);
  const render = () => renderDocuments(core, { contract, folder: path.join(folder, 'out'), deliverable: undefined, range: {} });
  const whole = await render();
  // The template has a picture where the code of the document goes; the code itself comes last, with the footer.
  const own = ['word/media/image1.png'];
  expect([await pictures(whole.files), whole.failures, whole.warnings]).toEqual([[...own, 'word/media/added1.png', 'word/media/added2.png', 'word/media/added3.png'], [], []]);

  await rm(path.join(folder, 'attachments', lost.sha256.slice(0, 2), lost.sha256));
  const { files, failures, warnings } = await render();
  expect([await pictures(files), failures]).toEqual([[...own, 'word/media/added1.png', 'word/media/added2.png'], []]);
  expect(warnings).toEqual([{ item: '日常巡检记录单_2024-08.docx', message: expect.stringContaining('（告警灯）不是完好的 JPEG 或 PNG 文件') }]);
});

test('JSON names pictures by files; everything else of it stays as it is', async () => {
  const bytes = pngOf(4, 4);
  const read = (name: string): Promise<Uint8Array> => (name === '现场.png' ? Promise.resolve(bytes) : Promise.reject(new Error(name)));
  expect(await withPictureFiles({ 甲: [{ 图片文件: '现场.png', 说明: '机柜' }, 1, null], 乙: { 丙: 'x' } }, read)).toEqual({ 甲: [{ bytes, description: '机柜' }, 1, null], 乙: { 丙: 'x' } });
  await expect(withPictureFiles({ 图片文件: '没有.png' }, read)).rejects.toThrow('没有.png');
});
