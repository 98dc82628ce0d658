import { Alert, Button } from 'antd';
import { useState, type ReactNode } from 'react';
import type { OutsidePlace } from '../../shared/ipc/backup-channels.ts';
import { call } from '../api.ts';
import { backupWords, dataWords } from '../words/data.ts';
import { daysSince, writtenInstant } from './data-text.ts';
import { PlaceField } from './place-field.tsx';

type OutsideProps = { readonly outside: OutsidePlace | undefined; readonly hasDialogs: boolean; readonly changed: () => void };

function told(outside: OutsidePlace): string {
  if (!outside.isReachable) return backupWords.outsideGone;
  if (outside.isDue) return backupWords.outsideDue(outside.lastMadeAt === undefined ? undefined : daysSince(outside.lastMadeAt, Date.now()));
  return backupWords.outsideFine(writtenInstant(outside.lastMadeAt ?? ''));
}

/** A second place for backups, on another disk, and a reminder when it was not used for a week. */
export function OutsidePlaceField(props: OutsideProps): ReactNode {
  const { outside, hasDialogs, changed } = props;
  const [failure, setFailure] = useState('');

  const set = async (location: string): Promise<void> => {
    const result = await call('backups.outside', { location });
    setFailure(result.ok ? '' : result.error.message);
    if (result.ok) changed();
  };

  return (
    <section className="outside-place" aria-label={backupWords.outside}>
      <h3>{backupWords.outside}</h3>
      {outside === undefined ? (
        <>
          <p className="muted">{backupWords.outsideNote}</p>
          <PlaceField
            label={dataWords.otherLocation}
            purpose="outside"
            hasDialogs={hasDialogs}
            actions={(location) => <Button disabled={location === ''} onClick={() => void set(location)}>{backupWords.outsideSet}</Button>}
          />
        </>
      ) : (
        <Alert
          type={outside.isReachable && !outside.isDue ? 'success' : 'warning'}
          showIcon
          title={<span className="folder-location">{outside.location}</span>}
          description={told(outside)}
          action={<Button size="small" onClick={() => void set('')}>{backupWords.outsideOff}</Button>}
        />
      )}
      {failure === '' ? null : <div className="field-problem" role="alert">{failure}</div>}
    </section>
  );
}
