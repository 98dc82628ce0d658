import type Database from 'better-sqlite3';
import { command, query } from './prepare.ts';

/** A row of the change log; `fields` is canonical JSON of `FieldChange[]`. */
export type ChangeRow = {
  readonly device: string;
  readonly seq: number;
  readonly hlc: string;
  readonly base_hlc: string | null;
  readonly at: string;
  readonly user: string;
  readonly contract_id: string;
  readonly subject: string;
  readonly subject_id: string;
  readonly action: string;
  readonly revision: number;
  readonly fields: string;
  readonly state_hash: string | null;
  readonly prev_hash: string;
  readonly hash: string;
};

const changeColumns = 'device, seq, hlc, base_hlc, at, user, contract_id, subject, subject_id, action, revision, fields, state_hash, prev_hash, hash';

export type ChangeStatements = ReturnType<typeof prepareChangeStatements>;

export function prepareChangeStatements(database: Database.Database) {
  return {
    head: query<[string], { readonly seq: number; readonly hash: string }>(database, 'SELECT seq, hash FROM change WHERE device = ? ORDER BY seq DESC LIMIT 1'),
    /** One hop to the next device: the log is long, the devices are few. */
    nextDevice: query<[string], { readonly device: string }>(database, 'SELECT device FROM change WHERE device > ? ORDER BY device LIMIT 1'),
    latestOfDevice: query<[string], { readonly hlc: string }>(database, 'SELECT hlc FROM change WHERE device = ? ORDER BY seq DESC LIMIT 1'),
    ofDevice: query<[string], ChangeRow>(database, `SELECT ${changeColumns} FROM change WHERE device = ? ORDER BY seq`),
    ofSubject: query<[string], ChangeRow>(database, `SELECT ${changeColumns} FROM change WHERE subject_id = ? ORDER BY hlc, device`),
    lastState: query<[string], { readonly state_hash: string | null }>(database,
      'SELECT state_hash FROM change WHERE subject_id = ? AND state_hash IS NOT NULL ORDER BY hlc DESC, device DESC LIMIT 1'),
    append: command<[ChangeRow]>(database, `
      INSERT INTO change (${changeColumns})
      VALUES (@device, @seq, @hlc, @base_hlc, @at, @user, @contract_id, @subject, @subject_id, @action, @revision, @fields, @state_hash, @prev_hash, @hash)`),
  };
}
