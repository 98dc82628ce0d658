import { create } from 'zustand';

/** What was pasted on a list and is brought to the screen that can take it; taken once. */
type PastedText = {
  readonly table: readonly (readonly string[])[] | undefined;
  readonly chat: string | undefined;
  readonly bring: (pasted: { readonly table?: readonly (readonly string[])[]; readonly chat?: string }) => void;
  readonly takeTable: () => readonly (readonly string[])[] | undefined;
  readonly takeChat: () => string | undefined;
};

export const usePastedText = create<PastedText>()((set, get) => ({
  table: undefined,
  chat: undefined,
  bring: ({ table, chat }) => set({ table, chat }),
  takeTable: () => {
    const { table } = get();
    set({ table: undefined });
    return table;
  },
  takeChat: () => {
    const { chat } = get();
    set({ chat: undefined });
    return chat;
  },
}));
