import { create } from 'zustand';
import type { Connection } from '../api.ts';
import { useDrafts } from './drafts.ts';
import { useJobs } from './jobs.ts';
import { useWorkspace } from './workspace.ts';

/** Whether the core can be reached. In the desktop window it always can. */
type ConnectionState = {
  readonly state: Connection;
  /** After a loss everything the window shows is asked for again; what is being typed stays. */
  readonly changed: (state: Connection) => void;
};

export const useConnection = create<ConnectionState>()((set, get) => ({
  state: 'open',
  changed: (state) => {
    const before = get().state;
    if (state === before) return;
    set({ state });
    if (state !== 'open') return;
    const workspace = useWorkspace.getState();
    void (workspace.state === 'ready' || workspace.state === 'closed' ? workspace.reload() : workspace.load());
    void useJobs.getState().load();
    const { contractId, load } = useDrafts.getState();
    if (contractId !== undefined) void load(contractId);
  },
}));
