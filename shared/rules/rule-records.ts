import { reportingPeriods } from '../contract/periods.ts';
import { addDays, formatChineseDate, type LocalDate } from '../dates.ts';
import { daysWithoutInspection } from '../figures/breakdowns.ts';
import type { FigureInput, FigureValue } from '../figures/figure.ts';
import { findFigure, reportAsOf } from '../figures/figures.ts';
import { inspectionDays } from '../figures/inspections.ts';
import { indexRecords, within, type RecordIndex } from '../figures/record-index.ts';
import { kindNames, kindOf, type KindName } from '../records/kinds.ts';
import type { AnyRecord, RecordOf } from '../records/record.ts';
import type { RuleInput } from './finding.ts';
import type { Observation } from './define-rule.ts';
import { personDaysOf, type PersonDay } from './people-in-records.ts';

export function indexFor(input: RuleInput): RecordIndex {
  return input.index ?? indexRecords(input.records);
}

const beginning = '0000-01-01';

/** Final records of a kind that are at least `age` days old today, in record order. */
export function agedRecords<K extends KindName>(input: RuleInput, kind: K, age = 0): readonly RecordOf<K>[] {
  const records: readonly RecordOf<K>[] = indexFor(input).final[kind];
  return within(records, { from: beginning, to: addDays(input.today, -age) });
}

/** The same for all kinds together. */
export function allAgedRecords(input: RuleInput, age = 0): readonly AnyRecord[] {
  return age === 0 ? lookupsFor(input).aged() : agedOfKinds(input, kindNames, age);
}

function agedOfKinds(input: RuleInput, kinds: readonly KindName[], age = 0): AnyRecord[] {
  const index = indexFor(input);
  const to = addDays(input.today, -age);
  return kinds.flatMap((kind) => {
    const records: readonly AnyRecord[] = index.final[kind];
    return within(records, { from: beginning, to });
  });
}

/** Kinds of records that take a person's time. */
const timedKinds = ['inspection', 'worklog', 'incident', 'change', 'training', 'visit'] as const;

/** What several rules ask for, computed when the first of them does and kept for the others of the same check. */
export type Lookups = {
  /** Final records of all kinds up to today. */
  readonly aged: () => readonly AnyRecord[];
  /** Due working days of the service that are over: today's inspection may still come. */
  readonly inspectionDays: () => readonly LocalDate[];
  /** Those of them without an inspection. */
  readonly missingDays: () => readonly LocalDate[];
  /** The days of everybody whose time records take up. */
  readonly personDays: () => readonly PersonDay[];
  /** A figure of a report as its records give it now, by the figure's id; undefined for one that the program does not know. */
  readonly figureOf: (report: RecordOf<'report'>, figure: string) => FigureValue | undefined;
};

function once<T>(compute: () => T): () => T {
  let kept: { readonly value: T } | undefined;
  return () => {
    kept ??= { value: compute() };
    return kept.value;
  };
}

/** Nothing is computed yet. */
export function makeLookups(input: RuleInput): Lookups {
  const { service } = input.profile;
  const served = once(() => figureInput(input, service.from, addDays(input.today, -1)));
  const computed = new Map<RecordOf<'report'>, Map<string, FigureValue>>();
  return {
    aged: once(() => agedOfKinds(input, kindNames)),
    inspectionDays: once(() => inspectionDays(served())),
    missingDays: once(() => daysWithoutInspection(served())),
    personDays: once(() => personDaysOf(agedOfKinds(input, timedKinds))),
    figureOf: (report, id) => {
      const own = computed.get(report) ?? new Map<string, FigureValue>();
      computed.set(report, own);
      const { periodFrom, periodTo } = report.body;
      const value = own.get(id) ?? findFigure(id)?.compute({ ...figureInput(input, periodFrom, periodTo), asOf: reportAsOf(report.body) });
      if (value !== undefined) own.set(id, value);
      return value;
    },
  };
}

/** The lookups of the check that is going on; of this rule alone where there is none. */
export function lookupsFor(input: RuleInput): Lookups {
  return input.lookups ?? makeLookups(input);
}

/** The figures' view of a span of days, with everything known today. */
export function figureInput(input: RuleInput, from: LocalDate, to: LocalDate): FigureInput {
  return { profile: input.profile, records: input.records, index: indexFor(input), period: { key: `${from}..${to}`, label: `${from}至${to}`, from, to } };
}

/** `日常巡检记录单 XJ-20240805-01` */
export function nameOf(record: AnyRecord): string {
  return `${kindOf(record.kind).title} ${record.number}`;
}

/** `GZ-1、GZ-2、GZ-3 等 12 份` */
export function listNumbers(records: readonly AnyRecord[], most = 3): string {
  const shown = records.slice(0, most).map((record) => record.number).join('、');
  return records.length > most ? `${shown} 等 ${records.length} 份` : shown;
}

/** `2024年10月8日` or, for several, `2024年10月8日至2024年10月10日`. */
export function formatSpan(days: readonly LocalDate[]): string {
  const [first] = days;
  const last = days.at(-1);
  if (first === undefined || last === undefined) return '';
  return first === last ? formatChineseDate(first) : `${formatChineseDate(first)}至${formatChineseDate(last)}`;
}

/** More single findings than this of one kind in one reporting period become one finding. */
const mostSingles = 5;

/**
 * One observation per record while they are few, else one per kind and reporting period: a year of unsigned forms
 * is one task, not two thousand.
 */
export function perRecordOrGroup<R extends AnyRecord>(
  input: RuleInput,
  records: readonly R[],
  single: (record: R) => Observation,
  group: (records: readonly R[], kindTitle: string, periodLabel: string) => Observation,
): Observation[] {
  const periods = reportingPeriods(input.profile);
  const periodLabelOf = (date: LocalDate) => (periods.find((period) => date <= period.to) ?? periods.at(-1))?.label ?? '';
  const groups = Map.groupBy(records, (record) => `${record.kind} ${periodLabelOf(record.date)}`);
  return [...groups.values()].flatMap((members) => {
    const [first] = members;
    if (first === undefined) return [];
    if (members.length <= mostSingles) return members.map(single);
    return [{ ...group(members, kindOf(first.kind).title, periodLabelOf(first.date)), recordIds: members.map((record) => record.id), date: first.date }];
  });
}
