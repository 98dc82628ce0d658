import { Button, Tag } from 'antd';
import type { ReactNode } from 'react';
import type { BackupInfo } from '../../shared/ipc/backup-channels.ts';
import { carriedBackupWords } from '../words/carried.ts';
import { backupReasonWords, backupWords } from '../words/data.ts';
import { writtenInstant, writtenSize } from './data-text.ts';

type BackupTableProps = {
  readonly backups: readonly BackupInfo[];
  readonly isReadOnly: boolean;
  readonly look: (backup: BackupInfo) => void;
  readonly verify: (backup: BackupInfo) => void;
  readonly remove: (backup: BackupInfo) => void;
};

function Checked(props: { readonly backup: BackupInfo }): ReactNode {
  const { checked } = props.backup;
  if (checked === undefined) return <span className="muted">{backupWords.unchecked}</span>;
  if (checked.isSound) return <span className="backup-sound" title={backupWords.soundAt(writtenInstant(checked.at))}>{backupWords.sound}</span>;
  return <strong className="backup-damaged" title={checked.message}>{backupWords.damaged}</strong>;
}

/** Every backup with what is in it and whether it can be relied on, latest first. */
export function BackupTable(props: BackupTableProps): ReactNode {
  const { backups, isReadOnly, look, verify, remove } = props;
  return (
    <section className="table-scroll" aria-label={backupWords.list}>
      <table className="plain-table backup-table">
        <thead>
          <tr>
            {[backupWords.madeAt, backupWords.reason, backupWords.contents, backupWords.size, backupWords.checked].map((title) => <th key={title} scope="col">{title}</th>)}
            <th scope="col"><span className="unseen">{backupWords.look}</span></th>
          </tr>
        </thead>
        <tbody>
          {backups.map((backup) => {
            const when = writtenInstant(backup.madeAt);
            const { contents } = backup;
            return (
              <tr key={backup.id}>
                <th scope="row" title={backup.name}>{when}</th>
                <td>{backupReasonWords[backup.reason]}{backup.isOutside ? <Tag>{backupWords.place.outside}</Tag> : null}{backup.isEncrypted ? <Tag>{carriedBackupWords.encrypted}</Tag> : null}</td>
                <td>{contents === undefined ? <span className="muted">{backup.isEncrypted ? '' : backupWords.unknown}</span> : backupWords.contentsText(contents.contracts, contents.records, backup.hasAttachments ? contents.attachments : undefined)}</td>
                <td className="cell-count">{writtenSize(backup.bytes)}</td>
                <td><Checked backup={backup} /></td>
                <td className="cell-actions">
                  <Button size="small" type="link" aria-label={backupWords.lookNamed(when)} onClick={() => look(backup)}>{backup.reason === 'before-restore' ? backupWords.undo : backupWords.look}</Button>
                  <Button size="small" type="link" aria-label={backupWords.verifyNamed(when)} onClick={() => verify(backup)}>{backupWords.verify}</Button>
                  {backup.reason !== 'own' || isReadOnly ? null : <Button size="small" type="link" danger aria-label={backupWords.removeNamed(when)} onClick={() => remove(backup)}>{backupWords.remove}</Button>}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
