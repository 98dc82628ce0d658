import type Database from 'better-sqlite3';
import { command, query } from './prepare.ts';

export type TakenOverRow = { readonly to_record: string; readonly from_record: string; readonly from_row: number; readonly at: string; readonly by: string };

export type RenewalStatements = ReturnType<typeof prepareRenewalStatements>;

export function prepareRenewalStatements(database: Database.Database) {
  const columns = 'to_record, from_record, from_row, at, by';
  return {
    /** Where a record was taken over from, and what goes on with it. */
    ofRecord: query<[string, string], TakenOverRow>(database, `SELECT ${columns} FROM taken_over WHERE to_record = ? UNION ALL SELECT ${columns} FROM taken_over WHERE from_record = ? ORDER BY to_record`),
    /** What of a contract goes on in another, void records of which go on with nothing. */
    ofContract: query<[string], Pick<TakenOverRow, 'from_record' | 'from_row'>>(database, `
      SELECT taken_over.from_record, taken_over.from_row FROM taken_over
      JOIN record AS source ON source.id = taken_over.from_record JOIN record AS target ON target.id = taken_over.to_record
      WHERE source.contract_id = ? AND target.status <> 'void' ORDER BY taken_over.to_record`),
    insert: command<[TakenOverRow]>(database, `INSERT INTO taken_over (${columns}) VALUES (@to_record, @from_record, @from_row, @at, @by)`),
  };
}
