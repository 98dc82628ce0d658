import { monthsOf, quarterName, reportingPeriods, wholePeriod, type Period } from '../contract/periods.ts';
import type { ContractProfile, Deliverable } from '../contract/profile.ts';
import { formatChineseDate, formatChineseMonth, type LocalDate } from '../dates.ts';
import type { AnyRecord, RecordOf } from '../records/record.ts';

/** One file to be made: which records, and the parts its name is made of. */
export type PlannedFile = {
  readonly deliverable: Deliverable;
  readonly period: Period;
  readonly records: readonly AnyRecord[];
  /** Without extension; not yet shortened to what a disc allows. */
  readonly name: string;
};

export type PlanRange = { readonly from?: LocalDate | undefined; readonly to?: LocalDate | undefined };

/** Whether a deliverable is made of records like this one. */
export function shows(deliverable: Deliverable, record: AnyRecord): boolean {
  const body: Readonly<Record<string, unknown>> = record.body;
  return record.kind === deliverable.kind && Object.entries(deliverable.where).every(([field, value]) => body[field] === value);
}

/** Whether a record is handed over with a deliverable: a void one keeps its number (作废留号), a draft never. */
export function belongs(deliverable: Deliverable, record: AnyRecord): boolean {
  return record.status !== 'draft' && shows(deliverable, record);
}

function inOrder(a: AnyRecord, b: AnyRecord): number {
  return a.date < b.date ? -1 : a.date > b.date ? 1 : a.number < b.number ? -1 : 1;
}

function periodsOf(profile: ContractProfile, grouping: 'month' | 'quarter' | 'all'): Period[] {
  switch (grouping) {
    case 'month': return monthsOf(profile.service);
    case 'quarter': return reportingPeriods(profile);
    case 'all': return [wholePeriod(profile.service)];
    default: return grouping satisfies never;
  }
}

/** What tells one report from another: 第一季度, 2024年8月; nothing for the one annual report. */
function reportSpan(body: RecordOf<'report'>['body']): string {
  switch (body.reportType) {
    case '季度': return body.ordinal === undefined ? `${body.periodFrom}至${body.periodTo}` : quarterName(body.ordinal);
    case '月度': return formatChineseMonth(body.periodFrom);
    case '年度': return '';
    default: return body.reportType satisfies never;
  }
}

function reportFile(deliverable: Deliverable, record: RecordOf<'report'>): PlannedFile {
  const { periodFrom, periodTo } = record.body;
  const span = reportSpan(record.body);
  return {
    deliverable,
    period: { key: record.number, label: span === '' ? `${formatChineseDate(periodFrom)}至${formatChineseDate(periodTo)}` : span, from: periodFrom, to: periodTo },
    records: [record],
    name: span === '' ? deliverable.title : `${deliverable.title}_${span}`,
  };
}

function singleFiles(deliverable: Deliverable, records: readonly AnyRecord[]): PlannedFile[] {
  return records.map((record) => (record.kind === 'report' ? reportFile(deliverable, record) : {
    deliverable,
    period: { key: record.number, label: record.date, from: record.date, to: record.date },
    records: [record],
    name: `${deliverable.title}_${record.number}`,
  }));
}

/** Records outside the service period must not vanish silently: they go to the first or last period (and are reported by `check`). */
function periodIndex(periods: readonly Period[], date: LocalDate): number {
  const index = periods.findIndex((period) => date <= period.to);
  return index === -1 ? periods.length - 1 : index;
}

function groupedFiles(profile: ContractProfile, deliverable: Deliverable, grouping: 'month' | 'quarter' | 'all', records: readonly AnyRecord[]): PlannedFile[] {
  const periods = periodsOf(profile, grouping);
  const byPeriod = Map.groupBy(records, ({ date }) => periodIndex(periods, date));
  return periods.flatMap((period, index) => {
    const members = byPeriod.get(index);
    return members === undefined ? [] : [{ deliverable, period, records: members, name: grouping === 'all' ? deliverable.title : `${deliverable.title}_${period.key}` }];
  });
}

/**
 * Which files a deliverable becomes. Void records are printed too (作废留号), drafts never.
 * @param range only files with a record in this span of days
 */
export function planDeliverable(profile: ContractProfile, deliverable: Deliverable, records: readonly AnyRecord[], range: PlanRange = {}): PlannedFile[] {
  const own = records.filter((record) => belongs(deliverable, record)).toSorted(inOrder);
  const files = deliverable.grouping === 'record' ? singleFiles(deliverable, own) : groupedFiles(profile, deliverable, deliverable.grouping, own);
  return files.filter((file) => file.records.some((record) => (range.from === undefined || record.date >= range.from) && (range.to === undefined || record.date <= range.to)));
}

/** The files of all enabled deliverables, in the profile's order; one step for each deliverable. */
export function* planSteps(profile: ContractProfile, records: readonly AnyRecord[], range: PlanRange = {}): Generator<undefined, PlannedFile[]> {
  const plan: PlannedFile[] = [];
  for (const deliverable of profile.deliverables) {
    if (!deliverable.enabled) continue;
    for (const file of planDeliverable(profile, deliverable, records, range)) plan.push(file);
    yield undefined;
  }
  return plan;
}

/** The files of all enabled deliverables, in the profile's order. */
export function planDeliverables(profile: ContractProfile, records: readonly AnyRecord[], range: PlanRange = {}): PlannedFile[] {
  return profile.deliverables.filter((deliverable) => deliverable.enabled).flatMap((deliverable) => planDeliverable(profile, deliverable, records, range));
}

/** The enabled deliverables that a record is printed in, forms of a single record before lists. A draft counts like the final record it becomes. */
export function deliverablesOf(profile: ContractProfile, record: AnyRecord): Deliverable[] {
  const own = profile.deliverables.filter((deliverable) => deliverable.enabled && shows(deliverable, record));
  return own.toSorted((a, b) => Number(a.layout === 'list') - Number(b.layout === 'list'));
}

/**
 * The one file of a deliverable in which a record is to be looked at: its form alone, or the list of its period with it among the
 * others. For looking only: it may hold a draft, which is never handed over.
 */
export function planRecord(profile: ContractProfile, deliverable: Deliverable, record: AnyRecord, records: readonly AnyRecord[]): PlannedFile | undefined {
  const { grouping, layout } = deliverable;
  if (layout !== 'list' || grouping === 'record') return singleFiles(deliverable, [record])[0];
  const others = records.filter((other) => other.id !== record.id && belongs(deliverable, other));
  return groupedFiles(profile, deliverable, grouping, [...others, record].toSorted(inOrder)).find((file) => file.records.includes(record));
}

/**
 * One file of chosen records in the order given: their forms one after the other, or one list of them all. For looking and printing
 * only: it may hold drafts. Undefined when nothing was chosen.
 */
export function planChosen(deliverable: Deliverable, records: readonly AnyRecord[]): PlannedFile | undefined {
  const [first] = records;
  if (first === undefined) return undefined;
  if (records.length === 1 && deliverable.layout === 'form') return singleFiles(deliverable, records)[0];
  const days = records.map(({ date }) => date).toSorted();
  const [from, to] = [days[0] ?? first.date, days.at(-1) ?? first.date];
  return {
    deliverable,
    period: { key: 'chosen', label: `${formatChineseDate(from)}至${formatChineseDate(to)}`, from, to },
    records,
    name: `${deliverable.title}_${first.number === '' ? first.date : first.number}等${records.length}份`,
  };
}

/** The files that chosen records become when each is made into its documents: forms one by one, lists as one list of them. Drafts are left out. */
export function planChosenFiles(profile: ContractProfile, records: readonly AnyRecord[]): PlannedFile[] {
  return profile.deliverables.filter(({ enabled }) => enabled).flatMap((deliverable) => {
    const own = records.filter((record) => belongs(deliverable, record));
    return deliverable.layout === 'form' ? singleFiles(deliverable, own) : (planChosen(deliverable, own) ?? []);
  });
}
