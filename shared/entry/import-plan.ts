import { z } from 'zod';
import type { Problem } from '../app-error.ts';
import { columnId } from './entry-row.ts';
import type { SheetColumn, TableSheet } from './sheet-columns.ts';

/** Which worksheet holds what: the records themselves, the rows of one of their tables (`table:<field>`), or nothing to import. */
export const mainRole = 'main';

/** What each column of a worksheet becomes: `target` is one of `ImportTarget.id`, absent for columns that are not imported. */
export const importPlanSchema = z.strictObject({
  sheets: z.array(z.strictObject({
    name: z.string().max(100),
    role: z.string().max(60),
    /** Number of the row with the headings, as Excel counts. */
    headingRow: z.number().int().min(1).max(1_048_576),
    columns: z.array(z.strictObject({ index: z.number().int().min(0).max(20_000), target: z.string().max(60) })).max(1000),
  })).max(100),
});

export type ImportPlan = z.output<typeof importPlanSchema>;

/** A field that a column can become. */
export type ImportTarget = { readonly id: string; readonly label: string; readonly isRequired: boolean };

export type ImportRole = { readonly role: string; readonly label: string; readonly targets: readonly ImportTarget[] };

/** A worksheet as found: its headings with the fields they seem to mean, and a few values under each. */
export type ImportSheet = {
  readonly name: string;
  /** Rows with something in them. */
  readonly rows: number;
  /** Absent when the worksheet fits nothing. */
  readonly role: string | undefined;
  readonly headingRow: number;
  readonly columns: readonly { readonly index: number; readonly letter: string; readonly heading: string; readonly target: string | undefined; readonly samples: readonly string[] }[];
};

export type ImportInspection = { readonly roles: readonly ImportRole[]; readonly sheets: readonly ImportSheet[] };

export type ImportRowState = 'good' | 'problem' | 'duplicate';

/** One row that needs a look. `sheet` is empty where there is only one. */
export type ImportRow = { readonly sheet: string; readonly row: number; readonly state: ImportRowState; readonly title: string; readonly problems: readonly Problem[]; readonly duplicateOf: string | undefined };

/** What an import would do; nothing is stored. */
export type ImportTrial = {
  readonly counts: { readonly good: number; readonly problem: number; readonly duplicate: number };
  /** Rows with problems or duplicates, in the order of the file; at most `shownRows`. */
  readonly rows: readonly ImportRow[];
  /** What is wrong with the file as a whole. */
  readonly problems: readonly Problem[];
  /** The first rows as they would be stored. */
  readonly preview: { readonly headings: readonly string[]; readonly rows: readonly (readonly string[])[] };
};

export const importLimits = { shownRows: 500, previewRows: 8, samples: 3 } as const;

/** `skip`: rows that are there already are left out; `add`: they are imported too, with numbers of their own. */
export type DuplicateChoice = 'skip' | 'add';

export type ImportOutcome = {
  readonly state: 'running' | 'done' | 'cancelled' | 'failed';
  readonly imported: number;
  readonly skipped: number;
  readonly left: number;
  readonly firstNumber: string;
  readonly lastNumber: string;
  /** Days of the imported records, for the list; empty when none was imported. */
  readonly from: string;
  readonly to: string;
  readonly isUndone: boolean;
};

/** The id of a column within its worksheet. */
export function targetId(column: SheetColumn): string {
  return column.target === 'key' ? 'record.key' : columnId(column);
}

export function tableRole(table: Pick<TableSheet, 'name'>): string {
  return `table:${table.name}`;
}
