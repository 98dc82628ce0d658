import type Database from 'better-sqlite3';
import { command, query } from './prepare.ts';

export type ArrangementRow = { readonly contract_id: string; readonly revision: number; readonly updated_at: string; readonly updated_by: string; readonly content: string };

export type PageCountRow = {
  readonly contract_id: string;
  readonly deliverable: string;
  readonly scope: string;
  readonly template_sha256: string;
  readonly data_sha256: string;
  readonly pages: number;
  readonly record_starts: string | null;
};

const countColumns = 'contract_id, deliverable, scope, template_sha256, data_sha256, pages, record_starts';

export type VolumeStatements = ReturnType<typeof prepareVolumeStatements>;

export function prepareVolumeStatements(database: Database.Database) {
  return {
    arrangement: query<[string], ArrangementRow>(database, 'SELECT contract_id, revision, updated_at, updated_by, content FROM arrangement WHERE contract_id = ?'),
    putArrangement: command<[ArrangementRow]>(database, `
      INSERT INTO arrangement (contract_id, revision, updated_at, updated_by, content)
      VALUES (@contract_id, @revision, @updated_at, @updated_by, @content)
      ON CONFLICT (contract_id) DO UPDATE SET
        revision = excluded.revision, updated_at = excluded.updated_at, updated_by = excluded.updated_by, content = excluded.content`),
    pageCounts: query<[string], PageCountRow>(database, `SELECT ${countColumns} FROM page_count WHERE contract_id = ? ORDER BY deliverable, scope`),
    putPageCount: command<[PageCountRow]>(database, `
      INSERT INTO page_count (${countColumns})
      VALUES (@contract_id, @deliverable, @scope, @template_sha256, @data_sha256, @pages, @record_starts)
      ON CONFLICT (contract_id, deliverable, scope) DO UPDATE SET
        template_sha256 = excluded.template_sha256, data_sha256 = excluded.data_sha256, pages = excluded.pages, record_starts = excluded.record_starts`),
  };
}
