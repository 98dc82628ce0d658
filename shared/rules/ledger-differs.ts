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
type Sum = { readonly figures: readonly string[]; readonly of: (record: AnyRecord) => number };

function counted(...figures: readonly string[]): Sum {
  return { figures, of: () => 1 };
}

/** What the last row of a ledger says, and the figures of a report that must add up to the same. */
const totals: readonly (readonly [KindName, readonly Sum[]])[] = [
  ['inspection', [counted('inspection.count')]],
  ['worklog', [counted('work.count'), { figures: ['work.hours'], of: (record) => (record.kind === 'worklog' ? record.body.hours : 0) }]],
  ['request', [counted('request.count')]],
  ['survey', [counted('survey.count')]],
  ['incident', [counted('incident.count', 'incident.drills')]],
  ['complaint', [counted('complaint.count')]],
  ['training', [counted('training.count')]],
  ['visit', [counted('visit.count')]],
  ['backup-run', [counted('backup.count')]],
];

type Spans = Readonly<Record<Deliverable['grouping'], readonly { readonly from: string; readonly to: string }[]>>;

/** What the files of a list are about, by how they are grouped. */
function spansOf(profile: ContractProfile): Spans {
  return { month: monthsOf(profile.service), quarter: reportingPeriods(profile), all: [profile.service], record: [] };
}

/** Whether the files of a list, taken together, are about exactly the report's days. */
function coversReport(spans: Spans, { grouping }: Deliverable, { body: { periodFrom, periodTo } }: Report): boolean {
  return spans[grouping].some(({ from }) => from === periodFrom) && spans[grouping].some(({ to }) => to === periodTo);
}

/** How a report's number differs from what a ledger of `listed` adds up to; undefined where it does not, or where the report is plainly wrong. */
function difference({ body }: Report, { figures, of }: Sum, own: readonly AnyRecord[], listed: readonly AnyRecord[]): { readonly text: string } | undefined {
  const rows = body.figures.filter(({ figure }) => figures.includes(figure));
  if (rows.length !== figures.length) return undefined;
  const decimals = findFigure(figures[0] ?? '')?.decimals ?? 0;
  const sum = (records: readonly AnyRecord[]): number => roundTo(records.reduce((total, record) => total + of(record), 0), decimals);
  const stated = roundTo(rows.reduce((total, row) => total + row.value, 0), decimals);
  const isAdjusted = rows.some(({ reason }) => reason !== undefined);
  if (stated === sum(listed) || (stated !== sum(own) && !isAdjusted)) return undefined;
  return { text: `${rows.map(({ label }) => label).join('、')}写 ${stated}，台账合计 ${sum(listed)}` };
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
    const spans = spansOf(input.profile);
    return agedRecords(input, 'report').flatMap((report) => totals.flatMap(([kind, sums]): Observation[] => {
      const lists = enabled.filter((deliverable) => deliverable.kind === kind && deliverable.layout === 'list' && coversReport(spans, deliverable, report));
      if (lists.length === 0) return [];
      const records: readonly AnyRecord[] = index.final[kind];
      const own = within(records, { from: report.body.periodFrom, to: report.body.periodTo });
      // Most contracts have one ledger for all records of a kind.
      const left = lists.some(({ where }) => Object.keys(where).length === 0) ? [] : own.filter((record) => !lists.some((list) => shows(list, record)) && enabled.some((deliverable) => shows(deliverable, record)));
      const listed = left.length === 0 ? own : own.filter((record) => !left.includes(record));
      const differences = sums.flatMap((sum) => difference(report, sum, own, listed) ?? []);
      if (differences.length === 0) return [];
      const about = { message: `${nameOf(report)} 与同一期间的${kindOf(kind).title}台账不符：${differences.map(({ text }) => text).join('；')}`, date: report.date };
      return left.length === 0 ? [{
        ...about,
        severity: 'notice',
        message: `${about.message}。报告数字是人工调整的。`,
        advice: '台账由记录算出；核对调整原因是否写明，验收时会被问到。',
        recordIds: [report.id],
      }] : [{
        ...about,
        message: `${about.message}。台账没有收录 ${listNumbers(left)}。`,
        advice: '在合同档案的交付文件里放宽台账的收录范围，或另设一份收录它们的台账。',
        recordIds: [report.id, ...left.map(({ id }) => id)],
        mending: [{ action: 'edit-profile', field: 'deliverables' }],
      }];
    }));
  },
});
