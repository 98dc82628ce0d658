import type { AnyRecord } from '../../../../shared/records/record.ts';
import type { LaneTurn } from '../../../files/worker-lane.ts';
import type { DocumentSource } from '../make-file.ts';
import type { MakingTask, MakingValue } from './making-tasks.ts';

/** Keeps a worker's copy of the records up to date. */
export type RecordMirror = {
  /** Sends what the worker does not have of a source, and of records that are made into a document. Throws what the lane throws. */
  readonly send: (turn: LaneTurn<MakingTask, MakingValue>, source: DocumentSource, own: readonly AnyRecord[]) => Promise<void>;
};

/** Packing so many for another thread takes a few milliseconds; answers of the window come between. */
const sentTogether = 200;

/** Records never change, they are replaced: what a worker was sent once it needs no more, and a new worker has nothing. */
export function createRecordMirror(): RecordMirror {
  let thread: object | undefined;
  let sent = new WeakSet<AnyRecord>();
  let current: Pick<DocumentSource, 'profile' | 'records'> | undefined;

  return {
    send: async (turn, { profile, records }, own) => {
      const now = turn.thread();
      if (now !== thread) {
        thread = now;
        sent = new WeakSet();
        current = undefined;
      }
      const missing = new Set([...(current?.records === records ? [] : records), ...own].filter((record) => !sent.has(record)));
      const batch = [...missing];
      for (let from = 0; from < batch.length; from += sentTogether) {
        const part = batch.slice(from, from + sentTogether);
        await turn.ask({ task: 'know', records: part });
        for (const record of part) sent.add(record);
      }
      if (current?.records === records && current.profile === profile) return;
      await turn.ask({ task: 'source', profile, records: records.map(({ id }) => id) });
      current = { profile, records };
    },
  };
}
