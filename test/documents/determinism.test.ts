import { Worker } from 'node:worker_threads';
import { expect, it } from 'vitest';
import { wholePeriod } from '../../shared/contract/periods.ts';
import { exampleProfile, exampleRecords } from '../../shared/deliverables/example-data.ts';
import { listData } from '../../shared/deliverables/list-data.ts';
import { photoData } from '../../shared/deliverables/photo-data.ts';
import { recordData } from '../../shared/deliverables/record-data.ts';
import { reportData } from '../../shared/deliverables/report-data.ts';
import type { KindName } from '../../shared/records/kinds.ts';
import { pngOf } from '../helpers/pictures.ts';
import { kindOfTemplate, shipped, shippedNames } from '../templates/shipped-files.ts';
import { renderJobs, type RenderJob } from './render-jobs.ts';

const profile = exampleProfile();
const all = exampleRecords();
const photos = [1, 2, 3].map((number) => ({ name: `${number}.png`, caption: `现场 ${number}`, bytes: pngOf(40 * number, 30, number) }));

/** Every shipped template with data of its kind: lists of all records, forms one by one and several in one document. */
function jobsOf(name: string, kind: KindName): readonly RenderJob[] {
  const template = shipped(name);
  const own = all.filter((record) => record.kind === kind);
  if (name.includes('list') || name.startsWith('ledger')) return [{ name, template, records: [listData(profile, kind, wholePeriod(profile.service), own, all)] }];
  const records = own.map((record) => ({ ...recordData(profile, record, all), ...photoData(photos), ...(record.kind === 'report' ? reportData(profile, record, all) : {}) }));
  return [...records.map((record) => ({ name, template, records: [record] })), { name, template, records: [...records, ...records] }];
}

const jobs = shippedNames.flatMap((name): readonly RenderJob[] => {
  const kind = kindOfTemplate(name);
  return kind === undefined ? [] : jobsOf(name, kind);
});

async function inWorker(list: readonly RenderJob[]): Promise<readonly string[]> {
  const worker = new Worker(new URL('render-worker.ts', import.meta.url), { workerData: list });
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

it('the same input gives the same bytes: alone, among many, in any order, in any worker', async () => {
  const inOrder = renderJobs(jobs);
  expect(new Set(inOrder).size).toBeGreaterThan(shippedNames.length);
  expect(renderJobs(jobs.toReversed()).toReversed()).toEqual(inOrder);
  expect(jobs.map((job) => renderJobs([job])[0])).toEqual(inOrder);
  const [first, second] = await Promise.all([inWorker(jobs), inWorker(jobs.toReversed())]);
  expect([first, second.toReversed()]).toEqual([inOrder, inOrder]);
});
