import type Database from 'better-sqlite3';
import { command, query } from './prepare.ts';

export type ContractRow = {
  readonly id: string;
  readonly profile: string;
  readonly revision: number;
  readonly hlc: string;
  readonly created_at: string;
  readonly updated_at: string;
};

export type ContractStatements = ReturnType<typeof prepareContractStatements>;

export function prepareContractStatements(database: Database.Database) {
  return {
    byId: query<[string], ContractRow>(database, 'SELECT id, profile, revision, hlc, created_at, updated_at FROM contract WHERE id = ?'),
    all: query<[], ContractRow>(database, 'SELECT id, profile, revision, hlc, created_at, updated_at FROM contract ORDER BY created_at, id'),
    insert: command<[ContractRow]>(database, `
      INSERT INTO contract (id, profile, revision, hlc, created_at, updated_at)
      VALUES (@id, @profile, @revision, @hlc, @created_at, @updated_at)`),
    update: command<[ContractRow]>(database, `
      UPDATE contract SET profile = @profile, revision = @revision, hlc = @hlc, updated_at = @updated_at
      WHERE id = @id AND created_at = @created_at`),
    extraFieldUse: query<[string], { readonly kind: string; readonly name: string; readonly records: number }>(database, `
      SELECT record.kind AS kind, entry.key AS name, count(*) AS records FROM record, json_each(record.extra) AS entry
      WHERE record.contract_id = ? GROUP BY record.kind, entry.key`),
    setting: query<[string], { readonly value: string }>(database, 'SELECT value FROM setting WHERE name = ?'),
    setSetting: command<[string, string]>(database, 'INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value'),
  };
}
