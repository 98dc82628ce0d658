import { Alert, App, Button, Checkbox, Segmented } from 'antd';
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { ChatSide } from '../../../shared/chat/chat-reading.ts';
import type { Contract } from '../../../shared/contract/profile.ts';
import { CloseIcon, SaveIcon } from '../../parts/icons.tsx';
import { Hint } from '../../parts/hint.tsx';
import { Page } from '../../parts/page.tsx';
import { FailureView, LoadingView } from '../../parts/state-views.tsx';
import { useAsk } from '../../parts/use-ask.ts';
import { useShortcut } from '../../state/use-shortcut.ts';
import { useIsReadOnly, useWorkspace } from '../../state/workspace.ts';
import { chatWords } from '../../words/entry-chat.ts';
import { entryMenuWords } from '../../words/entry-grid.ts';
import { usePastedText } from '../pasted-text.ts';
import { useKeptDraft, useStoredDraft, type DraftPlace } from '../use-kept-draft.ts';
import { chatDraft, matterChecker, matterFields, matterKey, matterValues, mergedWithNext, splitAt, type ChatReview, type MatterEdit } from './chat-review.ts';
import { MatterCard } from './matter-card.tsx';
import { PasteStep } from './paste-step.tsx';
import { SourcePanel } from './source-panel.tsx';
import { useChatReview } from './use-chat-review.ts';
import { useSaveChat } from './use-save-chat.ts';

type ChatEntryProps = { readonly contract: Contract; readonly close: () => void };

/** What JSON keeps of a field's value; `null` says that it was cleared. */
function keptValue(value: unknown): MatterEdit['values'][string] {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : null;
}

function LoadedChat(props: ChatEntryProps & { readonly stored: ChatReview | undefined; readonly place: DraftPlace }): ReactNode {
  const { contract, close, stored, place } = props;
  const { profile } = contract;
  const ask = useAsk();
  const { message } = App.useApp();
  const isReadOnly = useIsReadOnly();
  const today = useWorkspace((workspace) => workspace.info?.today ?? '');
  const actions = useChatReview(contract.id, stored);
  const { review, reading, isReading, failure, start, stop, setSide, setBegins, edit } = actions;
  const { isSaving, save } = useSaveChat(contract.id);
  const [openAt, setOpenAt] = useState(0);
  const [showsProblems, setShowsProblems] = useState(false);
  const [attaches, setAttaches] = useState(true);
  // Ids of matters nobody edited; with them a save whose answer was lost is not done twice.
  const ids = useRef(new Map<string, string>());
  const fields = useMemo(() => matterFields(profile), [profile]);
  const check = useMemo(() => matterChecker(profile), [profile]);
  useKeptDraft(place, chatWords.draftLabel(reading?.exchanges.length ?? 0), review);

  // A chat pasted on the list is read at once; what waits from last time comes first.
  useEffect(() => {
    const pasted = usePastedText.getState().takeChat();
    if (pasted !== undefined) start(pasted, today);
  }, [start, today]);

  const exchanges = reading?.exchanges ?? [];
  const matters = exchanges.map((exchange) => {
    const own = review?.edits[matterKey(exchange)];
    const values = matterValues(exchange, own);
    return { exchange, edit: own, values, check: check(own?.id ?? '', values), isTaken: own?.isSkipped !== true };
  });
  const taken = matters.filter(({ isTaken }) => isTaken);
  const canSave = !isReadOnly && !isSaving && taken.length > 0;

  const saveAs = async (status: 'final' | 'draft'): Promise<void> => {
    if (review === undefined || reading === undefined) return;
    if (taken.length === 0) return void message.info(chatWords.nothingTaken);
    const inputs = taken.flatMap(({ exchange, check: { final, draft }, edit: own }) => {
      const input = status === 'final' ? final : draft;
      if (input === undefined) return [];
      const key = matterKey(exchange);
      const id = own?.id ?? ids.current.get(key) ?? crypto.randomUUID();
      ids.current.set(key, id);
      return [{ exchange, input: { ...input, id } }];
    });
    if (inputs.length < taken.length) {
      setShowsProblems(true);
      setOpenAt(matters.findIndex(({ isTaken, check: { final, draft } }) => isTaken && (status === 'final' ? final : draft) === undefined));
      return void message.warning(chatWords.incomplete(taken.length - inputs.length));
    }
    if (await save(review.text, reading, inputs, attaches)) {
      stop();
      ids.current.clear();
      setOpenAt(0);
      setShowsProblems(false);
    }
  };
  useShortcut('Ctrl+S', () => void saveAs('final'), canSave);
  const again = async (): Promise<void> => {
    if (await ask({ title: chatWords.again_title, text: chatWords.again_text, confirm: chatWords.again, isDangerous: true })) stop();
  };

  const isReviewing = review !== undefined && reading !== undefined && exchanges.length > 0;
  return (
    <Page
      title={chatWords.title}
      note={isReviewing ? chatWords.found(exchanges.length, reading.messages.filter(({ isSystem }) => !isSystem).length) : undefined}
      fills
      actions={(
        <>
          {isReviewing ? (
            <>
              <Hint text={chatWords.attachHelp}><Checkbox checked={attaches} onChange={(event) => setAttaches(event.target.checked)}>{chatWords.attach}</Checkbox></Hint>
              <Button onClick={() => void again()}>{chatWords.again}</Button>
              <Button disabled={!canSave} onClick={() => void saveAs('draft')}>{chatWords.saveDraft(taken.length)}</Button>
              <Hint text={chatWords.saveFinal(taken.length)} keys="Ctrl+S"><Button type="primary" icon={<SaveIcon />} loading={isSaving} disabled={!canSave} onClick={() => void saveAs('final')}>{chatWords.saveFinal(taken.length)}</Button></Hint>
            </>
          ) : null}
          <Button icon={<CloseIcon />} onClick={close}>{entryMenuWords.backToList}</Button>
        </>
      )}
    >
      {!isReviewing ? (
        <PasteStep
          today={today}
          isBusy={isReading}
          isDisabled={isReadOnly}
          start={start}
          note={failure !== undefined ? <FailureView failure={failure} /> : review !== undefined && reading !== undefined && !isReading ? <Alert type="warning" title={chatWords.nothing} /> : null}
        />
      ) : (
        <div className="chat-review">
          <section className="chat-matters" aria-label={chatWords.matters} aria-busy={isReading}>
            <fieldset className="chat-speakers" aria-label={chatWords.speakers}>
              {reading.speakers.map(({ name, person, side, isGuessed }) => (
                <div key={name} className="chat-speaker">
                  <span>{name === person ? name : `${name}（${person}）`}</span>
                  <Segmented<ChatSide> size="small" aria-label={chatWords.sideOf(name)} value={side} disabled={isReadOnly} options={[{ value: 'client', label: chatWords.sides.client }, { value: 'vendor', label: chatWords.sides.vendor }]} onChange={(next) => setSide(name, next)} />
                  {isGuessed && review.sides[name] === undefined ? <Hint text={chatWords.sideGuessed}><span className="guess-mark">{chatWords.guessed}</span></Hint> : null}
                </div>
              ))}
            </fieldset>
            {matters.map(({ exchange, edit: own, values, check: found }, index) => (
              <MatterCard
                key={matterKey(exchange)}
                index={index}
                exchange={exchange}
                edit={own}
                values={values}
                check={found}
                fields={fields}
                isOpen={index === openAt}
                showsProblems={showsProblems}
                isDisabled={isReadOnly || isSaving}
                open={() => setOpenAt(index === openAt ? -1 : index)}
                change={(field, value) => edit(matterKey(exchange), (known) => ({ ...known, values: { ...known.values, [field]: keptValue(value) } }))}
                skip={(isSkipped) => edit(matterKey(exchange), (known) => ({ ...known, isSkipped }))}
                mergeNext={index === exchanges.length - 1 ? undefined : () => setBegins(mergedWithNext(exchanges, index))}
              />
            ))}
          </section>
          <SourcePanel
            text={review.text}
            reading={reading}
            current={exchanges[openAt]}
            isDisabled={isReadOnly || isSaving}
            split={(at) => setBegins(splitAt(exchanges, at))}
            open={(at) => setOpenAt(exchanges.findIndex(({ messages }) => messages.includes(at)))}
          />
        </div>
      )}
    </Page>
  );
}

/** Work records from a pasted chat; what is under review waits as a draft. */
export function ChatEntry(props: ChatEntryProps): ReactNode {
  const contractId = props.contract.id;
  const place = useMemo((): DraftPlace => ({ contractId, key: 'chat:worklog', kind: 'worklog' }), [contractId]);
  const stored = useStoredDraft(place, chatDraft);
  if (stored.state === 'loading') return <LoadingView />;
  if (stored.state === 'error') return <FailureView failure={stored.failure} retry={stored.reload} />;
  return <LoadedChat {...props} place={place} stored={stored.content} />;
}
