import { Button } from 'antd';
import { memo, useEffect, useMemo, type ReactNode } from 'react';
import { DeleteIcon, LoadingIcon } from '../parts/icons.tsx';
import { attachmentWords } from '../words/attachments.ts';
import { AttachmentPicture } from './attachment-picture.tsx';
import { CaptionInput } from './caption-input.tsx';
import { RoleSelect } from './role-select.tsx';
import type { Picture } from './use-pictures.ts';
import { useWaitingFiles, type WaitingFile } from './waiting-files.ts';

/** The picture of a file that only this window has. */
function useLocalPicture(content: Blob, isShown: boolean): Picture | undefined {
  const address = useMemo(() => (isShown ? URL.createObjectURL(content) : undefined), [content, isShown]);
  useEffect(() => () => {
    if (address !== undefined) URL.revokeObjectURL(address);
  }, [address]);
  return address === undefined ? undefined : { address };
}

function stateWords({ state, reducedFrom, content }: WaitingFile): string {
  if (state === 'sending') return attachmentWords.sending;
  if (state !== 'ready') return attachmentWords.preparing;
  return reducedFrom === undefined ? attachmentWords.size(content.size) : attachmentWords.reduced(attachmentWords.size(reducedFrom), attachmentWords.size(content.size));
}

/** A file on its way: what it will be, as far as that is known. */
export const WaitingTile = memo(function WaitingTile(props: { readonly file: WaitingFile; readonly index: number }): ReactNode {
  const { file, index } = props;
  const { describe, drop } = useWaitingFiles.getState();
  const isReady = file.state === 'ready';
  const isPhoto = isReady && file.role === 'photo';
  const picture = useLocalPicture(file.content, isPhoto);
  const title = file.caption === '' ? file.name : file.caption;
  return (
    <li className="attachment attachment-waiting" aria-label={attachmentWords.place(index + 1, title)} aria-busy={!isReady}>
      <div className="attachment-open">
        {isReady ? <AttachmentPicture name={file.name} mediaType={isPhoto ? 'image/jpeg' : ''} picture={picture} /> : <span className="attachment-mark"><LoadingIcon /></span>}
      </div>
      <CaptionInput label={attachmentWords.caption(index + 1)} caption={file.caption} isReadOnly={file.state === 'sending'} isInstant save={(caption) => describe(file.key, { caption })} />
      <div className="attachment-state">{stateWords(file)}</div>
      <div className="attachment-foot">
        <RoleSelect label={attachmentWords.role(index + 1)} role={file.role} mayBePhoto isDisabled={!isReady} choose={(role) => describe(file.key, { role })} />
        <Button size="small" type="text" danger icon={<DeleteIcon />} disabled={file.state === 'sending'} aria-label={attachmentWords.remove(title)} onClick={() => drop(file.key)} />
      </div>
    </li>
  );
});
