import type { z } from 'zod';
import { isOwnSort, type OwnSort } from '../../shared/ipc/list-filter.ts';
import type { RecordChoice, RecordHandle, RecordPage, recordQuerySchema, ValueCount } from '../../shared/ipc/record-channels.ts';
import type { KindName } from '../../shared/records/kinds.ts';
import { searchWords } from '../../shared/records/search-words.ts';
import { getContract } from './contracts.ts';
import { listConditions, placeOfColumn, type Condition } from './list-conditions.ts';
import { listedRow } from './listed-row.ts';
import { toRecord } from './record-row.ts';
import { containsWords, searchExpression } from './search-text.ts';
import { columnOfSort, optionsOfColumn, sortedKeys, type SortRow } from './sorted-keys.ts';
import { reading } from './sqlite-errors.ts';
import { query } from './sql/prepare.ts';
import type { ReadableStore } from './store.ts';

export type RecordQuery = z.output<typeof recordQuerySchema>;

type Order = Pick<RecordQuery, 'sort' | 'descending'>;

/** Ties are broken by the columns that follow in the index of the same order, so that pages neither overlap nor leave gaps. */
const orders: Readonly<Record<OwnSort, readonly string[]>> = {
  date: ['date', 'number', 'kind', 'status', 'key'],
  number: ['number', 'key'],
  title: ['title', 'kind', 'status', 'date', 'key'],
  status: ['status', 'date', 'number', 'kind', 'key'],
  updatedAt: ['updated_at', 'kind', 'status', 'date', 'key'],
};

/**
 * Beyond this many hits it is quicker to walk an index in the wanted order and look each record up among the hits than to fetch every hit;
 * SQLite cannot know, because the full-text index keeps no statistics.
 */
const manyHits = 2000;

/** As many orders of lists are remembered: those of a few windows, with what was typed last. */
const rememberedLists = 8;

const mostHandles = 20_000;
const mostValues = 300;

/** One page of a contract's records, and how many there are in all. Text searches number, title and every text of the body. */
export function listRecords(store: ReadableStore, wanted: RecordQuery): RecordPage {
  return reading(() => {
    const { total, keys } = pageKeys(store, wanted);
    const list = JSON.stringify(keys);
    const { lists } = store.statements;
    const files = new Map(lists.fileCounts.all(list).map((row) => [row.key, row]));
    const rows = new Map(lists.rows.all(list).map((row) => [row.key, row]));
    const words = searchWords(wanted.text ?? '');
    const extraFields = wanted.kind === undefined || keys.length === 0 ? [] : (getContract(store, wanted.contractId).profile.extraFields[wanted.kind] ?? []);
    return {
      total,
      records: keys.flatMap((key) => {
        const row = rows.get(key);
        return row === undefined ? [] : [listedRow(toRecord(row), { columns: wanted.columns, words, extraFields, files: files.get(key) })];
      }),
    };
  });
}

/** Every record that a filter leaves, in the order of the list; at most 20 000. */
export function listHandles(store: ReadableStore, wanted: RecordChoice & Order): RecordHandle[] {
  return reading(() => {
    const { keys } = pageKeys(store, { ...wanted, offset: 0, limit: mostHandles });
    const handles = new Map(store.statements.lists.handles.all(JSON.stringify(keys)).map(({ key, ...handle }) => [key, handle]));
    return keys.flatMap((key) => handles.get(key) ?? []);
  });
}

/** The keys of every record that a filter leaves, in the order of the list. */
export function listKeys(store: ReadableStore, wanted: RecordChoice & Order): readonly number[] {
  return reading(() => pageKeys(store, { ...wanted, offset: 0, limit: mostHandles }).keys);
}

/** Which row of the list a record is, from 0; undefined where the filter leaves it out, or more than 20 000 come before it. */
export function listPlace(store: ReadableStore, { id, ...wanted }: RecordChoice & Order & { readonly id: string }): number | undefined {
  return reading(() => {
    const key = store.statements.records.byId.get(id)?.key;
    const row = key === undefined ? -1 : pageKeys(store, { ...wanted, offset: 0, limit: mostHandles }).keys.indexOf(key);
    return row === -1 ? undefined : row;
  });
}

/** The different values of one column among the records that a filter leaves, the most frequent first. Throws `invalid-input` for no column of the kind. */
export function columnValues(store: ReadableStore, { column, ...wanted }: RecordChoice & { readonly kind: KindName; readonly column: string }): ValueCount[] {
  return reading(() => {
    const { part, path } = placeOfColumn(store, wanted.contractId, wanted.kind, column);
    const { where, values } = whereOf(store, wanted);
    const sql = `SELECT coalesce(CAST(json_extract(record.${part}, ?) AS TEXT), '') AS value, count(*) AS count FROM record WHERE ${where} GROUP BY value ORDER BY count DESC, value LIMIT ${mostValues}`;
    return query<unknown[], ValueCount>(store.database, sql).all(path, ...values);
  });
}

type Page = RecordChoice & Order & { readonly offset: number; readonly limit: number };

/** What an index answers is asked for page by page; for the rest all records have to be read, and their order is remembered until something changes. */
function pageKeys(store: ReadableStore, wanted: Page): { readonly total: number; readonly keys: readonly number[] } {
  const { where, values, readsRecords, hits } = whereOf(store, wanted);
  const { sort } = wanted;
  if (!readsRecords && isOwnSort(sort)) {
    const from = hits > manyHits ? `record INDEXED BY ${coveringIndex(sort, wanted.kind)}` : 'record';
    const statements = pageStatements(store, `FROM ${from} WHERE ${where}`, orderBy(sort, wanted.descending));
    const total = statements.total.get(...values)?.total ?? 0;
    return { total, keys: total === 0 ? [] : statements.page.all(...values, wanted.limit, wanted.offset).map(({ key }) => key) };
  }
  const all = remembered(store, JSON.stringify([where, values, sort, wanted.descending]), () => allKeys(store, wanted, where, values));
  return { total: all.length, keys: all.slice(wanted.offset, wanted.offset + wanted.limit) };
}

function allKeys(store: ReadableStore, wanted: Page, where: string, values: readonly (string | number)[]): readonly number[] {
  const { sort, kind, contractId } = wanted;
  if (isOwnSort(sort)) return query<unknown[], SortRow>(store.database, `SELECT record.key FROM record WHERE ${where} ORDER BY ${orderBy(sort, wanted.descending)}`).all(...values).map(({ key }) => key);
  const column = columnOfSort(sort);
  const { part, path } = placeOfColumn(store, contractId, kind, column);
  const rows = query<unknown[], SortRow>(store.database, `SELECT record.key, json_extract(record.${part}, ?) AS value FROM record WHERE ${where} ORDER BY ${orderBy('date', true)}`).all(path, ...values);
  return sortedKeys(rows, kind === undefined ? undefined : optionsOfColumn(getContract(store, contractId).profile, kind, column), wanted.descending);
}

function remembered(store: ReadableStore, name: string, find: () => readonly number[]): readonly number[] {
  const { remembered: lists, written } = store.statements.lists;
  // What this program has written, and whether another has.
  const stamp = `${written.get()?.changes ?? 0} ${String(store.database.pragma('data_version', { simple: true }))}`;
  const known = lists.get(name);
  const keys = known?.stamp === stamp ? known.keys : find();
  lists.delete(name);
  lists.set(name, { stamp, keys });
  for (const oldest of lists.keys()) {
    if (lists.size <= rememberedLists) break;
    lists.delete(oldest);
  }
  return keys;
}

type Where = { readonly where: string; readonly values: readonly (string | number)[]; readonly readsRecords: boolean; readonly hits: number };

function whereOf(store: ReadableStore, wanted: RecordChoice): Where {
  const text = textCondition(store, searchWords(wanted.text ?? ''));
  const conditions: readonly Condition[] = [...listConditions(store, wanted), ...(text === undefined ? [] : [text])];
  return {
    where: conditions.map(({ sql }) => sql).join(' AND '),
    values: conditions.flatMap((condition) => condition.values),
    readsRecords: conditions.some((condition) => condition.readsRecords),
    hits: text?.hits ?? 0,
  };
}

/** Indexed records by the index, the few noted ones by reading them. */
function textCondition(store: ReadableStore, words: readonly string[]): (Condition & { readonly hits: number }) | undefined {
  if (words.length === 0) return undefined;
  const { search } = store.statements;
  const expression = searchExpression(words);
  const noted = search.noted.all().filter((row) => containsWords(toRecord(row), words));
  const sql = `record.key IN (
    SELECT rowid FROM record_text WHERE record_text MATCH ? AND rowid NOT IN (SELECT key FROM record_unindexed)
    UNION ALL
    SELECT value FROM json_each(?))`;
  return { sql, values: [expression, JSON.stringify(noted.map((row) => row.key))], readsRecords: false, hits: search.countHits.get(expression)?.count ?? 0 };
}

function orderBy(sort: OwnSort, isDescending: boolean): string {
  return orders[sort].map((column) => `record.${column} ${isDescending ? 'DESC' : 'ASC'}`).join(', ');
}

/** The index that begins with the wanted order, or at least holds every column that filters and order ask for. */
function coveringIndex(sort: OwnSort, kind: KindName | undefined): string {
  if (sort === 'title') return 'record_title';
  if (sort === 'updatedAt') return 'record_updated';
  return kind === undefined ? 'record_day' : 'record_kind_day';
}

function pageStatements(store: ReadableStore, source: string, order: string) {
  const name = `${source} ${order}`;
  const known = store.statements.lists.pages.get(name);
  if (known !== undefined) return known;
  const statements = {
    page: query<unknown[], { readonly key: number }>(store.database, `SELECT record.key ${source} ORDER BY ${order} LIMIT ? OFFSET ?`),
    total: query<unknown[], { readonly total: number }>(store.database, `SELECT count(*) AS total ${source}`),
  };
  store.statements.lists.pages.set(name, statements);
  return statements;
}
