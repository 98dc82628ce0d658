import { Button, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { call } from '../../../api.ts';
import { FolderOpenIcon } from '../../../parts/icons.tsx';
import { dataWords } from '../../../words/data.ts';

type PlaceInputProps = { readonly id: string; readonly value: string; readonly hasDialogs: boolean; readonly change: (value: string) => void };

/** A folder outside the data folder, typed, or chosen in the system's own dialog where there is one. */
export function PlaceInput(props: PlaceInputProps): ReactNode {
  const { id, value, hasDialogs, change } = props;
  const [failure, setFailure] = useState('');

  const browse = async (): Promise<void> => {
    const chosen = await call('data.choose', { purpose: 'outside' });
    setFailure(chosen.ok ? '' : chosen.error.message);
    if (chosen.ok && chosen.value !== null) change(chosen.value.location);
  };

  return (
    <>
      <div className="passphrase-row">
        <Input id={id} value={value} autoComplete="off" spellCheck={false} aria-describedby={`${id}-told`} onChange={(event) => change(event.target.value)} />
        {hasDialogs ? <Button icon={<FolderOpenIcon />} onClick={() => void browse()}>{dataWords.browse}</Button> : null}
      </div>
      {failure === '' ? null : <div className="field-problem" role="alert">{failure}</div>}
    </>
  );
}
