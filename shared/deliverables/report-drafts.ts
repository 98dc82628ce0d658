import type { ContractProfile } from '../contract/profile.ts';
import type { AnyRecord, RecordOf } from '../records/record.ts';
import { reportData } from './report-data.ts';

type ReportBody = RecordOf<'report'>['body'];

/** Texts of a report that a person may write instead of what is drafted. */
export const writtenTexts = ['overview', 'problems', 'plan'] as const satisfies readonly (keyof ReportBody)[];

/** What the figures say in plain sentences, by the field of the form that stands beside it. */
export type ReportDrafts = Readonly<Record<(typeof writtenTexts)[number] | 'inspectionNote' | 'workNote' | 'requestNote' | 'incidentNote' | 'assuranceNote' | 'trainingNote' | 'surveyNote' | 'complaintNote', string>>;

/** What is drafted hangs on these alone; a form may not have more yet. */
export type DraftedReport = Pick<ReportBody, 'date' | 'reportType' | 'periodFrom' | 'periodTo' | 'figures'>;

/** The sentences that a report of this span prints: at the head of its chapters always, as overview, problems and plan until somebody writes them. */
export function reportDrafts(profile: ContractProfile, drafted: DraftedReport, records: readonly AnyRecord[]): ReportDrafts {
  const body: ReportBody = { ...drafted, author: '', reviewState: '未提交' };
  const report: RecordOf<'report'> = { id: '', contractId: '', kind: 'report', number: '', date: drafted.date, status: 'draft', title: '', body, extra: {}, signOff: {}, revision: 1, createdAt: '', updatedAt: '' };
  const tags = reportData(profile, report, records);
  return {
    overview: tags.工作综述, problems: tags.存在问题, plan: tags.下阶段计划,
    inspectionNote: tags.巡检小结, workNote: tags.工作小结, requestNote: tags.需求小结, incidentNote: tags.故障小结, assuranceNote: tags.备份小结,
    trainingNote: tags.培训小结, surveyNote: tags.满意度小结, complaintNote: tags.投诉小结,
  };
}
