import type { ReactNode } from 'react';
import { isPrintable } from '../../shared/records/attachment.ts';
import { FileIcon, FilePdfIcon, PictureIcon } from '../parts/icons.tsx';
import { attachmentWords } from '../words/attachments.ts';
import type { Picture } from './use-pictures.ts';

type AttachmentPictureProps = { readonly name: string; readonly mediaType: string; readonly picture: Picture | undefined };

function fileMark(name: string, mediaType: string): ReactNode {
  const extension = /\.([^.\s]{1,6})$/.exec(name)?.[1];
  return (
    <span className="attachment-mark">
      {mediaType === 'application/pdf' ? <FilePdfIcon /> : <FileIcon />}
      {extension === undefined ? null : <span>{extension.toUpperCase()}</span>}
    </span>
  );
}

/** The small picture of an attachment, or a sign of what it is. */
export function AttachmentPicture(props: AttachmentPictureProps): ReactNode {
  const { name, mediaType, picture } = props;
  if (!isPrintable(mediaType)) return fileMark(name, mediaType);
  if (picture === undefined) return <span className="attachment-mark" title={attachmentWords.reading}><PictureIcon /></span>;
  if ('problem' in picture) return <span className="attachment-mark attachment-broken" title={picture.problem}><PictureIcon /><span>{attachmentWords.unreadable}</span></span>;
  return <img src={picture.address} alt="" decoding="async" draggable={false} />;
}
