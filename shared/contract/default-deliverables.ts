import { kindNames, kindOf, type KindName } from '../records/kinds.ts';
import type { Deliverable } from './profile.ts';

/** How records of a kind are usually handed over: the id, the template, and how many go into one file. */
type Form = Pick<Deliverable, 'id' | 'layout' | 'grouping' | 'template'>;

const forms: Readonly<Record<KindName, Form>> = {
  report: { id: 'report', layout: 'form', grouping: 'record', template: 'quarterly-report.docx' },
  // 微信 and telephone make by far the most records: one table per month instead of a thousand single sheets.
  worklog: { id: 'worklog', layout: 'list', grouping: 'month', template: 'worklog-list.docx' },
  request: { id: 'request', layout: 'form', grouping: 'record', template: 'request.docx' },
  inspection: { id: 'inspection', layout: 'form', grouping: 'month', template: 'inspection.docx' },
  survey: { id: 'survey', layout: 'form', grouping: 'record', template: 'survey.docx' },
  incident: { id: 'incident', layout: 'form', grouping: 'record', template: 'incident.docx' },
  complaint: { id: 'complaint', layout: 'form', grouping: 'record', template: 'complaint.docx' },
  training: { id: 'training', layout: 'form', grouping: 'record', template: 'training.docx' },
  visit: { id: 'visit', layout: 'form', grouping: 'record', template: 'visit.docx' },
  'backup-run': { id: 'backup-run', layout: 'list', grouping: 'month', template: 'ledger-backup-run.xlsx' },
  change: { id: 'change', layout: 'list', grouping: 'month', template: 'ledger-change.xlsx' },
};

const reportForms = {
  季度: { id: 'quarterly-report', template: 'quarterly-report.docx' },
  年度: { id: 'annual-report', template: 'annual-report.docx' },
  月度: { id: 'monthly-report', template: 'quarterly-report.docx' },
} as const;

const ledgerNames: Readonly<Record<KindName, string>> = {
  inspection: '日常巡检台账', worklog: '日常工作台账', request: '用户需求台账', survey: '满意度调查台账', incident: '故障处理台账', complaint: '接诉即办台账',
  training: '培训台账', visit: '走访台账', 'backup-run': '备份台账', change: '变更实施台账', report: '服务报告台账',
};

/** Kinds whose forms a vendor keeps beside those the contract names. */
const addedForms: readonly KindName[] = ['incident', 'complaint', 'training', 'visit'];

/** Makes a title fit for a file name; the contract's 年底/季度 has a slash. */
export function fileTitle(title: string): string {
  return title.replace(/[\\/:*?"<>|]/g, '、').trim().slice(0, 180);
}

/** The usual form of one deliverable of a kind other than report. */
export function formDeliverable(kind: KindName, title: string, fromContract: boolean): Deliverable {
  return { ...forms[kind], title: fileTitle(title), kind, where: {}, fromContract, enabled: true };
}

/** A quarterly, annual or monthly report: one file per report. */
export function reportDeliverable(reportType: keyof typeof reportForms, title: string, fromContract: boolean): Deliverable {
  return { ...forms.report, ...reportForms[reportType], title: fileTitle(title), kind: 'report', where: { reportType }, fromContract, enabled: true };
}

/** A workbook with every record of a kind in the whole service period. */
export function ledgerDeliverable(kind: KindName, prefix: string): Deliverable {
  return { id: `ledger-${kind}`, title: fileTitle(`${prefix}${ledgerNames[kind]}`), kind, where: {}, layout: 'list', grouping: 'all', template: `ledger-${kind}.xlsx`, fromContract: false, enabled: true };
}

/**
 * What the vendor hands over beside the documents the contract names (包括但不限于): forms of further kinds, and a ledger per kind.
 * @param named deliverables that exist already; their ids and titles are not used again
 */
export function addedDeliverables(prefix: string, named: readonly Deliverable[]): Deliverable[] {
  const added = [...addedForms.map((kind) => formDeliverable(kind, `${prefix}${kindOf(kind).title}`, false)), ...kindNames.map((kind) => ledgerDeliverable(kind, prefix))];
  return added.filter((deliverable) => !named.some((other) => other.id === deliverable.id || other.title === deliverable.title));
}

/** The five documents that contracts of this kind usually name, for a contract that names none. */
export function usualDeliverables(prefix: string): Deliverable[] {
  const forms = (['worklog', 'request', 'inspection', 'survey'] as const).map((kind) => formDeliverable(kind, `${prefix}${kindOf(kind).title}`, false));
  return [reportDeliverable('季度', `${prefix}季度总结报告`, false), reportDeliverable('年度', `${prefix}年度总结报告`, false), ...forms];
}
