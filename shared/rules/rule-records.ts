import { reportingPeriods } from '../contract/periods.ts';
import { addDays, formatChineseDate, type LocalDate } from '../dates.ts';
import type { FigureInput } from '../figures/figure.ts';
import { indexRecords, within, type RecordIndex } from '../figures/record-index.ts';
import { kindNames, kindOf, type KindName } from '../records/kinds.ts';
import type { AnyRecord, RecordOf } from '../records/record.ts';
import type { RuleInput } from './finding.ts';
import type { Observation } from './define-rule.ts';

export function indexFor(input: RuleInput): RecordIndex {
  return input.index ?? indexRecords(input.records);
}

const beginning = '0000-01-01';

/** Final records of a kind that are at least `age` days old today, in record order. */
export function agedRecords<K extends KindName>(input: RuleInput, kind: K, age = 0): RecordOf<K>[] {
  const records: readonly RecordOf<K>[] = indexFor(input).final[kind];
  return within(records, { from: beginning, to: addDays(input.today, -age) });
}

/** The same for all kinds together. */
export function allAgedRecords(input: RuleInput, age = 0): AnyRecord[] {
  const index = indexFor(input);
  const to = addDays(input.today, -age);
  return kindNames.flatMap((kind) => {
    const records: readonly AnyRecord[] = index.final[kind];
    return within(records, { from: beginning, to });
  });
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
