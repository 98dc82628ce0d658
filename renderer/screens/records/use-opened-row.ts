import { useEffect, useRef } from 'react';
import type { KindName } from '../../../shared/records/kinds.ts';
import { call } from '../../api.ts';
import { heldRowOf, type RecordPages } from '../../state/record-pages.ts';
import { handlesQuery, type ListChoice } from '../../state/records-filter.ts';

type OpenedRow = { readonly contractId: string; readonly kind: KindName; readonly choice: ListChoice; readonly held: RecordPages; readonly openId: string | undefined; readonly show: (row: number) => void };

/** Brings the row of a record into view that was opened from elsewhere: by a link, from a finding, or because it was just made. */
export function useOpenedRow(props: OpenedRow): void {
  const { openId } = props;
  const latest = useRef(props);
  useEffect(() => { latest.current = props; });
  useEffect(() => {
    if (openId === undefined) return undefined;
    const { contractId, kind, choice, held, show } = latest.current;
    const row = heldRowOf(held, openId);
    if (row !== undefined) return show(row);
    let isLeft = false;
    // A list that does not hold it stays where it is.
    void call('records.place', { ...handlesQuery(contractId, kind, choice), id: openId }).then((answer) => {
      if (!isLeft && answer.ok && answer.value.row !== undefined) show(answer.value.row);
    });
    return () => { isLeft = true; };
  }, [openId]);
}
