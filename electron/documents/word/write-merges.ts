import { outputBytes, putBytes } from './byte-output.ts';
import type { MergeCellOperation } from './program.ts';
import type { Rendering } from './rendering.ts';
import { rewind } from './write-tables.ts';

type MergeTable = {
  /** Counts the rows written; a new table makes a gap. */
  row: number;
  rowFrom: number;
  /** Whether a marked cell of this row has not gone on with the one above. */
  isBroken: boolean;
};

/** What the cells merged last, in the part being written. */
export type Merges = { readonly tables: Map<number, MergeTable>; readonly cells: Map<number, { readonly row: number; readonly text: string }> };

export function startMerges(): Merges {
  return { tables: new Map(), cells: new Map() };
}

/** A row, or a table, begins. */
export function beginMergeRow(table: number, rendering: Rendering): void {
  const row = (rendering.merges.tables.get(table)?.row ?? 0) + 1;
  rendering.merges.tables.set(table, { row, rowFrom: rendering.output.length, isBroken: false });
}

/** Writes the cell, and takes it back where it only says again what the cell above says. */
export function writeMergeCell(step: MergeCellOperation, rendering: Rendering, writeBody: () => void): void {
  const { output, merges } = rendering;
  const table = merges.tables.get(step.table) ?? { row: 0, rowFrom: output.length, isBroken: false };
  const from = output.length;
  const noted = [...rendering.notes.values()].map((notes) => ({ notes: notes.output, length: notes.output.length }));
  putBytes(output, step.begin);
  const bodyFrom = output.length;
  writeBody();
  const text = textWritten(outputBytes(output).subarray(bodyFrom));
  // Copies of the cell stand above each other only while the row has as many cells before it.
  const place = step.afterCellLoop ? outputBytes(output).subarray(table.rowFrom, from).toString('latin1').split(/<w:tc[ >]/).length : 0;
  const above = merges.cells.get(step.cell);
  const here = { row: table.row, text: `${place} ${text}` };
  merges.cells.set(step.cell, here);
  const continues = text.trim() !== '' && !table.isBroken && above !== undefined && above.row === here.row - step.rows && above.text === here.text;
  if (!continues) {
    table.isBroken = true;
    return;
  }
  rewind(rendering, from);
  for (const { notes, length } of noted) notes.length = length;
  putBytes(output, step.continued);
}

function textWritten(bytes: Buffer): string {
  return [...bytes.toString('utf8').matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map((match) => match[1]).join('');
}
