import { AppError } from '../../shared/app-error.ts';
import { carriedBodySchema, carriedStates, carriedStateTitles, type CarriedBody, type CarriedItem, type Closing, type Permission } from '../../shared/carried/carried-item.ts';
import { canonicalJson } from './canonical-json.ts';
import { appendChange, changedFields, tick } from './changes.ts';
import { requireContract } from './contracts.ts';
import { reading } from './sqlite-errors.ts';
import type { CarriedRow } from './sql/carried-sql.ts';
import type { ReadableStore, WritableStore } from './store.ts';

/** The inventory of a contract, oldest first. Throws `store-damaged`. */
export function listCarried(store: ReadableStore, contractId: string): CarriedItem[] {
  return reading(() => store.statements.carried.ofContract.all(contractId).map(toItem));
}

/** Another text after every change of the contract's inventory: what was computed from it may be kept until then. */
export function carriedVersion(store: ReadableStore, contractId: string): string {
  return reading(() => store.statements.carried.version.get(contractId)?.version ?? '');
}

/** Throws `not-found`, `store-damaged`. */
export function getCarried(store: ReadableStore, id: string): CarriedItem {
  return reading(() => toItem(rowOf(store, id)));
}

/** Puts something that leaves on the inventory, with the next number of the contract. Throws `not-found`. */
export function registerCarried(store: WritableStore, contractId: string, body: CarriedBody): CarriedItem {
  return store.transaction(() => {
    requireContract(store, contractId);
    const at = store.environment.now();
    const { carried } = store.statements;
    const row: CarriedRow = {
      id: store.environment.newId(), contract_id: contractId, number: (carried.last.get(contractId)?.number ?? 0) + 1, state: 'out', revision: 1,
      hlc: tick(store, at), made_at: at, made_by: store.environment.user, body: canonicalJson(body),
    };
    carried.insert.run(row);
    note(store, row, undefined, at);
    return toItem(row);
  });
}

/** A change is refused with `conflict` when somebody else made one since `revision`. */
type Seen = { readonly id: string; readonly revision: number };

/** Corrects the permission of something that is still out: another day of return, a medium's number. Throws `not-found`, `conflict`, `invalid-input`. */
export function correctCarried(store: WritableStore, seen: Seen, permission: Permission): CarriedItem {
  return change(store, seen, (item) => ({ state: 'out', body: { ...bodyOf(item), permission } }));
}

/** Returned, destroyed, or registered by mistake: the end of one item. Throws `not-found`, `conflict`, `invalid-input` when it has come to its end before. */
export function closeCarried(store: WritableStore, seen: Seen, closing: Closing): CarriedItem {
  return change(store, seen, (item) => {
    if (closing.outcome !== 'void' && closing.on < item.permission.takenOn) throw new AppError('invalid-input', `${item.number} 的处理日期早于携出日期。`, { number: item.number });
    return { state: closing.outcome, body: { ...bodyOf(item), closing } };
  });
}

/** Takes a wrong end back: the item is out again, and the change log keeps both. Throws `not-found`, `conflict`. */
export function reopenCarried(store: WritableStore, seen: Seen): CarriedItem {
  return store.transaction(() => {
    const before = seenRow(store, seen);
    const { closing: _closing, ...body } = bodyOf(toItem(before));
    return write(store, before, { state: 'out', body });
  });
}

function change(store: WritableStore, seen: Seen, next: (item: CarriedItem) => Pick<CarriedItem, 'state'> & { readonly body: CarriedBody }): CarriedItem {
  return store.transaction(() => {
    const before = seenRow(store, seen);
    const item = toItem(before);
    if (item.state !== 'out') throw new AppError('invalid-input', `${item.number} ${carriedStateTitles[item.state]}，不能再改。`, { number: item.number });
    return write(store, before, next(item));
  });
}

function write(store: WritableStore, before: CarriedRow, { state, body }: Pick<CarriedItem, 'state'> & { readonly body: CarriedBody }): CarriedItem {
  const text = canonicalJson(body);
  if (state === before.state && text === before.body) return toItem(before);
  const at = store.environment.now();
  const row: CarriedRow = { ...before, state, revision: before.revision + 1, hlc: tick(store, at), body: text };
  store.statements.carried.update.run(row);
  note(store, row, before, at);
  return toItem(row);
}

function note(store: WritableStore, row: CarriedRow, before: CarriedRow | undefined, at: string): void {
  appendChange(store, {
    contractId: row.contract_id, subject: 'handover', subjectId: row.id, action: before === undefined ? 'create' : 'update', revision: row.revision,
    at, timestamp: row.hlc, baseTimestamp: before?.hlc, fields: changedFields(before === undefined ? new Map() : fieldsOf(before), fieldsOf(row)),
  });
}

/** Every part by itself, so that the log tells what changed; names carry the inventory's, for the subject is shared with hand-overs. */
function fieldsOf(row: CarriedRow): ReadonlyMap<string, unknown> {
  const item = toItem(row);
  const { permission, ...rest } = bodyOf(item);
  const parts = Object.entries({ number: item.number, state: item.state, ...permission, ...rest });
  return new Map(parts.map(([name, value]): [string, unknown] => [`carried.${name}`, value]));
}

function bodyOf({ content, permission, isEncrypted, openReason, file, closing }: CarriedBody): CarriedBody {
  return { content, permission, isEncrypted, openReason, ...(file === undefined ? {} : { file }), ...(closing === undefined ? {} : { closing }) };
}

function rowOf(store: ReadableStore, id: string): CarriedRow {
  const row = store.statements.carried.get.get(id);
  if (row === undefined) throw new AppError('not-found', '台账里没有这一项。', { id });
  return row;
}

function seenRow(store: ReadableStore, { id, revision }: Seen): CarriedRow {
  const row = rowOf(store, id);
  if (row.revision !== revision) throw new AppError('conflict', '这一项刚在别处修改过，请查看后再改。', { id, revision: row.revision });
  return row;
}

function toItem(row: CarriedRow): CarriedItem {
  const damaged = (cause?: unknown): AppError => new AppError('store-damaged', '携出介质台账有一项已损坏，请从备份恢复。', { id: row.id }, { cause });
  let value: unknown;
  try {
    value = JSON.parse(row.body);
  } catch (cause) {
    throw damaged(cause);
  }
  const body = carriedBodySchema.safeParse(value);
  const state = carriedStates.find((known) => known === row.state);
  if (!body.success || state === undefined) throw damaged(body.error);
  return {
    ...body.data, id: row.id, contractId: row.contract_id, number: `XC-${String(row.number).padStart(3, '0')}`, state, revision: row.revision, madeAt: row.made_at, madeBy: row.made_by,
  };
}
