import { create } from 'zustand';
import type { Contract } from '../../shared/contract/profile.ts';
import type { AppInfo } from '../../shared/ipc/app-channels.ts';
import type { DataState } from '../../shared/ipc/data-channels.ts';
import type { Failure } from '../../shared/result.ts';
import { call } from '../api.ts';

const rememberedContract = 'contract';

/** What the whole window shares: who and when we are, and which contract is open. */
type Workspace = {
  /** `closed`: the program runs, but no data folder is open; `closed` then tells why. */
  readonly state: 'loading' | 'error' | 'closed' | 'ready';
  readonly closed: DataState | undefined;
  readonly failure: Failure | undefined;
  readonly info: AppInfo | undefined;
  readonly contracts: readonly Contract[];
  readonly contractId: string | undefined;
  /** Raised whenever records of the open contract changed, here or by another window or an import. */
  readonly recordsVersion: number;
  readonly load: () => Promise<void>;
  /** The same without taking the screens away: what is being typed stays. Nothing happens while the core cannot be reached. */
  readonly reload: () => Promise<void>;
  /** A window that stays open over midnight must not go on with yesterday's date. */
  readonly refreshToday: () => Promise<void>;
  readonly open: (contractId: string) => void;
  /** Puts a new or changed contract in its place. */
  readonly put: (contract: Contract) => void;
  /** Puts a new or changed contract in its place and opens it. */
  readonly keep: (contract: Contract) => void;
  readonly recordsChanged: (contractId: string) => void;
};

type Asked = readonly [info: AppInfo, contracts: readonly Contract[]];
type NotOpen = { readonly failure: Failure; readonly closed: DataState | undefined };

/** The open folder, or why there is none. */
async function ask(): Promise<Asked | NotOpen> {
  const [info, contracts] = await Promise.all([call('app.info', {}), call('contracts.list', {})]);
  if (info.ok && contracts.ok) return [info.value, contracts.value];
  const data = await call('data.state', {});
  const failure = info.ok ? (contracts.ok ? undefined : contracts.error) : info.error;
  return { failure: failure ?? { code: 'internal', message: '', details: {} }, closed: data.ok && !data.value.isOpen ? data.value : undefined };
}

function isOpen(asked: Asked | NotOpen): asked is Asked {
  return !('failure' in asked);
}

/** With the contract that is open, else the one of the last time, else the latest. */
function opened([info, contracts]: Asked, contractId: string | undefined): Pick<Workspace, 'state' | 'info' | 'contracts' | 'contractId'> {
  const wanted = [contractId, localStorage.getItem(rememberedContract) ?? undefined];
  const contract = wanted.flatMap((id) => contracts.find((candidate) => candidate.id === id) ?? [])[0] ?? contracts.findLast(({ isArchived }) => !isArchived) ?? contracts.at(-1);
  return { state: 'ready', info, contracts, contractId: contract?.id };
}

export const useWorkspace = create<Workspace>()((set, get) => ({
  state: 'loading',
  failure: undefined,
  closed: undefined,
  info: undefined,
  contracts: [],
  contractId: undefined,
  recordsVersion: 0,
  load: async () => {
    set({ state: 'loading', failure: undefined, closed: undefined });
    const asked = await ask();
    if (isOpen(asked)) return set(opened(asked, undefined));
    set(asked.closed === undefined ? { state: 'error', failure: asked.failure } : { state: 'closed', closed: asked.closed, info: undefined });
  },
  reload: async () => {
    const before = get();
    const asked = await ask();
    if (isOpen(asked)) {
      const isSameFolder = before.info?.folder.location === asked[0].folder.location;
      set({ ...opened(asked, isSameFolder ? before.contractId : undefined), closed: undefined, recordsVersion: get().recordsVersion + 1 });
    } else if (asked.closed !== undefined) set({ state: 'closed', closed: asked.closed, info: undefined });
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
