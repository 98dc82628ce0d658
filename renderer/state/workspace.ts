import { create } from 'zustand';
import type { Contract } from '../../shared/contract/profile.ts';
import type { AppInfo } from '../../shared/ipc/app-channels.ts';
import type { Failure } from '../../shared/result.ts';
import { call } from '../api.ts';

const rememberedContract = 'contract';

/** What the whole window shares: who and when we are, and which contract is open. */
type Workspace = {
  readonly state: 'loading' | 'error' | 'ready';
  readonly failure: Failure | undefined;
  readonly info: AppInfo | undefined;
  readonly contracts: readonly Contract[];
  readonly contractId: string | undefined;
  /** Raised whenever records of the open contract changed, here or by another window or an import. */
  readonly recordsVersion: number;
  readonly load: () => Promise<void>;
  /** A window that stays open over midnight must not go on with yesterday's date. */
  readonly refreshToday: () => Promise<void>;
  readonly open: (contractId: string) => void;
  /** Puts a new or changed contract in its place. */
  readonly put: (contract: Contract) => void;
  /** Puts a new or changed contract in its place and opens it. */
  readonly keep: (contract: Contract) => void;
  readonly recordsChanged: (contractId: string) => void;
};

export const useWorkspace = create<Workspace>()((set, get) => ({
  state: 'loading',
  failure: undefined,
  info: undefined,
  contracts: [],
  contractId: undefined,
  recordsVersion: 0,
  load: async () => {
    set({ state: 'loading', failure: undefined });
    const [info, contracts] = await Promise.all([call('app.info', {}), call('contracts.list', {})]);
    if (!info.ok) return set({ state: 'error', failure: info.error });
    if (!contracts.ok) return set({ state: 'error', failure: contracts.error });
    const remembered = localStorage.getItem(rememberedContract);
    const contract = contracts.value.find(({ id }) => id === remembered) ?? contracts.value.findLast(({ isArchived }) => !isArchived) ?? contracts.value.at(-1);
    set({ state: 'ready', info: info.value, contracts: contracts.value, contractId: contract?.id });
  },
  refreshToday: async () => {
    const info = await call('app.info', {});
    if (info.ok && info.value.today !== get().info?.today) set({ info: info.value, recordsVersion: get().recordsVersion + 1 });
  },
  open: (contractId) => {
    localStorage.setItem(rememberedContract, contractId);
    set({ contractId, recordsVersion: get().recordsVersion + 1 });
  },
  put: (contract) => {
    const others = get().contracts;
    const known = others.some(({ id }) => id === contract.id);
    set({ contracts: known ? others.map((other) => (other.id === contract.id ? contract : other)) : [...others, contract] });
  },
  keep: (contract) => {
    get().put(contract);
    get().open(contract.id);
  },
  recordsChanged: (contractId) => {
    if (contractId === get().contractId) set({ recordsVersion: get().recordsVersion + 1 });
  },
}));

/** Whether the data folder is open for reading only: actions that change something are not offered then. */
export function useIsReadOnly(): boolean {
  return useWorkspace(({ info }) => info?.access === 'read');
}

/** The open contract. Screens are shown only while there is one. */
export function useContract(): Contract | undefined {
  return useWorkspace(({ contracts, contractId }) => contracts.find(({ id }) => id === contractId));
}
