import { AppError } from '../../shared/app-error.ts';
import { profileSchema, type Contract, type ContractProfile } from '../../shared/contract/profile.ts';
import { sha256Hex } from '../files/digest.ts';
import { archivedContracts, setArchived } from './archived-contracts.ts';
import { canonicalJson } from './canonical-json.ts';
import { appendChange, changedFields, tick } from './changes.ts';
import { reading } from './sqlite-errors.ts';
import type { ContractRow } from './sql/contract-sql.ts';
import type { ContractMemory, ReadableStore, WritableStore } from './store.ts';

/** Creates a contract with a new id. The profile must have passed `profileSchema`. */
export function createContract(store: WritableStore, profile: ContractProfile): Contract {
  return store.transaction(() => {
    const at = store.environment.now();
    const row: ContractRow = { id: store.environment.newId(), profile: canonicalJson(profile), revision: 1, hlc: tick(store, at), created_at: at, updated_at: at };
    store.statements.contracts.insert.run(row);
    logContract(store, row, undefined);
    return toContract(row, archivedContracts(store));
  });
}

/**
 * Replaces a contract's profile; every changed part goes to the change log. Records are not checked again.
 * Throws `not-found`, and `conflict` when the profile was saved elsewhere since `revision`, the one that was edited.
 */
export function saveContract(store: WritableStore, id: string, profile: ContractProfile, revision?: number): Contract {
  const contract = store.transaction(() => {
    const before = contractRow(store, id);
    const text = canonicalJson(profile);
    if (text === before.profile) return toContract(before, archivedContracts(store));
    if (revision !== undefined && revision !== before.revision) throw new AppError('conflict', '这份合同的设置已在别处修改过。', { contract: id, revision: before.revision });
    const at = store.environment.now();
    const row: ContractRow = { ...before, profile: text, revision: before.revision + 1, hlc: tick(store, at), updated_at: at };
    store.statements.contracts.update.run(row);
    logContract(store, row, before);
    return toContract(row, archivedContracts(store));
  });
  // Only now: the new rules hold once they are durable.
  store.contracts.delete(id);
  return contract;
}

/** Throws `not-found`. */
export function getContract(store: ReadableStore, id: string): Contract {
  return reading(() => toContract(contractRow(store, id), archivedContracts(store)));
}

/** Takes a finished contract out of the daily list, or puts it back; nothing in it changes. Throws `not-found`. */
export function archiveContract(store: WritableStore, id: string, isArchived: boolean): Contract {
  requireContract(store, id);
  setArchived(store, id, isArchived);
  return getContract(store, id);
}

/** All contracts, oldest first. */
export function listContracts(store: ReadableStore): Contract[] {
  return reading(() => {
    const archived = archivedContracts(store);
    return store.statements.contracts.all.all().map((row) => toContract(row, archived));
  });
}

/** Profile and schemas of a contract, kept between saves. Throws `not-found`. */
export function contractMemory(store: WritableStore, id: string): ContractMemory {
  const known = store.contracts.get(id);
  if (known !== undefined) return known;
  const memory: ContractMemory = { profile: profileOf(contractRow(store, id)), schemas: new Map() };
  store.contracts.set(id, memory);
  return memory;
}

/** Throws `not-found`. */
export function requireContract(store: ReadableStore, id: string): void {
  contractRow(store, id);
}

function contractRow(store: ReadableStore, id: string): ContractRow {
  const row = store.statements.contracts.byId.get(id);
  if (row === undefined) throw new AppError('not-found', '找不到这个合同。', { contract: id });
  return row;
}

function toContract(row: ContractRow, archived: ReadonlySet<string>): Contract {
  return { id: row.id, profile: profileOf(row), revision: row.revision, isArchived: archived.has(row.id), createdAt: row.created_at, updatedAt: row.updated_at };
}

/** Parsed again: the file may be damaged, and parts of the profile that are newer than the row get their defaults. */
function profileOf(row: ContractRow): ContractProfile {
  const profile = profileSchema.safeParse(parseJson(row.profile));
  if (!profile.success) {
    const problems = profile.error.issues.map((issue) => ({ place: issue.path.join('.'), message: issue.message }));
    throw new AppError('store-damaged', '合同档案已损坏，请从备份恢复。', { contract: row.id, problems }, { cause: profile.error });
  }
  return profile.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The schema then says what a person needs to know: the profile is no profile.
    return undefined;
  }
}

/** Digest of a contract's state, as the change log keeps it. */
export function contractHash(row: ContractRow): string {
  return sha256Hex(canonicalJson([row.id, row.revision, row.hlc, row.profile]));
}

function logContract(store: WritableStore, row: ContractRow, before: ContractRow | undefined): void {
  appendChange(store, {
    contractId: row.id,
    subject: 'contract',
    subjectId: row.id,
    action: before === undefined ? 'create' : 'update',
    revision: row.revision,
    at: row.updated_at,
    timestamp: row.hlc,
    baseTimestamp: before?.hlc,
    fields: changedFields(profileFields(before?.profile), profileFields(row.profile)),
    stateHash: contractHash(row),
  });
}

function profileFields(profile: string | undefined): Map<string, unknown> {
  if (profile === undefined) return new Map();
  const value: unknown = JSON.parse(profile);
  return new Map(typeof value === 'object' && value !== null ? Object.entries(value) : []);
}
