import type { KindName } from '../../../shared/records/kinds.ts';
import { listSettingsSchema, type ListSettings } from '../../../shared/records/list-settings.ts';
import { getSetting, setSetting } from '../../store/settings.ts';
import type { ReadableStore, WritableStore } from '../../store/store.ts';

function nameOf(contractId: string, kind: KindName): string {
  return `list ${contractId} ${kind}`;
}

/** How the list of a kind is shown under a contract. What an other version of the program wrote in another form counts as nothing. */
export function readListSettings(store: ReadableStore, contractId: string, kind: KindName): ListSettings {
  const parsed = listSettingsSchema.safeParse(getSetting(store, nameOf(contractId, kind)) ?? {});
  return parsed.success ? parsed.data : { views: [] };
}

/** Keeps columns and views of a kind under a contract, for every window and every person at this folder. */
export function keepListSettings(store: WritableStore, contractId: string, kind: KindName, settings: ListSettings): ListSettings {
  setSetting(store, nameOf(contractId, kind), settings);
  return settings;
}
