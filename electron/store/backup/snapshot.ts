import Database from 'better-sqlite3';
import { rmSync } from 'node:fs';
import type { Problem } from '../../../shared/app-error.ts';
import { checkPages } from '../check-pages.ts';
import { needsMigration, refuseForeignStore, storeVersion } from '../migrate.ts';
import { migrations } from '../migrations.ts';
import { describeSqliteError } from '../sqlite-errors.ts';
import { prepareStatements } from '../sql/statements.ts';
import { verifyChain, type Chain } from '../verify-chain.ts';

/** What a database file with sound pages contains. */
export type SnapshotContents = {
  readonly storeVersion: number;
  /** Undefined for a file of an older layout, whose log can only be read after it was brought up to date. */
  readonly log: { readonly chains: readonly Chain[]; readonly problems: readonly Problem[] } | undefined;
  readonly attachments: readonly { readonly sha256: string; readonly size: number }[];
};

/**
 * Opens a database file that nothing else uses, checks pages and indexes, reads the whole change log, and answers what is there.
 * Throws `store-damaged`, `store-newer-than-app`, `invalid-input` (not ours).
 */
export function inspectSnapshot(file: string): SnapshotContents {
  let database: Database.Database | undefined;
  try {
    database = new Database(file, { fileMustExist: true });
    // Everything in one file: it is going to be copied or moved.
    database.pragma('journal_mode = DELETE');
    refuseForeignStore(database, migrations);
    checkPages(database);
    const isOld = needsMigration(database, migrations);
    return {
      storeVersion: storeVersion(database),
      log: isOld ? undefined : verifyChain({ access: 'read', folder: '', database, statements: prepareStatements(database) }),
      attachments: database.prepare<[], { readonly sha256: string; readonly size: number }>('SELECT sha256, size FROM attachment ORDER BY sha256').all(),
    };
  } catch (error) {
    throw describeSqliteError(error);
  } finally {
    database?.close();
  }
}

/** Removes a database file and what SQLite may have put beside it. */
export function removeSnapshot(file: string): void {
  for (const suffix of ['', '-journal', '-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true });
}
