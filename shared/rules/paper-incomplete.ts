import { addDays, formatChineseDate } from '../dates.ts';
import { defineRule, type Observation } from './define-rule.ts';

/** Days after which a printed paper should be signed, and a signed one scanned. */
const waitingDays = 14;

const problems = {
  printed: { what: '已打印，还没有签字', advice: '在“交付·签字归档”里登记签字；没有送签的尽快送签。', severity: 'warning' },
  signed: { what: '已签字，还没有归入扫描件', advice: '扫描签字后的纸质件，在“交付·签字归档”里归入。', severity: 'error' },
} as const;

/** 缺签字、缺扫描件 of documents whose paper is on its way: printed → signed → scanned. One that has to be printed anew is `paper-outdated`'s matter. */
export const paperIncomplete = defineRule({
  id: 'paper-incomplete',
  title: '纸质件打印后没有签字或没有扫描件',
  severity: 'error',
  observe: ({ papers = [], today }) => (['signed', 'printed'] as const).flatMap((state): Observation[] => {
    const waiting = papers.filter((paper) => paper.state === state && paper.isOutdated !== true && paper.since <= addDays(today, -waitingDays));
    const { what, advice, severity } = problems[state];
    const board = { action: 'open-sign-off' as const };
    const about = { advice, severity, mending: [board] };
    const [first] = waiting;
    if (first === undefined) return [];
    if (waiting.length <= 3) return waiting.map(({ fileName, since, deliverable, scope }) => ({ ...about, mending: state === 'signed' ? [{ action: 'attach-scan' as const, deliverable, scope }, board] : [board], message: `“${fileName}”自 ${formatChineseDate(since)} 起${what}。`, date: since }));
    const since = waiting.reduce((earliest, paper) => (paper.since < earliest ? paper.since : earliest), first.since);
    return [{ ...about, message: `${waiting.length} 份文件${what}，最早的自 ${formatChineseDate(since)} 起：${waiting.slice(0, 3).map(({ fileName }) => `“${fileName}”`).join('、')}等。`, date: since }];
  }),
});
