import type Database from 'better-sqlite3';

/** On which pages of a counted document its forms begin, as a JSON list from 0; NULL where nobody looked. */
export function migrate0010(database: Database.Database): void {
  database.exec('ALTER TABLE page_count ADD COLUMN record_starts TEXT CHECK (record_starts IS NULL OR json_valid(record_starts));');
}
