import { shows } from '../deliverables/plan.ts';
import { kindNames, kindOf } from '../records/kinds.ts';
import type { AnyRecord } from '../records/record.ts';
import { defineRule, type Observation } from './define-rule.ts';
import { allAgedRecords, listNumbers } from './rule-records.ts';

/** A report's appendix names the papers of its period: every one of them is in a file of the hand-over, and so in a volume. */
export const documentNotDelivered = defineRule({
  id: 'document-not-delivered',
  title: '单据不在任何交付文件和案卷里',
  severity: 'warning',
  observe: (input) => {
    const deliverables = input.profile.deliverables.filter(({ enabled }) => enabled);
    // Before there is any deliverable, this is a contract that is still being set up.
    if (deliverables.length === 0) return [];
    const all = allAgedRecords(input);
    return kindNames.flatMap((kind): Observation[] => {
      const own = deliverables.filter((deliverable) => deliverable.kind === kind);
      if (own.some(({ where }) => Object.keys(where).length === 0)) return [];
      const left: readonly AnyRecord[] = all.filter((record) => record.kind === kind && !own.some((deliverable) => shows(deliverable, record)));
      return left.length === 0 ? [] : [{
        message: `${left.length} 份${kindOf(kind).title}不在任何启用的交付文件里，报告附件清单列了它们，案卷里却找不到：${listNumbers(left)}。`,
        advice: '在合同档案的交付文件里启用或添加收录它们的文件。',
        recordIds: left.map(({ id }) => id),
        date: left[0]?.date,
        mending: [{ action: 'edit-profile', field: 'deliverables' }],
      }];
    });
  },
});
