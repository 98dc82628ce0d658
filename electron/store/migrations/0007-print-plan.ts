import type Database from 'better-sqlite3';

/** What the last binding of a contract's paper made, and what of it has been printed. */
export function migrate0007(database: Database.Database): void {
  database.exec(`
    CREATE TABLE binding (
      contract_id TEXT NOT NULL PRIMARY KEY REFERENCES contract (id),
      made_at TEXT NOT NULL,
      made_by TEXT NOT NULL,
      content TEXT NOT NULL CHECK (json_valid(content))
    ) STRICT;

    -- Ticked off in the print plan: the digest says which version of a file is on the paper.
    CREATE TABLE print_tick (
      contract_id TEXT NOT NULL REFERENCES contract (id),
      entry TEXT NOT NULL,
      sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
      day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
      person TEXT NOT NULL,
      at TEXT NOT NULL,
      PRIMARY KEY (contract_id, entry)
    ) STRICT, WITHOUT ROWID;
  `);
}
