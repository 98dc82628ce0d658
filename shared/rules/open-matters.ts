import { addDays, dateOf, formatChineseDate, formatChineseMinute } from '../dates.ts';
import { settledOn } from '../figures/closing.ts';
import { carriersOf } from '../renewal/unsettled.ts';
import { defineRule, type Observation } from './define-rule.ts';
import { agedRecords, indexFor, nameOf } from './rule-records.ts';

/** Days after which unfinished work without an appointment counts as forgotten. */
const forgottenDays = 7;
/** Days after which a restored fault should be closed. */
const closingDays = 7;
/** 复杂疑难诉求的办理期限: the longest that handling a complaint may take. */
const complaintDays = 15;

/** Work that is unfinished although its next appointment has passed, and that no later work record finishes. */
export const workItemOpen = defineRule({
  id: 'work-item-open',
  title: '未完成的工作没有后续',
  severity: 'warning',
  observe: (input) => {
    const index = indexFor(input);
    return agedRecords(input, 'worklog').flatMap((work): Observation[] => {
      if (work.body.state === '完成' || settledOn(work, index) !== undefined) return [];
      const next = work.body.nextServiceDate;
      if ((next ?? addDays(work.date, forgottenDays)) >= input.today) return [];
      return [{
        message: `${nameOf(work)} 未完成，${next === undefined ? '没有写下次服务时间' : `下次服务时间 ${formatChineseDate(next)} 已过`}，也没有后续工作单。`,
        advice: '登记后续工作单，并在其“关联单号”中填这份单据的编号。',
        recordIds: [work.id],
        matters: carriersOf(work, index).map(({ id }) => ({ recordId: id })),
        date: next ?? work.date,
        mending: [{ action: 'open-record', recordId: work.id }, { action: 'add-record', kind: 'worklog' }],
      }];
    });
  },
});

export const incidentOpen = defineRule({
  id: 'incident-open',
  title: '故障没有恢复或没有关闭',
  severity: 'error',
  observe: (input) => {
    const index = indexFor(input);
    return agedRecords(input, 'incident', 1).flatMap((incident): Observation[] => {
      const { state, reportedAt } = incident.body;
      const about = { recordIds: [incident.id], date: incident.date, matters: carriersOf(incident, index).map(({ id }) => ({ recordId: id })) };
      if (state === '处理中') {
        return [{ ...about, message: `${nameOf(incident)} 于 ${formatChineseMinute(reportedAt)} 报障，状态还是“处理中”。`, advice: '填写恢复时间和处理结果，更新处理状态。' }];
      }
      return state === '已恢复' && addDays(incident.date, closingDays) < input.today
        ? [{ ...about, severity: 'warning', message: `${nameOf(incident)} 已恢复，超过 ${closingDays} 天没有关闭。`, advice: '完成原因分析和验证后关闭。' }]
        : [];
    });
  },
});

/** 接诉即办: every appeal is answered, and its outcome recorded (合同第十章 4). */
export const complaintOpen = defineRule({
  id: 'complaint-open',
  title: '诉求没有响应或没有办结',
  severity: 'error',
  observe: (input) => agedRecords(input, 'complaint', 1).flatMap((complaint): Observation[] => {
    const { receivedAt, respondedAt, resolved, result } = complaint.body;
    const about = { recordIds: [complaint.id], date: complaint.date };
    const open = { ...about, matters: [{ recordId: complaint.id }] };
    // When it was answered is a fact of this year, wherever the matter goes on.
    if (respondedAt === undefined) {
      return [{ ...about, message: `${nameOf(complaint)} 于 ${formatChineseMinute(receivedAt)} 接诉，没有响应时间。`, advice: '联系诉求人，填写响应时间和办理过程。' }];
    }
    if (resolved === '办理中' && addDays(dateOf(receivedAt), complaintDays) < input.today) {
      return [{ ...open, message: `${nameOf(complaint)} 接诉超过 ${complaintDays} 天，还在办理中。`, advice: '办结后填写办结时间、办理结果和是否解决。' }];
    }
    return resolved === '否' && result === undefined
      ? [{ ...open, severity: 'warning', message: `${nameOf(complaint)} 未解决，没有写办理结果。`, advice: '写明不能解决的原因和向诉求人的答复。' }]
      : [];
  }),
});
