import { formatChineseDate } from '../dates.ts';
import { defineRule, type Observation } from './define-rule.ts';

const named = (names: readonly string[]): string => `${names.slice(0, 3).map((name) => `“${name}”`).join('、')}${names.length > 3 ? ' 等' : ''}`;

/**
 * 光盘与纸质不一致: the package made last is older than documents that changed after it. Trial packages during the service are nobody's matter; a
 * burned disc is, and once the service is over every package is meant for the customer.
 */
export const handoverOutdated = defineRule({
  id: 'handover-outdated',
  title: '光盘或交付包制作以后文件改动过',
  severity: 'error',
  observe: ({ handover, profile, today }): Observation[] => {
    if (handover === undefined) return [];
    const { name, madeOn, isBurned, changed, added, scans } = handover;
    const isOver = today > profile.service.to;
    const parts = [
      ...(changed.length === 0 ? [] : [`${changed.length} 份文件的数据改动过（${named(changed)}）`]),
      ...(added.length === 0 ? [] : [`${added.length} 份文件是后来才有的（${named(added)}）`]),
      ...(scans === 0 ? [] : [`${scans} 份签字扫描件是后来归入的`]),
    ];
    if (parts.length === 0 || (!isBurned && !isOver)) return [];
    return [{
      severity: isBurned && isOver ? 'error' : 'warning',
      message: `${isBurned ? '光盘' : '交付包'}“${name}”（${formatChineseDate(madeOn)} 制作）以后，${parts.join('，')}，与纸质和记录不一致。`,
      advice: isBurned ? '重新制作交付包并刻录，读回核对后作废旧盘；旧盘按保密要求处理。' : '交付前重新制作交付包。',
      date: madeOn,
      mending: [isBurned ? { action: 'open-delivery', part: 'disc' } : { action: 'open-delivery' }],
    }];
  },
});
