import type Database from 'better-sqlite3';

/** Input that nobody has saved yet: forms, grids and pastes, and the files that wait in them. No part of the audit trail. */
export function migrate0002(database: Database.Database): void {
  database.exec(`
    -- Content comes last: lists read only the columns before it.
    CREATE TABLE draft (
      contract_id TEXT NOT NULL REFERENCES contract (id),
      key TEXT NOT NULL,
      kind TEXT NOT NULL,
      label TEXT NOT NULL,
      record_id TEXT,
      base_revision INTEGER CHECK (base_revision > 0),
      version INTEGER NOT NULL CHECK (version > 0),
      updated_at TEXT NOT NULL,
      content TEXT NOT NULL CHECK (json_valid(content)),
      PRIMARY KEY (contract_id, key)
    ) STRICT;
    CREATE INDEX draft_newest ON draft (contract_id, updated_at);

    -- Contents of files that wait in a draft. They lie beside those of attachments, but are none: with the draft they go.
    CREATE TABLE draft_file (
      contract_id TEXT NOT NULL,
      key TEXT NOT NULL,
      sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
      size INTEGER NOT NULL CHECK (size >= 0),
      PRIMARY KEY (contract_id, key, sha256),
      FOREIGN KEY (contract_id, key) REFERENCES draft (contract_id, key)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX draft_file_content ON draft_file (sha256);
  `);
}
