import { App } from 'antd';
import { useCallback } from 'react';
import type { KindName } from '../../../shared/records/kinds.ts';
import type { ListSettings } from '../../../shared/records/list-settings.ts';
import { create } from 'zustand';
import { call } from '../../api.ts';

type Kept = {
  readonly lists: Readonly<Record<string, ListSettings>>;
  readonly put: (name: string, settings: ListSettings) => void;
};

/** The settings of the lists that were opened, so that going to and fro shows them at once. */
const useKeptSettings = create<Kept>()((set, get) => ({
  lists: {},
  put: (name, settings) => set({ lists: { ...get().lists, [name]: settings } }),
}));

const none: ListSettings = { views: [] };

export type KeptListSettings = {
  readonly settings: ListSettings;
  readonly load: () => Promise<void>;
  /** Shows them at once and keeps them in the data folder. Where nothing may be written they hold until the window closes. */
  readonly change: (settings: ListSettings) => void;
};

/** Columns and views of one kind's list under one contract. */
export function useListSettings(contractId: string, kind: KindName, isReadOnly: boolean): KeptListSettings {
  const { message } = App.useApp();
  const name = `${contractId} ${kind}`;
  const settings = useKeptSettings(({ lists }) => lists[name]) ?? none;
  const put = useKeptSettings((kept) => kept.put);

  const load = useCallback(async () => {
    const answer = await call('lists.get', { contractId, kind });
    if (answer.ok) put(name, answer.value);
  }, [contractId, kind, name, put]);

  const change = useCallback((next: ListSettings) => {
    put(name, next);
    if (isReadOnly) return;
    void call('lists.save', { contractId, kind, settings: next }).then((answer) => {
      if (!answer.ok) message.error(answer.error.message);
    });
  }, [contractId, kind, name, put, isReadOnly, message]);

  return { settings, load, change };
}
