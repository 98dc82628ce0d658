import type Database from 'better-sqlite3';

/** Findings of the readiness check that somebody decided to live with. A withdrawn one stays, with who withdrew it. */
export function migrate0009(database: Database.Database): void {
  database.exec(`
    CREATE TABLE waiver (
      id TEXT PRIMARY KEY,
      contract_id TEXT NOT NULL REFERENCES contract (id),
      rule TEXT NOT NULL,
      subject TEXT NOT NULL,
      substance TEXT NOT NULL,
      message TEXT NOT NULL,
      reason TEXT NOT NULL CHECK (length(reason) > 0),
      made_at TEXT NOT NULL,
      made_by TEXT NOT NULL,
      hlc TEXT NOT NULL,
      withdrawn_at TEXT,
      withdrawn_by TEXT
    ) STRICT;
    CREATE INDEX waiver_contract ON waiver (contract_id, made_at);
  `);
}
