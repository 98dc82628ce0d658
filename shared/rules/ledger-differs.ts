import { monthsOf, reportingPeriods } from '../contract/periods.ts';
import type { ContractProfile, Deliverable } from '../contract/profile.ts';
import { shows } from '../deliverables/plan.ts';
import { findFigure } from '../figures/figures.ts';
import { within } from '../figures/record-index.ts';
import { roundTo } from '../figures/tally.ts';
import { kindOf, type KindName } from '../records/kinds.ts';
import type { AnyRecord, RecordOf } from '../records/record.ts';
import { defineRule, type Observation } from './define-rule.ts';
import { agedRecords, indexFor, listNumbers, nameOf } from './rule-records.ts';

type Report = RecordOf<'report'>;
type Total = { readonly kind: KindName; readonly figures: readonly string[]; readonly of: (record: AnyRecord) => number };

const one = (): number => 1;

/** What the last row of a ledger says, and the figures of a report that must add up to the same. */
const totals: readonly Total[] = [
  { kind: 'inspection', figures: ['inspection.count'], of: one },
  { kind: 'worklog', figures: ['work.count'], of: one },
  { kind: 'worklog', figures: ['work.hours'], of: (record) => (record.kind === 'worklog' ? record.body.hours : 0) },
  { kind: 'request', figures: ['request.count'], of: one },
  { kind: 'survey', figures: ['survey.count'], of: one },
  { kind: 'incident', figures: ['incident.count', 'incident.drills'], of: one },
  { kind: 'complaint', figures: ['complaint.count'], of: one },
  { kind: 'training', figures: ['training.count'], of: one },
  { kind: 'visit', figures: ['visit.count'], of: one },
  { kind: 'backup-run', figures: ['backup.count'], of: one },
];

/** Whether the files of a list, taken together, are about exactly the report's days. */
function coversReport(profile: ContractProfile, { grouping }: Deliverable, { body: { periodFrom, periodTo } }: Report): boolean {
  const periods = grouping === 'month' ? monthsOf(profile.service) : grouping === 'quarter' ? reportingPeriods(profile) : [profile.service];
  return grouping !== 'record' && periods.some(({ from }) => from === periodFrom) && periods.some(({ to }) => to === periodTo);
}

/**
 * 台账合计 ≠ 报告数字. Both are counted from the records, so that only two things can part them: a ledger that is made to leave records out, and
 * a number that a person adjusted in the report. A report that is plainly wrong is `report-figures-differ`'s matter, a record that is in no
 * document at all `document-not-delivered`'s.
 */
export const ledgerDiffers = defineRule({
  id: 'ledger-differs',
  title: '台账合计与报告数字不符',
  severity: 'warning',
  observe: (input) => {
    const enabled = input.profile.deliverables.filter((deliverable) => deliverable.enabled);
    const index = indexFor(input);
    return agedRecords(input, 'report').flatMap((report) => totals.flatMap(({ kind, figures, of }): Observation[] => {
      const rows = figures.map((id) => report.body.figures.find((row) => row.figure === id));
      const lists = enabled.filter((deliverable) => deliverable.kind === kind && deliverable.layout === 'list' && coversReport(input.profile, deliverable, report));
      if (lists.length === 0 || rows.some((row) => row === undefined)) return [];
      const records: readonly AnyRecord[] = index.final[kind];
      const own = within(records, { from: report.body.periodFrom, to: report.body.periodTo });
      const left = own.filter((record) => !lists.some((list) => shows(list, record)) && enabled.some((deliverable) => shows(deliverable, record)));
      const decimals = findFigure(figures[0] ?? '')?.decimals ?? 0;
      const sum = (counted: readonly AnyRecord[]): number => roundTo(counted.reduce((total, record) => total + of(record), 0), decimals);
      const stated = roundTo(rows.reduce((total, row) => total + (row?.value ?? 0), 0), decimals);
      const isAdjusted = rows.some((row) => row?.reason !== undefined) && stated !== sum(own);
      if (left.length === 0 && !isAdjusted) return [];
      const listed = sum(own.filter((record) => !left.includes(record)));
      const what = rows.map((row) => row?.label ?? '').join('、');
      return [{
        ...(left.length === 0 ? { severity: 'notice' } : {}),
        message: `${nameOf(report)} 的${what}写 ${stated}，同一期间的${kindOf(kind).title}台账合计 ${listed}${left.length === 0 ? '，报告数字是人工调整的' : `，台账没有收录 ${listNumbers(left)}`}。`,
        advice: left.length === 0 ? '台账由记录算出；核对调整原因是否写明，验收时会被问到。' : '在合同档案的交付文件里放宽台账的收录范围，或另设一份收录它们的台账。',
        recordIds: [report.id, ...left.map(({ id }) => id)],
        date: report.date,
        mending: left.length === 0 ? [{ action: 'open-record', recordId: report.id }] : [{ action: 'edit-profile', field: 'deliverables' }],
      } as const];
    }));
  },
});
