import { reportingPeriods } from '../contract/periods.ts';
import { findFigure } from '../figures/figures.ts';
import { roundTo } from '../figures/tally.ts';
import type { RecordOf } from '../records/record.ts';
import { defineRule, type Observation } from './define-rule.ts';
import type { RuleInput } from './finding.ts';
import { agedRecords, nameOf } from './rule-records.ts';
import { comparedRow, type StatedRow } from './stated-figure.ts';

type Report = RecordOf<'report'>;
type Placed = { readonly report: Report; readonly row: StatedRow };

/** Whether a row says what the records say; a wrong one without a reason is `report-figures-differ`'s matter. */
function isCounted(input: RuleInput, { report, row }: Placed): boolean {
  return comparedRow(input, report, row)?.agrees === true;
}

/** The one quarterly report of every reporting period, in order; undefined while any is missing or there are two. */
function quarterlyReports(input: RuleInput, reports: readonly Report[]): Report[] | undefined {
  const quarterly = reports.filter(({ body }) => body.reportType === '季度');
  const ofPeriods = reportingPeriods(input.profile).map(({ from, to }) => quarterly.filter(({ body }) => body.periodFrom === from && body.periodTo === to));
  return ofPeriods.every(({ length }) => length === 1) ? ofPeriods.flat() : undefined;
}

/**
 * 各季度之和 = 年度, for the figures whose definition says that periods add up. What was closed only after a quarter's report
 * is honest in both reports; only numbers that a person adjusted can break the sum, and these are shown.
 */
export const reportSumDiffers = defineRule({
  id: 'report-sum-differs',
  title: '各季度报告之和与年度报告不符',
  severity: 'error',
  observe: (input) => {
    const reports = agedRecords(input, 'report');
    const quarters = quarterlyReports(input, reports);
    if (quarters === undefined || quarters.length === 0) return [];
    const { from, to } = input.profile.service;
    return reports.filter(({ body }) => body.reportType === '年度' && body.periodFrom === from && body.periodTo === to).flatMap((annual): Observation[] => {
      const problems = annual.body.figures.flatMap((row) => {
        const figure = findFigure(row.figure);
        if (figure === undefined || !figure.additive) return [];
        const parts = quarters.flatMap((report): Placed[] => report.body.figures.flatMap((own) => (own.figure === row.figure ? [{ report, row: own }] : [])));
        const all: readonly Placed[] = [...parts, { report: annual, row }];
        const sum = roundTo(parts.reduce((total, part) => total + part.row.value, 0), figure.decimals);
        if (parts.length !== quarters.length || sum === roundTo(row.value, figure.decimals) || all.every((part) => part.row.reason === undefined)) return [];
        return all.every((part) => part.row.reason !== undefined || isCounted(input, part)) ? [{ text: `${row.label}各季度合计 ${sum}，年度写 ${row.value}`, reports: all.filter((part) => part.row.reason !== undefined).map(({ report }) => report) }] : [];
      });
      if (problems.length === 0) return [];
      const adjusted = [...new Set(problems.flatMap((problem) => problem.reports))];
      return [{
        message: `${nameOf(annual)} 有 ${problems.length} 个数字与各季度报告之和不符：${problems.slice(0, 3).map(({ text }) => text).join('；')}${problems.length > 3 ? '；等' : ''}。`,
        advice: `人工调整过的数字在 ${adjusted.map(({ number }) => number).join('、')}：季度与年度要一同调整，或一同改回记录的数字。`,
        recordIds: [...new Set([annual.id, ...adjusted.map(({ id }) => id)])],
        date: annual.date,
      }];
    });
  },
});
