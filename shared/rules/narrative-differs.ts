import { findFigure } from '../figures/figures.ts';
import { roundTo } from '../figures/tally.ts';
import { chapterNotes } from '../deliverables/report-notes.ts';
import { kindOf } from '../records/kinds.ts';
import type { RecordOf } from '../records/record.ts';
import { claimsIn, type Claim } from './claims.ts';
import { defineRule, type Observation } from './define-rule.ts';
import type { RuleInput } from './finding.ts';
import { agedRecords, figureInput, lookupsFor, nameOf } from './rule-records.ts';

type Report = RecordOf<'report'>;

/** What a person writes about the report's own period; a plan speaks of the next. */
const narratives = ['overview', 'problems', ...chapterNotes] as const;

/** The numbers that a claim may rightly say: what the report states, what its records give, and for 累计 what they give since the service began. */
function rightValues(input: RuleInput, report: Report, { figures, isRunning }: Claim): number[] {
  const { figureOf } = lookupsFor(input);
  const { service } = input.profile;
  return figures.flatMap((id): number[] => {
    const stated = report.body.figures.find((row) => row.figure === id)?.value;
    const running = isRunning ? findFigure(id)?.compute(figureInput(input, service.from, report.body.periodTo)).value : undefined;
    return [stated, figureOf(report, id)?.value, running].filter((value) => value !== undefined);
  });
}

/** `98%` and `98.3%` are 98.38 written shorter, rounded or cut off. */
function says({ value, decimals }: Claim, right: number): boolean {
  const factor = 10 ** decimals;
  return value === roundTo(right, decimals) || value === Math.trunc(roundTo(right * factor, 4)) / factor;
}

function contradictions(input: RuleInput, report: Report): string[] {
  return narratives.flatMap((field) => claimsIn(report.body[field] ?? '').flatMap((claim) => {
    if (claim.spans.some((span) => span !== report.body.reportType)) return [];
    const values = rightValues(input, report, claim);
    const [first] = claim.figures;
    const figure = first === undefined ? undefined : findFigure(first);
    if (figure === undefined || values.length === 0 || values.some((value) => says(claim, value))) return [];
    return [`“${kindOf('report').fields[field]?.label ?? ''}”写“${claim.text}”，${figure.label}是 ${values[0]} ${figure.unit}`];
  }));
}

/** 正文里手写的数字与报告数字矛盾: tables and drafted sentences come from the records, what a person types beside them does not. */
export const narrativeDiffers = defineRule({
  id: 'narrative-differs',
  title: '报告正文里手写的数字与报告数字不符',
  severity: 'warning',
  observe: function* (input): Generator<Observation | undefined> {
    for (const report of agedRecords(input, 'report')) {
      const found = contradictions(input, report);
      yield undefined;
      if (found.length === 0) continue;
      yield {
        message: `${nameOf(report)} 的${found.slice(0, 3).join('；')}${found.length > 3 ? `；等 ${found.length} 处` : ''}。`,
        advice: '改正文字，或删去数字：每章开头的数字由记录自动写出。判断办法：只看“本季度共巡检 250 次”这样直接写总数的话，与报告数字、记录算得的数字都不同才提出；日期、条款号、合同要求、分项、往期和约数不看。',
        recordIds: [report.id],
        date: report.date,
      };
    }
  },
});
