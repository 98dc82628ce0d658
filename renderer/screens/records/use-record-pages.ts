import { useCallback, useEffect, useRef, useState } from 'react';
import type { ChannelCall } from '../../../shared/ipc/contract.ts';
import type { Failure } from '../../../shared/result.ts';
import { call } from '../../api.ts';
import { neededPage, pageSize, withPage, type RecordPages, type RowRange } from '../../state/record-pages.ts';

type Question = Omit<ChannelCall<'records.list'>, 'offset' | 'limit'>;

export type ListedPages = {
  /** Absent until the first answer. */
  readonly held: RecordPages | undefined;
  readonly isStale: boolean;
  readonly failure: Failure | undefined;
  /** The rows in view have changed. */
  readonly look: (range: RowRange) => void;
  readonly retry: () => void;
};

/**
 * The rows of a list of any length, asked for as they come into view: one question at a time, always for what is in view by then, so that
 * a thumb dragged through the whole list or a word typed fast asks little. Answers that were overtaken are dropped.
 * @param version raised whenever records changed
 */
export function useRecordPages(question: Question, version: number): ListedPages {
  const [held, setHeld] = useState<RecordPages>();
  // No state: what comes into view is drawn by the table, and everything around it has nothing to do with that.
  const range = useRef<RowRange>({ first: 0, last: 0 });
  const [failure, setFailure] = useState<Failure>();
  const [attempt, setAttempt] = useState(0);
  const isBusy = useRef(false);
  const name = JSON.stringify(question);
  const asked = `${version} ${attempt} ${name}`;
  const latest = useRef<{ readonly question: Question; readonly name: string; readonly asked: string; readonly held: RecordPages | undefined }>({ question, name, asked, held: undefined });
  useEffect(() => {
    latest.current = { ...latest.current, question, name, asked };
    // The name stands for the question, whose identity changes with every drawing.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [name, asked]);

  const work = useCallback(async (): Promise<void> => {
    if (isBusy.current) return;
    isBusy.current = true;
    for (;;) {
      const now = latest.current;
      const page = neededPage(now.held, now.name, now.asked, range.current);
      if (page === undefined) break;
      const answer = await call('records.list', { ...now.question, offset: page * pageSize, limit: pageSize });
      if (latest.current.asked !== now.asked) continue;
      if (!answer.ok) {
        setFailure(answer.error);
        break;
      }
      const next = withPage(latest.current.held, { question: now.name, asked: now.asked, page, total: answer.value.total, rows: answer.value.records });
      latest.current = { ...latest.current, held: next };
      setHeld(next);
      setFailure(undefined);
    }
    isBusy.current = false;
  }, []);

  useEffect(() => {
    void work();
  }, [asked, work]);

  const look = useCallback((next: RowRange) => {
    range.current = next;
    void work();
  }, [work]);
  const retry = useCallback(() => {
    setFailure(undefined);
    setAttempt((count) => count + 1);
  }, []);
  return { held, isStale: held?.asked !== asked, failure, look, retry };
}
