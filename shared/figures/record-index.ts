import type { Period } from '../contract/periods.ts';
import type { LocalDate } from '../dates.ts';
import type { KindName } from '../records/kinds.ts';
import { recordsOf, type AnyRecord, type RecordOf } from '../records/record.ts';
import { isAbnormal } from './closing.ts';
import type { FigureInput } from './figure.ts';

/** The records of a contract sorted out once, so that many figures and rules can look at them cheaply. */
export type RecordIndex = {
  /** Final records of each kind, by date and number. */
  readonly final: { readonly [K in KindName]: readonly RecordOf<K>[] };
  /** The final inspections with an abnormal or pending item, which are few among thousands of lines. */
  readonly abnormal: readonly RecordOf<'inspection'>[];
  /** Final records by number; the earliest entered where a number was given twice. */
  readonly byNumber: ReadonlyMap<string, AnyRecord>;
  /** Number of a record → the final work records that name it in 关联单号. */
  readonly workAbout: ReadonlyMap<string, readonly RecordOf<'worklog'>[]>;
};

/** By date, then number: the order in which documents are numbered, bound and listed. */
export function inRecordOrder(a: AnyRecord, b: AnyRecord): number {
  if (a.date !== b.date) return a.date < b.date ? -1 : 1;
  return a.number < b.number ? -1 : a.number > b.number ? 1 : 0;
}

function workByLink(worklogs: readonly RecordOf<'worklog'>[]): Map<string, RecordOf<'worklog'>[]> {
  const work = new Map<string, RecordOf<'worklog'>[]>();
  for (const worklog of worklogs) {
    for (const number of worklog.body.related ?? []) {
      const known = work.get(number);
      if (known === undefined) work.set(number, [worklog]);
      else known.push(worklog);
    }
  }
  return work;
}

export function indexRecords(records: readonly AnyRecord[]): RecordIndex {
  const final = records.filter((record) => record.status === 'final').toSorted(inRecordOrder);
  const byNumber = new Map<string, AnyRecord>();
  for (const record of final) {
    const known = byNumber.get(record.number);
    if (known === undefined || record.createdAt < known.createdAt) byNumber.set(record.number, record);
  }
  const groups = Map.groupBy(final, ({ kind }) => kind);
  const of = <K extends KindName>(kind: K): RecordOf<K>[] => recordsOf(groups.get(kind) ?? [], kind);
  const inspection = of('inspection');
  const worklog = of('worklog');
  return {
    final: {
      inspection,
      worklog,
      request: of('request'),
      survey: of('survey'),
      incident: of('incident'),
      complaint: of('complaint'),
      training: of('training'),
      visit: of('visit'),
      'backup-run': of('backup-run'),
      change: of('change'),
      report: of('report'),
    },
    abnormal: inspection.filter(({ body }) => body.items.some(isAbnormal)),
    byNumber,
    workAbout: workByLink(worklog),
  };
}

export function indexOf(input: FigureInput): RecordIndex {
  return input.index ?? indexRecords(input.records);
}

type Dated = { readonly date: LocalDate };

/** Position of the first record on or after `date`. */
function lowerBound(records: readonly Dated[], date: LocalDate): number {
  let low = 0;
  let high = records.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const record = records[middle];
    if (record !== undefined && record.date < date) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Records of a list in record order whose day lies in a span, both ends included; the list itself when all of them do. */
export function within<R extends Dated>(records: readonly R[], span: Pick<Period, 'from' | 'to'>): readonly R[] {
  const from = lowerBound(records, span.from);
  // `~` sorts behind all that a date is made of.
  const end = lowerBound(records, `${span.to}~`);
  // Figures ask this again and again: lists of a contract's whole time need not be copied for it.
  return from === 0 && end === records.length ? records : records.slice(from, end);
}

/** Final records of one kind whose day lies in the period, in record order: what every figure starts from. */
export function recordsIn<K extends KindName>(input: FigureInput, kind: K): readonly RecordOf<K>[] {
  const records: readonly RecordOf<K>[] = indexOf(input).final[kind];
  return within(records, input.period);
}
