import type Database from 'better-sqlite3';
import type { RecordStatus } from '../../../shared/records/record.ts';
import { query, type Query } from './prepare.ts';
import { recordColumns, type RecordRow } from './record-sql.ts';

/** One combination of filters and order. */
export type PageStatements = { readonly page: Query<unknown[], { readonly key: number }>; readonly total: Query<unknown[], { readonly total: number }> };

type HandleRow = { readonly key: number; readonly id: string; readonly number: string; readonly date: string; readonly title: string; readonly status: RecordStatus };

export type ListStatements = ReturnType<typeof prepareListStatements>;

/** What lists of records ask. Keys are taken as a JSON list; their order is not kept. */
export function prepareListStatements(database: Database.Database) {
  const ofKeys = 'key IN (SELECT value FROM json_each(?))';
  return {
    rows: query<[string], RecordRow>(database, `SELECT ${recordColumns} FROM record WHERE ${ofKeys}`),
    handles: query<[string], HandleRow>(database, `SELECT key, id, coalesce(number, '') AS number, date, title, status FROM record WHERE ${ofKeys}`),
    fileCounts: query<[string], { readonly key: number; readonly count: number; readonly scans: number }>(database, `
      SELECT record.key AS key, count(*) AS count, sum(link.role = 'signed-scan') AS scans
      FROM record JOIN record_attachment AS link ON link.record_id = record.id WHERE record.${ofKeys} GROUP BY record.key`),
    /** How many rows this connection has ever written: raised by every change. */
    written: query<[], { readonly changes: number }>(database, 'SELECT total_changes() AS changes'),
    /** One pair per combination of filters and order that was asked for, by its text. */
    pages: new Map<string, PageStatements>(),
    /** Orders that no index knows: the keys of whole lists by what was asked, true as long as the stamp of the store is the same. */
    remembered: new Map<string, { readonly stamp: string; readonly keys: readonly number[] }>(),
  };
}
