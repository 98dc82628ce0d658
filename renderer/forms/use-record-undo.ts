import { App } from 'antd';
import { useCallback } from 'react';
import type { AnyRecord } from '../../shared/records/record.ts';
import { call } from '../api.ts';
import { useUndoToast } from '../parts/use-undo-toast.tsx';
import { useWorkspace } from '../state/workspace.ts';
import { formWords } from '../words/forms.ts';

/**
 * Says that a record was changed and offers to take it back, as long as nobody changed it again.
 * `before` is the revision to go back to, undefined when there is none.
 */
export function useRecordUndo(): (text: string, record: AnyRecord, before: number | undefined) => void {
  const { message } = App.useApp();
  const offer = useUndoToast();
  return useCallback((text, record, before) => {
    if (before === undefined || before === record.revision) return void message.success(text);
    const undo = async (): Promise<void> => {
      const result = await call('records.restore', { items: [{ id: record.id, revision: before, present: record.revision }] });
      if (!result.ok) return void message.error(result.error.message);
      useWorkspace.getState().recordsChanged(record.contractId);
      message.success(formWords.undone);
    };
    offer(text, undo, `undo ${record.id}`);
  }, [message, offer]);
}
