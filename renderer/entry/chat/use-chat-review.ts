import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ChatReading, ChatSide } from '../../../shared/chat/chat-reading.ts';
import type { Failure, Result } from '../../../shared/result.ts';
import { call } from '../../api.ts';
import type { ChatReview, MatterEdit } from './chat-review.ts';

const emptyEdit = (): MatterEdit => ({ id: crypto.randomUUID(), values: {}, isSkipped: false });

type Asked = { readonly text: string | undefined; readonly day: string | undefined; readonly sides: ChatReview['sides'] | undefined; readonly begins: ChatReview['begins'] };
type Held = { readonly asked: Asked; readonly result: Result<ChatReading> };

export type ReviewActions = {
  readonly review: ChatReview | undefined;
  readonly reading: ChatReading | undefined;
  readonly isReading: boolean;
  readonly failure: Failure | undefined;
  readonly start: (text: string, day: string) => void;
  readonly stop: () => void;
  readonly setSide: (speaker: string, side: ChatSide) => void;
  readonly setBegins: (begins: readonly number[]) => void;
  readonly edit: (key: string, change: (edit: MatterEdit) => MatterEdit) => void;
};

/** A chat under review: the text, what the person set, and what the core makes of both. */
export function useChatReview(contractId: string, stored: ChatReview | undefined): ReviewActions {
  const [review, setReview] = useState(stored);
  const [held, setHeld] = useState<Held>();
  const turn = useRef(0);
  const { text, day, sides, begins } = review ?? {};
  const asked = useMemo(() => ({ text, day, sides, begins }), [text, day, sides, begins]);

  useEffect(() => {
    const own = ++turn.current;
    if (asked.text === undefined || asked.day === undefined) return;
    void call('entry.readChat', { contractId, text: asked.text, day: asked.day, ...(asked.sides === undefined ? {} : { sides: asked.sides }), ...(asked.begins === undefined ? {} : { begins: asked.begins }) }).then((result) => {
      // A newer question may be on its way.
      if (own === turn.current) setHeld({ asked, result });
    });
  }, [contractId, asked]);

  // While the same text is read anew the last reading stays, so that cards do not flicker.
  const ofText = held !== undefined && text !== undefined && held.asked.text === text ? held.result : undefined;
  const reading = ofText?.ok === true ? ofText.value : undefined;
  const failure = ofText?.ok === false ? ofText.error : undefined;
  const isReading = text !== undefined && held?.asked !== asked;

  const start = useCallback((pasted: string, copiedOn: string) => setReview({ text: pasted, day: copiedOn, sides: {}, edits: {} }), []);
  const stop = useCallback(() => setReview(undefined), []);
  const setSide = useCallback((speaker: string, side: ChatSide) => setReview((known) => (known === undefined ? known : { ...known, sides: { ...known.sides, [speaker]: side } })), []);
  const setBegins = useCallback((next: readonly number[]) => setReview((known) => (known === undefined ? known : { ...known, begins: [...next] })), []);
  const edit = useCallback((key: string, change: (edit: MatterEdit) => MatterEdit) => setReview((known) => (known === undefined ? known : { ...known, edits: { ...known.edits, [key]: change(known.edits[key] ?? emptyEdit()) } })), []);
  return { review, reading, isReading, failure, start, stop, setSide, setBegins, edit };
}
