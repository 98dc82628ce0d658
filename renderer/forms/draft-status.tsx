import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { draftWords } from '../words/drafts.ts';
import type { DraftKeeper } from './draft-keeper.ts';
import { historyClock } from './history-text.ts';

/** In the head of a form: whether what was typed is safe, and the way to throw it away. */
export function DraftStatus(props: { readonly keeper: DraftKeeper; readonly discard: () => void }): ReactNode {
  const { keeper, discard } = props;
  const { state, keptAt } = useStore(keeper.store);
  if (state === 'nothing' || state === 'elsewhere') return null;
  // Between two keepings the last one is still true; words that change with every key would only disturb.
  const text = state === 'lost' ? draftWords.lost : keptAt === undefined ? draftWords.keeping : draftWords.kept(historyClock(keptAt));
  return (
    <span className={state === 'lost' ? 'draft-status draft-status-lost' : 'draft-status'}>
      <output>{text}</output>
      {keptAt === undefined ? null : <Button type="link" size="small" onClick={discard}>{draftWords.discard}</Button>}
    </span>
  );
}
