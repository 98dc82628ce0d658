import type Database from 'better-sqlite3';
import { command, query } from './prepare.ts';

export type CarriedRow = {
  readonly id: string;
  readonly contract_id: string;
  readonly number: number;
  readonly state: string;
  readonly revision: number;
  readonly hlc: string;
  readonly made_at: string;
  readonly made_by: string;
  readonly body: string;
};

const columns = 'id, contract_id, number, state, revision, hlc, made_at, made_by, body';

export type CarriedStatements = ReturnType<typeof prepareCarriedStatements>;

export function prepareCarriedStatements(database: Database.Database) {
  return {
    get: query<[string], CarriedRow>(database, `SELECT ${columns} FROM carried WHERE id = ?`),
    ofContract: query<[string], CarriedRow>(database, `SELECT ${columns} FROM carried WHERE contract_id = ? ORDER BY number`),
    last: query<[string], { readonly number: number }>(database, 'SELECT coalesce(max(number), 0) AS number FROM carried WHERE contract_id = ?'),
    /** Changes whenever anything of a contract's inventory does. */
    version: query<[string], { readonly version: string }>(database, "SELECT count(*) || ' ' || total(revision) AS version FROM carried WHERE contract_id = ?"),
    insert: command<[CarriedRow]>(database, `
      INSERT INTO carried (${columns}) VALUES (@id, @contract_id, @number, @state, @revision, @hlc, @made_at, @made_by, @body)`),
    update: command<[CarriedRow]>(database, 'UPDATE carried SET state = @state, revision = @revision, hlc = @hlc, body = @body WHERE id = @id'),
  };
}
