import type { KindName } from '../records/kinds.ts';

/** What the name of a priced item says about the records that prove it. A name may say several things. */
const evidenceWords: readonly (readonly [RegExp, readonly KindName[]])[] = [
  [/培训/, ['training']],
  [/例查|巡检|巡查|例行检查/, ['inspection']],
  [/走访|调查|回访|满意度/, ['visit', 'survey']],
  [/报告|总结/, ['report']],
  [/备份/, ['backup-run']],
  [/应急|故障/, ['incident']],
  [/加固|补丁|调优|优化/, ['change']],
  [/统计/, ['request', 'worklog']],
  [/投诉|接诉/, ['complaint']],
];

/** The kinds of records that prove a priced service item, judged by its name; ordinary work where the name says nothing else. */
export function evidenceFor(itemName: string): KindName[] {
  const kinds = evidenceWords.flatMap(([words, names]) => (words.test(itemName) ? names : []));
  return kinds.length === 0 ? ['worklog'] : [...new Set(kinds)];
}
