import { App, Button } from 'antd';
import { useEffect, type ReactNode } from 'react';
import type { Attachment } from '../../shared/ipc/attachment-channels.ts';
import { call } from '../api.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Hint } from '../parts/hint.tsx';
import { DownloadIcon, LeftIcon, RightIcon } from '../parts/icons.tsx';
import { saveDownload } from '../state/save-download.ts';
import { attachmentWords, roleWords } from '../words/attachments.ts';
import { isAttachmentRole } from '../../shared/records/attachment.ts';
import { AttachmentPicture } from './attachment-picture.tsx';
import type { Pictures } from './use-pictures.ts';

type AttachmentViewerProps = {
  readonly recordId: string;
  readonly attachments: readonly Attachment[];
  readonly pictures: Pictures;
  /** Which one is shown; nothing while there is none at this place. */
  readonly index: number | undefined;
  readonly show: (index: number | undefined) => void;
};

/** One attachment as large as the window allows, with the way to those beside it. */
export function AttachmentViewer(props: AttachmentViewerProps): ReactNode {
  const { recordId, attachments, pictures, index, show } = props;
  const { message } = App.useApp();
  const attachment = index === undefined ? undefined : attachments[index];
  const last = attachments.length - 1;

  useEffect(() => {
    if (index === undefined) return;
    const follow = (event: KeyboardEvent): void => {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      if (event.key === 'ArrowLeft' && index > 0) show(index - 1);
      if (event.key === 'ArrowRight' && index < last) show(index + 1);
    };
    window.addEventListener('keydown', follow);
    return () => window.removeEventListener('keydown', follow);
  }, [index, last, show]);

  const download = async (sha256: string): Promise<void> => {
    const result = await call('attachments.read', { recordId, sha256 });
    if (result.ok) saveDownload(result.value.name, result.value.base64);
    else message.error(result.error.message);
  };

  return (
    <Dialog title={attachmentWords.viewer((index ?? 0) + 1, attachments.length)} isOpen={attachment !== undefined} close={() => show(undefined)} width="min(1240px, 96vw)">
      {attachment === undefined || index === undefined ? null : (
        <div className="viewer">
          <div className="viewer-stage">
            <Hint text={attachmentWords.previous} keys="←"><Button icon={<LeftIcon />} aria-label={attachmentWords.previous} disabled={index === 0} onClick={() => show(index - 1)} /></Hint>
            <figure>
              <div className="viewer-picture">
                <AttachmentPicture name={attachment.name} mediaType={attachment.mediaType} picture={pictures.get(attachment.sha256)} />
                {attachment.mediaType.startsWith('image/') ? null : <p className="muted">{attachmentWords.notShown}</p>}
              </div>
              <figcaption aria-live="polite">{attachment.caption === '' ? attachment.name : attachment.caption}</figcaption>
            </figure>
            <Hint text={attachmentWords.next} keys="→"><Button icon={<RightIcon />} aria-label={attachmentWords.next} disabled={index === last} onClick={() => show(index + 1)} /></Hint>
          </div>
          <div className="viewer-foot">
            <span className="muted">{isAttachmentRole(attachment.role) ? roleWords[attachment.role] : attachment.role}　{attachment.name}　{attachmentWords.size(attachment.size)}</span>
            <Button icon={<DownloadIcon />} onClick={() => void download(attachment.sha256)}>{attachmentWords.download}</Button>
          </div>
        </div>
      )}
    </Dialog>
  );
}
