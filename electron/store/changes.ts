import { z } from 'zod';
import { AppError } from '../../shared/app-error.ts';
import { sha256Hex } from '../files/digest.ts';
import { canonicalJson } from './canonical-json.ts';
import { nextTimestamp } from './hybrid-clock.ts';
import type { ChangeRow, ChangeStatements } from './sql/change-sql.ts';
import type { StoreStatements } from './sql/statements.ts';
import type { WritableStore } from './store.ts';

/** One field before and after, `null` where it was or is absent. */
export type FieldChange = { readonly field: string; readonly before: unknown; readonly after: unknown };

export type ChangeSubject = 'contract' | 'record' | 'issued' | 'handover';

export type ChangeAction = 'create' | 'update' | 'void' | 'upgrade' | 'restore' | 'attach' | 'detach';

/** What happened to one thing. `revision` is its revision after the change. */
export type NewChange = {
  readonly contractId: string;
  readonly subject: ChangeSubject;
  readonly subjectId: string;
  readonly action: ChangeAction;
  readonly revision: number;
  /** ISO instant in UTC. */
  readonly at: string;
  readonly timestamp: string;
  /** Timestamp of the version that was changed; absent for something new. A later merge finds conflicts by it. */
  readonly baseTimestamp?: string | undefined;
  readonly fields: readonly FieldChange[];
  /** Digest of the whole thing after the change, so that damage to it is noticed. */
  readonly stateHash?: string | undefined;
};

const fieldChangesSchema = z.array(z.strictObject({ field: z.string(), before: z.json(), after: z.json() }));

/** Marks the first entry of a chain. */
export const chainStart = '0'.repeat(64);

/** Takes the next timestamp of the hybrid clock. */
export function tick(store: WritableStore, now: string): string {
  store.clock.latest = nextTimestamp(store.clock.latest, now);
  return store.clock.latest;
}

/** The digest that chains an entry to the one before it. */
export function changeHash(row: Omit<ChangeRow, 'hash'>): string {
  return sha256Hex(JSON.stringify([
    row.prev_hash, row.device, row.seq, row.hlc, row.base_hlc, row.at, row.user, row.contract_id,
    row.subject, row.subject_id, row.action, row.revision, row.fields, row.state_hash,
  ]));
}

/** Appends one entry to this device's chain. Only inside the transaction that makes the change itself. */
export function appendChange(store: WritableStore, change: NewChange): void {
  const { device, user } = store.environment;
  const head = store.statements.changes.head.get(device);
  const row: Omit<ChangeRow, 'hash'> = {
    device,
    seq: (head?.seq ?? 0) + 1,
    hlc: change.timestamp,
    base_hlc: change.baseTimestamp ?? null,
    at: change.at,
    user,
    contract_id: change.contractId,
    subject: change.subject,
    subject_id: change.subjectId,
    action: change.action,
    revision: change.revision,
    fields: canonicalJson(change.fields),
    state_hash: change.stateHash ?? null,
    prev_hash: head?.hash ?? chainStart,
  };
  store.statements.changes.append.run({ ...row, hash: changeHash(row) });
}

/** The fields that differ, in the order of their names. Values are compared as canonical JSON. */
export function changedFields(before: ReadonlyMap<string, unknown>, after: ReadonlyMap<string, unknown>): FieldChange[] {
  const names = [...new Set([...before.keys(), ...after.keys()])].sort();
  return names.flatMap((field) => {
    const [old, value] = [before.get(field) ?? null, after.get(field) ?? null];
    return isSame(old, value) ? [] : [{ field, before: old, after: value }];
  });
}

function isSame(old: unknown, value: unknown): boolean {
  if (old === null || value === null) return old === value;
  return canonicalJson(old) === canonicalJson(value);
}

/** Every device that has written to this store. */
export function chainDevices(statements: ChangeStatements): string[] {
  const devices: string[] = [];
  for (let next = statements.nextDevice.get(''); next !== undefined;) {
    devices.push(next.device);
    next = statements.nextDevice.get(next.device);
  }
  return devices;
}

/** The latest timestamp of any device, empty for a new store: new ones must come after it, whatever the clock of this computer says. */
export function latestTimestamp(statements: StoreStatements): string {
  return chainDevices(statements.changes).reduce((latest, device) => {
    const timestamp = statements.changes.latestOfDevice.get(device)?.hlc ?? '';
    return timestamp > latest ? timestamp : latest;
  }, '');
}

/** The fields of an entry. Throws `store-damaged`. */
export function parseFieldChanges(row: Pick<ChangeRow, 'device' | 'seq' | 'fields'>): FieldChange[] {
  const damaged = (cause?: unknown): AppError => new AppError('store-damaged', `修改记录第 ${row.seq} 条已损坏，请从备份恢复。`, { device: row.device, seq: row.seq }, { cause });
  let value: unknown;
  try {
    value = JSON.parse(row.fields);
  } catch (cause) {
    throw damaged(cause);
  }
  const parsed = fieldChangesSchema.safeParse(value);
  if (!parsed.success) throw damaged(parsed.error);
  return parsed.data;
}
