import type { Period } from '../contract/periods.ts';
import type { ContractProfile } from '../contract/profile.ts';
import { formatNumber } from '../deliverables/format-value.ts';
import type { LocalDate } from '../dates.ts';
import type { AnyRecord, RecordOf } from '../records/record.ts';
import { assuranceFigures } from './assurance.ts';
import { complaintFigures } from './complaints.ts';
import type { Figure, FigureInput, FigureValue } from './figure.ts';
import { incidentFigures } from './incidents.ts';
import { inspectionFigures } from './inspections.ts';
import { peopleFigures } from './people-served.ts';
import { indexRecords, type RecordIndex } from './record-index.ts';
import { requestFigures } from './requests.ts';
import { workFigures } from './work.ts';

/** The only list of figures, in the order of a report's chapters. */
export const figures: readonly Figure[] = [
  ...inspectionFigures,
  ...workFigures,
  ...requestFigures,
  ...incidentFigures,
  ...assuranceFigures,
  ...peopleFigures,
  ...complaintFigures,
];

const byId: ReadonlyMap<string, Figure> = new Map(figures.map((figure) => [figure.id, figure]));

export function findFigure(id: string): Figure | undefined {
  return byId.get(id);
}

/** A known figure's value. */
export function figureValue(id: string, input: FigureInput): FigureValue {
  const figure = byId.get(id);
  if (figure === undefined) throw new Error(`Unknown figure: ${id}`);
  return figure.compute(input);
}

/** As documents print it, without the unit: `98.38`; `—` when there was nothing to count from. */
export function formatFigure(figure: Figure, value: FigureValue): string {
  return value.empty === true ? '—' : formatNumber(value.value, figure.decimals);
}

/** One row of `report.body.figures`. */
export type ReportedFigure = { readonly figure: string; readonly label: string; readonly value: number };

/**
 * The rows of a report's table of figures (`report.body.figures`). Figures that have nothing to count from are left out.
 * @param asOf the day the report is written on: see `reportAsOf`
 */
export function figuresOf(profile: ContractProfile, period: Period, records: readonly AnyRecord[], asOf: LocalDate, index: RecordIndex = indexRecords(records)): ReportedFigure[] {
  const input: FigureInput = { profile, records, period, asOf, index };
  return figures.flatMap((figure) => {
    const computed = figure.compute(input);
    return computed.empty === true ? [] : [{ figure: figure.id, label: figure.label, value: computed.value }];
  });
}

/** The day on which a report's figures are taken: when it was written, but not before its period was over. */
export function reportAsOf(report: Pick<RecordOf<'report'>['body'], 'date' | 'periodTo'>): LocalDate {
  return report.date > report.periodTo ? report.date : report.periodTo;
}
