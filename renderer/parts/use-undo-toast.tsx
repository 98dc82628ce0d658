import { App, Button } from 'antd';
import { useCallback } from 'react';
import { bulkWords } from '../words/bulk.ts';

/** Seconds that a way back is offered: long enough to see what came of it. */
const offeredFor = 10;

/** Says what was done, with a button that takes it back; the next of the same `name` takes its place. */
export function useUndoToast(): (text: string, undo: () => Promise<void>, name?: string) => void {
  const { message } = App.useApp();
  return useCallback((text, undo, name) => {
    const key = name ?? crypto.randomUUID();
    const takeBack = (): void => {
      message.destroy(key);
      void undo();
    };
    void message.open({ key, type: 'success', duration: offeredFor, content: <>{text} <Button type="link" size="small" onClick={takeBack}>{bulkWords.undo}</Button></> });
  }, [message]);
}
