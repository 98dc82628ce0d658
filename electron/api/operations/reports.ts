import type { LocalDate } from '../../../shared/dates.ts';
import { isLocalDate } from '../../../shared/dates.ts';
import { figuresOf, reportAsOf, type ReportedFigure } from '../../../shared/figures/figures.ts';
import type { RecordInput } from '../../../shared/records/record.ts';
import { getContract } from '../../store/contracts.ts';
import { allRecords } from '../../store/records.ts';
import type { Core } from '../core.ts';

export type ReportSpan = { readonly date: LocalDate; readonly periodFrom: LocalDate; readonly periodTo: LocalDate };

/** The figures that a report of this span, written on this date, takes from the records as they are now. */
export function reportFigures(core: Core, contractId: string, span: ReportSpan): ReportedFigure[] {
  const { profile } = getContract(core.store, contractId);
  const period = { key: 'report', label: '', from: span.periodFrom, to: span.periodTo };
  return figuresOf(profile, period, allRecords(core.store, contractId), reportAsOf(span));
}

function spanOf(body: Readonly<Record<string, unknown>>): ReportSpan | undefined {
  const { date, periodFrom, periodTo } = body;
  const isDay = (value: unknown): value is LocalDate => typeof value === 'string' && isLocalDate(value);
  return isDay(date) && isDay(periodFrom) && isDay(periodTo) ? { date, periodFrom, periodTo } : undefined;
}

/**
 * Nobody counts records by hand: a final report that comes without figures gets them from the records. Figures that are there,
 * also corrected ones, are left alone.
 */
export function withReportFigures(core: Core, contractId: string, input: RecordInput): RecordInput {
  const figures = input.body['figures'];
  const isOpen = figures === undefined || figures === null || (Array.isArray(figures) && figures.length === 0);
  const span = spanOf(input.body);
  if (input.kind !== 'report' || (input.status ?? 'final') !== 'final' || !isOpen || span === undefined) return input;
  return { ...input, body: { ...input.body, figures: reportFigures(core, contractId, span) } };
}
