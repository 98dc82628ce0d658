import { z } from 'zod';
import type { KindName } from '../../../shared/records/kinds.ts';
import type { DraftPlace } from '../use-kept-draft.ts';
import { isBlankRow, rowLimit, type Grid } from './grid-edits.ts';

/** A grid as its draft holds it: the rows with something in them. */
export const gridDraft = z.strictObject({
  rows: z.array(z.strictObject({ id: z.string().min(1).max(40), cells: z.record(z.string().max(60), z.string()) })).max(rowLimit + 1),
  shown: z.array(z.string().max(60)).max(200),
});

export function gridPlace(contractId: string, kind: KindName): DraftPlace {
  return { contractId, key: `grid:${kind}`, kind };
}

/** Undefined when there is nothing to keep. */
export function draftOfGrid(grid: Grid): z.output<typeof gridDraft> | undefined {
  const rows = grid.rows.filter((row) => !isBlankRow(row)).slice(0, rowLimit + 1);
  return rows.length === 0 ? undefined : { rows: rows.map(({ id, cells }) => ({ id, cells: { ...cells } })), shown: [...grid.shown] };
}
