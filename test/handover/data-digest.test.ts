import { expect, test } from 'vitest';
import { createDataDigests, scopeOf, type DigestSource } from '../../electron/handover/deliverables/data-digest.ts';
import { planDeliverables } from '../../shared/deliverables/plan.ts';
import type { ContractProfile } from '../../shared/contract/profile.ts';
import type { IssuedPaper } from '../../shared/sign-off/edition.ts';
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
  expect(changedBy([{ ...inspection, body: { ...inspection.body, endTime: '11:58' } }, request, report])).toEqual(['2024-08', report.id]);
  expect(changedBy([{ ...inspection, date: '2024-08-06' }, request, report])).toEqual(['2024-08', report.id]);
});

test('what stands on a record\'s own paper only changes no report: a remark, a telephone number, who signed', () => {
  expect(changedBy([{ ...inspection, body: { ...inspection.body, remark: '复核' } }, request, report])).toEqual(['2024-08']);
  expect(changedBy([{ ...inspection, signOff: {} }, request, report])).toEqual(['2024-08']);
  expect(changedBy([inspection, { ...request, body: { ...request.body, requesterPhone: '010-55500001' } }, report])).toEqual([request.id]);
});

test('a request counts the person-days used before it, and nothing else of other requests', () => {
  const earlier = makeRecord('request', { date: '2024-08-20' });
  const later = makeRecord('request', { date: '2025-01-06' });
  const changing = (own: typeof earlier): string[] => {
    const before = digests([inspection, earlier, request, later]);
    const after = digests([inspection, ...[earlier, request, later].map((record) => (record.id === own.id ? own : record))]);
    return Object.keys(before).filter((scope) => before[scope] !== after[scope]);
  };
  expect(changing({ ...earlier, body: { ...earlier.body, detail: '改过的一句话' } })).toEqual([earlier.id]);
  expect(changing({ ...earlier, body: { ...earlier.body, personDays: 2.5 } })).toEqual([earlier.id, request.id, later.id]);
  expect(changing({ ...later, body: { ...later.body, personDays: 2.5 } })).toEqual([later.id]);
  expect(changing({ ...earlier, body: { ...earlier.body, charge: '收费' } })).toEqual([earlier.id, request.id, later.id]);
});

test('records after a report leave the report alone', () => {
  expect(changedBy([...records, makeRecord('request', { date: '2025-01-06' })])).toEqual([]);
  expect(changedBy([...records, makeRecord('inspection', { date: '2025-01-06' })])).toEqual([]);
});

test('the running total on a void request follows the others too', () => {
  const earlier = makeRecord('request', { date: '2024-08-20' });
  const void1 = makeRecord('request', { date: '2024-09-03' }, { status: 'void', voidReason: '重复登记' });
  const [before, after] = [earlier, { ...earlier, body: { ...earlier.body, personDays: 2.5 } }].map((first) => digests([first, void1]));
  expect([before?.[void1.id] === after?.[void1.id], before?.[earlier.id] === after?.[earlier.id]]).toEqual([false, false]);
});

/** The annual report with a deliverable that chooses its records by a field that no report tells. */
const annualProfile = testProfile({
  deliverables: [
    { id: 'duty', title: '值班记录', kind: 'worklog', where: { dutyType: '值班' }, layout: 'form', grouping: 'month', template: 'worklog.docx', fromContract: true },
    { id: 'annual-report', title: '年报', kind: 'report', where: { reportType: '年度' }, layout: 'form', grouping: 'record', template: 'annual-report.docx', fromContract: true },
  ],
});
const annual = makeRecord('report', { date: '2025-08-04', reportType: '年度', ordinal: undefined, periodFrom: '2024-08-03', periodTo: '2025-08-02' });
const work = makeRecord('worklog', { date: '2024-08-05' });

/** Digests of the annual report's file and of its paper. */
function ofAnnual(all: readonly AnyRecord[], contract: ContractProfile = annualProfile): readonly string[] {
  const { ofFile, ofPaper } = createDataDigests();
  const planned = planDeliverables(contract, all).find(({ records: own }) => own[0]?.id === annual.id);
  if (planned === undefined) throw new Error('not planned');
  const source: DigestSource = { profile: contract, records: all, photosOf: () => [] };
  return [ofFile(source, planned, false), ofPaper(source, planned, false)];
}

test('an annual report follows everything that it lists: reports on its parts, void forms that keep their number, and what its deliverables are made of', () => {
  const before = ofAnnual([work, annual]);
  const kept = (all: readonly AnyRecord[], contract?: ContractProfile): boolean[] => ofAnnual(all, contract).map((digest, index) => digest === before[index]);
  const late = { date: '2025-08-11', ordinal: 4, periodFrom: '2025-05-03', periodTo: '2025-08-02' } as const;
  expect(kept([work, annual, makeRecord('report', late)])).toEqual([false, false]);
  expect(kept([work, annual, makeRecord('worklog', { date: '2024-08-06' }, { status: 'void', voidReason: '重复登记' })])).toEqual([false, false]);
  expect(kept([{ ...work, body: { ...work.body, dutyType: '值班' } }, annual])).toEqual([false, false]);
  // The clauses of the contract stand in its table of duties; a paper vouches for no setting.
  expect(kept([work, annual], { ...annualProfile, sources: { service: '服务期一年' } })).toEqual([false, true]);
  // What came after it, and words that no report tells, leave it alone.
  expect([kept([work, annual, makeRecord('worklog', { date: '2025-08-11' })]), kept([{ ...work, body: { ...work.body, remark: '复核' } }, annual])]).toEqual([[true, true], [true, true]]);
});

test('of the contract only what is printed counts', () => {
  expect(changedBy(records, { ...profile, client: { ...profile.client, name: '另一家' } })).toEqual(['2024-08', request.id, report.id]);
  expect(changedBy(records, { ...profile, people: [{ name: '林远航', role: '', side: 'vendor', phone: '', unit: '' }] })).toEqual([report.id]);
  expect(changedBy(records, { ...profile, questions: [{ id: 'q', field: 'client.name', question: '？', options: [], sources: [] }] })).toEqual([]);
});

test('photos count where the template shows them', () => {
  expect(changedBy(records, profile, () => [{ sha256: 'a', name: '机柜.jpg', caption: '' }])).toEqual(['2024-08']);
});

/** A signed production of the only request, whose digests are those of now. */
function signedRequest(more: Partial<IssuedPaper> = {}): { readonly version: number; readonly reason: string } {
  const planned = planDeliverables(profile, records).find(({ deliverable }) => deliverable.id === 'request');
  if (planned === undefined) throw new Error('not planned');
  const digests = createDataDigests();
  const source = { profile, records, photosOf: () => [] };
  const issued: IssuedPaper = { state: 'signed', version: 1, reason: '', dataSha256: digests.ofFile(source, planned, false), paperSha256: digests.ofPaper(source, planned, false), ...more };
  return digests.editionOf({ ...source, issuedOf: () => issued }, planned, false);
}

test('a signed paper keeps its version until its records say something else; one that was opened gets the next, with the reason', () => {
  expect([signedRequest(), signedRequest({ paperSha256: 'f'.repeat(64) }), signedRequest({ reopened: { reason: '更正工作量' } }), signedRequest({ version: 3, reason: '补记', state: 'scanned' })])
    .toEqual([{ version: 1, reason: '' }, { version: 2, reason: '' }, { version: 2, reason: '更正工作量' }, { version: 3, reason: '补记' }]);
  // From before papers had a digest of their own, and what nobody signed.
  expect([signedRequest({ paperSha256: undefined }), signedRequest({ paperSha256: undefined, dataSha256: 'f'.repeat(64) }), signedRequest({ state: 'printed', version: 2, reason: '补记', paperSha256: 'f'.repeat(64) })])
    .toEqual([{ version: 1, reason: '' }, { version: 2, reason: '' }, { version: 2, reason: '补记' }]);
});

test('a paper vouches for its records: signers filled in and settings of the contract change nothing that was signed', () => {
  const digests = createDataDigests();
  const papers = (all: readonly AnyRecord[], contract: ContractProfile = profile, shows = true, photosOf: DigestSource['photosOf'] = () => []): string[] => (
    planDeliverables(contract, all).map((planned) => digests.ofPaper({ profile: contract, records: all, photosOf }, planned, shows))
  );
  const before = papers(records);
  expect(papers([{ ...inspection, signOff: { executor: '林远航' } }, request, report], { ...profile, title: '另一个名称' })).toEqual(before);
  const kept = (changed: AnyRecord): boolean[] => papers([changed, request, report]).map((digest, index) => digest === before[index]);
  expect([kept({ ...inspection, body: { ...inspection.body, remark: '已复核' } }), kept({ ...inspection, body: { ...inspection.body, endTime: '11:58' } })]).toEqual([[false, true, true], [false, true, false]]);
  expect(papers(records, profile, true, (record) => (record.id === inspection.id ? [{ sha256: 'a', name: '照片', caption: '' }] : [])).map((digest, index) => digest === before[index])).toEqual([false, true, true]);
});

test('the first version has the digests of before there were versions; a later one has others', () => {
  const planned = planDeliverables(profile, records).find(({ deliverable }) => deliverable.id === 'request');
  if (planned === undefined) throw new Error('not planned');
  const { ofFile } = createDataDigests();
  const source = { profile, records, photosOf: () => [] };
  const made = (version: number, reason: string): string => ofFile({ ...source, issuedOf: () => ({ state: 'made', version, reason, dataSha256: '' }) }, planned, false);
  expect([made(1, ''), made(2, '补记') === made(1, ''), made(2, '补记') === made(2, '更正')]).toEqual([ofFile(source, planned, false), false, false]);
});

test('digests that are remembered are those of their own source, file and kind of template', () => {
  const shared = createDataDigests();
  const photosOf = (): readonly { sha256: string; name: string; caption: string }[] => [{ sha256: 'a', name: '机柜.jpg', caption: '' }];
  const sources: readonly DigestSource[] = [records, [{ ...inspection, signOff: {} }, request, report], [inspection, { ...request, number: 'XQ-20240903-09' }, report]].map((all) => ({ profile, records: all, photosOf }));
  const asked = sources.flatMap((source) => planDeliverables(profile, source.records).flatMap((planned) => [true, false].map((shows) => ({ source, planned, shows }))));
  const answersOf = (digestsFor: () => ReturnType<typeof createDataDigests>): string[] =>
    asked.flatMap(({ source, planned, shows }) => { const { ofFile, ofPaper } = digestsFor(); return [ofFile(source, planned, shows), ofPaper(source, planned, shows)]; });
  const fresh = answersOf(createDataDigests);
  expect([answersOf(() => shared), answersOf(() => shared)]).toEqual([fresh, fresh]);
});
