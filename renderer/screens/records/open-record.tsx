import type { ReactNode } from 'react';
import type { Contract } from '../../../shared/contract/profile.ts';
import type { LocalDate } from '../../../shared/dates.ts';
import type { KindName } from '../../../shared/records/kinds.ts';
import type { AnyRecord } from '../../../shared/records/record.ts';
import { RecordForm } from '../../forms/record-form.tsx';
import { FailureView, LoadingView } from '../../parts/state-views.tsx';
import { useAnswer } from '../../state/use-answer.ts';

type OpenRecordProps = {
  readonly contract: Contract;
  readonly kind: KindName;
  readonly openId: string;
  readonly date: LocalDate;
  readonly saved: (record: AnyRecord) => void;
  readonly close: () => void;
};

function ExistingRecord(props: OpenRecordProps): ReactNode {
  const { contract, openId, date, saved, close } = props;
  const answer = useAnswer('records.get', { id: openId });
  if (answer.state === 'loading') return <LoadingView />;
  if (answer.state === 'error') return <FailureView failure={answer.failure} retry={answer.reload} />;
  if (answer.isStale) return <LoadingView />;
  const record = answer.value;
  const accept = (stored: AnyRecord): void => {
    answer.reload();
    saved(stored);
  };
  // Voiding locks the form, so it starts anew; saving keeps it, with the cursor where it was.
  return <RecordForm key={`${record.id} ${record.status === 'void'}`} start={{ contract, kind: record.kind, record, last: null, date }} saved={accept} close={close} />;
}

function NewRecord(props: OpenRecordProps): ReactNode {
  const { contract, kind, date, saved, close } = props;
  const last = useAnswer('records.last', { contractId: contract.id, kind });
  if (last.state === 'loading') return <LoadingView />;
  if (last.state === 'error') return <FailureView failure={last.failure} retry={last.reload} />;
  return <RecordForm key={`${kind} ${date}`} start={{ contract, kind, record: undefined, last: last.value, date }} saved={saved} close={close} />;
}

/** The form beside the list: of a stored record, or of one that is being written. */
export function OpenRecord(props: OpenRecordProps): ReactNode {
  return props.openId === 'new' ? <NewRecord {...props} /> : <ExistingRecord {...props} />;
}
