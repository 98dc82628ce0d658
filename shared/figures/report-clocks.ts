import { monthsOf, reportDueDay, reportingPeriods, reviewDeadline, type Period } from '../contract/periods.ts';
import type { ContractProfile } from '../contract/profile.ts';
import { daysBetween, type LocalDate } from '../dates.ts';
import { recordsOf, type AnyRecord, type RecordOf } from '../records/record.ts';

type Report = RecordOf<'report'>;

/**
 * Where the report of a period stands. `review-over`: the review days are over and nobody has written down the result yet;
 * where silence approves it is approved in fact.
 */
export type ReportState = 'not-due' | 'due' | 'draft' | 'written' | 'in-review' | 'review-over' | 'approved' | 'silently-approved' | 'questioned';

export type ReportClock = {
  readonly type: Report['body']['reportType'];
  readonly period: Period;
  /** First day on which it can be handed in. */
  readonly dueOn: LocalDate;
  readonly state: ReportState;
  readonly report?: Report | undefined;
  /** Last day of the customer's review, once it was submitted. */
  readonly reviewUntil?: LocalDate | undefined;
  /** Days to the end of the review, 0 on its last day; to `dueOn`, negative when late, while it is not submitted. Absent when nothing runs any more. */
  readonly daysLeft?: number | undefined;
};

function isOn(report: Report, period: Period): boolean {
  return report.body.periodFrom === period.from && report.body.periodTo === period.to;
}

/** A draft may lack anything, also the days it is about. */
function isDraftOn(report: Report, period: Period): boolean {
  const { periodFrom, periodTo } = report.body as Partial<Report['body']>;
  return periodFrom !== undefined && periodTo !== undefined && periodFrom <= period.to && periodTo >= period.from;
}

function reportedState(report: Report, reviewUntil: LocalDate | undefined, today: LocalDate): ReportState {
  switch (report.body.reviewState) {
    case '未提交': return 'written';
    case '评审中': return reviewUntil !== undefined && reviewUntil < today ? 'review-over' : 'in-review';
    case '已通过': return 'approved';
    case '默认通过': return 'silently-approved';
    case '有质疑': return 'questioned';
    default: return report.body.reviewState satisfies never;
  }
}

function clockOf(type: ReportClock['type'], period: Period, reports: readonly Report[], profile: ContractProfile, today: LocalDate): ReportClock {
  const dueOn = reportDueDay(profile, period.to);
  const ofType = reports.filter((report) => report.body.reportType === type);
  const report = ofType.findLast((candidate) => candidate.status === 'final' && isOn(candidate, period));
  if (report !== undefined) {
    const { submittedOn } = report.body;
    const reviewUntil = submittedOn === undefined ? undefined : reviewDeadline(profile, submittedOn);
    const state = reportedState(report, reviewUntil, today);
    const runsTo = state === 'written' ? dueOn : state === 'in-review' ? reviewUntil : undefined;
    return { type, period, dueOn, state, report, reviewUntil, daysLeft: runsTo === undefined ? undefined : daysBetween(today, runsTo) };
  }
  const draft = ofType.findLast((candidate) => candidate.status === 'draft' && isDraftOn(candidate, period));
  const state = draft !== undefined ? 'draft' : today <= dueOn ? 'not-due' : 'due';
  return { type, period, dueOn, state, report: draft, daysLeft: daysBetween(today, dueOn) };
}

/** The quarterly reports of the contract and the annual one, each with the clock that runs for it (合同第十章 3). */
export function reportClocks(profile: ContractProfile, records: readonly AnyRecord[], today: LocalDate): ReportClock[] {
  const reports = recordsOf(records, 'report');
  return [
    ...reportingPeriods(profile).map((period) => clockOf('季度', period, reports, profile, today)),
    clockOf('年度', { key: 'all', label: '年度', ...profile.service }, reports, profile, today),
  ];
}

/** Whether the contract hands over a report for each month, too. */
export function hasMonthlyReports(profile: Pick<ContractProfile, 'deliverables'>): boolean {
  return profile.deliverables.some(({ enabled, kind, where }) => enabled && kind === 'report' && where['reportType'] === '月度');
}

/** As `reportClocks`, and behind them the monthly reports where the contract has such a deliverable: the many months would hide what every contract asks for. */
export function allReportClocks(profile: ContractProfile, records: readonly AnyRecord[], today: LocalDate): ReportClock[] {
  const reports = hasMonthlyReports(profile) ? recordsOf(records, 'report') : [];
  const months = hasMonthlyReports(profile) ? monthsOf(profile.service) : [];
  return [...reportClocks(profile, records, today), ...months.map((period) => clockOf('月度', period, reports, profile, today))];
}
