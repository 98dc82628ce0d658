import { monthsOf, reportDueDay, reportingPeriods, type Period } from '../contract/periods.ts';
import { formatChineseDate } from '../dates.ts';
import { hasMonthlyReports } from '../figures/report-clocks.ts';
import type { RecordOf } from '../records/record.ts';
import { recordsOf } from '../records/record.ts';
import { defineRule, type Observation } from './define-rule.ts';
import type { RuleInput } from './finding.ts';
import { agedRecords, nameOf } from './rule-records.ts';

type Report = RecordOf<'report'>;

function span(period: Pick<Period, 'from' | 'to'>): string {
  return `${formatChineseDate(period.from)}至${formatChineseDate(period.to)}`;
}

function overlaps(report: Report, period: Period): boolean {
  return report.body.periodFrom <= period.to && report.body.periodTo >= period.from;
}

function missing(input: RuleInput, type: Report['body']['reportType'], period: Period, name: string): Observation[] {
  const due = reportDueDay(input.profile, period.to);
  if (input.today <= due) return [];
  const written = agedRecords(input, 'report').filter((report) => report.body.reportType === type);
  if (written.some((report) => report.body.periodFrom === period.from && report.body.periodTo === period.to)) return [];
  // A report that covers no period exactly and overlaps this one was meant for it, but says other days.
  const exact = (report: Report) => (type === '月度' ? monthsOf(input.profile.service) : reportingPeriods(input.profile)).some((other) => other.from === report.body.periodFrom && other.to === report.body.periodTo);
  const near = written.find((report) => overlaps(report, period) && !exact(report));
  if (near !== undefined) {
    return [{
      message: `${name}应为 ${span(period)}，${nameOf(near)} 写的是 ${span({ from: near.body.periodFrom, to: near.body.periodTo })}。`,
      advice: '改正报告的起止日期，重新生成报告数字。',
      recordIds: [near.id],
      date: due,
    }];
  }
  const draft = recordsOf(input.records, 'report').find((report) => report.status === 'draft' && report.body.reportType === type && overlaps(report, period));
  return [{
    message: `缺${name}（${span(period)}），应在 ${formatChineseDate(due)} 前提交${draft === undefined ? '' : '，目前只有草稿'}。`,
    advice: draft === undefined ? '编制并提交这份报告。' : '完成草稿并转为正式。',
    recordIds: draft === undefined ? [] : [draft.id],
    date: due,
    ...(draft === undefined ? { mending: [{ action: 'add-record', kind: 'report', date: due }] } : {}),
  }];
}

/** 缺季度报告 (合同第十章 3: 每三个月提交). */
export const quarterlyReportMissing = defineRule({
  id: 'quarterly-report-missing',
  title: '缺季度报告',
  severity: 'error',
  observe: (input) => reportingPeriods(input.profile).flatMap((period) => missing(input, '季度', period, `${period.label}服务工作总结报告`)),
});

/** 缺月度报告, where the contract hands one over for each month (月报季评, 合同第十章 6). */
export const monthlyReportMissing = defineRule({
  id: 'monthly-report-missing',
  title: '缺月度报告',
  severity: 'error',
  observe: (input) => (hasMonthlyReports(input.profile) ? monthsOf(input.profile.service) : []).flatMap((month) => missing(input, '月度', month, `${month.label}服务工作总结报告`)),
});

/** 缺年度报告: due once the service period is over. */
export const annualReportMissing = defineRule({
  id: 'annual-report-missing',
  title: '缺年度报告',
  severity: 'error',
  observe: (input) => missing(input, '年度', { key: 'all', label: '年度', ...input.profile.service }, '年度服务工作总结报告'),
});
