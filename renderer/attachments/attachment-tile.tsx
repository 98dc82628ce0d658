import { Button } from 'antd';
import { memo, type KeyboardEvent, type ReactNode } from 'react';
import type { Attachment } from '../../shared/ipc/attachment-channels.ts';
import { isAttachmentRole, isPrintable, type AttachmentRole } from '../../shared/records/attachment.ts';
import { DeleteIcon } from '../parts/icons.tsx';
import { attachmentWords, roleWords } from '../words/attachments.ts';
import { AttachmentPicture } from './attachment-picture.tsx';
import { CaptionInput } from './caption-input.tsx';
import { RoleSelect } from './role-select.tsx';
import type { Picture } from './use-pictures.ts';

/** What can be done to the attachment at a place. */
export type TileActions = {
  readonly open: (index: number) => void;
  readonly describe: (index: number, words: { readonly caption?: string; readonly role?: AttachmentRole }) => void;
  readonly move: (from: number, to: number) => void;
  readonly remove: (index: number) => void;
  /** The mouse has taken hold of this one, or of none any more. */
  readonly hold: (index: number | undefined) => void;
  /** The one that is held was let go over this one. */
  readonly dropAt: (index: number) => void;
};

type AttachmentTileProps = {
  readonly attachment: Attachment;
  readonly index: number;
  readonly picture: Picture | undefined;
  readonly isReadOnly: boolean;
  /** Whether another attachment is being dragged. */
  readonly isDropTarget: boolean;
  readonly actions: TileActions;
};

function Words(props: AttachmentTileProps & { readonly title: string }): ReactNode {
  const { attachment, index, isReadOnly, actions, title } = props;
  const { name, mediaType, size, role, caption } = attachment;
  const bytes = <span className="attachment-size" title={name}>{attachmentWords.size(size)}</span>;
  if (isReadOnly) {
    return (
      <>
        <div className="attachment-words" title={title}>{title}</div>
        <div className="attachment-foot"><span className="muted">{isAttachmentRole(role) ? roleWords[role] : role}</span>{bytes}</div>
      </>
    );
  }
  return (
    <>
      <CaptionInput label={attachmentWords.caption(index + 1)} caption={caption} isReadOnly={false} save={(text) => actions.describe(index, { caption: text })} />
      <div className="attachment-foot">
        <RoleSelect label={attachmentWords.role(index + 1)} role={role} mayBePhoto={isPrintable(mediaType)} choose={(chosen) => actions.describe(index, { role: chosen })} />
        {bytes}
        <Button size="small" type="text" danger icon={<DeleteIcon />} aria-label={attachmentWords.remove(title)} onClick={() => actions.remove(index)} />
      </div>
    </>
  );
}

/** One attachment: its picture, what it shows, what it is for. Drawn again only when something of its own has changed. */
export const AttachmentTile = memo(function AttachmentTile(props: AttachmentTileProps): ReactNode {
  const { attachment, index, picture, isReadOnly, isDropTarget, actions } = props;
  const { sha256, name, mediaType, caption } = attachment;
  const title = caption === '' ? name : caption;

  const followKey = (event: KeyboardEvent): void => {
    if (isReadOnly) return;
    const isMove = event.altKey && (event.key === 'ArrowLeft' || event.key === 'ArrowRight');
    if (!isMove && event.key !== 'Delete') return;
    // The browser would go back to the page before.
    event.preventDefault();
    if (isMove) actions.move(index, event.key === 'ArrowLeft' ? index - 1 : index + 1);
    else actions.remove(index);
  };

  return (
    <li className={isDropTarget ? 'attachment attachment-target' : 'attachment'} data-attachment={sha256} aria-label={attachmentWords.place(index + 1, title)}>
      <button
        type="button"
        className="attachment-open"
        title={isReadOnly ? attachmentWords.openHintReadOnly : attachmentWords.openHint}
        aria-label={attachmentWords.openOf(index + 1, title)}
        aria-keyshortcuts={isReadOnly ? undefined : 'Alt+ArrowLeft Alt+ArrowRight Delete'}
        draggable={!isReadOnly}
        onClick={() => actions.open(index)}
        onKeyDown={followKey}
        onDragStart={(event) => {
          event.dataTransfer.effectAllowed = 'move';
          // Not as text, which a field of the form would take.
          event.dataTransfer.setData('application/x-attachment', sha256);
          actions.hold(index);
        }}
        onDragEnd={() => actions.hold(undefined)}
        onDragOver={(event) => {
          if (isDropTarget) event.preventDefault();
        }}
        onDrop={(event) => {
          if (!isDropTarget) return;
          event.preventDefault();
          actions.dropAt(index);
        }}
      >
        <AttachmentPicture name={name} mediaType={mediaType} picture={picture} />
      </button>
      <Words {...props} title={title} />
    </li>
  );
});
