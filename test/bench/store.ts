import { listRecords } from '../../electron/store/list-records.ts';
import { allRecords } from '../../electron/store/records.ts';
import { saveRecord } from '../../electron/store/save-records.ts';
import { indexNoted } from '../../electron/store/search-index.ts';
import type { WritableStore } from '../../electron/store/store.ts';
import { recordQuerySchema } from '../../shared/ipc/record-channels.ts';
import type { RecordInput } from '../../shared/records/record.ts';
import { digits, timed, timingOf, type BenchRow } from './bench-row.ts';
import { withYearStore } from './year-store.ts';

const wantedRecords = 100_000;

/** Saving, listing and searching in a store of 100 000 records, and reading a whole contract year. */
export function benchStore(): Promise<BenchRow[]> {
  return withYearStore(({ store, contractId, inputs }): BenchRow[] => {
    const all = timed(20, 5, () => { allRecords(store, contractId); });
    const saves = benchSaves(store, contractId, inputs, 'one year in the store');
    fillUp(store, contractId);
    return [
      saves,
      benchSaves(store, contractId, inputs, '100 000 in the store'),
      ...benchLists(store, contractId),
      ...benchSearches(store, contractId),
      { name: `read all ${inputs.length} records of a year`, ...all, unit: 'ms', note: 'part of check, whose floor is 300 ms' },
    ];
  });
}

/** Every save is a transaction of its own, forced onto the disk with its change entry. */
function benchSaves(store: WritableStore, contractId: string, inputs: readonly RecordInput[], state: string): BenchRow {
  const worklogs = inputs.filter((input) => input.kind === 'worklog').slice(0, 1000);
  const rates: number[] = [];
  for (let start = 0; start + 50 <= worklogs.length; start += 50) {
    const began = performance.now();
    for (const input of worklogs.slice(start, start + 50)) saveRecord(store, contractId, input);
    rates.push(50_000 / (performance.now() - began));
  }
  const sorted = rates.toSorted((left, right) => left - right);
  const slowest = digits(sorted[0] ?? Number.NaN);
  return { name: `save one record, ${state}`, median: timingOf(rates).median, spread: `${slowest}–${digits(sorted.at(-1) ?? Number.NaN)}`, unit: '/s', note: 'durable, with change entry; floor 800' };
}

/** Copies the year into later years until there are enough records, and indexes their words. */
function fillUp(store: WritableStore, contractId: string): void {
  const { database } = store;
  const present = Number(database.prepare('SELECT count(*) FROM record').pluck().get());
  const lastKey = Number(database.prepare('SELECT max(key) FROM record').pluck().get());
  const copy = database.prepare(`
    INSERT INTO record (id, contract_id, kind, number, date, status, title, revision, kind_version, hlc, created_at, updated_at, sign_off, extra, body)
    SELECT id || '-' || @copy, contract_id, kind,
      substr(number, 1, instr(number, '-')) || CAST(substr(number, instr(number, '-') + 1, 4) + 2 * @copy AS INTEGER) || substr(number, instr(number, '-') + 5),
      CAST(substr(date, 1, 4) + 2 * @copy AS INTEGER) || substr(date, 5), status, title, revision, kind_version, hlc, created_at,
      CAST(substr(updated_at, 1, 4) - @copy AS INTEGER) || substr(updated_at, 5), sign_off, extra, body
    FROM record WHERE contract_id = @contractId AND key <= @lastKey LIMIT @missing`);
  const note = database.prepare('INSERT INTO record_unindexed SELECT key FROM record WHERE key > ? ORDER BY key LIMIT 128');
  store.transaction(() => {
    for (let round = 1, missing = wantedRecords - present; missing > 0; round += 1) missing -= copy.run({ copy: round, contractId, lastKey, missing }).changes;
  });
  store.transaction(() => {
    for (let key = lastKey; key < lastKey + wantedRecords - present; key += 128) {
      note.run(key);
      indexNoted(store);
    }
  });
  database.pragma('optimize');
}

function benchLists(store: WritableStore, contractId: string): BenchRow[] {
  const questions = {
    'all kinds, latest first': {},
    'work records of one year, oldest first': { kind: 'worklog', from: '2040-01-01', to: '2040-12-31', descending: false },
    'final records, by title, page 100': { status: 'final', sort: 'title', descending: false, offset: 5000 },
    'inspections, by time of change': { kind: 'inspection', sort: 'updatedAt' },
    'work records, by number': { kind: 'worklog', sort: 'number' },
  } as const;
  return Object.entries(questions).map(([name, question]) => {
    const query = recordQuerySchema.parse({ contractId, ...question });
    const { total } = listRecords(store, query);
    return { name: `list 50: ${name}`, ...timed(30, 5, () => { listRecords(store, query); }), unit: 'ms', note: `of ${total}; floor 30` };
  });
}

function benchSearches(store: WritableStore, contractId: string): BenchRow[] {
  return ['系统', '数据库', '数据库 备份', '正常', '20400', '2040080', '没有的词', '张'].map((text) => {
    const query = recordQuerySchema.parse({ contractId, text });
    const { total } = listRecords(store, query);
    return { name: `search ${text}`, ...timed(20, 3, () => { listRecords(store, query); }), unit: 'ms', note: `${total} found; floor 80` };
  });
}
