import { Button, Result } from 'antd';
import { useState, type ReactNode } from 'react';
import type { DataState } from '../../shared/ipc/data-channels.ts';
import { call } from '../api.ts';
import { ReloadIcon } from '../parts/icons.tsx';
import { useWorkspace } from '../state/workspace.ts';
import { backupWords, closedWords, dataWords } from '../words/data.ts';
import { BackupPanel } from './backup-panel.tsx';
import { FolderSwitch } from './folder-switch.tsx';

/** The window while no data folder is open: what is the matter, and every way on from here. */
export function ClosedScreen(props: { readonly state: DataState }): ReactNode {
  const { state } = props;
  const reload = useWorkspace((workspace) => workspace.reload);
  const [isBusy, setIsBusy] = useState<'write' | 'read'>();
  const { closed, folder } = state;
  if (closed === undefined) return null;
  const words = closedWords[closed.reason];

  const open = async (access: 'write' | 'read'): Promise<void> => {
    setIsBusy(access);
    await call('data.open', { location: folder.location, access });
    await reload();
    setIsBusy(undefined);
  };

  return (
    <main className="closed-screen">
      <Result
        status="warning"
        title={<h1>{words.title}</h1>}
        subTitle={<>{words.text}<br /><span role="alert">{closed.failure.message}</span><br />{dataWords.location} {folder.location}</>}
        extra={(
          <div className="closed-actions">
            <Button type="primary" icon={<ReloadIcon />} loading={isBusy === 'write'} disabled={isBusy !== undefined} onClick={() => void open('write')}>{dataWords.retry}</Button>
            {closed.canRead ? <Button loading={isBusy === 'read'} disabled={isBusy !== undefined} onClick={() => void open('read')}>{dataWords.openReadOnly}</Button> : null}
          </div>
        )}
      />
      {closed.reason === 'damaged' ? (
        <section className="panel" aria-label={backupWords.title}>
          <h2>{backupWords.title}</h2>
          <BackupPanel hasDialogs={state.hasDialogs} isReadOnly={false} isOpen={false} />
        </section>
      ) : null}
      <section className="panel" aria-label={dataWords.folder}>
        <h2>{dataWords.folder}</h2>
        <FolderSwitch state={state} changed={() => void reload()} />
      </section>
    </main>
  );
}
