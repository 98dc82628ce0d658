import { useCallback, useEffect, useRef, useState } from 'react';
import type { ChatReading, ChatSide } from '../../../shared/chat/chat-reading.ts';
import type { Failure } from '../../../shared/result.ts';
import { call } from '../../api.ts';
import type { ChatReview, MatterEdit } from './chat-review.ts';

const emptyEdit = (): MatterEdit => ({ id: crypto.randomUUID(), values: {}, isSkipped: false });

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
  const [reading, setReading] = useState<ChatReading>();
  const [failure, setFailure] = useState<Failure>();
  const [isReading, setIsReading] = useState(false);
  const turn = useRef(0);
  const { text, day, sides, begins } = review ?? {};

  useEffect(() => {
    const own = ++turn.current;
    if (text === undefined || day === undefined) return setReading(undefined);
    setIsReading(true);
    void call('entry.readChat', { contractId, text, day, ...(sides === undefined ? {} : { sides }), ...(begins === undefined ? {} : { begins }) }).then((result) => {
      // A newer question is on its way.
      if (own !== turn.current) return;
      setIsReading(false);
      setFailure(result.ok ? undefined : result.error);
      if (result.ok) setReading(result.value);
    });
  }, [contractId, text, day, sides, begins]);

  const start = useCallback((pasted: string, copiedOn: string) => setReview({ text: pasted, day: copiedOn, sides: {}, edits: {} }), []);
  const stop = useCallback(() => setReview(undefined), []);
  const setSide = useCallback((speaker: string, side: ChatSide) => setReview((known) => (known === undefined ? known : { ...known, sides: { ...known.sides, [speaker]: side } })), []);
  const setBegins = useCallback((next: readonly number[]) => setReview((known) => (known === undefined ? known : { ...known, begins: [...next] })), []);
  const edit = useCallback((key: string, change: (edit: MatterEdit) => MatterEdit) => setReview((known) => (known === undefined ? known : { ...known, edits: { ...known.edits, [key]: change(known.edits[key] ?? emptyEdit()) } })), []);
  return { review, reading, isReading, failure, start, stop, setSide, setBegins, edit };
}
