import { defineKind, type BodyProblem } from '../define-kind.ts';
import { choice, date, longText, number, person, required, table, text, vocabulary } from '../fields.ts';

/** Overall opinion; 满意率 counts the first two. */
export const satisfactionLevels = ['非常满意', '满意', '基本满意', '不满意'] as const;

/** 满意度调查表 (合同第七章 5): one respondent at one time. */
export const survey = defineKind({
  name: 'survey',
  title: '满意度调查表',
  numberPrefix: 'MY',
  version: 1,
  upgrades: [],
  fields: {
    date: required(date('调查日期')),
    respondent: required(person('被调查人')),
    respondentUnit: required(text('被调查部门')),
    phone: text('联系电话'),
    method: vocabulary('调查方式', 'surveyMethod', ['现场走访', '书面问卷', '电话回访', '线上问卷']),
    staff: person('服务实施人'),
    content: longText('服务内容'),
    scores: required(table('评分', {
      criterion: required(text('评价项目')),
      standard: text('评价标准'),
      fullScore: required(number('满分', { min: 0, max: 100, decimals: 0 })),
      score: required(number('得分', { min: 0, max: 100, decimals: 1 })),
      opinion: text('客户意见'),
    })),
    overall: required(choice('总体评价', satisfactionLevels)),
    suggestion: longText('意见建议'),
    remark: longText('备注'),
  },
  signOff: ['executor', 'confirmer'],
  columns: ['date', 'respondent', 'respondentUnit', 'method', 'overall', 'suggestion'],
  dateOf: (body) => body.date,
  titleOf: (body) => `${body.respondentUnit} ${body.respondent} ${body.overall}`,
  check: (body) => {
    const problems: BodyProblem[] = body.scores.length === 0 ? [{ field: 'scores', message: '至少要有一个评价项目' }] : [];
    for (const [index, row] of body.scores.entries()) {
      if (row.score > row.fullScore) problems.push({ field: `scores.${index}.score`, message: `第 ${index + 1} 项得分 ${row.score} 超过满分 ${row.fullScore}` });
    }
    return problems;
  },
});
