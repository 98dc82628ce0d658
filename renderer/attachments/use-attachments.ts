import { useCallback, useEffect, useRef, useState } from 'react';
import type { Attachment } from '../../shared/ipc/attachment-channels.ts';
import type { Failure, Result } from '../../shared/result.ts';
import { call } from '../api.ts';
import { useWorkspace } from '../state/workspace.ts';

export type Attachments = {
  /** Absent until the first answer. */
  readonly list: readonly Attachment[] | undefined;
  /** Why the last question or change came to nothing. */
  readonly failure: Failure | undefined;
  readonly reload: () => void;
  /** Takes the answer to a change; `expected` is shown until it comes. Resolves to whether the change was made. */
  readonly change: (answer: Promise<Result<readonly Attachment[]>>, expected?: readonly Attachment[]) => Promise<boolean>;
};

/** The new list with the old one's objects where they say the same, so that only what changed is drawn again. */
function kept(current: readonly Attachment[] | undefined, list: readonly Attachment[]): readonly Attachment[] {
  if (current === undefined) return list;
  const known = new Map(current.map((attachment) => [JSON.stringify(attachment), attachment]));
  const next = list.map((attachment) => known.get(JSON.stringify(attachment)) ?? attachment);
  return next.length === current.length && next.every((attachment, index) => attachment === current[index]) ? current : next;
}

/** The attachments of a record; asks again when `sent` files were added here and when records changed anywhere. Without a record there are none. */
export function useAttachments(recordId: string | undefined, sent: number): Attachments {
  const [list, setList] = useState<readonly Attachment[] | undefined>(recordId === undefined ? [] : undefined);
  const [failure, setFailure] = useState<Failure>();
  const [attempt, setAttempt] = useState(0);
  // Only the answer to the latest question counts.
  const latest = useRef(0);

  const take = useCallback((turn: number, result: Result<readonly Attachment[]>): void => {
    if (turn !== latest.current) return;
    if (result.ok) setList((current) => kept(current, result.value));
    setFailure(result.ok ? undefined : result.error);
  }, []);

  useEffect(() => {
    if (recordId === undefined) return;
    const turn = ++latest.current;
    void call('attachments.list', { recordId }).then((result) => take(turn, result));
  }, [recordId, sent, attempt, take]);

  // Not by rendering: records of all kinds change often while nothing changes here.
  useEffect(() => useWorkspace.subscribe((now, before) => {
    if (now.recordsVersion !== before.recordsVersion) setAttempt((count) => count + 1);
  }), []);

  const change = useCallback(async (answer: Promise<Result<readonly Attachment[]>>, expected?: readonly Attachment[]): Promise<boolean> => {
    const turn = ++latest.current;
    if (expected !== undefined) setList(expected);
    const result = await answer;
    take(turn, result);
    if (result.ok || recordId === undefined) return result.ok;
    // What was shown in advance is not so.
    const stored = await call('attachments.list', { recordId });
    if (stored.ok && turn === latest.current) setList(stored.value);
    return false;
  }, [recordId, take]);

  return { list, failure, reload: () => setAttempt((count) => count + 1), change };
}
