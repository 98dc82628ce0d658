import { AppError } from '../../shared/app-error.ts';
import type { LocalDate } from '../../shared/dates.ts';
import { bindingSchema, type BindingContent } from '../../shared/volumes/binding.ts';
import { sha256Hex } from '../files/digest.ts';
import { canonicalJson } from './canonical-json.ts';
import { appendChange, tick, type FieldChange } from './changes.ts';
import { requireContract } from './contracts.ts';
import { reading } from './sqlite-errors.ts';
import type { PrintTickRow } from './sql/binding-sql.ts';
import type { ReadableStore, WritableStore } from './store.ts';

/** The last binding of a contract's paper. */
export type KeptBinding = BindingContent & { readonly madeAt: string; readonly madeBy: string };

/** Something that was printed: which entry of the print plan, and the digest of the file that came onto paper. */
export type PrintTick = { readonly entry: string; readonly sha256: string; readonly day: LocalDate; readonly person: string };

/** Undefined before the first binding. Throws `store-damaged`. */
export function getBinding(store: ReadableStore, contractId: string): KeptBinding | undefined {
  return reading(() => {
    const row = store.statements.bindings.binding.get(contractId);
    if (row === undefined) return undefined;
    const parsed = bindingSchema.safeParse(parseJson(row.content));
    if (!parsed.success) throw new AppError('store-damaged', '装订记录已损坏，请重新装订。', { contract: contractId }, { cause: parsed.error });
    return { ...parsed.data, madeAt: row.made_at, madeBy: row.made_by };
  });
}

/** Notes what a binding made, in the place of the one before. Throws `not-found`. */
export function recordBinding(store: WritableStore, contractId: string, content: BindingContent): void {
  store.transaction(() => {
    requireContract(store, contractId);
    const at = store.environment.now();
    const text = canonicalJson(content);
    store.statements.bindings.putBinding.run({ contract_id: contractId, made_at: at, made_by: store.environment.user, content: text });
    log(store, contractId, `binding ${contractId}`, 'create', [
      { field: 'files', before: null, after: content.files.length },
      { field: 'gaps', before: null, after: content.gaps.length },
      { field: 'sha256', before: null, after: sha256Hex(text) },
    ], at);
  });
}

/** What is ticked off in the print plan of a contract. */
export function listPrintTicks(store: ReadableStore, contractId: string): PrintTick[] {
  return reading(() => store.statements.bindings.ticks.all(contractId).map(({ entry, sha256, day, person }) => ({ entry, sha256, day, person })));
}

/** Ticks entries off, all or none; who does it again notes a new day. Throws `not-found`. */
export function tickPrinted(store: WritableStore, contractId: string, ticks: readonly PrintTick[]): void {
  store.transaction(() => {
    requireContract(store, contractId);
    const before = new Map(store.statements.bindings.ticks.all(contractId).map((row) => [row.entry, row]));
    const at = store.environment.now();
    for (const { entry, sha256, day, person } of ticks) {
      store.statements.bindings.putTick.run({ contract_id: contractId, entry, sha256, day, person, at });
      log(store, contractId, `print ${entry}`, before.has(entry) ? 'update' : 'create', fieldsOf(before.get(entry), { sha256, day, person }), at);
    }
  });
}

/** Takes ticks away that were set by mistake; entries without one are left as they are. */
export function untickPrinted(store: WritableStore, contractId: string, entries: readonly string[]): void {
  store.transaction(() => {
    requireContract(store, contractId);
    const before = new Map(store.statements.bindings.ticks.all(contractId).map((row) => [row.entry, row]));
    const at = store.environment.now();
    for (const entry of entries) {
      const row = before.get(entry);
      if (row === undefined) continue;
      store.statements.bindings.dropTick.run(contractId, entry);
      log(store, contractId, `print ${entry}`, 'update', fieldsOf(row, undefined), at);
    }
  });
}

function fieldsOf(before: PrintTickRow | undefined, after: Pick<PrintTick, 'sha256' | 'day' | 'person'> | undefined): FieldChange[] {
  return (['sha256', 'day', 'person'] as const).map((field) => ({ field, before: before?.[field] ?? null, after: after?.[field] ?? null }));
}

function log(store: WritableStore, contractId: string, subjectId: string, action: 'create' | 'update', fields: readonly FieldChange[], at: string): void {
  appendChange(store, { contractId, subject: 'handover', subjectId, action, revision: 1, at, timestamp: tick(store, at), fields });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The schema then says that it is no binding.
    return undefined;
  }
}
