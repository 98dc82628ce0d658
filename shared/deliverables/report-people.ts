import { dateOf, formatChineseMinute, minutesBetween } from '../dates.ts';
import { complaintRatesFormula } from '../figures/complaints.ts';
import { averageScoreFormula, satisfactionFormula, scoreOutOf100 } from '../figures/people-served.ts';
import { recordsIn } from '../figures/record-index.ts';
import { satisfactionLevels } from '../records/kinds/survey.ts';
import type { RecordOf } from '../records/record.ts';
import { evenDecimals } from './even-decimals.ts';
import { formatMinutes, formatNumber } from './format-value.ts';
import { dateText, formatSpan, nothing, numberedRows, percent, textOf, valueOf, withUnit, type ReportContext } from './report-context.ts';
import type { CriterionRow, ReportTags, ShareRow } from './report-tags.ts';

type TrainingChapter = Pick<ReportTags, '培训小结' | '培训清单' | '有培训' | '走访清单' | '有走访'>;

/** Chapter 培训与走访. */
export function trainingChapter(context: ReportContext): TrainingChapter {
  const trainings = recordsIn(context.input, 'training');
  const courses = numberedRows(trainings, ({ number, date, body }) => ({
    编号: number, 日期: dateText(date), 主题: body.topic, 讲师: body.lecturer, 方式: body.mode ?? nothing,
    课时: formatNumber(body.hours, 1), 参训人数: String(body.attendees.length),
  }));
  const visits = recordsIn(context.input, 'visit');
  return {
    培训小结: (trainings.length === 0
      ? `${context.thisPeriod}没有组织培训`
      : `${context.thisPeriod}组织培训 ${withUnit(context, 'training.count')}，参训 ${withUnit(context, 'training.attendees')}，共 ${withUnit(context, 'training.hours')}`)
      + (visits.length === 0 ? '。' : `；走访 ${withUnit(context, 'visit.count')}。`),
    培训清单: courses.map(evenDecimals(courses, ['课时'])),
    有培训: trainings.length > 0,
    走访清单: numberedRows(visits, ({ number, date, body }) => ({
      编号: number, 日期: dateText(date), 受访部门: body.hostUnit, 受访人: body.hosts, 意见与建议: body.feedback ?? nothing,
      改进措施: body.action ?? nothing, 措施落实: body.actionState ?? nothing,
    })),
    有走访: visits.length > 0,
  };
}

function sumOf(record: RecordOf<'survey'>, column: 'score' | 'fullScore'): number {
  return record.body.scores.reduce((sum, row) => sum + row[column], 0);
}

function criteria(surveys: readonly RecordOf<'survey'>[]): CriterionRow[] {
  const rows = Map.groupBy(surveys.flatMap((survey) => survey.body.scores), (row) => `${row.criterion}（${row.fullScore}）`);
  const printed = numberedRows([...rows.values()], (scores) => {
    const full = scores[0]?.fullScore ?? 0;
    const average = scores.reduce((sum, row) => sum + row.score, 0) / scores.length;
    return { 评价项目: scores[0]?.criterion ?? nothing, 满分: formatNumber(full, 0), 平均得分: formatNumber(average, 2), 得分率: percent(average, full) };
  });
  return printed.map(evenDecimals(printed, ['平均得分', '得分率']));
}

type SurveyChapter = Pick<ReportTags, '满意度小结' | '满意度表' | '有满意度' | '满意度分项' | '满意度'>;

/** Chapter 满意度, with the formulas written out. */
export function surveyChapter(context: ReportContext): SurveyChapter {
  const surveys = recordsIn(context.input, 'survey');
  const sheets = numberedRows(surveys, (survey) => ({
    编号: survey.number, 日期: dateText(survey.date), 被调查人: survey.body.respondent, 被调查部门: survey.body.respondentUnit, 调查方式: survey.body.method ?? nothing,
    总分: formatNumber(sumOf(survey, 'score'), 1), 满分: formatNumber(sumOf(survey, 'fullScore'), 0), 百分制得分: formatNumber(scoreOutOf100(survey), 2),
    总体评价: survey.body.overall, 意见建议: survey.body.suggestion ?? nothing,
  }));
  const [best, good, fair, poor] = satisfactionLevels.map((level) => String(surveys.filter((survey) => survey.body.overall === level).length));
  return {
    满意度小结: surveys.length === 0
      ? `${context.thisPeriod}没有收回满意度调查表。`
      : `${context.thisPeriod}收回满意度调查表 ${withUnit(context, 'survey.count')}，平均 ${withUnit(context, 'survey.averageScore')}（百分制），满意率 ${withUnit(context, 'survey.satisfactionRate')}。`,
    满意度表: sheets.map(evenDecimals(sheets, ['总分', '百分制得分'])),
    有满意度: surveys.length > 0,
    满意度分项: criteria(surveys),
    满意度: {
      份数: textOf(context, 'survey.count'), 平均分: textOf(context, 'survey.averageScore'), 满意率: withUnit(context, 'survey.satisfactionRate'),
      平均分公式: averageScoreFormula, 满意率公式: satisfactionFormula,
      非常满意: best ?? '0', 满意: good ?? '0', 基本满意: fair ?? '0', 不满意: poor ?? '0',
    },
  };
}

function appealTypes(context: ReportContext, complaints: readonly RecordOf<'complaint'>[]): ShareRow[] {
  const names = new Set([...context.profile.complaintTypes, ...complaints.map((record) => record.body.appealType)]);
  const rows = numberedRows([...names], (name) => {
    const count = complaints.filter((record) => record.body.appealType === name).length;
    return { 名称: name, 条数: String(count), 占比: percent(count, complaints.length), 工时: nothing };
  });
  return rows.map(evenDecimals(rows, ['占比']));
}

function complaintSummary(context: ReportContext): string {
  if (valueOf(context, 'complaint.count') === 0) return `${context.thisPeriod}未收到诉求。`;
  return `${context.thisPeriod}受理诉求 ${withUnit(context, 'complaint.count')}，响应率 ${withUnit(context, 'complaint.responseRate')}，解决率 ${withUnit(context, 'complaint.resolutionRate')}，`
    + (textOf(context, 'complaint.satisfactionRate') === nothing ? '尚无诉求人评价。' : `满意率 ${withUnit(context, 'complaint.satisfactionRate')}。`);
}

type ComplaintChapter = Pick<ReportTags, '投诉小结' | '投诉清单' | '有投诉' | '无投诉' | '无投诉说明' | '诉求类型表' | '投诉'>;

/** Chapter 投诉与接诉即办 (合同第十章 4–5); a period without complaints says so in a statement of its own. */
export function complaintChapter(context: ReportContext): ComplaintChapter {
  const { profile, input } = context;
  const complaints = recordsIn(input, 'complaint');
  const types = profile.complaintTypes.length === 0 ? '投诉' : `${profile.complaintTypes.join('、')}等`;
  return {
    投诉小结: complaintSummary(context),
    投诉清单: numberedRows(complaints, ({ number, body }) => ({
      编号: number, 接诉时间: formatChineseMinute(body.receivedAt), 来源: body.source, 诉求类型: body.appealType, 诉求内容: body.content, 首接责任人: body.firstHandler,
      响应用时: body.respondedAt === undefined ? nothing : formatMinutes(minutesBetween(body.receivedAt, body.respondedAt)),
      办结时间: body.closedAt === undefined ? nothing : dateText(dateOf(body.closedAt)), 办理结果: body.result ?? nothing, 是否解决: body.resolved, 是否满意: body.satisfied ?? nothing,
    })),
    有投诉: complaints.length > 0,
    无投诉: complaints.length === 0,
    无投诉说明: complaints.length === 0 ? `${formatSpan(input.period)}，${profile.vendor.name}未收到针对${profile.projectName}的${types}诉求，特此说明。` : '',
    诉求类型表: appealTypes(context, complaints),
    投诉: {
      件数: textOf(context, 'complaint.count'), 响应率: withUnit(context, 'complaint.responseRate'), 解决率: withUnit(context, 'complaint.resolutionRate'),
      满意率: withUnit(context, 'complaint.satisfactionRate'), 三率公式: complaintRatesFormula,
    },
  };
}
