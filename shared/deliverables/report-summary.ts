import { daysWithoutInspection } from '../figures/breakdowns.ts';
import { abnormalItems, inspectionDays } from '../figures/inspections.ts';
import { faultsIn, isAnsweredInTime, isRestoredInTime, isUnderServiceLevel } from '../figures/incidents.ts';
import { openWork } from '../figures/work.ts';
import { lastHandoverDay, monthsOf, reportingPeriods } from '../contract/periods.ts';
import { dayType } from '../calendar/working-days.ts';
import { formatChineseDate } from '../dates.ts';
import { listDays, numberedRows, printedFigure, valueOf, withUnit, type ReportContext } from './report-context.ts';
import type { SummaryRow } from './report-tags.ts';

/** The figures of the summary table, in the order of the chapters. The full set is in the report's own table of figures. */
const summaryFigures = [
  'inspection.due', 'inspection.done', 'inspection.coverage', 'inspection.makeUpDone', 'inspection.abnormal', 'inspection.closed',
  'work.count', 'work.finished', 'effort.hours', 'effort.personMonths',
  'request.count', 'request.released', 'request.personDays', 'request.personDaysUsed', 'request.personDaysLeft',
  'incident.count', 'incident.measured', 'incident.answerRate', 'incident.restoreRate', 'incident.drills',
  'backup.count', 'backup.rate', 'backup.restoreTests', 'change.patches', 'change.hardening', 'change.tuning',
  'training.count', 'training.attendees', 'visit.count',
  'survey.count', 'survey.averageScore', 'survey.satisfactionRate',
  'complaint.count', 'complaint.responseRate', 'complaint.resolutionRate', 'complaint.satisfactionRate',
] as const;

/** 数字摘要: figure, value, unit, and how it is counted or why a person changed it. */
export function summaryTable(context: ReportContext): SummaryRow[] {
  return numberedRows(summaryFigures, (id) => {
    const { figure, text, note } = printedFigure(context, id);
    return { 指标: figure.label, 数值: text, 单位: figure.unit, 说明: note === '' ? figure.formula : note };
  });
}

/** 工作综述 drafted from the figures, for a report whose author has not written one. */
export function draftOverview(context: ReportContext): string {
  const figure = (id: string) => withUnit(context, id);
  const { report, thisPeriod } = context;
  return `${thisPeriod}（${formatChineseDate(report.body.periodFrom)}至${formatChineseDate(report.body.periodTo)}），项目组按合同约定开展运行维护服务。`
    + `日常巡检应巡检 ${figure('inspection.due')}，实际巡检 ${figure('inspection.done')}，覆盖率 ${figure('inspection.coverage')}，发现异常 ${figure('inspection.abnormal')}，已处理 ${figure('inspection.closed')}；`
    + `完成日常工作记录 ${figure('work.count')}，各类服务投入工时合计 ${figure('effort.hours')}；`
    + `收到用户需求申请 ${figure('request.count')}，上线 ${figure('request.released')}，免费人日累计使用 ${figure('request.personDaysUsed')}；`
    + `发生故障与应急事件 ${figure('incident.count')}；执行备份 ${figure('backup.count')}；`
    + `组织培训 ${figure('training.count')}，走访 ${figure('visit.count')}；收回满意度调查表 ${figure('survey.count')}；受理诉求 ${figure('complaint.count')}。`;
}

/** 存在问题 drafted from what the records show to be open or missed. */
export function draftProblems(context: ReportContext): string {
  const { input, profile, thisPeriod } = context;
  const missing = daysWithoutInspection(input);
  const abnormal = abnormalItems(input).filter((entry) => !entry.closed);
  const open = openWork(input);
  const overruns = faultsIn(input).filter((record) => isUnderServiceLevel(record, profile) && !(isAnsweredInTime(record, profile) && isRestoredInTime(record, profile)));
  const problems = [
    ...(missing.length === 0 ? [] : [`${missing.length} 个工作日没有巡检记录（${listDays(missing, 3)}）`]),
    ...(abnormal.length === 0 ? [] : [`${abnormal.length} 项巡检异常尚在处理`]),
    ...(open.length === 0 ? [] : [`${open.length} 条工作尚未完成`]),
    ...(overruns.length === 0 ? [] : [`${overruns.length} 次故障超过应答或恢复时限`]),
  ];
  return problems.length === 0 ? `${thisPeriod}各项服务按合同执行，没有遗留问题。` : problems.map((problem, index) => `${index + 1}. ${problem}。`).join('\n');
}

/** 下阶段计划 drafted from the next period's calendar and from what is still open; after the last period, the acceptance. */
export function draftPlan(context: ReportContext): string {
  const { input, profile, report } = context;
  const { reportType, periodTo } = report.body;
  const periods = reportType === '年度' ? [] : reportType === '月度' ? monthsOf(profile.service) : reportingPeriods(profile);
  const next = periods.find((period) => period.from > periodTo);
  const open = openWork(input).length + valueOf(context, 'inspection.abnormal') - valueOf(context, 'inspection.closed');
  const steps = next === undefined
    ? [`整理交付文档，办理签字、装订和光盘制作，于 ${formatChineseDate(lastHandoverDay(profile))} 前完成验收移交`]
    : nextPeriodSteps(context, next);
  if (open > 0) steps.push(`继续办理遗留事项 ${open} 项`);
  return steps.map((step, index) => `${index + 1}. ${step}。`).join('\n');
}

function nextPeriodSteps({ input, profile }: ReportContext, next: { readonly from: string; readonly to: string }): string[] {
  const days = inspectionDays({ ...input, period: { key: 'next', label: '', ...next } });
  const makeUp = days.filter((date) => dayType(date, profile.calendarOverrides) === 'make-up-workday');
  return [
    `${formatChineseDate(next.from)}至${formatChineseDate(next.to)}按工作日开展日常巡检，应巡检 ${days.length} 天${makeUp.length === 0 ? '' : `，其中调休上班日 ${makeUp.length} 天（${listDays(makeUp)}）`}`,
    '按服务项开展日常维护、数据备份、安全加固和用户支持，做好记录',
    '开展走访和满意度调查，期末提交服务工作总结报告',
  ];
}
