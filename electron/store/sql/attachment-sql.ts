import type Database from 'better-sqlite3';
import { command, query } from './prepare.ts';

export type AttachmentRow = {
  readonly sha256: string;
  readonly name: string;
  readonly media_type: string;
  readonly size: number;
  readonly role: string;
  readonly caption: string;
  readonly position: number;
};

export type AttachmentStatements = ReturnType<typeof prepareAttachmentStatements>;

export function prepareAttachmentStatements(database: Database.Database) {
  const columns = 'sha256, link.name, media_type, size, link.role, link.caption, link.position';
  return {
    bySha256: query<[string], { readonly sha256: string; readonly size: number }>(database, 'SELECT sha256, size FROM attachment WHERE sha256 = ?'),
    all: query<[], { readonly sha256: string; readonly size: number }>(database, 'SELECT sha256, size FROM attachment ORDER BY sha256'),
    ofRecord: query<[string], AttachmentRow>(database, `
      SELECT ${columns} FROM record_attachment AS link JOIN attachment USING (sha256) WHERE link.record_id = ? ORDER BY link.position, sha256`),
    /** Takes a JSON list of record ids. */
    counts: query<[string], { readonly record_id: string; readonly count: number }>(database, `
      SELECT record_id, count(*) AS count FROM record_attachment WHERE record_id IN (SELECT value FROM json_each(?)) GROUP BY record_id`),
    ofContract: query<[string], AttachmentRow & { readonly record_id: string }>(database, `
      SELECT link.record_id, ${columns}
      FROM record JOIN record_attachment AS link ON link.record_id = record.id JOIN attachment USING (sha256)
      WHERE record.contract_id = ?
      ORDER BY record.date, record.number, record.key, link.position, sha256`),
    insert: command<[string, number, string, string]>(database,
      'INSERT INTO attachment (sha256, size, media_type, created_at) VALUES (?, ?, ?, ?) ON CONFLICT (sha256) DO NOTHING'),
    link: command<[string, string, string, string, string, number]>(database, `
      INSERT INTO record_attachment (record_id, sha256, name, role, caption, position) VALUES (?, ?, ?, ?, ?, ?)
      ON CONFLICT (record_id, sha256) DO UPDATE SET name = excluded.name, role = excluded.role, caption = excluded.caption, position = excluded.position`),
    unlink: command<[string, string]>(database, 'DELETE FROM record_attachment WHERE record_id = ? AND sha256 = ?'),
  };
}
