import type Database from 'better-sqlite3';

/** How the paper of a contract is bound, and how many pages its documents were counted to have. */
export function migrate0005(database: Database.Database): void {
  database.exec(`
    CREATE TABLE arrangement (
      contract_id TEXT NOT NULL PRIMARY KEY REFERENCES contract (id),
      revision INTEGER NOT NULL CHECK (revision > 0),
      updated_at TEXT NOT NULL,
      updated_by TEXT NOT NULL,
      content TEXT NOT NULL CHECK (json_valid(content))
    ) STRICT;

    -- The last count of a document, and what it was made from when it was counted. It can be counted again: no part of the audit trail.
    CREATE TABLE page_count (
      contract_id TEXT NOT NULL REFERENCES contract (id),
      deliverable TEXT NOT NULL,
      scope TEXT NOT NULL,
      template_sha256 TEXT NOT NULL CHECK (length(template_sha256) = 64),
      data_sha256 TEXT NOT NULL CHECK (length(data_sha256) = 64),
      pages INTEGER NOT NULL CHECK (pages > 0),
      PRIMARY KEY (contract_id, deliverable, scope)
    ) STRICT, WITHOUT ROWID;
  `);
}
