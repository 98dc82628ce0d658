import type { CellFill } from './fill-cell.ts';
import type { FilledCell } from './sheet-cells.ts';
import { rangeText } from './references.ts';

type Group = { readonly from: number; to: number; readonly text: string };

/** Cells above each other that print the same, `{部门|合并相同}`, while the rows of one sheet are written. */
export type EqualCells = { readonly groups: Map<FilledCell, Group>; readonly merged: string[] };

export function startEqualCells(): EqualCells {
  return { groups: new Map(), merged: [] };
}

const nothing: CellFill = { content: { kind: 'empty' }, text: '', runs: [] };

/**
 * The fills of a row, those left empty that only say again what the cell above says: a merged cell holds one value. A cell further to
 * the right goes on only while those to its left do, so that each group stays within its group.
 */
export function withoutRepetitions(cells: readonly FilledCell[], fills: readonly CellFill[], row: number, { groups, merged }: EqualCells): readonly CellFill[] {
  let isBroken = false;
  return fills.map((fill, index) => {
    const cell = cells[index];
    if (cell?.mergesEqual !== true) return fill;
    const above = groups.get(cell);
    if (!isBroken && fill.text.trim() !== '' && above?.to === row - 1 && above.text === fill.text) {
      above.to = row;
      return nothing;
    }
    isBroken = true;
    if (above !== undefined) endGroup(cell, above, merged);
    groups.set(cell, { from: row, to: row, text: fill.text });
    return fill;
  });
}

/** The ranges to be merged, when all rows are written. */
export function mergedEqualCells({ groups, merged }: EqualCells): readonly string[] {
  for (const [cell, group] of groups) endGroup(cell, group, merged);
  groups.clear();
  return merged;
}

function endGroup({ column }: FilledCell, { from, to }: Group, merged: string[]): void {
  if (to > from) merged.push(rangeText({ left: column, right: column, from, to }));
}
