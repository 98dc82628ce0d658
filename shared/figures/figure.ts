import type { Period } from '../contract/periods.ts';
import type { ContractProfile } from '../contract/profile.ts';
import type { AnyRecord } from '../records/record.ts';

/** What a figure is computed from. Only `final` records count. */
export type FigureInput = {
  readonly profile: ContractProfile;
  readonly records: readonly AnyRecord[];
  readonly period: Period;
};

/** A number and the records it was counted from, so that it can be opened down to them. */
export type FigureValue = { readonly value: number; readonly recordIds: readonly string[] };

/**
 * One number of a report, defined once: screens, reports, ledgers and rules all use this definition.
 * `source` names the clause it comes from, `formula` says in words how it is counted.
 */
export type Figure = {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  readonly decimals: number;
  readonly formula: string;
  readonly source: string;
  readonly compute: (input: FigureInput) => FigureValue;
};
