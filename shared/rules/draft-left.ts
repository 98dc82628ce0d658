import { addDays, formatChineseDate } from '../dates.ts';
import { defineRule } from './define-rule.ts';
import { listNumbers, nameOf, perRecordOrGroup } from './rule-records.ts';

/** Days after which a draft was probably forgotten. */
const draftDays = 7;

/** Drafts count nowhere: one that is left behind is work that nobody will see. */
export const draftLeft = defineRule({
  id: 'draft-left',
  title: '草稿没有转为正式',
  severity: 'warning',
  observe: (input) => {
    const drafts = input.records.filter((record) => record.status === 'draft' && record.date <= addDays(input.today, -draftDays));
    return perRecordOrGroup(input, drafts, (record) => ({
      message: `${nameOf(record)}（${formatChineseDate(record.date)}）还是草稿，不计入任何统计和交付。`,
      advice: '补全后转为正式；不要的删除或作废。',
      recordIds: [record.id],
      date: record.date,
      matters: [{ recordId: record.id }],
    }), (records, kindTitle, periodLabel) => ({
      message: `${periodLabel}有 ${records.length} 份${kindTitle}还是草稿：${listNumbers(records)}。`,
      advice: '补全后转为正式；不要的删除或作废。',
      matters: records.map(({ id }) => ({ recordId: id })),
    }));
  },
});
