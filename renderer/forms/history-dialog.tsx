import { Button } from 'antd';
import { useMemo, useState, type ReactNode } from 'react';
import type { HistoryEntry } from '../../shared/ipc/record-channels.ts';
import { kindOf, type KindName } from '../../shared/records/kinds.ts';
import type { AnyRecord } from '../../shared/records/record.ts';
import type { Failure } from '../../shared/result.ts';
import { call } from '../api.ts';
import { Dialog } from '../parts/dialog.tsx';
import { ScrollRegion } from '../parts/scroll-region.tsx';
import { EmptyView, FailureView, LoadingView } from '../parts/state-views.tsx';
import { useAnswer } from '../state/use-answer.ts';
import { useContract } from '../state/workspace.ts';
import { formWords } from '../words/forms.ts';
import { historyRows, inFormOrder } from './history-rows.ts';
import { historyInstant } from './history-text.ts';

/** What happened, where the changed fields alone would not say it. */
function actionWords({ action, restoredFrom }: HistoryEntry): string | undefined {
  switch (action) {
    case 'create': return formWords.historyCreated;
    case 'void': return formWords.historyVoided;
    case 'upgrade': return formWords.historyUpgraded;
    case 'restore': return restoredFrom === undefined ? formWords.undone : formWords.historyRestored(restoredFrom);
    case 'update':
    case 'attach':
    case 'detach': return undefined;
    default: return action satisfies never;
  }
}

type EntryProps = { readonly kind: KindName; readonly entry: HistoryEntry; readonly isPresent: boolean; readonly restore: (() => void) | undefined };

function Entry(props: EntryProps): ReactNode {
  const { kind, entry, isPresent, restore } = props;
  const items = useContract()?.profile.serviceItems;
  const services = useMemo(() => new Map(items?.map(({ no, name }) => [no, name])), [items]);
  const action = actionWords(entry);
  const { fields } = kindOf(kind);
  return (
    <li>
      <div className="history-head">
        <time dateTime={entry.at}>{historyInstant(entry.at)}</time> {formWords.historyHead(entry.revision, entry.user, entry.device)}
        {action === undefined ? null : <span className="history-action">{action}</span>}
        {isPresent ? <span className="muted">{formWords.historyNow}</span> : null}
        {restore === undefined ? null : <Button size="small" aria-label={formWords.restoreOf(entry.revision)} onClick={restore}>{formWords.restore}</Button>}
      </div>
      <table className="plain-table">
        <thead><tr><th scope="col">{formWords.historyField}</th><th scope="col">{formWords.historyBefore}</th><th scope="col">{formWords.historyAfter}</th></tr></thead>
        <tbody>
          {inFormOrder(fields, entry.fields).flatMap((change) => historyRows(fields, change, services)).map(({ label, before, after }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{before}</td>
              <td>{after}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </li>
  );
}

type HistoryProps = {
  readonly record: AnyRecord;
  /** Whether nothing may be restored now: the form has unsaved input, or everything is only to be read. */
  readonly isLocked: boolean;
  readonly restored: (record: AnyRecord, text: string) => void;
};

function Entries(props: HistoryProps): ReactNode {
  const { record, isLocked, restored } = props;
  const answer = useAnswer('records.history', { id: record.id }, record.revision);
  const [failure, setFailure] = useState<Failure>();
  if (answer.state === 'loading') return <LoadingView />;
  if (answer.state === 'error') return <FailureView failure={answer.failure} retry={answer.reload} />;
  const entries = answer.value;
  if (entries.length === 0) return <EmptyView text={formWords.historyEmpty} />;
  const restore = async (revision: number): Promise<void> => {
    const result = await call('records.restore', { items: [{ id: record.id, revision, present: record.revision }] });
    const [stored] = result.ok ? result.value : [];
    if (!result.ok) setFailure(result.error);
    else if (stored !== undefined) restored(stored, formWords.restored(stored.number === '' ? stored.title : stored.number, revision));
  };
  // Files come and go beside the contents: only entries that made a revision can be gone back to.
  const mayRestore = ({ revision, action }: HistoryEntry): boolean => !isLocked && revision !== record.revision && action !== 'attach' && action !== 'detach';
  return (
    <>
      {failure === undefined ? null : <div className="field-problem" role="alert">{failure.message}</div>}
      <ol className="history">
        {entries.toReversed().map((entry) => (
          <Entry
            key={`${entry.revision} ${entry.at} ${entry.action}`}
            kind={record.kind}
            entry={entry}
            isPresent={entry.revision === record.revision && entry.action !== 'attach' && entry.action !== 'detach'}
            restore={mayRestore(entry) ? () => void restore(entry.revision) : undefined}
          />
        ))}
      </ol>
    </>
  );
}

/** Who changed what, when, from what to what, newest first; and the way back to an earlier version. */
export function HistoryDialog(props: HistoryProps & { readonly isOpen: boolean; readonly close: () => void }): ReactNode {
  const { record, isOpen, isLocked, close, restored } = props;
  const done = (stored: AnyRecord, text: string): void => {
    close();
    restored(stored, text);
  };
  return (
    <Dialog title={formWords.historyOf(record.number === '' ? record.title : record.number)} isOpen={isOpen} close={close} width={760}>
      {isOpen ? <ScrollRegion label={formWords.history}><Entries record={record} isLocked={isLocked} restored={done} /></ScrollRegion> : null}
    </Dialog>
  );
}
