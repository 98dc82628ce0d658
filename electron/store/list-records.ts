import type { z } from 'zod';
import { assertNever } from '../../shared/assert-never.ts';
import type { recordQuerySchema, RecordPage } from '../../shared/ipc/record-channels.ts';
import { getContract } from './contracts.ts';
import { toRecord } from './record-row.ts';
import { containsWords, searchExpression, searchWords } from './search-text.ts';
import { reading } from './sqlite-errors.ts';
import { recordColumns, type RecordRow } from './sql/record-sql.ts';
import { query } from './sql/prepare.ts';
import type { PageStatements } from './sql/statements.ts';
import type { ReadableStore } from './store.ts';

export type RecordQuery = z.output<typeof recordQuerySchema>;

/** Ties are broken by the columns that follow in the index of the same order, so that pages neither overlap nor leave gaps. */
const orders: Readonly<Record<RecordQuery['sort'], readonly string[]>> = {
  date: ['date', 'number', 'kind', 'status', 'key'],
  number: ['number', 'key'],
  title: ['title', 'kind', 'status', 'date', 'key'],
  updatedAt: ['updated_at', 'kind', 'status', 'date', 'key'],
};

type Filter = { readonly condition: string; readonly values: readonly (string | number)[] };

type TextFilter = Filter & { readonly hits: number };

/**
 * Beyond this many hits it is quicker to walk an index in the wanted order and look each record up among the hits than to fetch every hit;
 * SQLite cannot know, because the full-text index keeps no statistics.
 */
const manyHits = 2000;

/** One page of a contract's records, and how many there are in all. Text searches number, title and every text of the body. */
export function listRecords(store: ReadableStore, wanted: RecordQuery): RecordPage {
  return reading(() => {
    const text = textFilter(store, searchWords(wanted.text ?? ''));
    const filters = [...filtersOf(wanted), ...itemFilter(store, wanted), ...(text === undefined ? [] : [text])];
    const values = filters.flatMap((filter) => filter.values);
    const direction = wanted.descending ? 'DESC' : 'ASC';
    const statements = pageStatements(store, {
      source: text !== undefined && text.hits > manyHits ? `record INDEXED BY ${coveringIndex(wanted)}` : 'record',
      where: filters.map((filter) => filter.condition).join(' AND '),
      order: orders[wanted.sort].map((column) => `record.${column} ${direction}`).join(', '),
    });
    const total = statements.total.get(...values)?.total ?? 0;
    const rows = total === 0 ? [] : statements.page.all(...values, wanted.limit, wanted.offset);
    return { total, records: rows.map(toRecord) };
  });
}

function filtersOf(wanted: RecordQuery): Filter[] {
  const filters: Filter[] = [{ condition: 'record.contract_id = ?', values: [wanted.contractId] }];
  if (wanted.kind !== undefined) filters.push({ condition: 'record.kind = ?', values: [wanted.kind] });
  if (wanted.status !== undefined) filters.push({ condition: 'record.status = ?', values: [wanted.status] });
  if (wanted.from !== undefined) filters.push({ condition: 'record.date >= ?', values: [wanted.from] });
  if (wanted.to !== undefined) filters.push({ condition: 'record.date <= ?', values: [wanted.to] });
  return filters;
}

/** `provenItems` (shared/figures/effort.ts) as a condition: records that name the item, and those that name none but are of a kind that proves it. */
function itemFilter(store: ReadableStore, { contractId, serviceItem }: RecordQuery): Filter[] {
  if (serviceItem === undefined) return [];
  const item = getContract(store, contractId).profile.serviceItems.find(({ no }) => no === serviceItem);
  const named = "json_extract(record.body, '$.serviceItem')";
  return [{
    condition: `(${named} = ? OR (${named} IS NULL AND record.kind IN (SELECT value FROM json_each(?))))`,
    values: [serviceItem, JSON.stringify(item?.evidence ?? [])],
  }];
}

/** Indexed records by the index, the few noted ones by reading them. */
function textFilter(store: ReadableStore, words: readonly string[]): TextFilter | undefined {
  if (words.length === 0) return undefined;
  const { search } = store.statements;
  const expression = searchExpression(words);
  const noted = search.noted.all().filter((row) => containsWords(toRecord(row), words));
  const condition = `record.key IN (
    SELECT rowid FROM record_text WHERE record_text MATCH ? AND rowid NOT IN (SELECT key FROM record_unindexed)
    UNION ALL
    SELECT value FROM json_each(?))`;
  return { condition, values: [expression, JSON.stringify(noted.map((row) => row.key))], hits: search.countHits.get(expression)?.count ?? 0 };
}

/** The index that begins with the wanted order and holds every column that filters ask for. */
function coveringIndex({ sort, kind }: RecordQuery): string {
  switch (sort) {
    case 'title': return 'record_title';
    case 'updatedAt': return 'record_updated';
    case 'date':
    case 'number': return kind === undefined ? 'record_day' : 'record_kind_day';
    default: return assertNever(sort, 'order of a list');
  }
}

type PageSql = { readonly source: string; readonly where: string; readonly order: string };

function pageStatements(store: ReadableStore, { source, where, order }: PageSql): PageStatements {
  const name = `${source} ${where} ${order}`;
  const known = store.statements.pages.get(name);
  if (known !== undefined) return known;
  const statements = {
    // The inner query works on an index alone; only the rows of the page are read.
    page: query<unknown[], RecordRow>(store.database, `
      SELECT ${recordColumns} FROM record
      WHERE record.key IN (SELECT record.key FROM ${source} WHERE ${where} ORDER BY ${order} LIMIT ? OFFSET ?)
      ORDER BY ${order}`),
    total: query<unknown[], { readonly total: number }>(store.database, `SELECT count(*) AS total FROM ${source} WHERE ${where}`),
  };
  store.statements.pages.set(name, statements);
  return statements;
}
