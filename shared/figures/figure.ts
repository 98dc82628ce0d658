import type { Period } from '../contract/periods.ts';
import type { ContractProfile } from '../contract/profile.ts';
import type { LocalDate } from '../dates.ts';
import type { AnyRecord } from '../records/record.ts';
import type { RecordIndex } from './record-index.ts';

/** What a figure is computed from. Only `final` records count. */
export type FigureInput = {
  readonly profile: ContractProfile;
  /** All records of the contract: cumulative figures and closings look outside the period. */
  readonly records: readonly AnyRecord[];
  readonly period: Period;
  /**
   * What happened after this day (a repair, an answer, a release) is not yet known: a report's figures stay what they were
   * when it was written, although open matters are closed later. Without it everything recorded counts.
   */
  readonly asOf?: LocalDate | undefined;
  /** `indexRecords(records)`, for callers that compute many figures; built on demand otherwise. */
  readonly index?: RecordIndex | undefined;
};

/** A number and the records it was counted from, so that it can be opened down to them. */
export type FigureValue = {
  readonly value: number;
  readonly recordIds: readonly string[];
  /** There was nothing to divide by or to average: the value is 0 and documents print `—`. */
  readonly empty?: true;
};

/**
 * One number of a report, defined once: screens, reports, ledgers and rules all use this definition.
 * `source` names the clause it comes from, `formula` says in words how it is counted.
 */
export type Figure = {
  readonly id: string;
  /** The chapter of the report it belongs to. */
  readonly chapter: FigureChapter;
  readonly label: string;
  readonly unit: string;
  readonly decimals: number;
  readonly formula: string;
  readonly source: string;
  /** The values of consecutive periods add up to the value of all of them together. */
  readonly additive: boolean;
  readonly compute: (input: FigureInput) => FigureValue;
};

export const figureChapters = ['日常巡检', '日常工作', '需求处理', '故障与应急', '备份与安全', '培训与走访', '满意度', '投诉与接诉即办'] as const;

export type FigureChapter = (typeof figureChapters)[number];
