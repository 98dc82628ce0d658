import type Database from 'better-sqlite3';
import { command, query } from './prepare.ts';

export type WaiverRow = {
  readonly id: string;
  readonly contract_id: string;
  readonly rule: string;
  readonly subject: string;
  readonly substance: string;
  readonly message: string;
  readonly reason: string;
  readonly made_at: string;
  readonly made_by: string;
  readonly hlc: string;
  readonly withdrawn_at: string | null;
  readonly withdrawn_by: string | null;
};

const columns = 'id, contract_id, rule, subject, substance, message, reason, made_at, made_by, hlc, withdrawn_at, withdrawn_by';

export type WaiverStatements = ReturnType<typeof prepareWaiverStatements>;

export function prepareWaiverStatements(database: Database.Database) {
  return {
    get: query<[string], WaiverRow>(database, `SELECT ${columns} FROM waiver WHERE id = ?`),
    /** Those that were not withdrawn, oldest first. */
    ofContract: query<[string], WaiverRow>(database, `SELECT ${columns} FROM waiver WHERE contract_id = ? AND withdrawn_at IS NULL ORDER BY made_at, id`),
    insert: command<[WaiverRow]>(database, `
      INSERT INTO waiver (${columns})
      VALUES (@id, @contract_id, @rule, @subject, @substance, @message, @reason, @made_at, @made_by, @hlc, @withdrawn_at, @withdrawn_by)`),
    withdraw: command<[{ readonly id: string; readonly at: string; readonly by: string; readonly hlc: string }]>(database, 'UPDATE waiver SET withdrawn_at = @at, withdrawn_by = @by, hlc = @hlc WHERE id = @id'),
  };
}
