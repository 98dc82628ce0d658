import { indexRecords, type RecordIndex } from '../../shared/figures/record-index.ts';
import type { AnyRecord } from '../../shared/records/record.ts';
import { toRecord } from './record-row.ts';
import type { RecordRow } from './sql/record-sql.ts';
import type { ReadableStore } from './store.ts';

/** A record with its place among the others: by day, number, kind, status and key, as the statement `ofContract` sorts them. */
type Entry = { readonly key: number; readonly record: AnyRecord };

type KeptRecords = {
  readonly entries: readonly Entry[];
  readonly records: readonly AnyRecord[];
  /** SQLite's `data_version` when they were read: another one means that another program has written since. */
  readonly version: number;
  /** Rows that were written since, by key; they are put in when somebody asks. */
  readonly changed: Map<number, RecordRow>;
};

/**
 * The records of the contracts in use, parsed and deeply frozen: about 1.6 kB each, 32 MB for 20 000.
 * The store is the only writer and every row is written in one place (`writeRow`), which says so here.
 */
export type RecordMemory = {
  readonly contracts: Map<string, KeptRecords>;
  /** Contracts that are being read bit by bit, and what was written to them meanwhile. */
  readonly arriving: Map<string, { readonly changed: Map<number, RecordRow>; readonly done: Promise<void> }>;
  /** The sorted-out records of the lists above, as soon as somebody has asked for them. */
  readonly indexes: WeakMap<readonly AnyRecord[], RecordIndex>;
  /** Rows of the running transaction, which may still come to nothing. */
  readonly written: RecordRow[];
};

/** When more records than this are kept, contracts that were not asked for lately are forgotten. */
const mostKept = 60_000;
/** Parsing so many takes about 10 ms, of long inspections twice that. */
const sliceSize = 300;

export function emptyRecordMemory(): RecordMemory {
  return { contracts: new Map(), arriving: new Map(), indexes: new WeakMap(), written: [] };
}

/**
 * All records of a contract in their order, deeply frozen; the same array again as long as nothing was written.
 * Inside a transaction that has written already they are read afresh.
 */
export function keptRecords(store: ReadableStore, contractId: string): readonly AnyRecord[] {
  const { recordMemory: memory } = store;
  if (memory.written.length > 0) return readEntries(store, contractId).map(({ record }) => record);
  const version = dataVersion(store);
  const known = memory.contracts.get(contractId);
  const kept = known === undefined || known.version !== version ? keep(readEntries(store, contractId), version) : withChanges(known);
  remember(memory, contractId, kept);
  return kept.records;
}

/** The same sorted out by kind, number and link. */
export function keptIndex(store: ReadableStore, records: readonly AnyRecord[]): RecordIndex {
  const known = store.recordMemory.indexes.get(records);
  if (known !== undefined) return known;
  const index = indexRecords(records);
  store.recordMemory.indexes.set(records, index);
  return index;
}

/**
 * Reads a contract's records into memory in slices of about 10 ms, so that whoever shares the thread is not kept waiting; `pause` lets
 * the others go first. Afterwards `keptRecords` is quick.
 */
export function fetchRecords(store: ReadableStore, contractId: string, pause: () => Promise<void>): Promise<void> {
  const { recordMemory: memory } = store;
  const arriving = memory.arriving.get(contractId);
  if (arriving !== undefined) return arriving.done;
  if (memory.contracts.get(contractId)?.version === dataVersion(store)) return Promise.resolve();
  const changed = new Map<number, RecordRow>();
  const done = fetchSlices(store, contractId, changed, pause).finally(() => memory.arriving.delete(contractId));
  memory.arriving.set(contractId, { changed, done });
  return done;
}

async function fetchSlices(store: ReadableStore, contractId: string, changed: Map<number, RecordRow>, pause: () => Promise<void>): Promise<void> {
  const { recordMemory: memory } = store;
  const version = dataVersion(store);
  const entries: Entry[] = [];
  for (let last = 0; ;) {
    const rows = store.statements.records.sliceOfContract.all(contractId, last, sliceSize);
    for (const row of rows) entries.push(entryOf(row));
    last = rows.at(-1)?.key ?? last;
    if (rows.length < sliceSize) break;
    await pause();
    // The folder was closed meanwhile, or somebody could not wait.
    if (!store.database.open || memory.contracts.get(contractId)?.version === dataVersion(store)) return;
  }
  remember(memory, contractId, { ...keep(entries.toSorted(inStoredOrder), version), changed });
}

/** Notes a row that was just written. Only inside the transaction that writes it. */
export function noteWritten(memory: RecordMemory, row: RecordRow): void {
  memory.written.push(row);
}

/** What was noted is durable now: only after the outermost transaction. */
export function settleWrites(memory: RecordMemory): void {
  for (const row of memory.written) {
    memory.contracts.get(row.contract_id)?.changed.set(row.key, row);
    memory.arriving.get(row.contract_id)?.changed.set(row.key, row);
  }
  memory.written.length = 0;
}

/** Forgets everything that can be read again, e.g. when nobody has worked for a while. */
export function forgetRecords(store: ReadableStore): void {
  store.recordMemory.contracts.clear();
}

function dataVersion(store: ReadableStore): number {
  return Number(store.database.pragma('data_version', { simple: true }));
}

function readEntries(store: ReadableStore, contractId: string): Entry[] {
  return store.statements.records.ofContract.all(contractId).map(entryOf);
}

function entryOf(row: RecordRow): Entry {
  return { key: row.key, record: frozen(toRecord(row)) };
}

function keep(entries: readonly Entry[], version: number): KeptRecords {
  return { entries, records: Object.freeze(entries.map(({ record }) => record)), version, changed: new Map() };
}

function remember(memory: RecordMemory, contractId: string, kept: KeptRecords): void {
  memory.contracts.delete(contractId);
  memory.contracts.set(contractId, kept);
  let total = [...memory.contracts.values()].reduce((sum, { records }) => sum + records.length, 0);
  for (const [id, { records }] of memory.contracts) {
    if (total <= mostKept || id === contractId) return;
    memory.contracts.delete(id);
    total -= records.length;
  }
}

/** Puts changed rows to their places: one walk over the list, whether one row has changed or all of them. */
function withChanges(kept: KeptRecords): KeptRecords {
  if (kept.changed.size === 0) return kept;
  const arrived = [...kept.changed.values()].map(entryOf).toSorted(inStoredOrder);
  const merged: Entry[] = [];
  let next = 0;
  for (const entry of kept.entries) {
    if (kept.changed.has(entry.key)) continue;
    for (let first = arrived[next]; first !== undefined && inStoredOrder(first, entry) < 0; first = arrived[next]) {
      merged.push(first);
      next += 1;
    }
    merged.push(entry);
  }
  return keep([...merged, ...arrived.slice(next)], kept.version);
}

function inStoredOrder(left: Entry, right: Entry): number {
  const [a, b] = [left.record, right.record];
  // Days are ASCII: every order of texts is the same for them, and most records differ by their day.
  if (a.date !== b.date) return a.date < b.date ? -1 : 1;
  return compareTexts(a.number, b.number) || compareTexts(a.kind, b.kind) || compareTexts(a.status, b.status) || left.key - right.key;
}

/** SQLite compares the bytes of UTF-8, which sort as code points do; the halves of a pair stand above the rest of the plane. */
function compareTexts(left: string, right: string): number {
  if (left === right) return 0;
  const length = Math.min(left.length, right.length);
  for (let position = 0; position < length; position++) {
    const [a, b] = [left.charCodeAt(position), right.charCodeAt(position)];
    if (a !== b) return codePointRank(a) - codePointRank(b);
  }
  return left.length - right.length;
}

function codePointRank(unit: number): number {
  if (unit < 0xd800) return unit;
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800;
}

function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  for (const part of Object.values(value)) frozen(part);
  return Object.freeze(value);
}
