import type { LocalDate } from '../../shared/dates.ts';
import { kindOf, type KindBody, type KindName } from '../../shared/records/kinds.ts';
import { formatNumber, numberPrefix } from '../../shared/records/numbering.ts';
import type { AnyRecord, RecordOf } from '../../shared/records/record.ts';
import { referredKey, type Entry } from './entry.ts';
import { extraValues, fitBody } from './fit-body.ts';
import type { Frame } from './frame.ts';
import { signOffOf } from './sign-offs.ts';

/** All entries of a year, by kind; reports are written later, from the records. */
export type Entries = { readonly [K in Exclude<KindName, 'report'>]: readonly Entry<K>[] };

/** Titles are cut to the length that the store keeps. */
const titleLength = 120;
/** Envelopes need a moment of entry; figures and rules do not look at it. */
const enteredAt = '2000-01-01T00:00:00.000Z';

type Sortable = Pick<Entry<KindName>, 'key' | 'kind' | 'date' | 'minute'>;

/** Numbers in the order of the day: `XJ-20240805-01`, `-02` … of each kind. */
function numbersOf(frame: Frame, entries: readonly Sortable[]): Map<string, string> {
  const sequences = new Map<string, number>();
  const numbers = new Map<string, string>();
  for (const entry of entries.toSorted((a, b) => (a.date === b.date ? a.minute - b.minute : a.date < b.date ? -1 : 1))) {
    const prefix = numberPrefix(entry.kind, frame.profile);
    const sequence = (sequences.get(`${prefix} ${entry.date}`) ?? 0) + 1;
    sequences.set(`${prefix} ${entry.date}`, sequence);
    numbers.set(entry.key, formatNumber({ prefix, date: entry.date, sequence }));
  }
  return numbers;
}

/** The record of an entry as the store would hold it. References to entries that do not exist (yet) are left out. */
function record<K extends KindName>(frame: Frame, entry: Entry<K>, numbers: ReadonlyMap<string, string>, until: LocalDate | undefined): RecordOf<K> {
  let body: KindBody<K> = fitBody(entry.kind, entry.body, frame.profile);
  for (const [name, value] of Object.entries(body)) {
    if (!Array.isArray(value) || kindOf(entry.kind).fields[name]?.type !== 'links') continue;
    const links = value.flatMap((link: unknown) => (typeof link === 'string' ? numbers.get(referredKey(link) ?? '') ?? [] : []));
    body = { ...body, [name]: links.length === 0 ? undefined : links.toSorted() };
  }
  return envelope(entry.kind, {
    id: entry.key, number: numbers.get(entry.key) ?? '', date: entry.date, body,
    signOff: signOffOf(frame, { key: entry.key, kind: entry.kind, date: entry.date, executor: entry.executor, doneOn: entry.doneOn }, until),
    extra: extraValues(frame.profile, entry.kind, entry.date),
  });
}

/** A stored record's other parts round what the sample knows. */
export function envelope<K extends KindName>(kind: K, known: Pick<RecordOf<K>, 'id' | 'number' | 'date' | 'body' | 'signOff' | 'extra'>): RecordOf<K> {
  return { ...known, kind, contractId: 'sample', status: 'final', title: kindOf(kind).titleOf({ ...known.body }).slice(0, titleLength), revision: 1, createdAt: enteredAt, updatedAt: enteredAt };
}

function withHandlingNumbers(entry: Entry<'inspection'>, numbers: ReadonlyMap<string, string>): Entry<'inspection'> {
  if (!entry.body.items.some((item) => item.handledBy !== undefined)) return entry;
  const items = entry.body.items.map((item) => (item.handledBy === undefined ? item : { ...item, handledBy: numbers.get(referredKey(item.handledBy) ?? '') }));
  return { ...entry, body: { ...entry.body, items } };
}

/** Gives numbers and signatures, and turns references into numbers. */
export function numberEntries(frame: Frame, entries: Entries, until: LocalDate | undefined): AnyRecord[] {
  const numbers = numbersOf(frame, Object.values(entries).flat());
  const recordsOf = <K extends KindName>(list: readonly Entry<K>[]): RecordOf<K>[] => list.map((entry) => record(frame, entry, numbers, until));
  return [
    ...recordsOf(entries.inspection.map((entry) => withHandlingNumbers(entry, numbers))),
    ...recordsOf(entries.worklog), ...recordsOf(entries.request), ...recordsOf(entries.survey), ...recordsOf(entries.incident), ...recordsOf(entries.complaint),
    ...recordsOf(entries.training), ...recordsOf(entries.visit), ...recordsOf(entries['backup-run']), ...recordsOf(entries.change),
  ];
}
