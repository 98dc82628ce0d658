import type { RecordHandle } from '../../shared/ipc/record-channels.ts';

/** Chosen records by id, in the order in which they were chosen. */
export type Selection = ReadonlyMap<string, RecordHandle>;

export const nothingChosen: Selection = new Map();

/** Puts records among the chosen ones. */
export function withChosen(selection: Selection, records: readonly RecordHandle[]): Selection {
  return new Map([...selection, ...records.map((record) => [record.id, record] as const)]);
}

/** Takes records from the chosen ones. */
export function withoutChosen(selection: Selection, records: readonly Pick<RecordHandle, 'id'>[]): Selection {
  const gone = new Set(records.map(({ id }) => id));
  return new Map([...selection].filter(([id]) => !gone.has(id)));
}

/** Chooses a record, or lets it go. */
export function toggled(selection: Selection, record: RecordHandle): Selection {
  return selection.has(record.id) ? withoutChosen(selection, [record]) : withChosen(selection, [record]);
}

/** Moving the end of a stretch that began at `anchor`: what it covered before and does not cover any more is let go. */
export function stretched(selection: Selection, before: readonly RecordHandle[], now: readonly RecordHandle[]): Selection {
  return withChosen(withoutChosen(selection, before), now);
}
