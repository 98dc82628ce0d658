import type Database from 'better-sqlite3';
import { command, query } from './prepare.ts';

/** What a list shows of a draft. */
export type DraftSummaryRow = {
  readonly key: string;
  readonly kind: string;
  readonly label: string;
  readonly record_id: string | null;
  readonly base_revision: number | null;
  readonly version: number;
  readonly updated_at: string;
};

export type DraftRow = DraftSummaryRow & { readonly contract_id: string; readonly content: string };

const summaryColumns = 'key, kind, label, record_id, base_revision, version, updated_at';

export type DraftStatements = ReturnType<typeof prepareDraftStatements>;

export function prepareDraftStatements(database: Database.Database) {
  return {
    get: query<[string, string], DraftRow>(database, `SELECT contract_id, ${summaryColumns}, content FROM draft WHERE contract_id = ? AND key = ?`),
    ofContract: query<[string], DraftSummaryRow>(database, `SELECT ${summaryColumns} FROM draft WHERE contract_id = ? ORDER BY updated_at DESC, key`),
    count: query<[string], { readonly count: number }>(database, 'SELECT count(*) AS count FROM draft WHERE contract_id = ?'),
    put: command<[DraftRow]>(database, `
      INSERT INTO draft (contract_id, ${summaryColumns}, content)
      VALUES (@contract_id, @key, @kind, @label, @record_id, @base_revision, @version, @updated_at, @content)
      ON CONFLICT (contract_id, key) DO UPDATE SET
        kind = excluded.kind, label = excluded.label, record_id = excluded.record_id, base_revision = excluded.base_revision,
        version = excluded.version, updated_at = excluded.updated_at, content = excluded.content`),
    drop: command<[string, string]>(database, 'DELETE FROM draft WHERE contract_id = ? AND key = ?'),
    files: query<[string, string], { readonly sha256: string; readonly size: number }>(database,
      'SELECT sha256, size FROM draft_file WHERE contract_id = ? AND key = ? ORDER BY sha256'),
    fileInUse: query<[string], { readonly sha256: string }>(database, 'SELECT sha256 FROM draft_file WHERE sha256 = ? LIMIT 1'),
    addFile: command<[string, string, string, number]>(database,
      'INSERT INTO draft_file (contract_id, key, sha256, size) VALUES (?, ?, ?, ?) ON CONFLICT (contract_id, key, sha256) DO NOTHING'),
    dropFile: command<[string, string, string]>(database, 'DELETE FROM draft_file WHERE contract_id = ? AND key = ? AND sha256 = ?'),
  };
}
