import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import type { BackupInfo } from '../../shared/ipc/backup-channels.ts';
import { call } from '../api.ts';
import { backupWords } from '../words/data.ts';
import { PlaceField } from './place-field.tsx';

/** Any backup file, wherever it lies: looked into like those of the list, and restored from there. */
export function BackupFileField(props: { readonly hasDialogs: boolean; readonly look: (backup: BackupInfo) => void }): ReactNode {
  const { hasDialogs, look } = props;
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState('');

  const locate = async (location: string): Promise<void> => {
    setIsBusy(true);
    const result = await call('backups.locate', { location });
    setIsBusy(false);
    setProblem(result.ok ? '' : result.error.message);
    if (result.ok) look(result.value);
  };

  return (
    <section className="outside-place" aria-label={backupWords.file}>
      <h3>{backupWords.file}</h3>
      <p className="muted">{backupWords.fileNote}</p>
      <PlaceField
        label={backupWords.fileLocation}
        help={backupWords.fileHelp}
        purpose="backup"
        hasDialogs={hasDialogs}
        actions={(location) => <Button loading={isBusy} disabled={location === ''} onClick={() => void locate(location)}>{backupWords.look}</Button>}
      />
      {problem === '' ? null : <div className="field-problem" role="alert">{problem}</div>}
    </section>
  );
}
