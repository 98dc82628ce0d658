import { isKindName, type KindName } from '../../shared/records/kinds.ts';
import type { ExtraFieldUse } from '../../shared/ipc/contract-channels.ts';
import { requireContract } from './contracts.ts';
import { reading } from './sqlite-errors.ts';
import type { ReadableStore } from './store.ts';

/** How many records of each kind have a value in each extra field: taking a field away hides these values. Throws `not-found`. */
export function extraFieldUse(store: ReadableStore, contractId: string): ExtraFieldUse {
  requireContract(store, contractId);
  const use: Partial<Record<KindName, Record<string, number>>> = {};
  for (const { kind, name, records } of reading(() => store.statements.contracts.extraFieldUse.all(contractId))) {
    if (!isKindName(kind)) continue;
    use[kind] = { ...use[kind], [name]: records };
  }
  return use;
}
