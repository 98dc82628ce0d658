import { useEffect } from 'react';
import { create } from 'zustand';
import type { DraftSummary } from '../../shared/ipc/draft-channels.ts';
import type { AppEvents } from '../../shared/ipc/events.ts';
import { call } from '../api.ts';

/** Unsaved input of the open contract, newest first. */
type Drafts = {
  readonly contractId: string | undefined;
  readonly drafts: readonly DraftSummary[];
  /** How often was asked, and how often a draft was dropped: an answer that was overtaken by either is not taken. */
  readonly asked: number;
  readonly droppings: number;
  readonly load: (contractId: string) => Promise<void>;
  /** After the core has told of a change in some window. */
  readonly changed: (change: AppEvents['drafts.changed']) => void;
};

export const useDrafts = create<Drafts>()((set, get) => ({
  contractId: undefined,
  drafts: [],
  asked: 0,
  droppings: 0,
  load: async (contractId) => {
    if (get().contractId !== contractId) set({ contractId, drafts: [] });
    const [asked, droppings] = [get().asked + 1, get().droppings];
    set({ asked });
    const listed = await call('drafts.list', { contractId });
    // A later question has the later answer.
    if (!listed.ok || get().contractId !== contractId || get().asked !== asked) return;
    if (get().droppings === droppings) set({ drafts: listed.value });
    else await get().load(contractId);
  },
  changed: ({ contractId, key, version }) => {
    if (contractId !== get().contractId) return;
    const others = get().drafts.filter((draft) => draft.key !== key);
    if (version === 0) set({ drafts: others, droppings: get().droppings + 1 });
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
