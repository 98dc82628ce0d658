import { readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { verifyPackage } from '../../../electron/handover/verify/verify-package.ts';
import { attachmentPath } from '../../../electron/store/attachment-files.ts';
import { addAttachment } from '../../../electron/store/attachments.ts';
import type { Job } from '../../../shared/ipc/jobs.ts';
import { callsOf } from '../../helpers/call-api.ts';
import { pngOf } from '../../helpers/pictures.ts';
import { makeRecord, testProfile } from '../../helpers/records.ts';
import { openTestApi, type TestApi } from '../../helpers/test-api.ts';

/** A hand-over that takes over nearly everything from the one before still sees what has happened to a photo. */

let desk: TestApi;
beforeEach(async () => { desk = await openTestApi(); });
afterEach(() => desk.close());

test('a photo whose file was swapped for another of the same length stops the next hand-over, and the one that stands stays whole', async () => {
  const { api } = desk;
  const call = callsOf(() => api);
  const { id: contractId } = await call('contracts.create', { profile: testProfile({ deliverables: [{ id: 'inspection', title: '日常巡检记录单', kind: 'inspection', layout: 'form', grouping: 'record', template: 'inspection.docx', fromContract: true }] }) });
  const record = await call('records.save', { contractId, record: { kind: 'inspection', body: makeRecord('inspection', { date: '2024-08-05' }).body } });
  const { sha256 } = addAttachment(api.core.store, record.id, { name: '机柜.png', mediaType: 'image/png', content: pngOf(40, 30, 1), role: 'photo', caption: '机柜' });
  const handOver = async (): Promise<Job> => {
    const { id } = await call('jobs.handover', { contractId, output: { folder: '交付包' }, iso: false });
    return vi.waitUntil(async () => (await call('jobs.list', {})).find((candidate) => candidate.id === id && candidate.state !== 'running'), { timeout: 30_000 });
  };
  for (let run = 0; run < 2; run += 1) expect(await handOver()).toMatchObject({ state: 'done' });
  const [project = ''] = await readdir(api.core.outputFolder);
  const bag = path.join(api.core.outputFolder, project, '交付包');

  const file = attachmentPath(api.core.store, sha256);
  const own = await readFile(file);
  await writeFile(file, Buffer.alloc(own.length, 'x'));
  expect(await handOver()).toMatchObject({ state: 'failed', error: { code: 'store-damaged', message: expect.stringContaining('机柜.png') } });
  expect((await verifyPackage(bag)).problems).toEqual([]);

  // Restored from a backup: another file with the right content.
  await rm(file);
  await writeFile(file, own);
  await utimes(file, new Date('2024-08-06'), new Date('2024-08-06'));
  expect(await handOver()).toMatchObject({ state: 'done' });
  expect((await verifyPackage(bag)).problems).toEqual([]);
});
