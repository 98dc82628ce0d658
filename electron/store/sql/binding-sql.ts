import type Database from 'better-sqlite3';
import { command, query } from './prepare.ts';

export type BindingRow = { readonly contract_id: string; readonly made_at: string; readonly made_by: string; readonly content: string };

export type PrintTickRow = { readonly contract_id: string; readonly entry: string; readonly sha256: string; readonly day: string; readonly person: string; readonly at: string };

const tickColumns = 'contract_id, entry, sha256, day, person, at';

export type BindingStatements = ReturnType<typeof prepareBindingStatements>;

export function prepareBindingStatements(database: Database.Database) {
  return {
    binding: query<[string], BindingRow>(database, 'SELECT contract_id, made_at, made_by, content FROM binding WHERE contract_id = ?'),
    putBinding: command<[BindingRow]>(database, `
      INSERT INTO binding (contract_id, made_at, made_by, content)
      VALUES (@contract_id, @made_at, @made_by, @content)
      ON CONFLICT (contract_id) DO UPDATE SET made_at = excluded.made_at, made_by = excluded.made_by, content = excluded.content`),
    ticks: query<[string], PrintTickRow>(database, `SELECT ${tickColumns} FROM print_tick WHERE contract_id = ? ORDER BY entry`),
    putTick: command<[PrintTickRow]>(database, `
      INSERT INTO print_tick (${tickColumns})
      VALUES (@contract_id, @entry, @sha256, @day, @person, @at)
      ON CONFLICT (contract_id, entry) DO UPDATE SET sha256 = excluded.sha256, day = excluded.day, person = excluded.person, at = excluded.at`),
    dropTick: command<[string, string]>(database, 'DELETE FROM print_tick WHERE contract_id = ? AND entry = ?'),
  };
}
