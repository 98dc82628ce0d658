import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { draftWords } from '../words/drafts.ts';
import type { DraftKeeper } from './draft-keeper.ts';
import { historyClock } from './history-text.ts';

/** In the head of a form: whether what was typed is safe, and the way to throw it away. */
export function DraftStatus(props: { readonly keeper: DraftKeeper; readonly discard: () => void }): ReactNode {
  const { keeper, discard } = props;
  // Whether it waits or is kept looks the same, and changes with every key.
  const { isShown, isLost, isKeepingFiles, keptAt } = useStore(keeper.store, useShallow(({ state, isKeepingFiles, keptAt }) => ({ isKeepingFiles, isShown: state !== 'nothing' && state !== 'elsewhere', isLost: state === 'lost', keptAt })));
  if (!isShown) return null;
  // Between two keepings the last one is still true; words that change with every key would only disturb.
  const text = isLost ? draftWords.lost : keptAt === undefined || isKeepingFiles ? draftWords.keeping : draftWords.kept(historyClock(keptAt));
  return (
    <span className={isLost ? 'draft-status draft-status-lost' : 'draft-status'}>
      <output>{text}</output>
      {keptAt === undefined ? null : <Button type="link" size="small" onClick={discard}>{draftWords.discard}</Button>}
    </span>
  );
}
