import { Alert, App, Button } from 'antd';
import { useState, type ReactNode } from 'react';
import type { DataState } from '../../shared/ipc/data-channels.ts';
import type { Failure, Result } from '../../shared/result.ts';
import { call } from '../api.ts';
import { failureTitle } from '../words/errors.ts';
import { dataWords } from '../words/data.ts';
import { writtenInstant } from './data-text.ts';
import { PlaceField } from './place-field.tsx';

type FolderSwitchProps = { readonly state: DataState; readonly changed: (state: DataState) => void };

/** The folders that were used lately, and the way to any other: opened, or made anew. */
export function FolderSwitch(props: FolderSwitchProps): ReactNode {
  const { state, changed } = props;
  const { message } = App.useApp();
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();

  const change = async (work: Promise<Result<DataState>>, tells: boolean): Promise<void> => {
    setIsBusy(true);
    setFailure(undefined);
    const result = await work;
    setIsBusy(false);
    if (!result.ok) return setFailure(result.error);
    if (tells && result.value.isOpen) message.success(dataWords.opened(result.value.folder.name));
    changed(result.value);
  };

  return (
    <>
      <h3>{dataWords.recent}</h3>
      {state.recent.length === 0 ? <p className="muted">{dataWords.recentNone}</p> : (
        <ul className="folder-list">
          {state.recent.map((folder) => (
            <li key={folder.location}>
              <div>
                <strong>{folder.name}</strong> <span className="muted">{dataWords.contractCount(folder.contracts)}{dataWords.contracts} · {writtenInstant(folder.openedAt)}</span>
                <div className="folder-location">{folder.location}</div>
              </div>
              {folder.isCurrent ? <span className="muted">{folder.isPresent ? (state.isOpen ? dataWords.current : dataWords.notOpen) : dataWords.gone}</span> : (
                <div className="folder-actions">
                  {folder.isPresent
                    ? <Button size="small" disabled={isBusy} aria-label={dataWords.openNamed(folder.name)} onClick={() => void change(call('data.open', { location: folder.location }), true)}>{dataWords.open}</Button>
                    : <span className="muted">{dataWords.gone}</span>}
                  <Button size="small" type="text" disabled={isBusy} aria-label={dataWords.forgetNamed(folder.name)} onClick={() => void change(call('data.forget', { location: folder.location }), false)}>{dataWords.forget}</Button>
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
      <PlaceField
        label={dataWords.other}
        help={dataWords.otherHelp}
        purpose="open"
        hasDialogs={state.hasDialogs}
        actions={(location, report) => (
          <>
            <Button loading={isBusy} disabled={report?.kind !== 'data'} onClick={() => void change(call('data.open', { location }), true)}>{dataWords.openHere}</Button>
            <Button disabled={isBusy || (report?.kind !== 'empty' && report?.kind !== 'new')} onClick={() => void change(call('data.create', { location }), true)}>{dataWords.createHere}</Button>
          </>
        )}
      />
      {failure === undefined ? null : <Alert type="error" showIcon title={failureTitle(failure.code)} description={failure.message} />}
      <details className="moving">
        <summary>{dataWords.moving}</summary>
        <ol>{dataWords.movingSteps.map((step) => <li key={step}>{step}</li>)}</ol>
      </details>
    </>
  );
}
