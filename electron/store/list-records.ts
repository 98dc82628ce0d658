import type { z } from 'zod';
import type { recordQuerySchema, RecordPage } from '../../shared/ipc/contract.ts';
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

type Filter = { readonly condition: string; readonly values: readonly string[] };

/** One page of a contract's records, and how many there are in all. Text searches number, title and every text of the body. */
export function listRecords(store: ReadableStore, wanted: RecordQuery): RecordPage {
  return reading(() => {
    const filters = filtersOf(store, wanted);
    const where = filters.map((filter) => filter.condition).join(' AND ');
    const values = filters.flatMap((filter) => filter.values);
    const direction = wanted.descending ? 'DESC' : 'ASC';
    const order = orders[wanted.sort].map((column) => `record.${column} ${direction}`).join(', ');
    const statements = pageStatements(store, where, order);
    const total = statements.total.get(...values)?.total ?? 0;
    const rows = total === 0 ? [] : statements.page.all(...values, wanted.limit, wanted.offset);
    return { total, records: rows.map(toRecord) };
  });
}

function filtersOf(store: ReadableStore, wanted: RecordQuery): Filter[] {
  const filters: Filter[] = [{ condition: 'record.contract_id = ?', values: [wanted.contractId] }];
  if (wanted.kind !== undefined) filters.push({ condition: 'record.kind = ?', values: [wanted.kind] });
  if (wanted.status !== undefined) filters.push({ condition: 'record.status = ?', values: [wanted.status] });
  if (wanted.from !== undefined) filters.push({ condition: 'record.date >= ?', values: [wanted.from] });
  if (wanted.to !== undefined) filters.push({ condition: 'record.date <= ?', values: [wanted.to] });
  const words = searchWords(wanted.text ?? '');
  if (words.length > 0) filters.push(textFilter(store, words));
  return filters;
}

/** Indexed records by the index, the few noted ones by reading them. */
function textFilter(store: ReadableStore, words: readonly string[]): Filter {
  const noted = store.statements.search.noted.all().filter((row) => containsWords(toRecord(row), words));
  const condition = `record.key IN (
    SELECT rowid FROM record_text WHERE record_text MATCH ? AND rowid NOT IN (SELECT key FROM record_unindexed)
    UNION ALL
    SELECT value FROM json_each(?))`;
  return { condition, values: [searchExpression(words), JSON.stringify(noted.map((row) => row.key))] };
}

function pageStatements(store: ReadableStore, where: string, order: string): PageStatements {
  const name = `${where} ${order}`;
  const known = store.statements.pages.get(name);
  if (known !== undefined) return known;
  const statements = {
    // The inner query works on an index alone; only the rows of the page are read.
    page: query<unknown[], RecordRow>(store.database, `
      SELECT ${recordColumns} FROM record
      WHERE record.key IN (SELECT record.key FROM record WHERE ${where} ORDER BY ${order} LIMIT ? OFFSET ?)
      ORDER BY ${order}`),
    total: query<unknown[], { readonly total: number }>(store.database, `SELECT count(*) AS total FROM record WHERE ${where}`),
  };
  store.statements.pages.set(name, statements);
  return statements;
}
