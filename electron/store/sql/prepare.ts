import type Database from 'better-sqlite3';

/** A prepared SELECT. */
export type Query<Parameters extends unknown[], Row> = {
  readonly get: (...parameters: Parameters) => Row | undefined;
  readonly all: (...parameters: Parameters) => Row[];
  /** Row by row, for tables that should not be in memory at once. Nothing may be changed meanwhile. */
  readonly each: (...parameters: Parameters) => IterableIterator<Row>;
};

/** A prepared change; answers the rows it touched and the key of the last one inserted. */
export type Command<Parameters extends unknown[]> = {
  readonly run: (...parameters: Parameters) => { readonly changes: number; readonly lastInsertRowid: number | bigint };
};

/** Prepares a SELECT whose columns are those of `Row`. */
export function query<Parameters extends unknown[], Row>(database: Database.Database, sql: string): Query<Parameters, Row> {
  const statement = database.prepare<unknown[], Row>(sql);
  return {
    get: (...parameters) => statement.get(...parameters),
    all: (...parameters) => statement.all(...parameters),
    each: (...parameters) => statement.iterate(...parameters),
  };
}

/** Prepares an INSERT, UPDATE or DELETE. */
export function command<Parameters extends unknown[]>(database: Database.Database, sql: string): Command<Parameters> {
  const statement = database.prepare<unknown[]>(sql);
  return { run: (...parameters) => statement.run(...parameters) };
}
