import { useMemo } from 'react';
import type { Contract } from '../../../shared/contract/profile.ts';
import type { LocalDate } from '../../../shared/dates.ts';
import type { ItemToClose } from '../../../shared/ipc/record-channels.ts';
import type { KindName } from '../../../shared/records/kinds.ts';
import type { AnyRecord } from '../../../shared/records/record.ts';
import type { Failure } from '../../../shared/result.ts';
import { handlingValues } from '../../forms/handling-values.ts';
import { copiedValues, newValues, type RecordValues } from '../../forms/record-values.ts';
import type { NewRecordStart } from '../../state/route.ts';
import { useAnswer } from '../../state/use-answer.ts';
import { useWorkspace } from '../../state/workspace.ts';
import { formWords } from '../../words/forms.ts';

type Wish = {
  readonly contract: Contract;
  readonly kind: KindName;
  readonly date: LocalDate;
  readonly last: AnyRecord | null;
  readonly begin: NewRecordStart;
  /** Unsaved input goes on: what the form began with once does not matter any more, but whom it closes does. */
  readonly isContinued: boolean;
};

type Start =
  | { readonly state: 'loading' }
  | { readonly state: 'error'; readonly failure: Failure; readonly reload: () => void }
  | { readonly state: 'ready'; readonly values: RecordValues | undefined; readonly closes: ItemToClose | undefined };

/** `<inspection id>:<row>` */
function parseCloses(text: string | undefined): { readonly id: string; readonly row: number } | undefined {
  const match = /^(.+):(\d{1,3})$/.exec(text ?? '');
  return match?.[1] === undefined ? undefined : { id: match[1], row: Number(match[2]) };
}

/** What the form of a new record begins with: the usual values, a copy of a record, what an abnormal item of an inspection tells, or the usual values with why it comes late. */
export function useNewRecordStart({ contract, kind, date, last, begin, isContinued }: Wish): Start {
  const today = useWorkspace((workspace) => workspace.info?.today ?? '');
  const closes = parseCloses(begin.closes);
  const sourceId = closes?.id ?? (isContinued ? undefined : begin.copy);
  const source = useAnswer('records.get', sourceId === undefined ? undefined : { id: sourceId });
  const record = source.state === 'ready' ? source.value : undefined;
  const row = closes?.row;
  const begun = useMemo(() => {
    if (record === undefined) return { values: undefined, closes: undefined };
    if (row === undefined) return { values: record.kind === kind ? copiedValues(kind, record, date) : undefined, closes: undefined };
    const item = record.kind === 'inspection' ? record.body.items[row] : undefined;
    if (record.kind !== 'inspection' || item === undefined) return { values: undefined, closes: undefined };
    return {
      values: handlingValues(kind, newValues(kind, contract.profile, record.date, last), record, item),
      closes: { inspectionId: record.id, row, item: item.item },
    };
  }, [record, row, kind, date, contract.profile, last]);
  const isLate = begin.supplement !== undefined && !isContinued;
  const lateValues = useMemo(() => (isLate ? { ...newValues(kind, contract.profile, date, last), lateReason: formWords.lateReasonBegun(date, today) } : undefined), [isLate, kind, contract.profile, date, last, today]);
  if (sourceId === undefined) return { state: 'ready', values: lateValues, closes: undefined };
  if (source.state === 'loading') return { state: 'loading' };
  if (source.state === 'error') return { state: 'error', failure: source.failure, reload: source.reload };
  return { state: 'ready', ...begun };
}
