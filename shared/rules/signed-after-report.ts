import { addDays, formatChineseDate, type LocalDate } from '../dates.ts';
import { within } from '../figures/record-index.ts';
import { kindNames, type KindName } from '../records/kinds.ts';
import type { AnyRecord } from '../records/record.ts';
import { defineRule, type Observation } from './define-rule.ts';
import { agedRecords, indexFor, listNumbers, nameOf } from './rule-records.ts';

/** Days that the customer's confirmation may take after a report went out: papers of a period's last days are still going round. */
const confirmationDays = 14;

/** What may still be worked on when the report is written is signed when it is done. */
const longKinds: ReadonlySet<KindName> = new Set(['request', 'incident', 'complaint', 'report']);

function isLate({ signOff }: AnyRecord, until: LocalDate): boolean {
  const { executedOn = '', reviewedOn = '', confirmedOn = '' } = signOff;
  return executedOn > until || reviewedOn > addDays(until, confirmationDays) || confirmedOn > addDays(until, confirmationDays);
}

/**
 * 日期链 单据 ≤ 签字 ≤ 报告: a report counts papers that were carried out and signed before it was written; reviewer and customer have
 * two weeks more. A report that is older than its own period is `report-date-order`'s matter.
 */
export const signedAfterReport = defineRule({
  id: 'signed-after-report',
  title: '单据签字晚于采用它的报告',
  severity: 'warning',
  observe: (input) => {
    const reports = agedRecords(input, 'report').filter(({ body }) => body.reportType !== '年度' && body.date >= body.periodTo);
    if (reports.length === 0) return [];
    const kinds = kindNames.filter((kind) => !longKinds.has(kind));
    const index = indexFor(input);
    return reports.flatMap((report): Observation[] => {
      const { periodFrom, periodTo, date, submittedOn } = report.body;
      // What counts is the day on which the report left the house, where it has one.
      const until = submittedOn ?? date;
      const span = { from: periodFrom, to: periodTo < input.today ? periodTo : input.today };
      const late = kinds.flatMap((kind): AnyRecord[] => {
        const records: readonly AnyRecord[] = index.final[kind];
        return within(records, span).filter((record) => isLate(record, until));
      });
      return late.length === 0 ? [] : [{
        message: `${nameOf(report)} ${submittedOn === undefined ? '编制' : '提交'}于 ${formatChineseDate(until)}，其中 ${late.length} 份单据的签字比它晚：${listNumbers(late)}。`,
        advice: `核对签字日期：执行人签字不晚于报告，审核、确认不晚于报告后 ${confirmationDays} 天；确属补签的，豁免并写明原因。`,
        recordIds: late.map(({ id }) => id),
        date: until,
      }];
    });
  },
});
