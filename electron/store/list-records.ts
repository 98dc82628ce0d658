import type { z } from 'zod';
import type { recordQuerySchema, RecordPage } from '../../shared/ipc/contract.ts';
import { toRecord } from './record-row.ts';
import { searchExpression } from './search-text.ts';
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

type Filter = { readonly condition: string; readonly value: string };

/** One page of a contract's records, and how many there are in all. Text searches number, title and every text of the body. */
export function listRecords(store: ReadableStore, wanted: RecordQuery): RecordPage {
  const filters = filtersOf(wanted);
  const where = filters.map((filter) => filter.condition).join(' AND ');
  const values = filters.map((filter) => filter.value);
  const direction = wanted.descending ? 'DESC' : 'ASC';
  const order = orders[wanted.sort].map((column) => `record.${column} ${direction}`).join(', ');
  return reading(store, () => {
    const statements = pageStatements(store, where, order);
    const total = statements.total.get(...values)?.total ?? 0;
    const rows = total === 0 ? [] : statements.page.all(...values, wanted.limit, wanted.offset);
    return { total, records: rows.map(toRecord) };
  });
}

function filtersOf(wanted: RecordQuery): Filter[] {
  const filters: Filter[] = [{ condition: 'record.contract_id = ?', value: wanted.contractId }];
  if (wanted.kind !== undefined) filters.push({ condition: 'record.kind = ?', value: wanted.kind });
  if (wanted.status !== undefined) filters.push({ condition: 'record.status = ?', value: wanted.status });
  if (wanted.from !== undefined) filters.push({ condition: 'record.date >= ?', value: wanted.from });
  if (wanted.to !== undefined) filters.push({ condition: 'record.date <= ?', value: wanted.to });
  const expression = wanted.text === undefined ? undefined : searchExpression(wanted.text);
  if (expression !== undefined) filters.push({ condition: 'record.key IN (SELECT rowid FROM record_text WHERE record_text MATCH ?)', value: expression });
  return filters;
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
