import type Database from 'better-sqlite3';

/** Which record of a contract goes on with which unfinished matter of the contract before it. Only ever added to. */
export function migrate0011(database: Database.Database): void {
  database.exec(`
    CREATE TABLE taken_over (
      to_record TEXT PRIMARY KEY REFERENCES record (id),
      from_record TEXT NOT NULL REFERENCES record (id),
      -- The item of an inspection; -1 for the record as a whole.
      from_row INTEGER NOT NULL CHECK (from_row >= -1),
      at TEXT NOT NULL,
      by TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX taken_over_from ON taken_over (from_record, to_record);
  `);
}
