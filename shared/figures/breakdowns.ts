import { monthsOf, type Period } from '../contract/periods.ts';
import type { ServiceItem } from '../contract/profile.ts';
import type { LocalDate } from '../dates.ts';
import { kindNames, type KindName } from '../records/kinds.ts';
import type { AnyRecord, RecordOf } from '../records/record.ts';
import { bookedItem, hoursOf, provenItems, workIn } from './effort.ts';
import type { FigureInput } from './figure.ts';
import { faultsIn } from './incidents.ts';
import { abnormalItems, inspectionDays } from './inspections.ts';
import { indexOf, inRecordOrder, recordsIn, within } from './record-index.ts';
import { roundTo } from './tally.ts';

/** Tables behind the figures, from the same predicates, so that their sums are the figures. */

/** A report belongs to the span it reports on, not to the day on which it was written. */
export function reportsOn(input: FigureInput): RecordOf<'report'>[] {
  return indexOf(input).final.report.filter((record) => record.body.periodFrom >= input.period.from && record.body.periodTo <= input.period.to);
}

/** Final records of one kind that belong to the period. */
export function documentsIn(input: FigureInput, kind: KindName): readonly AnyRecord[] {
  if (kind === 'report') return reportsOn(input);
  const all: readonly AnyRecord[] = indexOf(input).final[kind];
  return within(all, input.period);
}

/** The same question asked about each calendar month of the period. */
function eachMonth<T>(input: FigureInput, ask: (monthInput: FigureInput) => T): T[] {
  return monthsOf(input.period).map((period) => ask({ ...input, period }));
}

export type InspectionMonth = { readonly period: Period; readonly due: number; readonly done: number; readonly records: number; readonly items: number; readonly abnormal: number; readonly closed: number };

export function inspectionMonth(input: FigureInput): InspectionMonth {
  const records = recordsIn(input, 'inspection');
  const days = new Set(records.map((record) => record.date));
  const due = inspectionDays(input);
  const abnormal = abnormalItems(input);
  return {
    period: input.period,
    due: due.length,
    done: due.filter((date) => days.has(date)).length,
    records: records.length,
    items: records.reduce((sum, record) => sum + record.body.items.filter((item) => item.result !== '不适用').length, 0),
    abnormal: abnormal.length,
    closed: abnormal.filter((entry) => entry.closed).length,
  };
}

export function inspectionsByMonth(input: FigureInput): InspectionMonth[] {
  return eachMonth(input, inspectionMonth);
}

/** Working days of the period without any inspection record. */
export function daysWithoutInspection(input: FigureInput): LocalDate[] {
  const days = new Set(recordsIn(input, 'inspection').map((record) => record.date));
  return inspectionDays(input).filter((date) => !days.has(date));
}

export type ItemEvidence = {
  readonly item: ServiceItem;
  /** Everything that proves the item was served, in record order. */
  readonly records: readonly AnyRecord[];
  /** 人时, one decimal. The hours of all items add up to `effort.hours` when every record proves an item. */
  readonly hours: number;
};

/** The records that prove each priced service item, in record order, by the item's number. */
function recordsByItem(input: FigureInput): Map<number, AnyRecord[]> {
  const { serviceItems } = input.profile;
  const records = new Map<number, AnyRecord[]>(serviceItems.map((item) => [item.no, []]));
  for (const kind of kindNames) {
    for (const record of documentsIn(input, kind)) {
      for (const no of provenItems(record, serviceItems)) records.get(no)?.push(record);
    }
  }
  for (const proving of records.values()) proving.sort(inRecordOrder);
  return records;
}

/** One row per priced service item of the contract (附件1), also when nothing was recorded for it. */
export function evidenceByItem(input: FigureInput): ItemEvidence[] {
  const { serviceItems } = input.profile;
  const index = indexOf(input);
  const records = recordsByItem({ ...input, index });
  const hours = new Map<number, number>();
  for (const record of workIn({ ...input, index })) {
    const booked = bookedItem(record, serviceItems);
    if (booked !== undefined) hours.set(booked, (hours.get(booked) ?? 0) + hoursOf(record, index, input.asOf));
  }
  return serviceItems.map((item) => ({ item, records: records.get(item.no) ?? [], hours: roundTo(hours.get(item.no) ?? 0, 1) }));
}

export type WorkGroup = { readonly name: string; readonly records: readonly RecordOf<'worklog'>[]; readonly hours: number };

/** Work records by a name found in them, largest group first, names in order where groups are equal. */
function workBy(input: FigureInput, nameOf: (record: RecordOf<'worklog'>) => string): WorkGroup[] {
  const groups = Map.groupBy(recordsIn(input, 'worklog'), nameOf);
  return [...groups]
    .map(([name, records]) => ({ name, records, hours: roundTo(records.reduce((sum, record) => sum + record.body.hours, 0), 1) }))
    .toSorted((a, b) => b.records.length - a.records.length || (a.name < b.name ? -1 : 1));
}

export function workByChannel(input: FigureInput): WorkGroup[] {
  return workBy(input, (record) => record.body.channel);
}

export function workByPerson(input: FigureInput): WorkGroup[] {
  return workBy(input, (record) => record.body.staff);
}

export type MonthActivity = { readonly period: Period; readonly counts: Readonly<Record<KindName, number>>; /** Without drills, as the figure `incident.count`. */ readonly faults: number; readonly workHours: number };

/** How many records of each kind every calendar month has. */
export function activityByMonth(input: FigureInput): MonthActivity[] {
  return eachMonth(input, (monthInput) => {
    const count = (kind: KindName) => documentsIn(monthInput, kind).length;
    return {
      period: monthInput.period,
      counts: {
        inspection: count('inspection'), worklog: count('worklog'), request: count('request'), survey: count('survey'), incident: count('incident'),
        complaint: count('complaint'), training: count('training'), visit: count('visit'), 'backup-run': count('backup-run'), change: count('change'), report: count('report'),
      },
      faults: faultsIn(monthInput).length,
      workHours: roundTo(recordsIn(monthInput, 'worklog').reduce((sum, record) => sum + record.body.hours, 0), 1),
    };
  });
}

/** Everything that proves one item in one month, in record order. */
export type EvidenceCell = { readonly month: Period; readonly records: readonly AnyRecord[] };

/**
 * The evidence matrix: service items × months. The reports on the last span are written after it; they stand in the last month,
 * so that every record that proves an item stands in one cell.
 */
export function evidenceMatrix(input: FigureInput): { readonly item: ServiceItem; readonly cells: readonly EvidenceCell[] }[] {
  const months = monthsOf(input.period);
  const { to } = input.period;
  const byItem = recordsByItem({ ...input, index: indexOf(input) });
  return input.profile.serviceItems.map((item) => {
    const byMonth = Map.groupBy(byItem.get(item.no) ?? [], ({ date }) => (date > to ? to : date).slice(0, 7));
    return { item, cells: months.map((month) => ({ month, records: byMonth.get(month.key) ?? [] })) };
  });
}
