import type Database from 'better-sqlite3';

/** The first layout. Migrations are history: never change one that was released, never import today's code into one. */
export function migrate0001(database: Database.Database): void {
  database.exec(`
    CREATE TABLE setting (
      name TEXT PRIMARY KEY,
      value TEXT NOT NULL CHECK (json_valid(value))
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE contract (
      id TEXT PRIMARY KEY,
      profile TEXT NOT NULL CHECK (json_valid(profile)),
      revision INTEGER NOT NULL CHECK (revision > 0),
      hlc TEXT NOT NULL,
      created_at TEXT NOT NULL,
      updated_at TEXT NOT NULL
    ) STRICT;

    -- key is declared so that VACUUM keeps it: record_text refers to it. Long columns come last: lists read only the first ones.
    CREATE TABLE record (
      key INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      contract_id TEXT NOT NULL REFERENCES contract (id),
      kind TEXT NOT NULL,
      number TEXT,
      date TEXT NOT NULL CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
      status TEXT NOT NULL CHECK (status IN ('draft', 'final', 'void')),
      title TEXT NOT NULL,
      revision INTEGER NOT NULL CHECK (revision > 0),
      kind_version INTEGER NOT NULL CHECK (kind_version > 0),
      hlc TEXT NOT NULL,
      created_at TEXT NOT NULL,
      updated_at TEXT NOT NULL,
      late_reason TEXT,
      void_reason TEXT,
      sign_off TEXT NOT NULL CHECK (json_valid(sign_off)),
      extra TEXT NOT NULL CHECK (json_valid(extra)),
      body TEXT NOT NULL CHECK (json_valid(body)),
      CHECK (status = 'draft' OR number IS NOT NULL),
      CHECK ((status = 'void') = (void_reason IS NOT NULL))
    ) STRICT;
    CREATE UNIQUE INDEX record_number ON record (contract_id, number);
    CREATE INDEX record_day ON record (contract_id, date, number, kind, status);
    CREATE INDEX record_kind_day ON record (contract_id, kind, date, number, status);
    CREATE INDEX record_title ON record (contract_id, title, kind, status, date);
    CREATE INDEX record_updated ON record (contract_id, updated_at, kind, status, date);

    -- Pairs of neighbouring characters, written by the program (search-text.ts): SQLite's own tokenizers either take a Chinese
    -- sentence for one word (unicode61) or cannot find words of two characters (trigram).
    CREATE VIRTUAL TABLE record_text USING fts5 (
      pairs, content = '', contentless_delete = 1,
      tokenize = "ascii tokenchars '!#$%&()*+,-./:;<=>?@[\\]^_{|}~'"
    );
    -- Each batch adds a small segment to the index; merging sixteen at a time instead of four halves the work.
    INSERT INTO record_text (record_text, rank) VALUES ('automerge', 16);

    -- Records whose words are not in record_text yet.
    CREATE TABLE record_unindexed (key INTEGER PRIMARY KEY REFERENCES record (key)) STRICT;

    CREATE TABLE attachment (
      sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
      size INTEGER NOT NULL CHECK (size >= 0),
      media_type TEXT NOT NULL,
      created_at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE record_attachment (
      record_id TEXT NOT NULL REFERENCES record (id),
      sha256 TEXT NOT NULL REFERENCES attachment (sha256),
      name TEXT NOT NULL,
      role TEXT NOT NULL,
      caption TEXT NOT NULL,
      position INTEGER NOT NULL CHECK (position > 0),
      PRIMARY KEY (record_id, sha256)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX record_attachment_content ON record_attachment (sha256);

    CREATE TABLE change (
      device TEXT NOT NULL,
      seq INTEGER NOT NULL CHECK (seq > 0),
      hlc TEXT NOT NULL,
      base_hlc TEXT,
      at TEXT NOT NULL,
      user TEXT NOT NULL,
      contract_id TEXT NOT NULL,
      subject TEXT NOT NULL CHECK (subject IN ('contract', 'record', 'issued', 'handover')),
      subject_id TEXT NOT NULL,
      action TEXT NOT NULL,
      revision INTEGER NOT NULL,
      fields TEXT NOT NULL CHECK (json_valid(fields)),
      state_hash TEXT,
      prev_hash TEXT NOT NULL,
      hash TEXT NOT NULL CHECK (length(hash) = 64),
      PRIMARY KEY (device, seq)
    ) STRICT;
    CREATE INDEX change_subject ON change (subject_id, hlc);
    -- Also keeps INSERT OR REPLACE from taking an entry's place, for which no delete trigger runs.
    CREATE TRIGGER change_is_only_appended BEFORE INSERT ON change
      WHEN EXISTS (SELECT 1 FROM change WHERE device = new.device AND seq >= new.seq)
      BEGIN SELECT raise(ABORT, 'the change log is append-only'); END;
    CREATE TRIGGER change_is_never_updated BEFORE UPDATE ON change BEGIN SELECT raise(ABORT, 'the change log is append-only'); END;
    CREATE TRIGGER change_is_never_deleted BEFORE DELETE ON change BEGIN SELECT raise(ABORT, 'the change log is append-only'); END;

    CREATE TABLE issued (
      id TEXT PRIMARY KEY,
      contract_id TEXT NOT NULL REFERENCES contract (id),
      deliverable TEXT NOT NULL,
      scope TEXT NOT NULL,
      file_name TEXT NOT NULL,
      size INTEGER NOT NULL CHECK (size >= 0),
      template_sha256 TEXT NOT NULL CHECK (length(template_sha256) = 64),
      data_sha256 TEXT NOT NULL CHECK (length(data_sha256) = 64),
      file_sha256 TEXT NOT NULL CHECK (length(file_sha256) = 64),
      state TEXT NOT NULL CHECK (state IN ('made', 'printed', 'signed', 'scanned')),
      made_at TEXT NOT NULL,
      made_by TEXT NOT NULL,
      state_at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX issued_scope ON issued (contract_id, deliverable, scope, made_at);

    CREATE TABLE handover (
      id TEXT PRIMARY KEY,
      contract_id TEXT NOT NULL REFERENCES contract (id),
      name TEXT NOT NULL,
      made_at TEXT NOT NULL,
      made_by TEXT NOT NULL,
      files INTEGER NOT NULL CHECK (files >= 0),
      bytes INTEGER NOT NULL CHECK (bytes >= 0),
      manifest_sha256 TEXT NOT NULL CHECK (length(manifest_sha256) = 64),
      image_sha256 TEXT CHECK (length(image_sha256) = 64)
    ) STRICT;
    CREATE INDEX handover_contract ON handover (contract_id, made_at);
  `);
  // "HOBD": tells a data file of this program from any other SQLite file.
  database.pragma(`application_id = ${0x484f4244}`);
}
