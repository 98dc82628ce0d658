import { z } from 'zod';
import type { LocalDate } from '../dates.ts';
import type { ReportedFigure } from '../figures/figures.ts';
import type { Finding } from '../rules/finding.ts';
import { channel, dayInput, idInput, nothing } from './channel.ts';
import type { Overview } from './overview.ts';

/** The program itself, and what is counted and checked over all records of a contract. */
export const appChannels = {
  'app.info': channel<{ readonly name: string; readonly version: string; readonly today: LocalDate; readonly device: string; readonly user: string }>()(nothing),
  'overview.get': channel<Overview>()(z.strictObject({ contractId: idInput, today: dayInput.optional() })),
  'check.run': channel<readonly Finding[]>()(z.strictObject({ contractId: idInput, today: dayInput.optional() })),
  /** The figures of a report over this span, counted from the records as they are now. */
  'reports.figures': channel<readonly ReportedFigure[]>()(z.strictObject({ contractId: idInput, date: dayInput, periodFrom: dayInput, periodTo: dayInput })),
} as const;
