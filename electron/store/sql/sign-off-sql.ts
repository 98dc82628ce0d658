import type Database from 'better-sqlite3';
import { command, query } from './prepare.ts';

export type StepRow = { readonly issued_id: string; readonly state: string; readonly day: string; readonly person: string };

/** A signed paper that shows a record. */
export type SealRow = {
  readonly id: string;
  readonly contract_id: string;
  readonly deliverable: string;
  readonly scope: string;
  readonly file_name: string;
  readonly version: number;
  readonly state: string;
  readonly shows_photos: number;
};

export type DocumentScanRow = {
  readonly contract_id: string;
  readonly deliverable: string;
  readonly scope: string;
  readonly version: number;
  readonly sha256: string;
  readonly record_id: string | null;
  readonly name: string;
  readonly pages: number | null;
  readonly position: number;
  readonly added_at: string;
  readonly added_by: string;
};

export type StoredScanRow = DocumentScanRow & { readonly media_type: string; readonly size: number };

export type SignOffStatements = ReturnType<typeof prepareSignOffStatements>;

export function prepareSignOffStatements(database: Database.Database) {
  const scanColumns = 'contract_id, deliverable, scope, version, scan.sha256, record_id, name, pages, position, added_at, added_by, media_type, size';
  return {
    stepsOfContract: query<[string], StepRow>(database, `
      SELECT issued_id, step.state, day, person FROM issued_step AS step JOIN issued ON issued.id = issued_id WHERE contract_id = ?`),
    putStep: command<[StepRow]>(database, `
      INSERT INTO issued_step (issued_id, state, day, person) VALUES (@issued_id, @state, @day, @person)
      ON CONFLICT (issued_id, state) DO UPDATE SET day = excluded.day, person = excluded.person`),
    dropStep: command<[string, string]>(database, 'DELETE FROM issued_step WHERE issued_id = ? AND state = ?'),
    copySteps: command<[string, string]>(database, `
      INSERT INTO issued_step (issued_id, state, day, person) SELECT ?, state, day, person FROM issued_step WHERE issued_id = ?`),

    /** Signed papers that show a record and were not opened for a new version. */
    sealsOf: query<[string], SealRow>(database, `
      SELECT issued.id, contract_id, deliverable, scope, file_name, version, state, shows_photos
      FROM issued_record JOIN issued ON issued.id = issued_id
      WHERE record_id = ? AND state IN ('signed', 'scanned') AND reopened_at IS NULL
      ORDER BY issued.id`),
    addSeal: command<[string, string, number]>(database, `
      INSERT INTO issued_record (issued_id, record_id, shows_photos) VALUES (?, ?, ?)
      ON CONFLICT (issued_id, record_id) DO UPDATE SET shows_photos = excluded.shows_photos`),
    dropSeals: command<[string]>(database, 'DELETE FROM issued_record WHERE issued_id = ?'),
    copySeals: command<[string, string]>(database, `
      INSERT INTO issued_record (issued_id, record_id, shows_photos) SELECT ?, record_id, shows_photos FROM issued_record WHERE issued_id = ?`),
    /** Sealed records of a paper that were changed after a moment. */
    changedSince: query<[string, string], { readonly record_id: string }>(database, `
      SELECT record_id FROM issued_record JOIN change ON subject = 'record' AND subject_id = record_id WHERE issued_id = ? AND change.hlc > ? LIMIT 1`),

    scansOfContract: query<[string], StoredScanRow>(database, `
      SELECT ${scanColumns} FROM document_scan AS scan JOIN attachment USING (sha256)
      WHERE contract_id = ? ORDER BY deliverable, scope, version, position, scan.sha256`),
    scansOfDocument: query<[string, string, string], StoredScanRow>(database, `
      SELECT ${scanColumns} FROM document_scan AS scan JOIN attachment USING (sha256)
      WHERE contract_id = ? AND deliverable = ? AND scope = ? ORDER BY version, position, scan.sha256`),
    putScan: command<[DocumentScanRow]>(database, `
      INSERT INTO document_scan (contract_id, deliverable, scope, version, sha256, record_id, name, pages, position, added_at, added_by)
      VALUES (@contract_id, @deliverable, @scope, @version, @sha256, @record_id, @name, @pages, @position, @added_at, @added_by)`),
    dropScan: command<[string, string, string, number, string]>(database, `
      DELETE FROM document_scan WHERE contract_id = ? AND deliverable = ? AND scope = ? AND version = ? AND sha256 = ?`),
  };
}
