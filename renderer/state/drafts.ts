import { useEffect } from 'react';
import { create } from 'zustand';
import type { DraftSummary } from '../../shared/ipc/draft-channels.ts';
import type { AppEvents } from '../../shared/ipc/events.ts';
import { call } from '../api.ts';

/** Unsaved input of the open contract, newest first. */
type Drafts = {
  readonly contractId: string | undefined;
  readonly drafts: readonly DraftSummary[];
  readonly load: (contractId: string) => Promise<void>;
  /** After the core has told of a change in some window. */
  readonly changed: (change: AppEvents['drafts.changed']) => void;
};

export const useDrafts = create<Drafts>()((set, get) => ({
  contractId: undefined,
  drafts: [],
  load: async (contractId) => {
    if (get().contractId !== contractId) set({ contractId, drafts: [] });
    const listed = await call('drafts.list', { contractId });
    if (listed.ok && get().contractId === contractId) set({ drafts: listed.value });
  },
  changed: ({ contractId, key, version }) => {
    if (contractId !== get().contractId) return;
    const known = get().drafts.find((draft) => draft.key === key);
    if (version === 0) set({ drafts: get().drafts.filter((draft) => draft.key !== key) });
    else if (known?.version !== version) void get().load(contractId);
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
