import type Database from 'better-sqlite3';
import { command, query } from './prepare.ts';
import { recordColumns, type RecordRow } from './record-sql.ts';

export type SearchStatements = ReturnType<typeof prepareSearchStatements>;

export function prepareSearchStatements(database: Database.Database) {
  return {
    note: command<[number | bigint]>(database, 'INSERT INTO record_unindexed (key) VALUES (?) ON CONFLICT (key) DO NOTHING'),
    countNoted: query<[], { readonly count: number }>(database, 'SELECT count(*) AS count FROM record_unindexed'),
    // CROSS JOIN: begin with the few. The planner would rather read all records in their order.
    noted: query<[], RecordRow>(database, `
      SELECT ${recordColumns} FROM record_unindexed AS noted CROSS JOIN record ON record.key = noted.key ORDER BY noted.key`),
    forgetNoted: command<[]>(database, 'DELETE FROM record_unindexed'),
    countHits: query<[string], { readonly count: number }>(database, 'SELECT count(*) AS count FROM record_text WHERE record_text MATCH ?'),
    addPairs: command<[number, string]>(database, 'INSERT INTO record_text (rowid, pairs) VALUES (?, ?)'),
    removePairs: command<[number]>(database, 'DELETE FROM record_text WHERE rowid = ?'),
  };
}
