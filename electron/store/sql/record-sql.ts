import type Database from 'better-sqlite3';
import { command, query } from './prepare.ts';

/** A row of the record table; JSON columns still as text. */
export type RecordRow = {
  readonly key: number;
  readonly id: string;
  readonly contract_id: string;
  readonly kind: string;
  readonly number: string | null;
  readonly date: string;
  readonly status: string;
  readonly title: string;
  readonly revision: number;
  readonly kind_version: number;
  readonly hlc: string;
  readonly created_at: string;
  readonly updated_at: string;
  readonly late_reason: string | null;
  readonly void_reason: string | null;
  readonly sign_off: string;
  readonly extra: string;
  readonly body: string;
};

/** What is written; `key` is given by SQLite. */
export type NewRecordRow = Omit<RecordRow, 'key'>;

export const recordColumns = `
  record.key, record.id, record.contract_id, record.kind, record.number, record.date, record.status, record.title,
  record.revision, record.kind_version, record.hlc, record.created_at, record.updated_at,
  record.late_reason, record.void_reason, record.sign_off, record.extra, record.body`;

export type RecordStatements = ReturnType<typeof prepareRecordStatements>;

export function prepareRecordStatements(database: Database.Database) {
  return {
    byId: query<[string], RecordRow>(database, `SELECT ${recordColumns} FROM record WHERE id = ?`),
    ofContract: query<[string], RecordRow>(database, `SELECT ${recordColumns} FROM record WHERE contract_id = ? ORDER BY date, number, kind, status, key`),
    sliceOfContract: query<[string, number, number], RecordRow>(database, `SELECT ${recordColumns} FROM record NOT INDEXED WHERE contract_id = ? AND key > ? ORDER BY key LIMIT ?`),
    last: query<[string, string], RecordRow>(database, `
      SELECT ${recordColumns} FROM record
      WHERE contract_id = ? AND kind = ? AND status <> 'void'
      ORDER BY date DESC, number DESC, status DESC, key DESC
      LIMIT 1`),
    olderThanVersion: query<[string, number], RecordRow>(database, `SELECT ${recordColumns} FROM record WHERE kind = ? AND kind_version < ? ORDER BY key`),
    insert: command<[NewRecordRow]>(database, `
      INSERT INTO record (
        id, contract_id, kind, number, date, status, title, revision, kind_version, hlc, created_at, updated_at,
        late_reason, void_reason, sign_off, extra, body)
      VALUES (
        @id, @contract_id, @kind, @number, @date, @status, @title, @revision, @kind_version, @hlc, @created_at, @updated_at,
        @late_reason, @void_reason, @sign_off, @extra, @body)`),
    update: command<[NewRecordRow]>(database, `
      UPDATE record SET
        number = @number, date = @date, status = @status, title = @title, revision = @revision, kind_version = @kind_version,
        hlc = @hlc, updated_at = @updated_at, late_reason = @late_reason, void_reason = @void_reason,
        sign_off = @sign_off, extra = @extra, body = @body
      WHERE id = @id AND contract_id = @contract_id AND kind = @kind AND created_at = @created_at`),
    numbersBetween: query<[string, string, string], { readonly number: string }>(database,
      'SELECT number FROM record WHERE contract_id = ? AND number >= ? AND number < ?'),
    byNumber: query<[string, string], { readonly id: string }>(database, 'SELECT id FROM record WHERE contract_id = ? AND number = ?'),
    counts: query<[string], { readonly kind: string; readonly status: string; readonly count: number }>(database,
      'SELECT kind, status, count(*) AS count FROM record WHERE contract_id = ? GROUP BY kind, status'),
  };
}
