import type { ContractProfile } from '../contract/profile.ts';
import type { RecordIndex } from '../figures/record-index.ts';
import type { AnyRecord, RecordOf } from '../records/record.ts';
import { reportContext, valueOf } from './report-context.ts';
import { inspectionSummary } from './report-inspections.ts';
import { complaintChapter, surveyChapter, trainingChapter } from './report-people.ts';
import { assuranceChapter, incidentChapter, requestChapter } from './report-service.ts';
import { draftOverview, draftPlan, draftProblems } from './report-summary.ts';
import { workSummary } from './report-work.ts';

type ReportBody = RecordOf<'report'>['body'];

/** Texts of a report that a person may write instead of what is drafted. */
export const writtenTexts = ['overview', 'problems', 'plan'] as const satisfies readonly (keyof ReportBody)[];

/** What the figures say in plain sentences, by the field of the form that stands beside it. */
export type ReportDrafts = Readonly<Record<(typeof writtenTexts)[number] | 'inspectionNote' | 'workNote' | 'requestNote' | 'incidentNote' | 'assuranceNote' | 'trainingNote' | 'surveyNote' | 'complaintNote', string>>;

/** What is drafted hangs on these alone; a form may not have more yet. */
export type DraftedReport = Pick<ReportBody, 'date' | 'reportType' | 'periodFrom' | 'periodTo' | 'figures'>;

/** Each goes through all the work of the span; what was counted is kept by the context. */
const costly = ['work.count', 'work.hours', 'work.finished', 'effort.hours', 'effort.personMonths'] as const;

/**
 * The sentences that a report of this span prints: at the head of its chapters always, as overview, problems and plan until somebody writes them.
 * In steps, for a caller that lets others in between; of the chapters' tables only the small ones are made.
 * @param index `indexRecords(records)`
 */
export function* reportDraftSteps(profile: ContractProfile, drafted: DraftedReport, records: readonly AnyRecord[], index: RecordIndex): Generator<undefined, ReportDrafts> {
  const body: ReportBody = { ...drafted, author: '', reviewState: '未提交' };
  const report: RecordOf<'report'> = { id: '', contractId: '', kind: 'report', number: '', date: drafted.date, status: 'draft', title: '', body, extra: {}, signOff: {}, revision: 1, createdAt: '', updatedAt: '' };
  const context = reportContext(profile, report, records, index);
  const inspectionNote = inspectionSummary(context);
  yield undefined;
  for (const figure of costly) {
    valueOf(context, figure);
    yield undefined;
  }
  const workNote = workSummary(context);
  yield undefined;
  const requestNote = requestChapter(context).需求小结;
  const incidentNote = incidentChapter(context).故障小结;
  const assuranceNote = assuranceChapter(context).备份小结;
  yield undefined;
  const trainingNote = trainingChapter(context).培训小结;
  const surveyNote = surveyChapter(context).满意度小结;
  const complaintNote = complaintChapter(context).投诉小结;
  yield undefined;
  const overview = draftOverview(context);
  yield undefined;
  const problems = draftProblems(context);
  yield undefined;
  return { overview, problems, plan: draftPlan(context), inspectionNote, workNote, requestNote, incidentNote, assuranceNote, trainingNote, surveyNote, complaintNote };
}
