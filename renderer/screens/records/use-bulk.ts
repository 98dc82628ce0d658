import { App } from 'antd';
import { useState } from 'react';
import type { KindName } from '../../../shared/records/kinds.ts';
import type { ChangedRecord } from '../../../shared/ipc/list-channels.ts';
import { changedAtOnce, printedAtOnce } from '../../../shared/ipc/list-filter.ts';
import type { Failure, Result } from '../../../shared/result.ts';
import { call } from '../../api.ts';
import { useUndoToast } from '../../parts/use-undo-toast.tsx';
import { saveDownload } from '../../state/save-download.ts';
import { useWorkspace } from '../../state/workspace.ts';
import type { Selection } from '../../state/list-selection.ts';
import { handlesQuery, type ListChoice } from '../../state/records-filter.ts';
import { bulkWords, scanWords } from '../../words/bulk.ts';
import type { Scan } from './use-scans.ts';

export type BulkWork = {
  readonly isBusy: boolean;
  /** Why the last change of a dialog came to nothing. */
  readonly failure: Failure | undefined;
  readonly forgetFailure: () => void;
  /** Makes a change of all chosen records; resolves to whether it was made. A way back is offered. */
  readonly change: (make: (ids: string[]) => Promise<Result<readonly ChangedRecord[]>>, said: (count: number) => string) => Promise<boolean>;
  readonly exportList: (columns: readonly string[]) => Promise<void>;
  readonly render: () => Promise<void>;
  /** The chosen ids in the order of the list. Undefined when there are too many to print. */
  readonly printable: () => Promise<string[] | undefined>;
  readonly scansAttached: (done: readonly Scan[], failed: number) => void;
};

/** What can be done with the chosen records of a list, all at once. */
export function useBulk(contractId: string, kind: KindName, selection: Selection, choice: ListChoice): BulkWork {
  const { message } = App.useApp();
  const undoToast = useUndoToast();
  const recordsChanged = useWorkspace((workspace) => workspace.recordsChanged);
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const tellTooMany = (most: number): boolean => {
    if (selection.size <= most) return false;
    message.warning(bulkWords.tooMany(selection.size, most));
    return true;
  };
  const working = async <Value>(work: () => Promise<Value>): Promise<Value> => {
    setIsBusy(true);
    return work().finally(() => setIsBusy(false));
  };
  const undo = async (changed: readonly ChangedRecord[]): Promise<void> => {
    const answer = await call('records.restore', { items: changed.map(({ id, before, after }) => ({ id, revision: before, present: after })) });
    if (!answer.ok) return void message.error(answer.error.message);
    recordsChanged(contractId);
    message.success(bulkWords.undone(changed.length));
  };

  const change: BulkWork['change'] = async (make, said) => {
    if (tellTooMany(changedAtOnce)) return false;
    setFailure(undefined);
    const answer = await working(() => make([...selection.keys()]));
    if (!answer.ok) {
      setFailure(answer.error);
      return false;
    }
    if (answer.value.length === 0) {
      message.info(bulkWords.nothingToDo);
      return true;
    }
    recordsChanged(contractId);
    undoToast(said(answer.value.length), () => undo(answer.value));
    return true;
  };

  const ordered = async (): Promise<string[]> => {
    const chosen = new Set(selection.keys());
    // Chosen records may lie outside of what the filter of the moment leaves.
    const answer = await call('records.handles', handlesQuery(contractId, kind, { filter: {}, order: choice.order }));
    return answer.ok ? answer.value.filter(({ id }) => chosen.has(id)).map(({ id }) => id) : [...chosen];
  };
  const printable = async (): Promise<string[] | undefined> => (tellTooMany(printedAtOnce) ? undefined : working(ordered));

  return {
    isBusy,
    failure,
    forgetFailure: () => setFailure(undefined),
    change,
    exportList: async (columns) => {
      const answer = await working(() => call('records.export', { choice: handlesQuery(contractId, kind, choice), columns: [...columns], ...(selection.size === 0 ? {} : { ids: [...selection.keys()] }) }));
      if (!answer.ok) return void message.error(answer.error.message);
      saveDownload(answer.value.name, answer.value.base64);
      message.success(bulkWords.exported(answer.value.records));
    },
    render: async () => {
      const ids = await printable();
      if (ids === undefined) return;
      const answer = await working(() => call('records.render', { contractId, ids, output: {} }));
      if (answer.ok) message.success(bulkWords.renderStarted(ids.length));
      else message.error(answer.error.message);
    },
    printable,
    scansAttached: (done, failed) => {
      recordsChanged(contractId);
      const takeOff = async (): Promise<void> => {
        for (const { recordId, sha256 } of done) if (recordId !== undefined && sha256 !== undefined) await call('attachments.remove', { recordId, sha256 });
        recordsChanged(contractId);
        message.success(scanWords.undoneScans(done.length));
      };
      if (failed > 0) message.warning(scanWords.someFailed(done.length, failed));
      if (done.length > 0) undoToast(scanWords.allDone(done.length), takeOff);
    },
  };
}
