import { addDays, type LocalDate } from '../../../shared/dates.ts';
import { numbersIn } from '../../../shared/figures/closing.ts';
import { recordsOf, type AnyRecord, type RecordOf } from '../../../shared/records/record.ts';
import type { Frame } from '../frame.ts';
import type { PlantedFault } from '../planted-fault.ts';
import type { Random } from '../random.ts';

/** What a fault may choose from. Records that earlier faults used are taken; so are their days. */
export type Scene = {
  readonly frame: Frame;
  readonly records: readonly AnyRecord[];
  readonly taken: ReadonlySet<string>;
  /** The last day that the sample knows. */
  readonly lastDay: LocalDate;
  readonly random: Random;
};

/** One fault and what it does to the records. */
export type Planting = {
  readonly fault: PlantedFault;
  /** Records in their new state, by their id. */
  readonly replaced?: readonly AnyRecord[];
  readonly removed?: readonly AnyRecord[];
  readonly added?: readonly AnyRecord[];
  /** Untouched records that later faults must leave alone. */
  readonly kept?: readonly AnyRecord[];
};

/** Plants one fault, or nothing where the records offer no place for it. */
export type RecordFault = (scene: Scene) => Planting | undefined;

/** Rules wait this long before they ask for signatures, closings and follow-ups. */
const settledAfter = 20;

/** Numbers that some record names. */
function linkedNumbers(records: readonly AnyRecord[]): Set<string> {
  const numbers = new Set<string>();
  for (const record of records) {
    if ('related' in record.body) for (const number of record.body.related ?? []) numbers.add(number);
    if (record.kind === 'inspection') for (const item of record.body.items) for (const number of numbersIn(item.handledBy)) numbers.add(number);
  }
  return numbers;
}

/** The day of a kind, as `taken` holds it. */
export function dayKey(record: Pick<AnyRecord, 'kind' | 'date'>): string {
  return `${record.kind} ${record.date}`;
}

function isFree(scene: Scene, record: AnyRecord): boolean {
  return !scene.taken.has(record.id) && !scene.taken.has(dayKey(record)) && record.status === 'final' && record.date <= addDays(scene.lastDay, -settledAfter);
}

/** Records of a kind, old enough for every rule, that no other fault has used. */
export function freeRecords<K extends AnyRecord['kind']>(scene: Scene, kind: K): RecordOf<K>[] {
  const free = scene.records.filter((record) => isFree(scene, record));
  return recordsOf(free, kind);
}

/** Those that neither name another record nor are named by one: they can change or go without breaking a link. */
export function looseRecords<K extends AnyRecord['kind']>(scene: Scene, kind: K): RecordOf<K>[] {
  const linked = linkedNumbers(scene.records);
  const loose = scene.records.filter((record) => isFree(scene, record) && !linked.has(record.number) && !('related' in record.body && record.body.related !== undefined));
  return recordsOf(loose, kind);
}

/** One of them by chance, or undefined when there is none. */
export function pickOne<Value>(scene: Scene, list: readonly Value[]): Value | undefined {
  return list.length === 0 ? undefined : scene.random.pick(list);
}

/** The scene after a fault was planted. */
export function apply(scene: Scene, planting: Planting): Scene {
  const replaced = new Map((planting.replaced ?? []).map((record) => [record.id, record]));
  const removed = new Set((planting.removed ?? []).map((record) => record.id));
  const records = [...scene.records.filter((record) => !removed.has(record.id)).map((record) => replaced.get(record.id) ?? record), ...(planting.added ?? [])];
  const used = [...(planting.replaced ?? []), ...(planting.removed ?? []), ...(planting.added ?? []), ...(planting.kept ?? [])];
  return { ...scene, records, taken: new Set([...scene.taken, ...used.flatMap((record) => [record.id, dayKey(record)])]) };
}
