import Database from 'better-sqlite3';
import { rmSync } from 'node:fs';
import type { Problem } from '../../../shared/app-error.ts';
import { kindNames, kindOf } from '../../../shared/records/kinds.ts';
import { checkPages } from '../check-pages.ts';
import { needsMigration, refuseForeignStore, storeVersion } from '../migrate.ts';
import { migrations } from '../migrations.ts';
import { emptyRecordMemory } from '../record-memory.ts';
import { countContents, type StoreCounts } from './count-contents.ts';
import { newerStoreError } from '../readable-from.ts';
import { describeSqliteError } from '../sqlite-errors.ts';
import { prepareStatements } from '../sql/statements.ts';
import type { KindVersions } from '../upgrade-bodies.ts';
import { verifyChain, type Chain } from '../verify-chain.ts';

/** Kinds of this version of the program, as far as the layout of bodies goes. */
function currentKinds(): KindVersions {
  return Object.fromEntries(kindNames.map((kind) => [kind, kindOf(kind)]));
}

/** What a database file with sound pages contains. */
export type SnapshotContents = {
  readonly storeVersion: number;
  /** Undefined for a file of an older layout, whose log can only be read after it was brought up to date. */
  readonly log: { readonly chains: readonly Chain[]; readonly problems: readonly Problem[] } | undefined;
  readonly counts: StoreCounts;
  /** Contents that attachments and drafts refer to. */
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
    refuseForeignStore(database);
    if (storeVersion(database) > migrations.length) throw newerStoreError(database, migrations, currentKinds());
    checkPages(database);
    const isOld = needsMigration(database, migrations);
    return {
      storeVersion: storeVersion(database),
      log: isOld ? undefined : verifyChain({ access: 'read', folder: '', database, statements: prepareStatements(database), recordMemory: emptyRecordMemory() }),
      counts: countContents(database),
      attachments: database.prepare<[], { readonly sha256: string; readonly size: number }>(contentsOf(database)).all(),
    };
  } catch (error) {
    throw describeSqliteError(error);
  } finally {
    database?.close();
  }
}

/** Layouts before the second know no drafts. */
function contentsOf(database: Database.Database): string {
  const drafts = storeVersion(database) < 2 ? '' : ' UNION SELECT sha256, size FROM draft_file';
  return `SELECT sha256, size FROM attachment${drafts} ORDER BY sha256`;
}

/** Removes a database file and what SQLite may have put beside it. */
export function removeSnapshot(file: string): void {
  for (const suffix of ['', '-journal', '-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true });
}
