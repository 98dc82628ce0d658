import { App, Button } from 'antd';
import { useState, type ReactNode } from 'react';
import type { DataState } from '../../shared/ipc/data-channels.ts';
import { call } from '../api.ts';
import { CopyButton } from '../parts/copy-button.tsx';
import { FolderOpenIcon } from '../parts/icons.tsx';
import { FailureView, LoadingView } from '../parts/state-views.tsx';
import { useAnswer } from '../state/use-answer.ts';
import { useIsReadOnly } from '../state/workspace.ts';
import { backupWords, dataWords } from '../words/data.ts';
import { BackupPanel } from './backup-panel.tsx';
import { FolderSwitch } from './folder-switch.tsx';

/** 设置 › 数据与备份: which folder is open, the others, and its backups. */
export function DataPage(): ReactNode {
  const { message } = App.useApp();
  const isReadOnly = useIsReadOnly();
  const answer = useAnswer('data.state', {});
  const [changed, setChanged] = useState<DataState>();

  const reveal = async (): Promise<void> => {
    const result = await call('data.reveal', { what: 'folder' });
    if (!result.ok) message.error(result.error.message);
    else if (!result.value.opened) message.info(dataWords.cannotReveal);
  };

  if (answer.state === 'loading') return <LoadingView />;
  if (answer.state === 'error') return <FailureView failure={answer.failure} retry={answer.reload} />;
  const state = changed ?? answer.value;
  return (
    <div className="data-page">
      <section className="panel" aria-label={dataWords.folder}>
        <h2>{dataWords.folder}</h2>
        <p className="muted">{dataWords.folderNote}</p>
        <div className="folder-now">
          <div><strong>{state.folder.name}</strong><div className="folder-location">{state.folder.location}</div></div>
          <CopyButton text={state.folder.location} label={dataWords.copy} says={dataWords.copied} />
          <Button size="small" icon={<FolderOpenIcon />} onClick={() => void reveal()}>{dataWords.reveal}</Button>
        </div>
        <FolderSwitch state={state} changed={setChanged} />
      </section>
      <section className="panel" aria-label={backupWords.title}>
        <h2>{backupWords.title}</h2>
        <BackupPanel key={state.folder.location} hasDialogs={state.hasDialogs} isReadOnly={isReadOnly} isOpen />
      </section>
    </div>
  );
}
