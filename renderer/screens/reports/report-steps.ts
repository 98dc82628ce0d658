import type { ContractProfile } from '../../../shared/contract/profile.ts';
import type { LocalDate } from '../../../shared/dates.ts';
import { carriedNotes } from '../../../shared/deliverables/report-notes.ts';
import type { ReportPeriod } from '../../../shared/ipc/report-channels.ts';
import type { QuestionBody } from '../../../shared/ipc/report-life-channels.ts';
import type { RecordInput, RecordOf } from '../../../shared/records/record.ts';
import type { Finding } from '../../../shared/rules/finding.ts';
import { historyInstant } from '../../forms/history-text.ts';
import { reviewQuestionWords } from '../../words/report-life.ts';
import { reportScreenWords, submissionWords } from '../../words/reports.ts';

/** Names a period in the address: `季度 Q1`. */
export function periodName({ type, key }: Pick<ReportPeriod, 'type' | 'key'>): string {
  return `${type} ${key}`;
}

/** Whether somebody has to do something about the report now. */
export function isToDo({ state }: Pick<ReportPeriod, 'state'>): boolean {
  return state === 'due' || state === 'draft' || state === 'written' || state === 'review-over' || state === 'questioned';
}

/** The period to begin with: the named one, the first with something to do, the one in review, or the one that runs. */
export function chosenPeriod(periods: readonly ReportPeriod[], name: string | undefined, today: LocalDate): ReportPeriod | undefined {
  return periods.find((period) => periodName(period) === name)
    ?? periods.find(isToDo)
    ?? periods.find(({ state }) => state === 'in-review')
    ?? periods.find(({ from, to }) => from <= today && today <= to)
    ?? periods.at(-1);
}

export type StepState = 'done' | 'now' | 'late' | 'coming' | 'failed' | 'missed';
export type ReportStep = { readonly id: 'write' | 'freeze' | 'submit' | 'review' | 'pass'; readonly state: StepState; readonly fact: string };

/** What has been done about a report and what comes next. */
export function reportSteps(period: ReportPeriod): ReportStep[] {
  const { state, dueOn, report, reviewUntil, frozen } = period;
  const isWritten = report?.status === 'final';
  const isSubmitted = isWritten && report.submittedOn !== undefined && state !== 'written';
  const isPassed = state === 'approved' || state === 'silently-approved';
  const reviewState: StepState = isPassed ? 'done' : state === 'questioned' ? 'failed' : state === 'in-review' ? 'now' : state === 'review-over' ? 'late' : 'coming';
  return [
    { id: 'write', state: isWritten ? 'done' : state === 'draft' ? 'now' : state === 'due' ? 'late' : 'coming', fact: report === undefined ? reportScreenWords.dueOn(dueOn) : reportScreenWords.number(report.number, report.writtenOn) },
    { id: 'freeze', state: frozen !== undefined ? 'done' : isSubmitted ? 'missed' : isWritten ? 'now' : 'coming', fact: frozen === undefined ? '' : reportScreenWords.frozen(frozen.version, historyInstant(frozen.madeAt)) },
    { id: 'submit', state: isSubmitted ? 'done' : state === 'written' && frozen !== undefined ? 'now' : 'coming', fact: isSubmitted && report.submittedOn !== undefined ? reportScreenWords.submittedOn(report.submittedOn, report.submittedTo) : reportScreenWords.dueOn(dueOn) },
    { id: 'review', state: reviewState, fact: reviewUntil === undefined || !isSubmitted ? '' : reportScreenWords.reviewUntil(reviewUntil) },
    { id: 'pass', state: isPassed ? 'done' : 'coming', fact: isPassed && report?.reviewedOn !== undefined ? reportScreenWords.reviewedOn(report.reviewedOn) : '' },
  ];
}

/** The findings that lie in a period, and those about its report. */
export function findingsOf(findings: readonly Finding[], period: ReportPeriod): Finding[] {
  return findings.filter(({ date, rule, recordIds }) => {
    if (period.report !== undefined && recordIds.includes(period.report.id)) return true;
    const isAboutReports = rule.startsWith('quarterly-report') || rule.startsWith('annual-report');
    if (isAboutReports) return period.report === undefined && date === period.dueOn && rule.startsWith(period.type === '年度' ? 'annual' : 'quarterly');
    // Reports on other periods are written in this one; they are not about it.
    if (rule.startsWith('report-') || rule.startsWith('review-')) return false;
    return date !== undefined && date >= period.from && date <= period.to;
  });
}

/** The written report on the period before this one. */
export function reportBefore(period: ReportPeriod, periods: readonly ReportPeriod[]): ReportPeriod['report'] {
  return periods.filter(({ type, to, report }) => type === period.type && to < period.from && report?.status === 'final').at(-1)?.report;
}

/**
 * A draft of the period's report, with everything that the period itself says.
 * @param before what the report before it says: its notes on the chapters go on
 */
export function newReport(period: ReportPeriod, profile: Pick<ContractProfile, 'people'>, today: LocalDate, before?: RecordOf<'report'>['body']): RecordInput {
  const vendor = profile.people.filter(({ side }) => side === 'vendor');
  const author = (vendor.find(({ role }) => /项目(经理|负责人)/.test(role)) ?? vendor[0])?.name;
  return {
    kind: 'report',
    status: 'draft',
    body: {
      date: today, reportType: period.type, periodFrom: period.from, periodTo: period.to, reviewState: '未提交',
      ...(period.ordinal === undefined ? {} : { ordinal: period.ordinal }),
      ...(author === undefined ? {} : { author }),
      ...(before === undefined ? {} : carriedNotes(before)),
    },
  };
}

type Report = RecordOf<'report'>;

function changed(record: Report, change: Partial<Report['body']>): RecordInput {
  const { id, kind, number, status, revision, extra, signOff, lateReason } = record;
  const body = Object.fromEntries(Object.entries({ ...record.body, ...change }).filter(([, value]) => value !== undefined));
  return { id, kind, number, status, revision, body, extra, signOff, ...(lateReason === undefined ? {} : { lateReason }) };
}

export type Submission = { readonly submittedOn: LocalDate; readonly submittedTo: string };

/** The report handed in: its review begins. What an earlier review objected to moves into the remarks, because a new review is to come. */
export function submitted(record: Report, { submittedOn, submittedTo }: Submission): RecordInput {
  const { reviewOpinion, reviewedOn, remark } = record.body;
  const earlier = reviewOpinion === undefined ? undefined : submissionWords.earlier(reviewedOn ?? record.date, reviewOpinion);
  const remarks = [remark, earlier].filter((text) => text !== undefined).join('\n');
  return changed(record, {
    submittedOn, submittedTo: submittedTo.trim() === '' ? undefined : submittedTo.trim(), reviewState: '评审中', reviewedOn: undefined, reviewOpinion: undefined,
    remark: remarks === '' ? undefined : remarks,
  });
}

export type ReviewResult = { readonly reviewState: '已通过' | '默认通过' | '有质疑'; readonly reviewedOn: LocalDate; readonly reviewOpinion: string };

/** The objection of a review as the customer's question, to be answered; undefined for a review without one. */
export function questionOf({ reviewState, reviewedOn, reviewOpinion }: ReviewResult, submittedTo: string | undefined): QuestionBody | undefined {
  return reviewState === '有质疑' ? { askedOn: reviewedOn, askedBy: submittedTo ?? reviewQuestionWords.clientSide, question: reviewOpinion.trim() } : undefined;
}

/** The report with what the customer said about it. */
export function reviewed(record: Report, { reviewState, reviewedOn, reviewOpinion }: ReviewResult): RecordInput {
  return changed(record, { reviewState, reviewedOn, reviewOpinion: reviewOpinion.trim() === '' ? undefined : reviewOpinion.trim() });
}
