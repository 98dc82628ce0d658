import type { KindBody, KindName } from '../records/kinds.ts';
import type { AnyRecord } from '../records/record.ts';

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
 * What reports may look at of another record; signatures, late entry and the contract's own fields aside. Equal facts give equal reports.
 */
export function reportFacts({ kind, number, date, status, body }: AnyRecord): { readonly kind: KindName; readonly number: string; readonly date: string; readonly status: string; readonly body: Readonly<Record<string, unknown>> } {
  const left: readonly string[] = unreported[kind];
  return { kind, number, date, status, body: Object.fromEntries(Object.entries(body).filter(([field]) => !left.includes(field))) };
}
