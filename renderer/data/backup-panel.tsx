import { Alert, App, Button } from 'antd';
import { useState, type ReactNode } from 'react';
import type { BackupInfo } from '../../shared/ipc/backup-channels.ts';
import type { Job } from '../../shared/ipc/jobs.ts';
import type { Failure, Result } from '../../shared/result.ts';
import { call } from '../api.ts';
import { Dialog } from '../parts/dialog.tsx';
import { JobCard } from '../parts/job-card.tsx';
import { EmptyView, FailureView, LoadingView } from '../parts/state-views.tsx';
import { useAsk } from '../parts/use-ask.ts';
import { useAnswer } from '../state/use-answer.ts';
import { useJobs } from '../state/jobs.ts';
import { goTo } from '../state/navigation.ts';
import { carriedBackupWords, passphraseWords } from '../words/carried.ts';
import { backupWords, restoreWords } from '../words/data.ts';
import { failureTitle } from '../words/errors.ts';
import { BackupFileField } from './backup-file-field.tsx';
import { BackupTable } from './backup-table.tsx';
import { writtenInstant } from './data-text.ts';
import { OutsidePlaceField } from './outside-place.tsx';
import { PassphrasePrompt } from './passphrase-prompt.tsx';
import { RestoreDialog } from './restore-dialog.tsx';

type BackupPanelProps = {
  readonly hasDialogs: boolean;
  /** Nothing can be made or restored in place while the folder is open for reading only. */
  readonly isReadOnly: boolean;
  /** Without an open folder there is nothing to back up: only what is there is shown, to be restored. */
  readonly isOpen: boolean;
};

/** The backups of the data folder: making, checking, looking into, restoring. */
export function BackupPanel(props: BackupPanelProps): ReactNode {
  const { hasDialogs, isReadOnly, isOpen } = props;
  const { message } = App.useApp();
  const ask = useAsk();
  const jobs = useJobs((state) => state.jobs);
  const [ids, setIds] = useState<readonly string[]>([]);
  const [failure, setFailure] = useState<Failure>();
  const [looked, setLooked] = useState<BackupInfo>();
  /** An encrypted one that is to be checked, once its passphrase is known. */
  const [sealed, setSealed] = useState<BackupInfo>();
  const own = jobs.filter(({ id }) => ids.includes(id));
  const finished = own.filter(({ state }) => state !== 'running').length;
  const listed = useAnswer('backups.list', {}, finished);

  const follow = async (started: Promise<Result<Job>>): Promise<boolean> => {
    setFailure(undefined);
    const job = await started;
    if (!job.ok) {
      setFailure(job.error);
      return false;
    }
    useJobs.getState().changed(job.value);
    setIds((known) => [job.value.id, ...known]);
    return true;
  };
  const make = async (): Promise<void> => {
    if (await follow(call('backups.make', {}))) message.info(backupWords.started);
  };
  const verify = async (backup: BackupInfo, passphrase?: string): Promise<void> => {
    if (backup.isEncrypted && passphrase === undefined) return setSealed(backup);
    setSealed(undefined);
    await follow(call('backups.verify', { id: backup.id, passphrase }));
  };
  const remove = async (backup: BackupInfo): Promise<void> => {
    const when = writtenInstant(backup.madeAt);
    if (!(await ask({ title: backupWords.removeTitle, text: backupWords.removeText(when), confirm: backupWords.remove, isDangerous: true }))) return;
    const result = await call('backups.remove', { id: backup.id });
    if (result.ok) listed.reload();
    else setFailure(result.error);
  };

  if (listed.state === 'loading') return <LoadingView />;
  if (listed.state === 'error') return <FailureView failure={listed.failure} retry={listed.reload} />;
  const { backups, outside, kept } = listed.value;
  const isRunning = own.some(({ state }) => state === 'running');
  return (
    <>
      {isOpen ? <p className="muted">{backupWords.note(kept.daily, kept.weekly, kept.monthly)}</p> : null}
      {isOpen && !isReadOnly ? (
        <div className="backup-actions">
          <Button type="primary" disabled={isRunning} onClick={() => void make()}>{backupWords.make}</Button>
          {outside === undefined ? null : <Button disabled={isRunning || !outside.isReachable} onClick={() => void goTo({ screen: 'delivery', part: 'carried', open: 'backup' })}>{carriedBackupWords.makeOutside}</Button>}
        </div>
      ) : null}
      {failure === undefined ? null : <Alert type="error" showIcon title={failureTitle(failure.code)} description={failure.message} />}
      {own.length === 0 ? null : <div className="backup-jobs" aria-live="polite">{own.slice(0, 3).map((job) => <JobCard key={job.id} job={job} />)}</div>}
      {backups.length === 0 ? <EmptyView text={backupWords.none}>{isOpen && !isReadOnly ? backupWords.noneHint : null}</EmptyView> : (
        <BackupTable
          backups={backups}
          isReadOnly={isReadOnly || !isOpen}
          look={setLooked}
          verify={(backup) => void verify(backup)}
          remove={(backup) => void remove(backup)}
        />
      )}
      <BackupFileField hasDialogs={hasDialogs} look={setLooked} />
      {isOpen ? <OutsidePlaceField outside={outside} hasDialogs={hasDialogs} changed={listed.reload} /> : null}
      {sealed === undefined ? null : (
        <Dialog title={passphraseWords.askTitle(writtenInstant(sealed.madeAt))} isOpen close={() => setSealed(undefined)}>
          <PassphrasePrompt problem={undefined} isBusy={false} confirm={backupWords.verify} submit={(passphrase) => void verify(sealed, passphrase)} />
        </Dialog>
      )}
      {looked === undefined ? null : (
        <RestoreDialog
          backup={looked}
          isReadOnly={isReadOnly}
          hasDialogs={hasDialogs}
          close={() => setLooked(undefined)}
          restore={async (into, passphrase) => {
            const isStarted = await follow(call('backups.restore', { id: looked.id, into, passphrase }));
            if (isStarted) {
              setLooked(undefined);
              message.info(restoreWords.restoring);
            }
          }}
        />
      )}
    </>
  );
}
