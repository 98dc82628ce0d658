import type Database from 'better-sqlite3';
import { command, query } from './prepare.ts';

export type DiscRow = {
  readonly handover_id: string;
  readonly number: number;
  readonly medium: string;
  readonly label: string;
  readonly groups: string;
  readonly files: number;
  readonly bytes: number;
  readonly manifest_sha256: string;
  readonly image_bytes: number | null;
  readonly image_sha256: string | null;
};

export type DiscEventRow = {
  readonly id: string;
  readonly handover_id: string;
  readonly number: number;
  readonly kind: string;
  readonly target: string;
  readonly at: string;
  readonly user: string;
  readonly person: string;
  readonly drive: string;
  readonly disc: string;
  readonly ok: number;
  readonly files: number;
  readonly bytes: number;
  readonly digest: string;
  readonly problems: string;
  readonly problem_count: number;
};

const discColumns = 'handover_id, number, medium, label, groups, files, bytes, manifest_sha256, image_bytes, image_sha256';
const eventColumns = 'id, handover_id, number, kind, target, at, user, person, drive, disc, ok, files, bytes, digest, problems, problem_count';

/** `a, b` of a table as `disc.a, disc.b`. */
function of(table: string, columns: string): string {
  return columns.split(', ').map((column) => `${table}.${column}`).join(', ');
}

export type DiscStatements = ReturnType<typeof prepareDiscStatements>;

export function prepareDiscStatements(database: Database.Database) {
  return {
    insertDisc: command<[DiscRow]>(database, `
      INSERT INTO handover_disc (${discColumns})
      VALUES (@handover_id, @number, @medium, @label, @groups, @files, @bytes, @manifest_sha256, @image_bytes, @image_sha256)`),
    setImage: command<[number, string, string, number]>(database, 'UPDATE handover_disc SET image_bytes = ?, image_sha256 = ? WHERE handover_id = ? AND number = ?'),
    discsOfContract: query<[string], DiscRow>(database, `
      SELECT ${of('disc', discColumns)} FROM handover_disc AS disc JOIN handover ON handover.id = disc.handover_id
      WHERE contract_id = ? ORDER BY made_at, handover_id, number`),
    insertEvent: command<[DiscEventRow]>(database, `
      INSERT INTO disc_event (${eventColumns})
      VALUES (@id, @handover_id, @number, @kind, @target, @at, @user, @person, @drive, @disc, @ok, @files, @bytes, @digest, @problems, @problem_count)`),
    eventsOfContract: query<[string], DiscEventRow>(database, `
      SELECT ${of('event', eventColumns)} FROM disc_event AS event JOIN handover ON handover.id = event.handover_id
      WHERE contract_id = ? ORDER BY at, event.id`),
  };
}
