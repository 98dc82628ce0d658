import type { Figure, FigureValue } from '../figures/figure.ts';
import { findFigure } from '../figures/figures.ts';
import { roundTo } from '../figures/tally.ts';
import type { RecordOf } from '../records/record.ts';
import type { RuleInput } from './finding.ts';
import { lookupsFor } from './rule-records.ts';

type Report = RecordOf<'report'>;
export type StatedRow = Report['body']['figures'][number];

/** A number of a report beside what its records give; undefined for a figure that the program does not know. */
export function comparedRow(input: RuleInput, report: Report, row: StatedRow): { readonly figure: Figure; readonly computed: FigureValue; readonly agrees: boolean } | undefined {
  const figure = findFigure(row.figure);
  const computed = lookupsFor(input).figureOf(report, row.figure);
  return figure === undefined || computed === undefined ? undefined : { figure, computed, agrees: computed.empty !== true && roundTo(row.value, figure.decimals) === computed.value };
}
