import { App } from 'antd';
import { useCallback } from 'react';
import { call } from '../api.ts';
import { goTo } from './navigation.ts';

/** Opens a record of any kind in its own list. */
export function useOpenRecord(): (id: string) => Promise<void> {
  const { message } = App.useApp();
  return useCallback(async (id) => {
    const record = await call('records.get', { id });
    if (record.ok) await goTo({ screen: 'records', kind: record.value.kind, open: id });
    else message.error(record.error.message);
  }, [message]);
}
