import { useEffect } from 'react';
import { create } from 'zustand';
import type { DraftSummary } from '../../shared/ipc/draft-channels.ts';
import type { AppEvents } from '../../shared/ipc/events.ts';
import { call } from '../api.ts';

/** Unsaved input of the open contract, newest first. */
type Drafts = {
  readonly contractId: string | undefined;
  readonly drafts: readonly DraftSummary[];
  /** Raised with every question and every news: an answer that was overtaken by either is asked for again. */
  readonly turn: number;
  readonly load: (contractId: string) => Promise<void>;
  /** After the core has told of a change in some window. */
  readonly changed: (change: AppEvents['drafts.changed']) => void;
};

export const useDrafts = create<Drafts>()((set, get) => ({
  contractId: undefined,
  drafts: [],
  turn: 0,
  load: async (contractId) => {
    if (get().contractId !== contractId) set({ contractId, drafts: [] });
    const turn = get().turn + 1;
    set({ turn });
    const listed = await call('drafts.list', { contractId });
    if (!listed.ok || get().contractId !== contractId) return;
    if (get().turn === turn) set({ drafts: listed.value });
    else await get().load(contractId);
  },
  changed: ({ contractId, key, version }) => {
    if (contractId !== get().contractId) return;
    const others = get().drafts.filter((draft) => draft.key !== key);
    if (version === 0) set({ drafts: others, turn: get().turn + 1 });
    else if (get().drafts.find((draft) => draft.key === key)?.version !== version) void get().load(contractId);
  },
}));

/** The unsaved input of a contract, newest first; asked of the core when it is first needed. */
export function useContractDrafts(contractId: string): readonly DraftSummary[] {
  const known = useDrafts((state) => state.contractId);
  const drafts = useDrafts((state) => state.drafts);
  useEffect(() => {
    if (known !== contractId) void useDrafts.getState().load(contractId);
  }, [known, contractId]);
  return known === contractId ? drafts : noDrafts;
}

const noDrafts: readonly DraftSummary[] = [];
