import { formatChineseDate } from '../dates.ts';
import type { RecordOf } from '../records/record.ts';
import { defineRule, type Observation } from './define-rule.ts';
import type { RuleInput, RulePaper } from './finding.ts';
import { agedRecords } from './rule-records.ts';
import { comparedRow } from './stated-figure.ts';

const problems = {
  signed: { what: '签字后', advice: '核对记录为什么改了：改错的改回；改得对的，在“交付·签字归档”里生成新版，重新打印签字，原版留存。', severity: 'error' },
  printed: { what: '打印后', advice: '重新生成并打印，换下旧的纸，再送签。', severity: 'warning' },
  submitted: { what: '提交甲方后', advice: '重新生成文件，向甲方补交或说明；改错的记录改回。', severity: 'warning' },
} as const;

/** Whether the report says something else than its records and gives no reason: `report-figures-differ` asks for that to be mended first. */
function hasWrongFigures(input: RuleInput, report: RecordOf<'report'>): boolean {
  return report.body.figures.some((row) => row.reason === undefined && comparedRow(input, report, row)?.agrees === false);
}

/** How far the paper has come that now says something else; undefined where nobody relies on it yet: it is made anew with the next delivery. */
function standOf({ state }: RulePaper, report: RecordOf<'report'> | undefined): keyof typeof problems | undefined {
  if (state === 'signed' || state === 'scanned') return 'signed';
  if (state === 'printed') return 'printed';
  return report?.body.submittedOn === undefined ? undefined : 'submitted';
}

/** 纸面与记录不一致: a file that was printed, signed or handed in, and whose records have been changed since. */
export const paperOutdated = defineRule({
  id: 'paper-outdated',
  title: '打印、签字或提交以后数据改动过',
  severity: 'error',
  observe: (input) => {
    const outdated = (input.papers ?? []).filter(({ isOutdated }) => isOutdated === true);
    if (outdated.length === 0) return [];
    const reports = new Map(agedRecords(input, 'report').map((report) => [report.id, report]));
    const singles = new Set(input.profile.deliverables.filter(({ grouping }) => grouping === 'record').map(({ id }) => id));
    const stands = Map.groupBy(outdated, (paper) => {
      const report = reports.get(paper.scope);
      return report !== undefined && hasWrongFigures(input, report) ? undefined : standOf(paper, report);
    });
    return (['signed', 'submitted', 'printed'] as const).flatMap((stand): Observation[] => {
      const papers = stands.get(stand) ?? [];
      const { what, advice, severity } = problems[stand];
      const about = { advice, severity, mending: [{ action: stand === 'submitted' ? 'open-delivery' : 'open-sign-off' } as const] };
      if (papers.length <= 3) {
        return papers.map(({ fileName, since, deliverable, scope }) => ({
          ...about, message: `“${fileName}”${formatChineseDate(since)}${what}，它的记录有改动，纸面与现在的记录不一致。`, date: since, ...(singles.has(deliverable) ? { recordIds: [scope] } : {}),
        }));
      }
      return [{ ...about, message: `${papers.length} 份文件${what}记录有改动，纸面与现在的记录不一致：${papers.slice(0, 3).map(({ fileName }) => `“${fileName}”`).join('、')}等。`, date: papers[0]?.since }];
    });
  },
});
