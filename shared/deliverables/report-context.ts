import { monthsOf, reportingPeriods, type Period } from '../contract/periods.ts';
import type { ContractProfile } from '../contract/profile.ts';
import { formatChineseDate, type LocalDate } from '../dates.ts';
import type { Figure, FigureInput, FigureValue } from '../figures/figure.ts';
import { findFigure, formatFigure, reportAsOf } from '../figures/figures.ts';
import type { RecordIndex } from '../figures/record-index.ts';
import type { AnyRecord, RecordOf } from '../records/record.ts';
import { formatNumber } from './format-value.ts';

/** What every chapter of a report is written from. */
export type ReportContext = {
  readonly profile: ContractProfile;
  readonly report: RecordOf<'report'>;
  readonly input: FigureInput;
  /** 本季度 · 本服务年度 · 本月 */
  readonly thisPeriod: string;
  /** Figures of the report's records by what `figureKey` says: the tables of a report ask for the same ones again and again, some for other periods. */
  readonly known: Map<string, FigureValue>;
};

export const nothing = '—';

/** `2024年8月3日至2024年11月2日` */
export function formatSpan(span: { readonly from: LocalDate; readonly to: LocalDate }): string {
  return `${formatChineseDate(span.from)}至${formatChineseDate(span.to)}`;
}

/** The period a report is about: a quarter or month by its own days, with the name that its documents print. */
function periodOf(profile: ContractProfile, { reportType, periodFrom: from, periodTo: to }: RecordOf<'report'>['body']): Period {
  if (reportType === '年度') return { key: 'all', label: '服务年度', from, to };
  const known = reportType === '季度' ? reportingPeriods(profile) : monthsOf(profile.service);
  const period = known.find((candidate) => candidate.from === from && candidate.to === to);
  return period ?? { key: `${from}..${to}`, label: formatSpan({ from, to }), from, to };
}

const thisPeriods = { 季度: '本季度', 年度: '本服务年度', 月度: '本月' } as const;

export function reportContext(profile: ContractProfile, report: RecordOf<'report'>, records: readonly AnyRecord[], index: RecordIndex): ReportContext {
  return {
    profile,
    report,
    input: { profile, records, index, period: periodOf(profile, report.body), asOf: reportAsOf(report.body) },
    thisPeriod: thisPeriods[report.body.reportType],
    known: new Map(),
  };
}

function knownFigure(id: string): Figure {
  const figure = findFigure(id);
  if (figure === undefined) throw new Error(`Unknown figure: ${id}`);
  return figure;
}

export type PrintedFigure = { readonly figure: Figure; readonly text: string; readonly value: number; readonly empty: boolean; readonly note: string };

/** A figure with everything that may differ between the tables of one report. */
function figureKey(id: string, { period, asOf }: FigureInput): string {
  return `${id} ${period.from} ${period.to} ${asOf}`;
}

function computedOnce({ input, known }: ReportContext, figure: Figure): FigureValue {
  const key = figureKey(figure.id, input);
  const value = known.get(key) ?? figure.compute(input);
  known.set(key, value);
  return value;
}

/** A figure as the report prints it: from the records, or as a person set it with a reason, which is then noted (人工改动留痕). */
export function printedFigure(context: ReportContext, id: string): PrintedFigure {
  const figure = knownFigure(id);
  const computed = computedOnce(context, figure);
  const row = context.report.body.figures.find((candidate) => candidate.figure === id);
  if (row?.reason !== undefined) {
    return {
      figure, value: row.value, empty: false, text: formatNumber(row.value, figure.decimals),
      note: `人工调整：${row.reason}（记录算得 ${formatFigure(figure, computed)}）`,
    };
  }
  return { figure, value: computed.value, empty: computed.empty === true, text: formatFigure(figure, computed), note: '' };
}

/** The figure's text without its unit. */
export function textOf(context: ReportContext, id: string): string {
  return printedFigure(context, id).text;
}

/** With its unit: `61天`, `98.36%`; `—` alone. */
export function withUnit(context: ReportContext, id: string): string {
  const { text, figure, empty } = printedFigure(context, id);
  return empty ? nothing : `${text}${figure.unit}`;
}

export function valueOf(context: ReportContext, id: string): number {
  return printedFigure(context, id).value;
}

/** `part` of `whole` as `12.5%`; `—` without a whole. */
export function percent(part: number, whole: number): string {
  return whole === 0 ? nothing : `${formatNumber((part / whole) * 100, 2)}%`;
}

/** Rows with 序号 from 1. */
export function numberedRows<T, Row>(things: readonly T[], rowOf: (thing: T) => Row): (Row & { readonly 序号: string })[] {
  return things.map((thing, index) => ({ 序号: String(index + 1), ...rowOf(thing) }));
}

export function dateText(date: LocalDate | undefined): string {
  return date === undefined ? nothing : formatChineseDate(date);
}

/** `2024年9月14日、2024年9月29日 等 6 天`, or 无. */
export function listDays(days: readonly LocalDate[], most = 8): string {
  if (days.length === 0) return '无';
  const shown = days.slice(0, most).map(formatChineseDate).join('、');
  return days.length > most ? `${shown} 等 ${days.length} 天` : shown;
}
