import type Database from 'better-sqlite3';
import { command, query } from './prepare.ts';
import { recordColumns, type RecordRow } from './record-sql.ts';

export type SearchStatements = ReturnType<typeof prepareSearchStatements>;

export function prepareSearchStatements(database: Database.Database) {
  return {
    note: command<[number | bigint]>(database, 'INSERT INTO record_unindexed (key) VALUES (?) ON CONFLICT (key) DO NOTHING'),
    countNoted: query<[], { readonly count: number }>(database, 'SELECT count(*) AS count FROM record_unindexed'),
    noted: query<[], RecordRow>(database, `SELECT ${recordColumns} FROM record_unindexed JOIN record USING (key) ORDER BY key`),
    forgetNoted: command<[]>(database, 'DELETE FROM record_unindexed'),
    addPairs: command<[number, string]>(database, 'INSERT INTO record_text (rowid, pairs) VALUES (?, ?)'),
    removePairs: command<[number]>(database, 'DELETE FROM record_text WHERE rowid = ?'),
  };
}
