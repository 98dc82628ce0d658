import type { AnyRecord } from '../records/record.ts';
import { defineRule, type Observation } from './define-rule.ts';
import { allAgedRecords, nameOf } from './rule-records.ts';

/** 关联单号 that lead nowhere. The numbers that close an inspection's abnormal items are `abnormal-item-open`'s matter. */
export const linkBroken = defineRule({
  id: 'link-broken',
  title: '关联单号查不到单据',
  severity: 'warning',
  observe: (input) => {
    const byNumber = new Map<string, AnyRecord>();
    for (const record of input.records) {
      const known = byNumber.get(record.number);
      // A final record under the number is what the link means, whatever else carries it.
      if (known === undefined || (known.status !== 'final' && record.status === 'final')) byNumber.set(record.number, record);
    }
    const problem = (number: string): string | undefined => {
      const target = byNumber.get(number);
      if (target === undefined) return `${number} 没有这份单据`;
      if (target.status === 'void') return `${number} 已作废`;
      return target.status === 'draft' ? `${number} 还是草稿` : undefined;
    };
    return allAgedRecords(input).flatMap((record): Observation[] => {
      const related = 'related' in record.body ? record.body.related ?? [] : [];
      const problems = related.flatMap((number) => problem(number) ?? []);
      return problems.length === 0 ? [] : [{
        message: `${nameOf(record)} 的关联单号有问题：${problems.join('；')}。`,
        advice: '改正关联单号，或补录所指的单据。',
        recordIds: [record.id],
        date: record.date,
      }];
    });
  },
});
