import type Database from 'better-sqlite3';

/** What left the computer by permission, and how it came back or was destroyed. Nothing is ever taken off this list. */
export function migrate0004(database: Database.Database): void {
  database.exec(`
    CREATE TABLE carried (
      id TEXT PRIMARY KEY,
      contract_id TEXT NOT NULL REFERENCES contract (id),
      number INTEGER NOT NULL CHECK (number > 0),
      state TEXT NOT NULL CHECK (state IN ('out', 'returned', 'destroyed', 'void')),
      revision INTEGER NOT NULL CHECK (revision > 0),
      hlc TEXT NOT NULL,
      made_at TEXT NOT NULL,
      made_by TEXT NOT NULL,
      body TEXT NOT NULL CHECK (json_valid(body))
    ) STRICT;
    CREATE UNIQUE INDEX carried_number ON carried (contract_id, number);
  `);
}
