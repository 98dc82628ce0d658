import { AppError } from '../../../shared/app-error.ts';
import type { LocalDate } from '../../../shared/dates.ts';
import { activityByMonth, documentsIn, inspectionMonth } from '../../../shared/figures/breakdowns.ts';
import type { FigureInput } from '../../../shared/figures/figure.ts';
import { figures, reportAsOf } from '../../../shared/figures/figures.ts';
import { allReportClocks, type ReportClock } from '../../../shared/figures/report-clocks.ts';
import { roundTo } from '../../../shared/figures/tally.ts';
import type { QuestionBody } from '../../../shared/ipc/report-life-channels.ts';
import type { CountedRecord, PeriodDigest, PeriodFigure, ReportFacts, ReportPeriod } from '../../../shared/ipc/report-channels.ts';
import { kindNames, type KindName } from '../../../shared/records/kinds.ts';
import type { AnyRecord } from '../../../shared/records/record.ts';
import { questionsInReview } from '../../../shared/sign-off/report-review.ts';
import { getContract } from '../../store/contracts.ts';
import { keptIndex } from '../../store/record-memory.ts';
import { allRecords } from '../../store/records.ts';
import { frozenReports, questionsOfReports } from '../../store/report-life.ts';
import type { Core } from '../core.ts';
import { documentOf } from './report-paper.ts';

type ReportsCore = Pick<Core, 'store'>;
type PeriodName = { readonly type: ReportClock['type']; readonly key: string };

/** A form's 期次 goes up to 12; a service year that begins within a month has 13 of them. */
const mostOrdinal = 12;
const mostCounted = 500;

function factsOf({ report }: ReportClock): ReportFacts | undefined {
  if (report === undefined) return undefined;
  const { submittedOn, submittedTo, reviewState, reviewedOn, reviewOpinion } = report.body;
  return { id: report.id, number: report.number, status: report.status, writtenOn: report.date, submittedOn, submittedTo, reviewState, reviewedOn, reviewOpinion };
}

/** What was asked since the report was handed in for the last time. */
function countQuestions({ report }: ReportClock, questions: ReadonlyMap<string, readonly QuestionBody[]>): ReportPeriod['questions'] {
  if (report === undefined) return undefined;
  const asked = questionsInReview(report.body.submittedOn, questions.get(report.id) ?? []);
  return asked.length === 0 ? undefined : { asked: asked.length, open: asked.filter(({ answer }) => answer === undefined).length };
}

/** Every period that a report is due on, in order: months where the contract has them, quarters, the year. */
export function reportPeriods({ store }: ReportsCore, contractId: string, today: LocalDate): ReportPeriod[] {
  const { profile } = getContract(store, contractId);
  const clocks = allReportClocks(profile, allRecords(store, contractId), today);
  const frozen = frozenReports(store, contractId);
  const questions = questionsOfReports(store, contractId);
  return clocks.map((clock) => {
    const { type, period, dueOn, state, daysLeft, reviewUntil } = clock;
    const ordinal = clocks.filter((other) => other.type === type).indexOf(clock) + 1;
    return {
      type, key: period.key, label: period.label, from: period.from, to: period.to, dueOn, state, daysLeft, reviewUntil,
      ordinal: type === '年度' || ordinal > mostOrdinal ? undefined : ordinal,
      report: factsOf(clock),
      frozen: clock.report === undefined ? undefined : frozen.get(clock.report.id),
      questions: countQuestions(clock, questions),
      document: documentOf(profile, clock.report),
    };
  });
}

type Chosen = { readonly clock: ReportClock; readonly before: ReportClock | undefined; readonly input: FigureInput };

/** Figures of a written report are those of the day it was written on. */
function inputOf(base: Omit<FigureInput, 'period' | 'asOf'>, { period, report }: ReportClock, today: LocalDate): FigureInput {
  const date = report?.status === 'final' ? report.date : today;
  return { ...base, period, asOf: reportAsOf({ date, periodTo: period.to }) };
}

function choose({ store }: ReportsCore, contractId: string, { type, key }: PeriodName, today: LocalDate): Chosen & { readonly base: Omit<FigureInput, 'period' | 'asOf'> } {
  const { profile } = getContract(store, contractId);
  const records = allRecords(store, contractId);
  const clocks = allReportClocks(profile, records, today).filter((clock) => clock.type === type);
  const position = clocks.findIndex(({ period }) => period.key === key);
  const clock = clocks[position];
  if (clock === undefined) throw new AppError('not-found', '合同里没有这个报告期，报告周期可能刚刚改过。', { type, key });
  const base = { profile, records, index: keptIndex(store, records) };
  return { clock, before: clocks[position - 1], base, input: inputOf(base, clock, today) };
}

/** The kind whose final records of the period are exactly these. */
function listOf(recordIds: readonly string[], input: FigureInput, byId: ReadonlyMap<string, AnyRecord>): KindName | undefined {
  const kind = byId.get(recordIds[0] ?? '')?.kind;
  // A report is found by its day, but counted by what it reports on.
  if (kind === undefined || kind === 'report') return undefined;
  const own = documentsIn(input, kind);
  return own.length === recordIds.length && recordIds.every((id) => byId.get(id)?.kind === kind) ? kind : undefined;
}

/** What the records say about a period: counts, hours, inspections, and every figure beside that of the period before. */
export function periodDigest(core: ReportsCore, contractId: string, name: PeriodName, today: LocalDate): PeriodDigest {
  const { clock, before, base, input } = choose(core, contractId, name, today);
  const { from, to } = clock.period;
  const previous = before === undefined ? undefined : inputOf(base, before, today);
  const reported = new Map(clock.report?.status === 'final' ? clock.report.body.figures.map((row) => [row.figure, row.value]) : []);
  const byId = new Map(kindNames.flatMap((kind) => documentsIn(input, kind).map((record) => [record.id, record] as const)));
  const drafts = input.records.filter(({ status, date }) => status === 'draft' && date >= from && date <= to);
  const { due, done, abnormal, closed } = inspectionMonth(input);
  return {
    counts: kindNames.flatMap((kind) => {
      const count = { kind, final: documentsIn(input, kind).length, draft: drafts.filter((record) => record.kind === kind).length };
      return count.final + count.draft === 0 ? [] : [count];
    }),
    workHours: roundTo(activityByMonth(input).reduce((sum, month) => sum + month.workHours, 0), 1),
    inspections: { due, done, abnormal, closed },
    previousLabel: before?.period.label,
    figures: figures.map(({ id, chapter, label, unit, decimals, formula, source, compute }): PeriodFigure => {
      const value = compute(input);
      const earlier = previous === undefined ? undefined : compute(previous);
      return {
        id, chapter, label, unit, decimals, formula, source,
        value: value.empty === true ? undefined : value.value,
        previous: earlier === undefined || earlier.empty === true ? undefined : earlier.value,
        reported: reported.get(id),
        records: value.recordIds.length,
        list: listOf(value.recordIds, input, byId),
      };
    }),
  };
}

/** The records that one figure was counted from, by day and number. Throws `not-found`. */
export function countedRecords(core: ReportsCore, contractId: string, name: PeriodName, figure: string, today: LocalDate): { readonly total: number; readonly records: readonly CountedRecord[] } {
  const { input } = choose(core, contractId, name, today);
  const wanted = figures.find(({ id }) => id === figure);
  if (wanted === undefined) throw new AppError('not-found', '没有这个指标。', { figure });
  const ids = new Set(wanted.compute(input).recordIds);
  const records = input.records.filter(({ id }) => ids.has(id));
  return { total: records.length, records: records.slice(0, mostCounted).map(({ id, kind, number, date, title }) => ({ id, kind, number, date, title })) };
}
