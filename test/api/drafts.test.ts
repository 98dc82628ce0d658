import { beforeEach, expect, test } from 'vitest';
import type { Api } from '../../electron/api/create-api.ts';
import { callsOf } from '../helpers/call-api.ts';
import { pngOf } from '../helpers/pictures.ts';
import { makeRecord, testProfile } from '../helpers/records.ts';
import { openTestApi } from '../helpers/test-api.ts';

/** The calls of the window about unsaved input, earlier versions and linked records, on a real data folder. */

let api: Api;
let contractId: string;

const call = callsOf(() => api);

beforeEach(async () => {
  const opened = await openTestApi();
  api = opened.api;
  contractId = (await call('contracts.create', { profile: testProfile() })).id;
  return opened.close;
});

test('every window hears of unsaved input that is kept and dropped, and gets its files back as they were', async () => {
  const heard: unknown[] = [];
  api.on((event, payload) => heard.push([event, payload]));
  const place = { contractId, key: 'new:visit:1' };
  const picture = Buffer.from(pngOf(4, 4)).toString('base64');

  const kept = await call('drafts.keep', { ...place, kind: 'visit', label: '大厅', content: { a: 1 }, seen: 0 });
  const { sha256 } = await call('drafts.keepFile', { ...place, file: { name: '现场.png', base64: picture } });
  expect(await call('drafts.readFile', { ...place, sha256 })).toEqual({ base64: picture, mediaType: 'image/png' });
  expect(await call('drafts.get', place)).toEqual({ ...kept, content: { a: 1 }, files: [{ sha256, size: Buffer.from(picture, 'base64').length }] });
  expect(await call('drafts.list', { contractId })).toEqual([kept]);
  expect([await call('drafts.drop', place), await call('drafts.drop', place), await call('drafts.get', place)]).toEqual([{ dropped: true }, { dropped: false }, null]);

  expect(heard).toEqual([['drafts.changed', { ...place, version: 1 }], ['drafts.changed', { ...place, version: 0 }]]);
});

test('a version that was brought back is told to every window, and a record closes an item in one call', async () => {
  const inspection = makeRecord('inspection', { items: [{ category: '服务器', item: '磁盘空间', result: '异常', handling: '占用 92%' }], conclusion: '存在异常，已处理' });
  const saved = await call('records.save', { contractId, record: { kind: 'inspection', body: inspection.body } });
  await call('records.void', { id: saved.id, reason: '重复' });
  const heard: unknown[] = [];
  api.on((event) => heard.push(event));

  const [restored] = await call('records.restore', { items: [{ id: saved.id, revision: 1, present: 2 }] });
  const work = await call('records.save', {
    contractId,
    record: { id: 'w', kind: 'worklog', body: { ...makeRecord('worklog').body, related: [saved.number] } },
    closes: { inspectionId: saved.id, row: 0, item: '磁盘空间' },
  });
  const { outgoing, incoming } = await call('records.linked', { id: saved.id });

  expect([restored?.status, restored?.number, heard]).toEqual(['final', saved.number, ['records.changed', 'records.changed']]);
  expect([outgoing.map(({ number, item }) => [number, item]), incoming.map(({ record }) => record?.id)]).toEqual([[[work.number, '磁盘空间']], ['w']]);
  expect((await api.answer('records.restore', { items: [{ id: saved.id, revision: 1, present: 2 }] })).ok).toBe(false);
});
