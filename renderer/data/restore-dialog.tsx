import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import type { BackupInfo, BackupPreview } from '../../shared/ipc/backup-channels.ts';
import type { ChannelCall } from '../../shared/ipc/contract.ts';
import { isKindName, kinds } from '../../shared/records/kinds.ts';
import { Dialog } from '../parts/dialog.tsx';
import { FailureView, LoadingView } from '../parts/state-views.tsx';
import { useAsk } from '../parts/use-ask.ts';
import { useAnswer } from '../state/use-answer.ts';
import { passphraseWords } from '../words/carried.ts';
import { restoreWords } from '../words/data.ts';
import { writtenInstant } from './data-text.ts';
import { PassphrasePrompt } from './passphrase-prompt.tsx';
import { PlaceField } from './place-field.tsx';

type RestoreDialogProps = {
  readonly backup: BackupInfo;
  readonly isReadOnly: boolean;
  readonly hasDialogs: boolean;
  readonly close: () => void;
  readonly restore: (into: ChannelCall<'backups.restore'>['into'], passphrase: string | undefined) => Promise<void>;
};

const columns = ['same', 'newerHere', 'newerInBackup', 'onlyHere', 'onlyInBackup'] as const;

function Comparison(props: { readonly preview: BackupPreview }): ReactNode {
  const { contracts, kinds: rows, isCompared, attachments, templates } = props.preview;
  const sum = (column: (typeof columns)[number]): number => rows.reduce((total, row) => total + row[column], 0);
  const count = (value: number | null): string => (value === null ? restoreWords.none : String(value));
  const changes = rows.filter((row) => columns.some((column) => column !== 'same' && row[column] > 0));
  return (
    <>
      <p><strong>{isCompared ? restoreWords.effect(sum('onlyInBackup'), sum('onlyHere'), sum('newerHere') + sum('newerInBackup')) : restoreWords.notCompared}</strong></p>
      <table className="plain-table">
        <thead><tr><th scope="col">{restoreWords.contracts}</th><th scope="col" className="cell-count">{restoreWords.inBackup}</th><th scope="col" className="cell-count">{restoreWords.here}</th></tr></thead>
        <tbody>{contracts.map(({ title, inBackup, here }) => <tr key={title}><th scope="row">{title}</th><td className="cell-count">{count(inBackup)}</td><td className="cell-count">{count(here)}</td></tr>)}</tbody>
      </table>
      {!isCompared || changes.length === 0 ? null : (
        <table className="plain-table">
          <thead><tr><th scope="col">{restoreWords.kind}</th>{columns.map((column) => <th key={column} scope="col" className="cell-count">{restoreWords[column]}</th>)}</tr></thead>
          <tbody>
            {changes.map((row) => (
              <tr key={row.kind}><th scope="row">{isKindName(row.kind) ? kinds[row.kind].title : row.kind}</th>{columns.map((column) => <td key={column} className="cell-count">{row[column] === 0 ? restoreWords.none : row[column]}</td>)}</tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="muted">{restoreWords.attachments(attachments.inBackup, attachments.missing)}{templates === 0 ? '' : ` ${restoreWords.templates(templates)}`}</p>
    </>
  );
}

/** What is in a backup beside what is here, before anything happens; and the two ways to restore it. */
export function RestoreDialog(props: RestoreDialogProps): ReactNode {
  const { backup, isReadOnly, hasDialogs, close, restore } = props;
  const ask = useAsk();
  const [passphrase, setPassphrase] = useState<string>();
  const [attempt, setAttempt] = useState(0);
  const isSealed = backup.isEncrypted && passphrase === undefined;
  const preview = useAnswer('backups.preview', isSealed ? undefined : { id: backup.id, passphrase }, attempt);
  const isRefused = preview.state === 'error' && preview.failure.details['password'] !== undefined;

  const swap = async (): Promise<void> => {
    if (await ask({ title: restoreWords.swapConfirm, text: restoreWords.swapText, confirm: restoreWords.swap, isDangerous: true })) await restore('swap', passphrase);
  };

  return (
    <Dialog title={restoreWords.title(writtenInstant(backup.madeAt))} isOpen close={close} width={720}>
      <div className="dialog-scroll restore-dialog">
        {isSealed || isRefused ? (
          <PassphrasePrompt
            problem={isRefused ? preview.failure.message : undefined}
            isBusy={false}
            confirm={passphraseWords.open}
            submit={(given) => {
              setPassphrase(given);
              setAttempt(attempt + 1);
            }}
          />
        ) : null}
        {!isSealed && preview.state === 'loading' ? <><p className="muted">{restoreWords.reading}</p><LoadingView /></> : null}
        {preview.state === 'error' && !isRefused ? <FailureView failure={preview.failure} retry={preview.reload} /> : null}
        {preview.state === 'ready' ? (
          <>
            {preview.value.madeBy === '' ? null : <p className="muted">{restoreWords.madeBy(preview.value.madeBy, preview.value.device)}</p>}
            <Comparison preview={preview.value} />
            <section className="restore-way">
              <p>{isReadOnly ? restoreWords.readOnly : preview.value.isCompared ? restoreWords.safe : restoreWords.safeDamaged}</p>
              <Button danger disabled={isReadOnly} onClick={() => void swap()}>{restoreWords.swap}</Button>
            </section>
            <section className="restore-way">
              <p>{restoreWords.besideNote}</p>
              <PlaceField
                label={restoreWords.beside}
                purpose="create"
                hasDialogs={hasDialogs}
                actions={(location, report) => <Button disabled={report?.kind !== 'new' && report?.kind !== 'empty'} onClick={() => void restore({ location }, passphrase)}>{restoreWords.beside}</Button>}
              />
            </section>
          </>
        ) : null}
      </div>
    </Dialog>
  );
}
