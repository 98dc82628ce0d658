import type Database from 'better-sqlite3';
import { command, query } from './prepare.ts';

export type IssuedRow = {
  readonly id: string;
  readonly contract_id: string;
  readonly deliverable: string;
  readonly scope: string;
  readonly file_name: string;
  readonly size: number;
  readonly template_sha256: string;
  readonly data_sha256: string;
  readonly file_sha256: string;
  readonly state: string;
  readonly made_at: string;
  readonly made_by: string;
  readonly state_at: string;
  readonly version: number;
  readonly reason: string;
  readonly paper_sha256: string | null;
  readonly reopened_at: string | null;
  readonly reopened_by: string | null;
  readonly reopen_reason: string | null;
};

export type HandoverRow = {
  readonly id: string;
  readonly contract_id: string;
  readonly name: string;
  readonly made_at: string;
  readonly made_by: string;
  readonly files: number;
  readonly bytes: number;
  readonly manifest_sha256: string;
  readonly image_sha256: string | null;
};

const issuedColumns = `
  id, contract_id, deliverable, scope, file_name, size, template_sha256, data_sha256, file_sha256, state, made_at, made_by, state_at,
  version, reason, paper_sha256, reopened_at, reopened_by, reopen_reason`;
const handoverColumns = 'id, contract_id, name, made_at, made_by, files, bytes, manifest_sha256, image_sha256';

export type DocumentStatements = ReturnType<typeof prepareDocumentStatements>;

export function prepareDocumentStatements(database: Database.Database) {
  return {
    issuedById: query<[string], IssuedRow>(database, `SELECT ${issuedColumns} FROM issued WHERE id = ?`),
    /** Of each deliverable and scope the one made last. Ids rise with time. */
    latestIssued: query<[string], IssuedRow>(database, `
      SELECT ${issuedColumns} FROM issued AS made
      WHERE contract_id = ? AND NOT EXISTS (
        SELECT 1 FROM issued AS later
        WHERE later.contract_id = made.contract_id AND later.deliverable = made.deliverable AND later.scope = made.scope
          AND (later.made_at, later.id) > (made.made_at, made.id))
      ORDER BY deliverable, scope`),
    insertIssued: command<[IssuedRow]>(database, `
      INSERT INTO issued (${issuedColumns})
      VALUES (@id, @contract_id, @deliverable, @scope, @file_name, @size, @template_sha256, @data_sha256, @file_sha256, @state, @made_at, @made_by, @state_at,
        @version, @reason, @paper_sha256, @reopened_at, @reopened_by, @reopen_reason)`),
    /** Every production of one document, the oldest first. */
    issuedOfDocument: query<[string, string, string], IssuedRow>(database, `SELECT ${issuedColumns} FROM issued WHERE contract_id = ? AND deliverable = ? AND scope = ? ORDER BY made_at, id`),
    /** Every production of a contract that somebody signed or scanned, the oldest first. */
    signedOfContract: query<[string], IssuedRow>(database, `SELECT ${issuedColumns} FROM issued WHERE contract_id = ? AND state IN ('signed', 'scanned') ORDER BY made_at, id`),
    setReopened: command<[string | null, string | null, string | null, string]>(database, 'UPDATE issued SET reopened_at = ?, reopened_by = ?, reopen_reason = ? WHERE id = ?'),
    setPaper: command<[string, string]>(database, 'UPDATE issued SET paper_sha256 = ? WHERE id = ?'),
    setIssuedState: command<[string, string, string]>(database, 'UPDATE issued SET state = ?, state_at = ? WHERE id = ?'),
    handovers: query<[string], HandoverRow>(database, `SELECT ${handoverColumns} FROM handover WHERE contract_id = ? ORDER BY made_at, id`),
    insertHandover: command<[HandoverRow]>(database, `
      INSERT INTO handover (${handoverColumns})
      VALUES (@id, @contract_id, @name, @made_at, @made_by, @files, @bytes, @manifest_sha256, @image_sha256)`),
  };
}
