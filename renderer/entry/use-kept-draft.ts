import { useCallback, useEffect, useRef, useState } from 'react';
import type { z } from 'zod';
import type { KindName } from '../../shared/records/kinds.ts';
import type { Failure } from '../../shared/result.ts';
import { call } from '../api.ts';

export type DraftPlace = { readonly contractId: string; readonly key: string; readonly kind: KindName };

export type StoredDraft<Content> = { readonly state: 'loading' } | { readonly state: 'error'; readonly failure: Failure } | { readonly state: 'ready'; readonly content: Content | undefined };

/** What was not saved last time. A content that `schema` does not know, from another version of the program, is left alone. */
export function useStoredDraft<Content>(place: DraftPlace, schema: z.ZodType<Content>): StoredDraft<Content> & { readonly reload: () => void } {
  const { contractId, key } = place;
  const [stored, setStored] = useState<StoredDraft<Content>>({ state: 'loading' });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let isCurrent = true;
    void call('drafts.get', { contractId, key }).then((result) => {
      if (!isCurrent) return;
      if (!result.ok) return setStored({ state: 'error', failure: result.error });
      const parsed = schema.safeParse(result.value?.content);
      setStored({ state: 'ready', content: parsed.success ? parsed.data : undefined });
    });
    return () => { isCurrent = false; };
  }, [contractId, key, schema, attempt]);
  const reload = useCallback(() => {
    setStored({ state: 'loading' });
    setAttempt((count) => count + 1);
  }, []);
  return { ...stored, reload };
}

export type KeepingState = 'kept' | 'keeping' | { readonly problem: string };

const keepAfter = 600;

/**
 * Keeps what is not saved yet as a draft, soon after every change and before the window goes.
 * @param content the same value as long as nothing changed; undefined when there is nothing to keep
 */
export function useKeptDraft(place: DraftPlace, label: string, content: object | undefined): KeepingState {
  const { contractId, key, kind } = place;
  const [state, setState] = useState<KeepingState>('kept');
  const latest = useRef({ content, label });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const queue = useRef(Promise.resolve());
  const isFirst = useRef(true);

  const keep = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = undefined;
    const { content: kept, label: name } = latest.current;
    // One after the other, so that an earlier content never overtakes a later one.
    queue.current = queue.current.then(async () => {
      const result = kept === undefined ? await call('drafts.drop', { contractId, key }) : await call('drafts.keep', { contractId, key, kind, label: name, content: kept });
      if (timer.current === undefined) setState(result.ok ? 'kept' : { problem: result.error.message });
    });
  }, [contractId, key, kind]);

  useEffect(() => {
    latest.current = { content, label };
    // What was just read is kept already.
    if (isFirst.current) {
      isFirst.current = false;
      return;
    }
    clearTimeout(timer.current);
    timer.current = setTimeout(keep, keepAfter);
    setState('keeping');
  }, [content, label, keep]);

  useEffect(() => {
    const beforeUnload = (event: BeforeUnloadEvent): void => {
      if (timer.current === undefined) return;
      keep();
      event.preventDefault();
    };
    window.addEventListener('beforeunload', beforeUnload);
    return () => {
      window.removeEventListener('beforeunload', beforeUnload);
      if (timer.current !== undefined) keep();
    };
  }, [keep]);
  return state;
}
