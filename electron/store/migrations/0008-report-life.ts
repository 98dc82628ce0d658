import type Database from 'better-sqlite3';

/** The frozen figures of reports, version by version; why differences were left alone; what the customer asked. */
export function migrate0008(database: Database.Database): void {
  database.exec(`
    -- Only ever added to. The content is as frozen-figures.ts has it.
    CREATE TABLE report_version (
      report_id TEXT NOT NULL REFERENCES record (id),
      version INTEGER NOT NULL CHECK (version > 0),
      made_at TEXT NOT NULL,
      made_by TEXT NOT NULL,
      reason TEXT NOT NULL,
      -- Of the settings and records that the figures were counted from.
      data_sha256 TEXT NOT NULL CHECK (length(data_sha256) = 64),
      content TEXT NOT NULL CHECK (json_valid(content)),
      PRIMARY KEY (report_id, version)
    ) STRICT;

    -- Only ever added to: differences from a version that were explained instead of making a new one.
    CREATE TABLE report_explanation (
      report_id TEXT NOT NULL,
      version INTEGER NOT NULL,
      position INTEGER NOT NULL CHECK (position > 0),
      made_at TEXT NOT NULL,
      made_by TEXT NOT NULL,
      explanation TEXT NOT NULL CHECK (explanation <> ''),
      differences TEXT NOT NULL CHECK (json_valid(differences)),
      PRIMARY KEY (report_id, version, position),
      FOREIGN KEY (report_id, version) REFERENCES report_version (report_id, version)
    ) STRICT;

    -- 质疑与答复 of the customer's review.
    CREATE TABLE report_question (
      id TEXT PRIMARY KEY,
      report_id TEXT NOT NULL REFERENCES record (id),
      revision INTEGER NOT NULL CHECK (revision > 0),
      body TEXT NOT NULL CHECK (json_valid(body))
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX report_question_report ON report_question (report_id, id);
  `);
}
