import { takesPaper } from '../contract/acceptance-schedule.ts';
import { shows } from '../deliverables/plan.ts';
import { kindNames, kindOf } from '../records/kinds.ts';
import type { AnyRecord } from '../records/record.ts';
import { defineRule, type Observation } from './define-rule.ts';
import { allAgedRecords, listNumbers } from './rule-records.ts';

/** A report's appendix names the papers of its period: every one of them is in a file of the hand-over and, where paper is handed over, in a volume. */
export const documentNotDelivered = defineRule({
  id: 'document-not-delivered',
  title: '单据不在任何交付文件和案卷里',
  severity: 'warning',
  observe: (input) => {
    const deliverables = input.profile.deliverables.filter(({ enabled }) => enabled);
    // Before there is any deliverable, this is a contract that is still being set up.
    if (deliverables.length === 0) return [];
    const all = allAgedRecords(input);
    const unbound = new Set(takesPaper(input.profile) ? input.unbound : []);
    return kindNames.flatMap((kind): Observation[] => {
      const own = deliverables.filter((deliverable) => deliverable.kind === kind);
      const bound = own.filter(({ id }) => !unbound.has(id));
      if (bound.some(({ where }) => Object.keys(where).length === 0)) return [];
      const left = all.filter((record) => record.kind === kind && !bound.some((deliverable) => shows(deliverable, record)));
      const [electronic, nowhere] = [left.filter((record) => own.some((deliverable) => shows(deliverable, record))), left.filter((record) => !own.some((deliverable) => shows(deliverable, record)))];
      return [
        ...(nowhere.length === 0 ? [] : [{
          message: `${nowhere.length} 份${kindOf(kind).title}不在任何启用的交付文件里，报告附件清单列了它们，案卷里却找不到：${listNumbers(nowhere)}。`,
          advice: '在合同档案的交付文件里启用或添加收录它们的文件。',
          ...aboutRecords(nowhere),
          mending: [{ action: 'edit-profile' as const, field: 'deliverables' }],
        }]),
        ...(electronic.length === 0 ? [] : [{
          message: `${electronic.length} 份${kindOf(kind).title}只在不装订的文件里，报告附件清单列了它们，案卷里却找不到：${listNumbers(electronic)}。`,
          advice: '在“交付·装订”里把收录它们的文件编进案卷；只交电子版的，豁免并写明原因。',
          ...aboutRecords(electronic),
          mending: [{ action: 'open-delivery' as const, part: 'binding' as const }],
        }]),
      ];
    });
  },
});

function aboutRecords(records: readonly AnyRecord[]): Pick<Observation, 'recordIds' | 'date'> {
  return { recordIds: records.map(({ id }) => id), date: records[0]?.date };
}
