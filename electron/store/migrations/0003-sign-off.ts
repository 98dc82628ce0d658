import type Database from 'better-sqlite3';

/** How far the paper of a document is, step by step; which records a signed paper shows; versions of it and the scans of each. */
export function migrate0003(database: Database.Database): void {
  database.exec(`
    -- Productions from before have no digest of what their paper shows: they are told by their data.
    ALTER TABLE issued ADD COLUMN version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0);
    ALTER TABLE issued ADD COLUMN reason TEXT NOT NULL DEFAULT '';
    ALTER TABLE issued ADD COLUMN paper_sha256 TEXT CHECK (length(paper_sha256) = 64);
    -- A signed paper whose records may change again, because a new version was asked for.
    ALTER TABLE issued ADD COLUMN reopened_at TEXT;
    ALTER TABLE issued ADD COLUMN reopened_by TEXT;
    ALTER TABLE issued ADD COLUMN reopen_reason TEXT;

    -- Who took a step with the paper, and on which day.
    CREATE TABLE issued_step (
      issued_id TEXT NOT NULL REFERENCES issued (id),
      state TEXT NOT NULL CHECK (state IN ('printed', 'signed', 'scanned')),
      day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
      person TEXT NOT NULL,
      PRIMARY KEY (issued_id, state)
    ) STRICT, WITHOUT ROWID;

    -- The records that a signed paper shows: they are sealed by it.
    CREATE TABLE issued_record (
      issued_id TEXT NOT NULL REFERENCES issued (id),
      record_id TEXT NOT NULL REFERENCES record (id),
      shows_photos INTEGER NOT NULL CHECK (shows_photos IN (0, 1)),
      PRIMARY KEY (issued_id, record_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX issued_record_seal ON issued_record (record_id);

    -- Scans of a document's signed paper, by version. A document that is the form of one record has its scans at the record as well.
    CREATE TABLE document_scan (
      contract_id TEXT NOT NULL REFERENCES contract (id),
      deliverable TEXT NOT NULL,
      scope TEXT NOT NULL,
      version INTEGER NOT NULL CHECK (version > 0),
      sha256 TEXT NOT NULL REFERENCES attachment (sha256),
      record_id TEXT REFERENCES record (id),
      name TEXT NOT NULL,
      pages INTEGER CHECK (pages > 0),
      position INTEGER NOT NULL CHECK (position > 0),
      added_at TEXT NOT NULL,
      added_by TEXT NOT NULL,
      PRIMARY KEY (contract_id, deliverable, scope, version, sha256)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX document_scan_content ON document_scan (sha256);
  `);
}
