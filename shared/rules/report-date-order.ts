import { formatChineseDate } from '../dates.ts';
import { defineRule, type Observation } from './define-rule.ts';
import { agedRecords, nameOf } from './rule-records.ts';

/** 日期逻辑反: a report must not be older than what it reports on, nor younger than its submission. */
export const reportDateOrder = defineRule({
  id: 'report-date-order',
  title: '报告日期先后不对',
  severity: 'error',
  observe: (input) => agedRecords(input, 'report').flatMap((report): Observation[] => {
    const { date, periodTo, submittedOn } = report.body;
    const problems = [
      ...(date < periodTo ? [`编制日期 ${formatChineseDate(date)} 早于报告期末 ${formatChineseDate(periodTo)}`] : []),
      ...(submittedOn !== undefined && submittedOn < date ? [`提交日期 ${formatChineseDate(submittedOn)} 早于编制日期 ${formatChineseDate(date)}`] : []),
    ];
    return problems.length === 0 ? [] : [{
      message: `${nameOf(report)} 的${problems.join('，')}。`,
      advice: '改正日期，使 报告期末 ≤ 编制日期 ≤ 提交日期。',
      recordIds: [report.id],
      date,
    }];
  }),
});
