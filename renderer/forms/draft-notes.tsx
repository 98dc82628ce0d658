import { Alert, Button } from 'antd';
import { useEffect, useRef, type ReactNode } from 'react';
import { useStore } from 'zustand';
import type { DraftSummary } from '../../shared/ipc/draft-channels.ts';
import { draftWords } from '../words/drafts.ts';
import type { DraftKeeper } from './draft-keeper.ts';
import { historyInstant } from './history-text.ts';

type DraftOfferProps = {
  readonly draft: DraftSummary;
  /** Whether the form waits for the answer; then the keyboard goes there. */
  readonly isBlocking: boolean;
  readonly resume: () => void;
  readonly discard: () => void;
};

/** Unsaved input of an earlier time: go on with it, or throw it away. */
export function DraftOffer(props: DraftOfferProps): ReactNode {
  const { draft, isBlocking, resume, discard } = props;
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isBlocking) button.current?.focus();
  }, [isBlocking]);
  return (
    <Alert
      type="info"
      showIcon
      title={draftWords.offer(historyInstant(draft.updatedAt), draft.label)}
      action={(
        <span className="draft-offer">
          <Button ref={button} type={isBlocking ? 'primary' : 'default'} size="small" onClick={resume}>{draftWords.resume}</Button>
          <Button size="small" onClick={discard}>{draftWords.discard}</Button>
        </span>
      )}
    />
  );
}

/** Another window has kept other input of the same form: one of the two must win. */
export function OtherWindowNote(props: { readonly keeper: DraftKeeper; readonly reload: () => void }): ReactNode {
  const { keeper, reload } = props;
  const { state } = useStore(keeper.store);
  if (state !== 'elsewhere') return null;
  return (
    <Alert
      type="warning"
      showIcon
      title={draftWords.elsewhere}
      action={(
        <span className="draft-offer">
          <Button size="small" type="primary" onClick={() => void keeper.insist()}>{draftWords.insist}</Button>
          <Button size="small" onClick={reload}>{draftWords.takeOther}</Button>
        </span>
      )}
    />
  );
}
