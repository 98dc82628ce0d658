import { beforeEach, expect, test } from 'vitest';
import type { Api } from '../../electron/api/create-api.ts';
import type { ChannelCall, ChannelName } from '../../shared/ipc/contract.ts';
import type { Failure } from '../../shared/result.ts';
import { callsOf } from '../helpers/call-api.ts';
import { jpegOf, pngOf } from '../helpers/pictures.ts';
import { testProfile } from '../helpers/records.ts';
import { openTestApi } from '../helpers/test-api.ts';

/** The calls of the window about files of records, on a real data folder. */

const body = { date: '2024-08-05', cycle: '日检', inspector: '巡检员', items: [{ category: '应用系统', item: '首页', result: '正常' }], conclusion: '正常' };
const base64 = (bytes: Uint8Array | string): string => Buffer.from(bytes).toString('base64');
let api: Api;
let contractId: string;
let recordId: string;

const call = callsOf(() => api);

async function refusal<C extends ChannelName>(channel: C, input: ChannelCall<C>): Promise<Pick<Failure, 'code' | 'message'>> {
  const result = await api.answer(channel, input);
  if (result.ok) throw new Error(`${channel} was answered`);
  return { code: result.error.code, message: result.error.message };
}

function add(name: string, content: Uint8Array | string, role: 'photo' | 'signed-scan' | 'other' = 'other', caption = '') {
  return { recordId, file: { name, base64: base64(content) }, role, caption };
}

beforeEach(async () => {
  const opened = await openTestApi();
  api = opened.api;
  contractId = (await call('contracts.create', { profile: testProfile() })).id;
  recordId = (await call('records.save', { contractId, record: { kind: 'inspection', body } })).id;
  return opened.close;
});

test('files are added, described, ordered, removed, brought back and read; the list counts them and windows are told', async () => {
  const heard: unknown[] = [];
  const stop = api.on((event, payload) => heard.push([event, payload]));
  const photo = pngOf(8, 6);
  await call('attachments.add', add('机房.jpg', photo, 'photo', '机柜'));
  const [first, second] = await call('attachments.add', add('签字页', '%PDF-1.7 …', 'signed-scan'));
  if (first === undefined || second === undefined) throw new Error('two files were added');
  expect([first.mediaType, second.mediaType, heard]).toEqual(['image/png', 'application/pdf', [['records.changed', { contractId }], ['records.changed', { contractId }]]]);
  stop();

  expect(await call('attachments.describe', { recordId, sha256: first.sha256, caption: '第二排机柜' })).toEqual([{ ...first, caption: '第二排机柜' }, second]);
  expect(await call('attachments.order', { recordId, order: [second.sha256, first.sha256] })).toEqual([{ ...second, position: 1 }, { ...first, caption: '第二排机柜', position: 2 }]);
  expect(await call('attachments.remove', { recordId, sha256: second.sha256 })).toHaveLength(1);
  expect((await call('records.list', { contractId })).records).toMatchObject([{ id: recordId, files: 1, scans: 0 }]);
  expect(await call('attachments.restore', { recordId, sha256: second.sha256 })).toEqual([{ ...second, position: 1 }, { ...first, caption: '第二排机柜', position: 2 }]);
  expect(await call('attachments.read', { recordId, sha256: first.sha256 })).toEqual({ name: '机房.jpg', mediaType: 'image/png', base64: base64(photo) });
});

test('what cannot be attached is refused by name, and nothing is added', async () => {
  const answers = [
    await refusal('attachments.add', add('空.txt', '')),
    await refusal('attachments.add', add('更新.bat', '@echo off')),
    await refusal('attachments.add', add('报告.pdf', 'MZ\u0090')),
    await refusal('attachments.add', add('现场.heic', 'ftypheic', 'photo')),
    await refusal('attachments.add', add('全年录像.zip', new Uint8Array(30 * 1024 * 1024 + 1))),
  ];
  expect(answers).toEqual([
    { code: 'invalid-input', message: '「空.txt」是空文件，没有添加。' },
    { code: 'invalid-input', message: '「更新.bat」是可以运行的程序，不能作为附件。' },
    { code: 'invalid-input', message: '「报告.pdf」是可以运行的程序，不能作为附件。' },
    { code: 'invalid-input', message: '「现场.heic」不是 JPEG 或 PNG 图片，不能作为照片印在单子上。' },
    { code: 'invalid-input', message: '「全年录像.zip」有 30.1 MB，超过每个附件 30 MB 的上限。' },
  ]);
  expect(await call('attachments.list', { recordId })).toEqual([]);
});

test('the same content again is refused, so that its caption is not lost', async () => {
  const photo = jpegOf({ width: 40, height: 30 });
  const once = await call('attachments.add', add('机房.jpg', photo, 'photo', '机柜'));
  expect(await refusal('attachments.add', add('IMG_1.jpg', photo, 'photo', 'IMG_1'))).toEqual({ code: 'already-exists', message: '「IMG_1.jpg」与已有附件「机柜」内容相同，没有重复添加。' });
  expect(await call('attachments.list', { recordId })).toEqual(once);
});

test('only pictures that forms can print become photos; a void record is read-only but readable', async () => {
  const [scan] = await call('attachments.add', add('签字页.pdf', '%PDF-1.7', 'signed-scan'));
  const sha256 = scan?.sha256 ?? '';
  expect(await refusal('attachments.describe', { recordId, sha256, role: 'photo' })).toMatchObject({ code: 'invalid-input' });
  await call('records.void', { id: recordId, reason: '重复' });
  expect(await refusal('attachments.add', add('又一张.png', pngOf(4, 4), 'photo'))).toMatchObject({ code: 'invalid-input', message: expect.stringContaining('已作废') });
  expect(await refusal('attachments.remove', { recordId, sha256 })).toMatchObject({ code: 'invalid-input' });
  expect(await call('attachments.read', { recordId, sha256 })).toMatchObject({ name: '签字页.pdf', mediaType: 'application/pdf' });
  expect(await refusal('attachments.read', { recordId, sha256: '0'.repeat(64) })).toMatchObject({ code: 'not-found' });
});
