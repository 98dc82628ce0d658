import { expect, test } from 'vitest';
import { createDataDigests, scopeOf, type DigestSource } from '../../electron/handover/deliverables/data-digest.ts';
import { planDeliverables } from '../../shared/deliverables/plan.ts';
import type { ContractProfile } from '../../shared/contract/profile.ts';
import type { AnyRecord } from '../../shared/records/record.ts';
import { makeRecord, testProfile } from '../helpers/records.ts';

/** Which changes make which files stale. */

const profile = testProfile({
  deliverables: [
    { id: 'inspection', title: '巡检', kind: 'inspection', layout: 'form', grouping: 'month', template: 'inspection.docx', fromContract: true },
    { id: 'request', title: '需求', kind: 'request', layout: 'form', grouping: 'record', template: 'request.docx', fromContract: true },
    { id: 'quarterly-report', title: '季报', kind: 'report', where: { reportType: '季度' }, layout: 'form', grouping: 'record', template: 'quarterly-report.docx', fromContract: true },
  ],
});
const inspection = makeRecord('inspection', { date: '2024-08-05' });
const request = makeRecord('request', { date: '2024-09-03' });
const report = makeRecord('report', { date: '2024-11-04' });
const records: readonly AnyRecord[] = [inspection, request, report];

function digests(all: readonly AnyRecord[], contract: ContractProfile = profile, photosOf: DigestSource['photosOf'] = () => []): Record<string, string> {
  const { ofFile } = createDataDigests();
  return Object.fromEntries(planDeliverables(contract, all).map((planned) => [scopeOf(planned), ofFile({ profile: contract, records: all, photosOf }, planned, planned.deliverable.kind === 'inspection')]));
}

/** The scopes of files whose digest differs. */
function changedBy(all: readonly AnyRecord[], contract?: ContractProfile, photosOf?: DigestSource['photosOf']): string[] {
  const before = digests(records);
  const after = digests(all, contract, photosOf);
  return Object.keys(before).filter((scope) => before[scope] !== after[scope]);
}

test('the same records give the same digests, in whatever order their fields were written', () => {
  const shuffled = { ...inspection, body: Object.fromEntries(Object.entries(inspection.body).toReversed()) } as unknown as AnyRecord;
  expect(changedBy([shuffled, request, report])).toEqual([]);
  expect(changedBy([{ ...inspection, revision: 7, updatedAt: '2025-01-01T00:00:00.000Z' }, request, report])).toEqual([]);
});

test('a record changes its own file and the reports written after it', () => {
  expect(changedBy([{ ...inspection, body: { ...inspection.body, remark: '复核' } }, request, report])).toEqual(['2024-08', report.id]);
  expect(changedBy([{ ...inspection, signOff: {} }, request, report])).toEqual(['2024-08', report.id]);
});

test('a request counts the person-days of all requests; records after a report leave the report alone', () => {
  expect(changedBy([...records, makeRecord('request', { date: '2025-01-06' })])).toEqual([request.id]);
  expect(changedBy([...records, makeRecord('inspection', { date: '2025-01-06' })])).toEqual([]);
});

test('of the contract only what is printed counts', () => {
  expect(changedBy(records, { ...profile, client: { ...profile.client, name: '另一家' } })).toEqual(['2024-08', request.id, report.id]);
  expect(changedBy(records, { ...profile, people: [{ name: '林远航', role: '', side: 'vendor', phone: '', unit: '' }] })).toEqual([report.id]);
  expect(changedBy(records, { ...profile, questions: [{ id: 'q', field: 'client.name', question: '？', options: [], sources: [] }] })).toEqual([]);
});

test('photos count where the template shows them', () => {
  expect(changedBy(records, profile, () => [{ sha256: 'a', name: '机柜.jpg', caption: '' }])).toEqual(['2024-08']);
});
