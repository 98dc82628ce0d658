import { monthsOf, reportingPeriods, type Period } from '../contract/periods.ts';
import { roundTo } from '../figures/tally.ts';
import { formatNumber } from './format-value.ts';
import { percent, printedFigure, type ReportContext } from './report-context.ts';
import { comparedRows, quarterRow } from './report-annual.ts';
import type { ReportTags } from './report-tags.ts';

/** A year of months makes a table that nobody reads. */
const mostPeriods = 6;

/** `减少 1次（33.33%）` says less than `减少 1次`: shares are told of larger numbers only. */
const leastForShare = 30;

const compared = ['work.count', 'effort.hours', 'inspection.abnormal', 'request.count', 'incident.count'] as const;

/** This period with those before it, oldest first; empty for the first one, for the year and for a span that is no period of the contract. */
function periodsUpTo({ profile, report, input }: ReportContext): Period[] {
  if (report.body.reportType === '年度') return [];
  const all = report.body.reportType === '季度' ? reportingPeriods(profile) : monthsOf(profile.service);
  const position = all.findIndex(({ from, to }) => from === input.period.from && to === input.period.to);
  return position < 1 ? [] : all.slice(Math.max(0, position + 1 - mostPeriods), position + 1);
}

/** `日常工作记录 305条，减少 2条（0.65%）` */
function change(context: ReportContext, before: ReportContext, id: string): string {
  const { figure, value, text } = printedFigure(context, id);
  const earlier = printedFigure(before, id).value;
  const difference = roundTo(value - earlier, figure.decimals);
  const share = earlier < leastForShare ? '' : `（${percent(Math.abs(difference), earlier)}）`;
  const moved = difference === 0 ? '持平' : `${difference > 0 ? '增加' : '减少'} ${formatNumber(Math.abs(difference), figure.decimals)}${figure.unit}${share}`;
  return `${figure.label} ${text}${figure.unit}，${moved}`;
}

type Comparison = Pick<ReportTags, '有前期对比' | '对比小结' | '前期对比'>;

/** This quarter or month beside the ones before it as the records have them on the day of the report, and the sum since service began. */
export function periodComparison(context: ReportContext): Comparison {
  const periods = periodsUpTo(context);
  const previous = periods.at(-2);
  if (previous === undefined) return { 有前期对比: false, 对比小结: '', 前期对比: [] };
  const before: ReportContext = { ...context, input: { ...context.input, period: previous }, report: { ...context.report, body: { ...context.report.body, figures: [] } } };
  const sofar: Period = { key: 'sofar', label: '累计', from: context.profile.service.from, to: context.input.period.to };
  return {
    有前期对比: true,
    对比小结: `与${previous.label}相比：${compared.map((id) => change(context, before, id)).join('；')}。`,
    前期对比: comparedRows([...periods, sofar].map((period) => quarterRow(context, period, period.label, period.key === context.input.period.key ? context.report.body.figures : []))),
  };
}
