import type Database from 'better-sqlite3';
import type { ContractProfile } from '../../shared/contract/profile.ts';
import type { LocalDate } from '../../shared/dates.ts';
import type { KindName } from '../../shared/records/kinds.ts';
import type { BodySchema } from './contract-rules.ts';
import type { RecordMemory } from './record-memory.ts';
import type { StoreStatements } from './sql/statements.ts';
import type { WriterLock } from './writer-lock.ts';

/** One line for the program's log. Never the contents of a record. */
export type StoreLogEntry = { readonly level: 'info' | 'error'; readonly event: string; readonly detail?: string };

/** What the store asks of the world around it; tests pass their own. */
export type StoreEnvironment = {
  /** ISO instant in UTC with milliseconds. */
  readonly now: () => string;
  /** The calendar day at this computer. */
  readonly today: () => LocalDate;
  /** A UUID version 7. */
  readonly newId: () => string;
  /** Name of this computer; each has its own chain in the change log. */
  readonly device: string;
  /** Who is working. */
  readonly user: string;
  readonly log: (entry: StoreLogEntry) => void;
  /** Version of the program, for those who find the folder with an older one. */
  readonly program?: string;
};

/** A data folder opened for reading: any number of programs may do so while one writes. */
export type ReadableStore = {
  readonly access: 'read' | 'write';
  readonly folder: string;
  readonly database: Database.Database;
  readonly statements: StoreStatements;
  readonly recordMemory: RecordMemory;
};

/** What a writing store keeps in memory of one contract: it is the only writer, so nothing changes behind its back. */
export type ContractMemory = { readonly profile: ContractProfile; readonly schemas: Map<KindName, BodySchema> };

/** The one store that may change a data folder. Its type is not that of a reading store, so a reading function cannot write. */
export type WritableStore = ReadableStore & {
  readonly access: 'write';
  readonly environment: StoreEnvironment;
  readonly lock: WriterLock;
  readonly contracts: Map<string, ContractMemory>;
  /**
   * Runs work in one transaction, durable when it returns; when it throws, nothing is changed. Errors of SQLite become AppErrors.
   * Inside another transaction it is a part of that one.
   */
  readonly transaction: <T>(work: () => T) => T;
  /** The latest timestamp of the hybrid clock that any device wrote here. */
  readonly clock: { latest: string };
  /** Why sealed records may be changed during the present work; see `withRevisionReason`. */
  readonly revision: { reason: string | undefined };
};
