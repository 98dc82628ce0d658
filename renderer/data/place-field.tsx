import { Button, Input } from 'antd';
import { useEffect, useId, useState, type ReactNode } from 'react';
import type { ChannelCall } from '../../shared/ipc/contract.ts';
import type { PlaceReport } from '../../shared/ipc/data-channels.ts';
import { call } from '../api.ts';
import { dataWords } from '../words/data.ts';
import { FolderOpenIcon } from '../parts/icons.tsx';

type PlaceFieldProps = {
  readonly label: string;
  readonly help?: string;
  readonly purpose: ChannelCall<'data.choose'>['purpose'];
  readonly hasDialogs: boolean;
  /** The buttons that do something with the place; the report is absent while nothing was typed or the answer is on its way. */
  readonly actions: (location: string, report: PlaceReport | undefined) => ReactNode;
};

const pauseMs = 250;

/** A folder, or a backup file, by typing or pasting its place, or by the system's own dialog where there is one; says at once what is there. */
export function PlaceField(props: PlaceFieldProps): ReactNode {
  const { label, help, purpose, hasDialogs, actions } = props;
  const id = useId();
  const [location, setLocation] = useState('');
  const [report, setReport] = useState<{ readonly of: string; readonly value: PlaceReport }>();
  const [failure, setFailure] = useState('');

  useEffect(() => {
    if (location.trim() === '' || purpose === 'backup') return;
    const timer = setTimeout(() => {
      void call('data.check', { location }).then((result) => {
        if (result.ok) setReport({ of: location, value: result.value });
      });
    }, pauseMs);
    return () => clearTimeout(timer);
  }, [location, purpose]);

  const browse = async (): Promise<void> => {
    const chosen = await call('data.choose', { purpose });
    if (!chosen.ok) return setFailure(chosen.error.message);
    if (chosen.value !== null) setLocation(chosen.value.location);
  };

  const known = report?.of === location && location.trim() !== '' ? report.value : undefined;
  // For backups any folder will do; what is told about data folders would mislead.
  const told = purpose === 'outside' ? '' : (known?.message ?? '');
  return (
    <div className="place-field">
      <label htmlFor={id}>{label}</label>
      <div className="place-row">
        <Input id={id} value={location} onChange={(event) => setLocation(event.target.value)} autoComplete="off" spellCheck={false} aria-describedby={`${id}-told`} />
        {hasDialogs ? <Button icon={<FolderOpenIcon />} onClick={() => void browse()}>{dataWords.browse}</Button> : null}
        {actions(location.trim(), known)}
      </div>
      <output id={`${id}-told`} className={purpose !== 'outside' && known?.kind === 'refused' ? 'place-told place-refused' : 'place-told'}>{failure === '' ? (told === '' ? (help ?? '') : told) : failure}</output>
    </div>
  );
}
