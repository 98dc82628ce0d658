import { Button, Tag } from 'antd';
import type { ReactNode } from 'react';
import type { PackageStanding, PastHandover } from '../../../shared/ipc/delivery-channels.ts';
import { historyInstant } from '../../forms/history-text.ts';
import { handoverWords } from '../../words/delivery.ts';
import type { DeliveryActions } from './use-delivery.ts';

const colors = { whole: 'green', replaced: 'orange', gone: 'default' } satisfies Record<PackageStanding, string>;

/** Every package that was made: when, by whom, what it holds, where it stands; verified on request. */
export function PastHandovers(props: { readonly handovers: readonly PastHandover[]; readonly isBusy: boolean; readonly actions: Pick<DeliveryActions, 'verify' | 'reveal'> }): ReactNode {
  const { handovers, isBusy, actions } = props;
  return (
    <section className="panel" aria-label={handoverWords.past}>
      <h2>{handoverWords.past}</h2>
      {handovers.length === 0 ? <p className="muted">{handoverWords.none}</p> : (
        <ul className="handovers">
          {handovers.map((handover) => (
            <li key={handover.id} aria-label={handover.name}>
              <div className="handover-head"><strong>{handover.name}</strong><Tag color={colors[handover.standing]}>{handoverWords.standing[handover.standing]}</Tag></div>
              <div>{handoverWords.madeBy(historyInstant(handover.madeAt), handover.madeBy)}</div>
              <div className="muted">{handoverWords.facts(handover.files, handoverWords.size(handover.bytes))}</div>
              <div className="muted handover-digest" title={handover.manifestSha256}>{handoverWords.digest(handover.manifestSha256.slice(0, 16))}</div>
              {handover.standing === 'whole' ? (
                <div className="handover-actions">
                  <Button size="small" disabled={isBusy} aria-label={handoverWords.verifyOf(handover.name)} onClick={() => void actions.verify(handover.id, 'folder')}>{handoverWords.verify}</Button>
                  {handover.hasImage ? <Button size="small" disabled={isBusy} onClick={() => void actions.verify(handover.id, 'image')}>{handoverWords.verifyImage}</Button> : null}
                  <Button size="small" type="link" aria-label={handoverWords.openOf(handover.name)} onClick={() => void actions.reveal(handover.id)}>{handoverWords.open}</Button>
                </div>
              ) : null}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
