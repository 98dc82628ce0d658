import type Database from 'better-sqlite3';

export type StoreCounts = { readonly contracts: number; readonly records: number; readonly attachments: number };

/** How much an open database holds. These tables are the same in every layout. */
export function countContents(database: Database.Database): StoreCounts {
  const count = (table: 'contract' | 'record' | 'attachment'): number => Number(database.prepare(`SELECT count(*) FROM ${table}`).pluck().get());
  return { contracts: count('contract'), records: count('record'), attachments: count('attachment') };
}
