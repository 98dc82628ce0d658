import type { ReactNode } from 'react';
import type { HistoryEntry } from '../../shared/ipc/record-channels.ts';
import { kindOf, type KindName } from '../../shared/records/kinds.ts';
import type { AnyRecord } from '../../shared/records/record.ts';
import { Dialog } from '../parts/dialog.tsx';
import { ScrollRegion } from '../parts/scroll-region.tsx';
import { EmptyView, FailureView, LoadingView } from '../parts/state-views.tsx';
import { useAnswer } from '../state/use-answer.ts';
import { formWords } from '../words/forms.ts';
import { historyFieldLabel, historyInstant, historyText } from './history-text.ts';

function Entry(props: { readonly kind: KindName; readonly entry: HistoryEntry }): ReactNode {
  const { kind, entry } = props;
  return (
    <li>
      <div className="history-head"><time dateTime={entry.at}>{historyInstant(entry.at)}</time> {formWords.historyHead(entry.revision, entry.user, entry.device)}</div>
      <table className="plain-table">
        <thead><tr><th scope="col">{formWords.historyField}</th><th scope="col">{formWords.historyBefore}</th><th scope="col">{formWords.historyAfter}</th></tr></thead>
        <tbody>
          {entry.fields.map(({ field, before, after }) => (
            <tr key={field}>
              <th scope="row">{historyFieldLabel(kindOf(kind).fields, field)}</th>
              <td>{historyText(before)}</td>
              <td>{historyText(after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </li>
  );
}

function Entries(props: { readonly record: AnyRecord }): ReactNode {
  const { record } = props;
  const answer = useAnswer('records.history', { id: record.id }, record.revision);
  if (answer.state === 'loading') return <LoadingView />;
  if (answer.state === 'error') return <FailureView failure={answer.failure} retry={answer.reload} />;
  if (answer.value.length === 0) return <EmptyView text={formWords.historyEmpty} />;
  return <ol className="history">{answer.value.map((entry) => <Entry key={`${entry.revision} ${entry.at}`} kind={record.kind} entry={entry} />)}</ol>;
}

/** Who changed what, when, from what to what. */
export function HistoryDialog(props: { readonly record: AnyRecord; readonly isOpen: boolean; readonly close: () => void }): ReactNode {
  return (
    <Dialog title={formWords.historyOf(props.record.number)} isOpen={props.isOpen} close={props.close} width={760}>
      {props.isOpen ? <ScrollRegion label={formWords.history}><Entries record={props.record} /></ScrollRegion> : null}
    </Dialog>
  );
}
