import { Button } from 'antd';
import { useEffect, type ReactNode } from 'react';
import type { KindName } from '../../shared/records/kinds.ts';
import type { AnyRecord } from '../../shared/records/record.ts';
import { useMendingTrip } from '../state/mending-trip.ts';
import { goTo } from '../state/navigation.ts';
import { useShortcut } from '../state/use-shortcut.ts';
import { findingWords } from '../words/findings.ts';

async function goBack(): Promise<void> {
  const { trip, finish } = useMendingTrip.getState();
  if (trip !== undefined && await goTo(trip.from)) finish(trip);
}

/** Above a form that was opened to mend a finding: which one, and the way back to the list. */
export function MendingBar(props: { readonly kind: KindName; readonly open: string | undefined }): ReactNode {
  const trip = useMendingTrip((trips) => trips.trip);
  const { kind, open } = props;
  const isHere = trip !== undefined && trip.kind === kind && trip.open === open;
  // Who closes the form or goes elsewhere does not mend this finding any more: another form is not to lead back to it.
  useEffect(() => {
    const { trip: current, abandon } = useMendingTrip.getState();
    if (current !== undefined && (current.kind !== kind || current.open !== open)) abandon();
  }, [kind, open]);
  useEffect(() => () => useMendingTrip.getState().abandon(), []);
  useShortcut('Alt+B', () => void goBack(), isHere);
  if (!isHere) return null;
  return (
    <section className="mending-bar" aria-label={findingWords.mending}>
      <span><strong>{findingWords.mending}</strong>　{trip.message}　<span className="muted">{findingWords.returns}</span></span>
      <Button size="small" title={findingWords.backHint} aria-keyshortcuts="Alt+B" onClick={() => void goBack()}>{findingWords.back}</Button>
    </section>
  );
}

/**
 * Tells the trip that a record was saved. A finished one takes the person back to the list, where the finding is gone or says what is
 * still missing; answers whether it did.
 */
export function mendedRecord({ id, kind, status }: AnyRecord): boolean {
  const { trip, follow, finish } = useMendingTrip.getState();
  if (trip === undefined || trip.kind !== kind || (trip.open !== 'new' && trip.open !== id)) return false;
  if (status !== 'final') {
    follow(id);
    return false;
  }
  finish(trip);
  void goTo(trip.from);
  return true;
}
