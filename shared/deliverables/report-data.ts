import { reviewDeadline } from '../contract/periods.ts';
import type { ContractProfile } from '../contract/profile.ts';
import { daysBetween, formatChineseDate } from '../dates.ts';
import { inspectionDays } from '../figures/inspections.ts';
import { indexRecords, type RecordIndex } from '../figures/record-index.ts';
import type { QuestionBody } from '../ipc/report-life-channels.ts';
import type { AnyRecord, RecordOf } from '../records/record.ts';
import { formatNumber } from './format-value.ts';
import { deliverableTable, documentTable, dutyTable, quarterComparison } from './report-annual.ts';
import { noteParagraphs, paragraphs } from './report-notes.ts';
import { periodComparison } from './report-comparison.ts';
import { reportCharts } from './report-charts.ts';
import { dateText, formatSpan, nothing, numberedRows, reportContext, type ReportContext } from './report-context.ts';
import { inspectionChapter } from './report-inspections.ts';
import { complaintChapter, surveyChapter, trainingChapter } from './report-people.ts';
import { assuranceChapter, incidentChapter, requestChapter } from './report-service.ts';
import { draftOverview, draftPlan, draftProblems, summaryTable } from './report-summary.ts';
import type { QuestionRow, ReportTags } from './report-tags.ts';
import { workChapter } from './report-work.ts';

/** `552,600.00` */
function formatMoney(yuan: number): string {
  const [whole = '0', cents = '00'] = yuan.toFixed(2).split('.');
  return `${whole.replaceAll(/\B(?=(\d{3})+$)/g, ',')}.${cents}`;
}

/** 第一季度服务工作总结报告 · 年度服务工作总结报告 · 2024年8月服务工作总结报告 */
function reportName({ report, input }: ReportContext): string {
  return `${report.body.reportType === '年度' ? '年度' : input.period.label}服务工作总结报告`;
}

/** What the report is about, in one paragraph. */
function introduction({ profile, report, input }: ReportContext): string {
  const { service, serviceItems } = profile;
  const quantity = formatNumber(serviceItems.reduce((sum, item) => sum + item.quantity, 0), 2);
  return `根据《${profile.title}》，${profile.vendor.name}为${profile.client.name}提供${profile.projectName}的运行维护服务，`
    + `服务期自${formatChineseDate(service.from)}起至${formatChineseDate(service.to)}止，共 ${daysBetween(service.from, service.to) + 1} 天；`
    + `合同价款 ${formatMoney(profile.price.total)} 元${serviceItems.length === 0 ? '' : `，含 ${serviceItems.length} 个服务项、合计 ${quantity} ${serviceItems[0]?.unit ?? '人月'}`}。`
    + `本报告总结${formatSpan({ from: report.body.periodFrom, to: report.body.periodTo })}的服务工作，`
    + `期间 ${daysBetween(report.body.periodFrom, report.body.periodTo) + 1} 天，其中工作日 ${inspectionDays(input).length} 天。`;
}

function review({ profile, report }: ReportContext): ReportTags['评审'] {
  const { submittedOn, submittedTo, reviewState, reviewedOn, reviewOpinion } = report.body;
  const { reviewDays, reviewDayType, silenceApproves } = profile.reporting;
  const term = reviewDayType === 'working' ? `${reviewDays} 个工作日` : `${reviewDays} 日`;
  const deadline = submittedOn === undefined ? undefined : formatChineseDate(reviewDeadline(profile, submittedOn));
  const silent = reviewState === '默认通过' && submittedOn !== undefined
    ? `甲方于${formatChineseDate(submittedOn)}收到本报告，至${deadline ?? ''}评审期满未提出质疑，视为通过评审。`
    : undefined;
  return {
    // Left empty, not dashed: these are written by hand on the printed page until they are known.
    提交日期: submittedOn === undefined ? '' : formatChineseDate(submittedOn),
    签收人: submittedTo ?? '',
    评审期限: term,
    评审截止日期: deadline ?? '',
    评审状态: reviewState,
    评审日期: reviewedOn === undefined ? '' : formatChineseDate(reviewedOn),
    评审意见: reviewOpinion ?? silent ?? '',
    评审说明: `甲方自收到本报告之日起 ${term}内进行评审或提出质疑${silenceApproves ? '，期满未提出质疑的，视为通过评审' : ''}。`,
  };
}

/** 质疑与答复 by the day on which it was asked. */
function questionRows(questions: readonly QuestionBody[]): QuestionRow[] {
  return numberedRows(questions.toSorted((a, b) => (a.askedOn < b.askedOn ? -1 : a.askedOn > b.askedOn ? 1 : 0)), ({ askedOn, askedBy, question, answeredOn, answeredBy, answer }) => ({
    提出日期: dateText(askedOn), 提出人: askedBy, 质疑内容: question, 答复日期: dateText(answeredOn), 答复人: answeredBy ?? nothing, 答复内容: answer ?? '尚未答复',
  }));
}

function heading(context: ReportContext): Pick<ReportTags, '标题' | '报告名称' | '是季度报告' | '是年度报告' | '是月度报告' | '期间' | '期间起' | '期间止' | '期间起止' | '期间天数' | '期间工作日数' | '编制日期' | '编制单位' | '合同价款' | '签约日期'> {
  const { profile, report, input } = context;
  const { periodFrom, periodTo, reportType, date } = report.body;
  return {
    标题: `${profile.deliverablePrefix}${reportName(context)}`,
    报告名称: reportName(context),
    是季度报告: reportType === '季度',
    是年度报告: reportType === '年度',
    是月度报告: reportType === '月度',
    期间: input.period.label,
    期间起: formatChineseDate(periodFrom),
    期间止: formatChineseDate(periodTo),
    期间起止: formatSpan({ from: periodFrom, to: periodTo }),
    期间天数: String(daysBetween(periodFrom, periodTo) + 1),
    期间工作日数: String(inspectionDays(input).length),
    编制日期: formatChineseDate(date),
    编制单位: profile.vendor.name,
    合同价款: formatMoney(profile.price.total),
    签约日期: formatChineseDate(profile.signedOn),
  };
}

/**
 * Everything that a quarterly, annual or monthly report prints, computed from the figures as of the day it was written.
 * To be laid over `recordData` of the same record.
 * @param records all records of the contract: cumulative numbers and later closings are outside the period
 * @param questions what the customer asked about the report
 * @param index `indexRecords(records)`, for callers that have it or make several reports
 */
export function reportData(profile: ContractProfile, report: RecordOf<'report'>, records: readonly AnyRecord[], questions: readonly QuestionBody[] = [], index: RecordIndex = indexRecords(records)): ReportTags {
  const context = reportContext(profile, report, records, index);
  const { overview, problems, plan, reportType } = report.body;
  const annual = reportType === '年度';
  const vendorTeam = profile.people.filter((person) => person.side === 'vendor');
  const documents = documentTable(context);
  const inspections = inspectionChapter(context);
  const work = workChapter(context);
  const quarters = annual ? quarterComparison(context) : [];
  const comparison = periodComparison(context);
  return {
    ...heading(context),
    项目概述: introduction(context),
    项目概述段落: paragraphs(introduction(context)),
    项目团队: numberedRows(vendorTeam, (person) => ({ 姓名: person.name, 职责: person.role, 单位: person.unit === '' ? profile.vendor.name : person.unit })),
    有项目团队: vendorTeam.length > 0,
    工作综述: overview ?? draftOverview(context),
    工作综述段落: paragraphs(overview ?? draftOverview(context)),
    数字摘要: summaryTable(context),
    ...comparison,
    ...noteParagraphs(report.body),
    ...inspections,
    ...work,
    ...requestChapter(context),
    ...incidentChapter(context),
    ...assuranceChapter(context),
    ...trainingChapter(context),
    ...surveyChapter(context),
    ...complaintChapter(context),
    存在问题: problems ?? draftProblems(context),
    存在问题段落: paragraphs(problems ?? draftProblems(context)),
    下阶段计划: plan ?? draftPlan(context),
    下阶段计划段落: paragraphs(plan ?? draftPlan(context)),
    四季对比: quarters,
    合同义务: annual ? dutyTable(context) : [],
    交付文档: annual ? deliverableTable(context) : [],
    图表: reportCharts({ ...inspections, ...work, ...comparison, 是年度报告: annual, 四季对比: quarters }),
    单据清单: documents,
    单据合计: String(documents.reduce((sum, row) => sum + Number(row.份数), 0)),
    质疑答复: questionRows(questions),
    有质疑答复: questions.length > 0,
    评审: review(context),
  };
}
