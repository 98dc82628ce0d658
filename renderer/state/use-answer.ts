import { startTransition, useCallback, useEffect, useRef, useState } from 'react';
import type { ChannelCall, ChannelName, ChannelOutput } from '../../shared/ipc/contract.ts';
import type { Failure } from '../../shared/result.ts';
import { call } from '../api.ts';

export type Answer<Value> =
  | { readonly state: 'loading' }
  | { readonly state: 'error'; readonly failure: Failure }
  | { readonly state: 'ready'; readonly value: Value; readonly isStale: boolean };

type Held<Value> = { readonly key: string; readonly answer: Answer<Value> };

/**
 * Asks the core and asks again when the input or `version` changes. While a newer answer is on its way the old one stays,
 * marked stale, so that lists do not flicker; an answer that was overtaken is dropped.
 */
export function useAnswer<C extends ChannelName>(channel: C, input: ChannelCall<C> | undefined, version: number = 0): Answer<ChannelOutput<C>> & { readonly reload: () => void } {
  const [held, setHeld] = useState<Held<ChannelOutput<C>>>({ key: '', answer: { state: 'loading' } });
  const [attempt, setAttempt] = useState(0);
  const latest = useRef(0);
  const key = `${channel} ${JSON.stringify(input ?? null)}`;

  useEffect(() => {
    if (input === undefined) return;
    const turn = ++latest.current;
    void call(channel, input).then((result) => {
      if (turn !== latest.current) return;
      // In pieces: what a whole year fills would hold up keys and clicks for a tenth of a second.
      startTransition(() => setHeld({ key, answer: result.ok ? { state: 'ready', value: result.value, isStale: false } : { state: 'error', failure: result.error } }));
    });
    // `key` stands for channel and input, whose identity changes on every render.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [key, version, attempt]);

  const reload = useCallback(() => {
    setHeld((current) => (current.answer.state === 'error' ? { key: '', answer: { state: 'loading' } } : current));
    setAttempt((count) => count + 1);
  }, []);

  const isOther = held.key !== key;
  if (held.answer.state === 'ready') return { ...held.answer, isStale: isOther, reload };
  return isOther ? { state: 'loading', reload } : { ...held.answer, reload };
}
