import type Database from 'better-sqlite3';
import type { ContractRow } from './contract-sql.ts';
import { command, query } from './prepare.ts';
import { recordColumns, type RecordRow } from './record-sql.ts';

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

/** The digest that the change log keeps of a thing; null when it has no entry. */
export type LoggedState = { readonly logged_state: string | null };

function lastState(table: 'record' | 'contract'): string {
  return `(SELECT state_hash FROM change WHERE subject_id = ${table}.id AND state_hash IS NOT NULL ORDER BY hlc DESC, device DESC LIMIT 1) AS logged_state`;
}

export type ChangeStatements = ReturnType<typeof prepareChangeStatements>;

export function prepareChangeStatements(database: Database.Database) {
  return {
    head: query<[string], { readonly seq: number; readonly hash: string }>(database, 'SELECT seq, hash FROM change WHERE device = ? ORDER BY seq DESC LIMIT 1'),
    /** One hop to the next device: the log is long, the devices are few. */
    nextDevice: query<[string], { readonly device: string }>(database, 'SELECT device FROM change WHERE device > ? ORDER BY device LIMIT 1'),
    latestOfDevice: query<[string], { readonly hlc: string }>(database, 'SELECT hlc FROM change WHERE device = ? ORDER BY seq DESC LIMIT 1'),
    ofDevice: query<[string], ChangeRow>(database, `SELECT ${changeColumns} FROM change WHERE device = ? ORDER BY seq`),
    ofSubject: query<[string], ChangeRow>(database, `SELECT ${changeColumns} FROM change WHERE subject_id = ? ORDER BY hlc, device`),
    recordStates: query<[], RecordRow & LoggedState>(database, `SELECT ${recordColumns}, ${lastState('record')} FROM record ORDER BY key`),
    contractStates: query<[], ContractRow & LoggedState>(database, `
      SELECT id, profile, revision, hlc, created_at, updated_at, ${lastState('contract')} FROM contract ORDER BY created_at, id`),
    append: command<[ChangeRow]>(database, `
      INSERT INTO change (${changeColumns})
      VALUES (@device, @seq, @hlc, @base_hlc, @at, @user, @contract_id, @subject, @subject_id, @action, @revision, @fields, @state_hash, @prev_hash, @hash)`),
  };
}
