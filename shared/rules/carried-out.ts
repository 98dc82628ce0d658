import { isOverdue, type CarriedItem } from '../carried/carried-item.ts';
import { daysBetween, formatChineseDate } from '../dates.ts';
import { defineRule, type Observation } from './define-rule.ts';

function nameOf({ number, permission }: CarriedItem): string {
  const medium = `${permission.medium} ${permission.mediumNumber}`.trim();
  return `${number} ${permission.title}（${medium}，${permission.carrier}携带）`;
}

/** Carried media come back when they were promised to, and all of them when the work ends (合同附件2 第六条). */
export const carriedOut = defineRule({
  id: 'carried-out',
  title: '携出介质没有交回或销毁',
  severity: 'warning',
  observe: ({ carried = [], profile, today }) => carried.flatMap((item): Observation[] => {
    if (item.state !== 'out') return [];
    const { dueOn } = item.permission;
    const about = { date: dueOn, advice: '交回或者经甲方书面许可后销毁，在“交付·携出介质”里登记处理结果。', mending: [{ action: 'open-carried' }] } as const;
    if (today > profile.service.to) return [{ ...about, severity: 'error', message: `服务期已满，${nameOf(item)}还没有交回或销毁。` }];
    return isOverdue(item, today) ? [{ ...about, message: `${nameOf(item)}应于 ${formatChineseDate(dueOn)} 交回，已逾期 ${daysBetween(dueOn, today)} 天。`, substance: `${nameOf(item)} 应于 ${formatChineseDate(dueOn)} 交回，已逾期。` }] : [];
  }),
});
