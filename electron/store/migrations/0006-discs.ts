import type Database from 'better-sqlite3';

/** On what a hand-over was put, disc by disc, and every burning and check of a disc. */
export function migrate0006(database: Database.Database): void {
  database.exec(`
    -- Hand-overs from before were single packages; they have no row here.
    CREATE TABLE handover_disc (
      handover_id TEXT NOT NULL REFERENCES handover (id),
      number INTEGER NOT NULL CHECK (number > 0),
      medium TEXT NOT NULL CHECK (medium IN ('folder', 'cd', 'dvd', 'bd')),
      -- Volume name of the disc, also its number on labels: YWJF_20240803_01.
      label TEXT NOT NULL,
      -- What lies on it, line by line: 第1卷 日常巡检记录单.
      groups TEXT NOT NULL CHECK (json_valid(groups)),
      files INTEGER NOT NULL CHECK (files >= 0),
      bytes INTEGER NOT NULL CHECK (bytes >= 0),
      manifest_sha256 TEXT NOT NULL CHECK (length(manifest_sha256) = 64),
      image_bytes INTEGER CHECK (image_bytes >= 0),
      image_sha256 TEXT CHECK (length(image_sha256) = 64),
      PRIMARY KEY (handover_id, number)
    ) STRICT, WITHOUT ROWID;

    -- Only ever added to: what was burned and checked, by whom, in which drive, and what came of it.
    CREATE TABLE disc_event (
      id TEXT PRIMARY KEY,
      handover_id TEXT NOT NULL REFERENCES handover (id),
      number INTEGER NOT NULL CHECK (number > 0),
      kind TEXT NOT NULL CHECK (kind IN ('burn', 'verify')),
      -- What was read: the package's folder, its image, or a disc in a drive.
      target TEXT NOT NULL CHECK (target IN ('folder', 'image', 'disc')),
      at TEXT NOT NULL,
      user TEXT NOT NULL,
      person TEXT NOT NULL,
      drive TEXT NOT NULL,
      disc TEXT NOT NULL,
      ok INTEGER NOT NULL CHECK (ok IN (0, 1)),
      files INTEGER NOT NULL CHECK (files >= 0),
      bytes INTEGER NOT NULL CHECK (bytes >= 0),
      digest TEXT NOT NULL CHECK (digest = '' OR length(digest) = 64),
      -- The first differences, in sentences.
      problems TEXT NOT NULL CHECK (json_valid(problems)),
      problem_count INTEGER NOT NULL CHECK (problem_count >= 0)
    ) STRICT;
    CREATE INDEX disc_event_handover ON disc_event (handover_id, number, at);
  `);
}
