import { App, Button, Popover } from 'antd';
import { useState, type ReactNode } from 'react';
import type { DraftSummary } from '../../../shared/ipc/draft-channels.ts';
import { isKindName, kindOf, type KindName } from '../../../shared/records/kinds.ts';
import { call } from '../../api.ts';
import { draftRoute } from '../../forms/draft-content.ts';
import { historyInstant } from '../../forms/history-text.ts';
import { useAsk } from '../../parts/use-ask.ts';
import { useContractDrafts } from '../../state/drafts.ts';
import { goTo } from '../../state/navigation.ts';
import { draftWords } from '../../words/drafts.ts';

function DraftLine(props: { readonly contractId: string; readonly draft: DraftSummary; readonly done: () => void }): ReactNode {
  const { contractId, draft, done } = props;
  const { message } = App.useApp();
  const ask = useAsk();
  const route = draftRoute(draft);
  const name = draftWords.item(isKindName(draft.kind) ? kindOf(draft.kind).title : draft.kind, draft.label);
  if (route === undefined) return null;

  const discard = async (): Promise<void> => {
    if (!(await ask({ title: draftWords.askDiscard, text: draftWords.askDiscardText, confirm: draftWords.discard, isDangerous: true }))) return;
    const result = await call('drafts.drop', { contractId, key: draft.key });
    if (!result.ok) message.error(result.error.message);
  };

  return (
    <li>
      <Button type="link" aria-label={draftWords.continueItem(name)} onClick={() => { done(); void goTo(route); }}>{name}</Button>
      <time className="muted" dateTime={draft.updatedAt}>{historyInstant(draft.updatedAt)}</time>
      <Button type="text" size="small" aria-label={draftWords.discardItem(name)} onClick={() => void discard()}>{draftWords.discard}</Button>
    </li>
  );
}

/** Unsaved input of the whole contract, that of this kind first. Nothing is shown while there is none. */
export function DraftsMenu(props: { readonly contractId: string; readonly kind: KindName }): ReactNode {
  const { contractId, kind } = props;
  const [isOpen, setIsOpen] = useState(false);
  const drafts = useContractDrafts(contractId).filter((draft) => draftRoute(draft) !== undefined);
  if (drafts.length === 0) return null;
  const sorted = [...drafts.filter((draft) => draft.kind === kind), ...drafts.filter((draft) => draft.kind !== kind)];
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      open={isOpen}
      onOpenChange={setIsOpen}
      title={draftWords.unfinishedTitle}
      content={<ul className="drafts-menu">{sorted.map((draft) => <DraftLine key={draft.key} contractId={contractId} draft={draft} done={() => setIsOpen(false)} />)}</ul>}
    >
      <Button aria-expanded={isOpen}>{draftWords.unfinished(drafts.length)}</Button>
    </Popover>
  );
}
