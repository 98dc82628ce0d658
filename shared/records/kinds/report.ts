import { formatChineseDate } from '../../dates.ts';
import { checkOrder } from '../common-fields.ts';
import { defineKind, type BodyProblem } from '../define-kind.ts';
import { choice, date, longText, number, person, required, table, text } from '../fields.ts';

/** What a report is about: a quarter, the whole year, a month. */
export const reportTypes = ['季度', '年度', '月度'] as const;
export type ReportType = (typeof reportTypes)[number];

/** 季度/年度服务工作总结报告 (合同第十章 3). Its figures are kept as they were reported, so that rules can compare them with the records. */
export const report = defineKind({
  name: 'report',
  title: '服务工作总结报告',
  numberPrefix: 'BB',
  version: 1,
  upgrades: [],
  fields: {
    date: required(date('编制日期')),
    reportType: required(choice('报告类型', reportTypes)),
    ordinal: number('期次', { min: 1, max: 12, decimals: 0, help: '第几季度或第几个月' }),
    periodFrom: required(date('起始日期')),
    periodTo: required(date('截止日期')),
    author: required(person('编制人')),
    overview: longText('工作综述', { section: '正文' }),
    problems: longText('存在问题与建议', { section: '正文' }),
    plan: longText('下一阶段计划', { section: '正文' }),
    inspectionNote: longText('日常巡检说明', { section: '各章说明', help: '写原因、趋势和安排；数字由记录自动写出，不用再抄。写过的会带到下一期' }),
    workNote: longText('日常工作说明', { section: '各章说明' }),
    requestNote: longText('需求处理说明', { section: '各章说明' }),
    incidentNote: longText('故障与应急说明', { section: '各章说明' }),
    assuranceNote: longText('备份与安全说明', { section: '各章说明' }),
    trainingNote: longText('培训与走访说明', { section: '各章说明' }),
    surveyNote: longText('满意度说明', { section: '各章说明' }),
    complaintNote: longText('诉求办理说明', { section: '各章说明' }),
    figures: required(table('报告数字', {
      figure: required(text('指标代码')),
      label: required(text('指标')),
      value: required(number('数值', { decimals: 2 })),
      reason: text('人工调整原因'),
    })),
    submittedOn: date('提交日期', { section: '评审' }),
    submittedTo: person('签收人', { section: '评审' }),
    reviewState: required(choice('评审状态', ['未提交', '评审中', '已通过', '默认通过', '有质疑'], { section: '评审' })),
    reviewedOn: date('评审日期', { section: '评审' }),
    reviewOpinion: longText('评审意见', { section: '评审' }),
    remark: longText('备注'),
  },
  signOff: ['executor', 'reviewer', 'confirmer'],
  columns: ['date', 'reportType', 'ordinal', 'periodFrom', 'periodTo', 'author', 'submittedOn', 'reviewState'],
  dateOf: (body) => body.date,
  titleOf: (body) => `${body.reportType}报告（${formatChineseDate(body.periodFrom)}至${formatChineseDate(body.periodTo)}）`,
  check: (body) => {
    const problems: BodyProblem[] = [
      ...checkOrder([['periodFrom', '起始日期', body.periodFrom], ['periodTo', '截止日期', body.periodTo]]),
      ...checkOrder([['date', '编制日期', body.date], ['submittedOn', '提交日期', body.submittedOn], ['reviewedOn', '评审日期', body.reviewedOn]]),
    ];
    if (body.reviewState !== '未提交' && body.submittedOn === undefined) problems.push({ field: 'submittedOn', message: `评审状态为“${body.reviewState}”，要填提交日期` });
    return problems;
  },
});
