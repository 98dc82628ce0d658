import { Alert, Button, Radio } from 'antd';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import type { Attachment } from '../../shared/ipc/attachment-channels.ts';
import { attachmentLimit, type AttachmentRole } from '../../shared/records/attachment.ts';
import { call } from '../api.ts';
import { commonWords } from '../words/common.ts';
import { attachmentWords } from '../words/attachments.ts';
import { AttachmentGrid } from './attachment-grid.tsx';
import { AttachmentViewer } from './attachment-viewer.tsx';
import { FilesButton } from './files-button.tsx';
import { roleChoices } from './role-select.tsx';
import { useAttachments } from './use-attachments.ts';
import { useIncomingFiles } from './use-incoming-files.ts';
import { usePictures } from './use-pictures.ts';
import { noWaiting, useWaitingFiles } from './waiting-files.ts';
import { WaitingNotes } from './waiting-notes.tsx';
import { WaitingTile } from './waiting-tile.tsx';

export type AttachmentsSectionProps = {
  /** Absent while the record is not saved: files wait under `place` until it is. */
  readonly recordId: string | undefined;
  /** The record's id, or a name of this form. */
  readonly place: string;
  readonly isReadOnly: boolean;
  /** Whether drops and pastes are for this form: not while a dialog lies over it. */
  readonly isActive: boolean;
};

/** The photos and files of a record: added by drop, paste or choice, described, ordered, looked at and removed. */
export function AttachmentsSection(props: AttachmentsSectionProps): ReactNode {
  const { recordId, place, isReadOnly, isActive } = props;
  const [section, setSection] = useState<HTMLElement | null>(null);
  const area = section?.closest<HTMLElement>('.record-form') ?? null;
  const [role, setRole] = useState<AttachmentRole>('photo');
  const [viewed, setViewed] = useState<number>();
  const [removed, setRemoved] = useState<Attachment>();
  const undo = useRef<HTMLButtonElement>(null);
  const restored = useRef<string>(undefined);
  const waiting = useWaitingFiles((state) => state.places[place]) ?? noWaiting;
  const { list, failure, reload, change } = useAttachments(recordId, waiting.sent);
  const pictures = usePictures(recordId, list ?? []);

  const add = (files: readonly File[]): void => {
    setRemoved(undefined);
    useWaitingFiles.getState().add(place, recordId, files, role);
  };
  const isOver = useIncomingFiles(area, isActive && !isReadOnly && viewed === undefined, add);

  const remove = async (attachment: Attachment): Promise<void> => {
    if (recordId === undefined) return;
    const isGone = await change(call('attachments.remove', { recordId, sha256: attachment.sha256 }));
    if (isGone) setRemoved(attachment);
  };
  const restore = async (attachment: Attachment): Promise<void> => {
    if (recordId === undefined) return;
    setRemoved(undefined);
    restored.current = attachment.sha256;
    await change(call('attachments.restore', { recordId, sha256: attachment.sha256 }));
  };
  // The button that was pressed has gone with its attachment, and later with the message.
  useEffect(() => {
    if (removed !== undefined) undo.current?.focus();
  }, [removed]);
  useEffect(() => {
    const tile = restored.current === undefined ? undefined : section?.querySelector<HTMLElement>(`[data-attachment="${restored.current}"] button`);
    if (tile === null || tile === undefined) return;
    restored.current = undefined;
    tile.focus();
  }, [section, list]);

  const shown = list ?? [];
  const tiles = waiting.files.filter(({ state }) => state !== 'failed');
  const count = shown.length + tiles.length;
  return (
    <fieldset ref={setSection} className="form-section attachments">
      <legend>{count === 0 ? attachmentWords.section : attachmentWords.sectionWith(count)}</legend>
      {isReadOnly ? null : (
        <div className="attachments-bar">
          <span className="muted" id="attachments-role">{attachmentWords.addAs}</span>
          <Radio.Group aria-labelledby="attachments-role" optionType="button" size="small" value={role} options={roleChoices(true)} onChange={(event) => setRole(event.target.value)} />
          <FilesButton label={attachmentWords.choose} picked={add} />
          <span className="muted">{attachmentWords.howTo(attachmentLimit / 1024 / 1024)}</span>
        </div>
      )}
      {isReadOnly ? null : <WaitingNotes waiting={waiting} />}
      {failure === undefined ? null : <Alert type="error" showIcon title={failure.message} action={<Button size="small" onClick={reload}>{commonWords.retry}</Button>} />}
      {removed === undefined ? null : (
        <Alert
          type="info"
          showIcon
          title={attachmentWords.removed(removed.caption === '' ? removed.name : removed.caption)}
          action={<Button ref={undo} size="small" onClick={() => void restore(removed)}>{attachmentWords.undo}</Button>}
        />
      )}
      {list !== undefined && count === 0 ? <div className="attachments-empty">{isReadOnly ? attachmentWords.emptyReadOnly : attachmentWords.empty}</div> : null}
      {recordId === undefined || shown.length === 0 ? null : (
        <>
          <AttachmentGrid recordId={recordId} list={shown} pictures={pictures} isReadOnly={isReadOnly} change={change} open={setViewed} removed={(attachment) => void remove(attachment)} />
          <AttachmentViewer recordId={recordId} attachments={shown} pictures={pictures} index={viewed} show={setViewed} />
        </>
      )}
      {tiles.length === 0 ? null : (
        <ul className="attachment-grid" aria-label={attachmentWords.waitingGrid}>
          {tiles.map((file, index) => <WaitingTile key={file.key} file={file} index={shown.length + index} />)}
        </ul>
      )}
      {isOver && area !== null ? createPortal(<div className="attachments-over">{attachmentWords.dropHere}</div>, area) : null}
    </fieldset>
  );
}
