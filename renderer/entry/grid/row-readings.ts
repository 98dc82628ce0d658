import type { ContractProfile } from '../../../shared/contract/profile.ts';
import { columnOfLabel, rowReader, type CellProblem, type EntryColumn, type EntryRow, type RowReading } from '../../../shared/entry/entry-row.ts';
import type { ReadingRules } from '../../../shared/entry/field-value.ts';
import type { Problem } from '../../../shared/app-error.ts';
import { gridWords } from '../../words/entry-grid.ts';
import type { KindName } from '../../../shared/records/kinds.ts';

/** One problem of the grid, with the place it is to be mended at. */
export type GridProblem = { readonly row: number; readonly columnId: string; readonly message: string; readonly isMissing: boolean };

/** Reads rows and remembers what it read: a row that did not change is not read again. */
export function rememberingReader(kind: KindName, profile: ContractProfile, rules: ReadingRules): (row: EntryRow) => RowReading {
  const read = rowReader(kind, profile, rules);
  const known = new WeakMap<EntryRow, RowReading>();
  return (row) => {
    const before = known.get(row);
    if (before !== undefined) return before;
    const reading = read(row);
    known.set(row, reading);
    return reading;
  };
}

/** What only the core could see, by row, until the row is changed. */
export type CoreProblems = ReadonlyMap<EntryRow, ReadonlyMap<string, CellProblem>>;

/** `第 3 条（GZ-…）服务日期` → the third of the rows that were sent, and the column of that label. */
export function placeCoreProblems(problems: readonly Problem[], sent: readonly EntryRow[], columns: readonly EntryColumn[], kind: KindName): CoreProblems {
  const placed = new Map<EntryRow, Map<string, CellProblem>>();
  for (const { place, message } of problems) {
    const found = gridWords.recordPlace.exec(place);
    const row = sent[Number(found?.[1] ?? 0) - 1];
    if (row === undefined) continue;
    const id = columnOfLabel(columns, kind, found?.[2] ?? '');
    placed.set(row, new Map([...(placed.get(row) ?? []), [id, { message: id === '' ? `${found?.[2] ?? ''}${message}` : message, isMissing: false }]]));
  }
  return placed;
}

export function withCoreProblems(reading: RowReading, added: ReadonlyMap<string, CellProblem> | undefined): RowReading {
  return added === undefined ? reading : { ...reading, problems: new Map([...reading.problems, ...added]) };
}

/** All problems from the top, in the order of the columns. */
export function problemsOfRows(rows: readonly EntryRow[], columnIds: readonly string[], read: (row: EntryRow) => RowReading): GridProblem[] {
  return rows.flatMap((row, index) => {
    const { problems } = read(row);
    if (problems.size === 0) return [];
    const placed = [...problems].map(([columnId, problem]): GridProblem => ({ row: index, columnId, ...problem }));
    return placed.toSorted((a, b) => columnIds.indexOf(a.columnId) - columnIds.indexOf(b.columnId));
  });
}
