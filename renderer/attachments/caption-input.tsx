import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { captionLimit } from '../../shared/records/attachment.ts';
import { attachmentWords } from '../words/attachments.ts';

type CaptionInputProps = {
  readonly label: string;
  readonly caption: string;
  readonly isReadOnly: boolean;
  readonly save: (caption: string) => void;
  /** Saves every letter at once instead of waiting for Enter: for what only this window knows. */
  readonly isInstant?: boolean;
};

/** A caption that is edited where it stands: Enter or leaving it saves, Escape takes the edit back. Unfinished Chinese input is never saved. */
export function CaptionInput(props: CaptionInputProps): ReactNode {
  const { label, caption, isReadOnly, save, isInstant } = props;
  const [typed, setTyped] = useState<string>();
  const isComposing = useRef(false);
  const pending = useRef<() => void>(undefined);

  const commit = (text: string | undefined): void => {
    setTyped(undefined);
    if (text !== undefined && text.trim() !== caption) save(text.trim());
  };
  const change = (text: string): void => {
    if (isInstant !== true || isComposing.current) return setTyped(text);
    setTyped(undefined);
    save(text);
  };
  const followKey = (event: KeyboardEvent): void => {
    // While an input method composes, Enter and Escape belong to it.
    if (event.nativeEvent.isComposing || isComposing.current) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      commit(typed);
    }
    if (event.key !== 'Escape' || typed === undefined) return;
    // The form would close.
    event.stopPropagation();
    setTyped(undefined);
  };

  useEffect(() => {
    pending.current = isComposing.current ? undefined : () => commit(typed);
  });
  // The form may go away by a shortcut while the cursor is still here.
  useEffect(() => () => pending.current?.(), []);

  return (
    <input
      type="text"
      className="attachment-caption"
      aria-label={label}
      placeholder={attachmentWords.captionPlaceholder}
      maxLength={captionLimit}
      readOnly={isReadOnly}
      value={typed ?? caption}
      onChange={(event) => change(event.target.value)}
      onCompositionStart={() => { isComposing.current = true; }}
      onCompositionEnd={(event) => {
        isComposing.current = false;
        change(event.currentTarget.value);
      }}
      onKeyDown={followKey}
      onBlur={() => commit(typed)}
    />
  );
}
