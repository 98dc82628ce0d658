import { toRecord } from './record-row.ts';
import { searchPairs } from './search-text.ts';
import type { WritableStore } from './store.ts';

/**
 * An index entry costs as much as the rest of a save when it is written alone and a fifth of that among others.
 * So changed records are first only noted, in the same transaction, and searched one by one; every this many are indexed together.
 */
const batchSize = 64;

/** Notes that a record's words have changed. Only inside the transaction that changes them. */
export function noteUnindexed(store: WritableStore, key: number | bigint): void {
  const { search } = store.statements;
  search.note.run(key);
  if ((search.countNoted.get()?.count ?? 0) >= batchSize) indexNoted(store);
}

/** Indexes every noted record. Only inside a transaction. */
export function indexNoted(store: WritableStore): void {
  const { search } = store.statements;
  for (const row of search.noted.all()) {
    search.removePairs.run(row.key);
    search.addPairs.run(row.key, searchPairs(toRecord(row)));
  }
  search.forgetNoted.run();
}
