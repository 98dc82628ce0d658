import { reportAsOf } from '../figures/figures.ts';
import type { KindBody, KindName } from '../records/kinds.ts';
import type { AnyRecord, RecordOf } from '../records/record.ts';

/**
 * Fields that stand on a record's own paper only: no report counts, lists or quotes them. A remark added in July must not make the signed report
 * of the first quarter look outdated. What is not named here may be looked at by reports.
 */
const unreported: { readonly [K in KindName]: readonly (keyof KindBody<K>)[] } = {
  inspection: ['cycle', 'inspector', 'system', 'dutyType', 'remark'],
  worklog: ['startTime', 'endTime', 'module', 'requester', 'requesterUnit', 'requesterPhone', 'dutyType', 'remark'],
  request: ['requesterPhone', 'impact', 'chargeNote', 'decidedBy', 'testConclusion', 'acceptance', 'remark'],
  survey: ['phone', 'staff', 'remark'],
  incident: ['reporterPhone', 'planNumber', 'remark'],
  complaint: ['phone', 'appellantUnit', 'notice', 'remark'],
  training: ['purpose', 'place', 'summary', 'materials', 'organizer', 'remark'],
  visit: ['place', 'visitors', 'phone', 'purpose', 'remark'],
  'backup-run': ['location', 'verification', 'remark'],
  change: ['steps', 'rollbackPlan', 'verification', 'approver', 'remark'],
  report: ['remark'],
};

/**
 * Whether a report may look at a record: at what was there on its day, void forms among it, which keep their number; and at the reports on parts of
 * its span, whenever they were written.
 */
export function isKnownTo({ body }: RecordOf<'report'>, record: AnyRecord): boolean {
  if (record.status === 'draft') return false;
  const isPart = record.kind === 'report' && record.body.periodFrom >= body.periodFrom && record.body.periodTo <= body.periodTo;
  return isPart || record.date <= reportAsOf(body);
}

/** A record parted into what reports may look at and what only its own paper shows, its signatures aside. */
export type PartedFacts = { readonly reported: ReportFacts; readonly ownPaper: OwnPaperFacts };

/** Equal facts give equal reports. */
export type ReportFacts = { readonly kind: KindName; readonly number: string; readonly date: string; readonly status: string; readonly body: Body };

type Body = Readonly<Record<string, unknown>>;

export type OwnPaperFacts = Pick<AnyRecord, 'extra' | 'lateReason' | 'voidReason'> & { readonly body: Body };

/** Together both parts are everything that a record's own paper shows beside its signatures. */
export function partedFacts({ kind, number, date, status, body, extra, lateReason, voidReason }: AnyRecord): PartedFacts {
  const left: readonly string[] = unreported[kind];
  const [own, shared] = [new Map<string, unknown>(), new Map<string, unknown>()];
  for (const [field, value] of Object.entries(body)) (left.includes(field) ? own : shared).set(field, value);
  return { reported: { kind, number, date, status, body: Object.fromEntries(shared) }, ownPaper: { body: Object.fromEntries(own), extra, lateReason, voidReason } };
}
