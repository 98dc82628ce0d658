import { z } from 'zod';
import { getSetting, setSetting } from './settings.ts';
import type { ReadableStore, WritableStore } from './store.ts';

const settingName = 'archived-contracts';
const idsSchema = z.array(z.string()).catch([]);

/** Contracts that are finished and out of the way; they stay complete and readable. */
export function archivedContracts(store: ReadableStore): ReadonlySet<string> {
  return new Set(idsSchema.parse(getSetting(store, settingName) ?? []));
}

/** Takes a contract out of the daily list or puts it back. */
export function setArchived(store: WritableStore, contractId: string, isArchived: boolean): void {
  store.transaction(() => {
    const others = [...archivedContracts(store)].filter((id) => id !== contractId);
    setSetting(store, settingName, isArchived ? [...others, contractId] : others);
  });
}
