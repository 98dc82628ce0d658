import { reportDueDay, reviewDeadline } from '../contract/periods.ts';
import { addDays, formatChineseDate } from '../dates.ts';
import { defineRule, type Observation } from './define-rule.ts';
import { agedRecords, nameOf } from './rule-records.ts';

/** Days after its due day at which a finished report should have been handed in. */
const submissionGraceDays = 7;

/** A finished report that nobody handed in does not count as submitted (合同第十章 3). */
export const reportNotSubmitted = defineRule({
  id: 'report-not-submitted',
  title: '报告编好了还没有提交',
  severity: 'warning',
  observe: (input) => agedRecords(input, 'report', submissionGraceDays).flatMap((report): Observation[] => {
    const due = reportDueDay(input.profile, report.body.periodTo);
    return report.body.reviewState !== '未提交' || input.today <= addDays(due, submissionGraceDays) ? [] : [{
      message: `${nameOf(report)} 编制于 ${formatChineseDate(report.date)}，还没有提交甲方。`,
      advice: '提交甲方，登记提交日期和签收人。',
      recordIds: [report.id],
      date: report.date,
    }];
  }),
});

/** 评审期过后默认通过没留证据 (合同第十章 3: 未提出质疑视为通过). */
export const reviewPassedSilently = defineRule({
  id: 'review-passed-silently',
  title: '评审期已过，没有留下通过的证据',
  severity: 'warning',
  observe: (input) => agedRecords(input, 'report').flatMap((report): Observation[] => {
    const { reviewState, submittedOn, submittedTo } = report.body;
    if (submittedOn === undefined) return [];
    const deadline = reviewDeadline(input.profile, submittedOn);
    if (reviewState === '评审中' && deadline < input.today) {
      return [{
        message: `${nameOf(report)} 于 ${formatChineseDate(submittedOn)} 提交，评审期到 ${formatChineseDate(deadline)} 已满，评审状态还是“评审中”。`,
        advice: input.profile.reporting.silenceApproves ? '甲方未提出质疑的，改为“默认通过”，打印评审意见页归档。' : '请甲方出具评审意见。',
        recordIds: [report.id],
        date: deadline,
      }];
    }
    return reviewState === '默认通过' && submittedTo === undefined
      ? [{ message: `${nameOf(report)} 为默认通过，但没有签收人，无法证明甲方何时收到。`, advice: '补登签收人，附上签收回执。', recordIds: [report.id], date: submittedOn }]
      : [];
  }),
});
