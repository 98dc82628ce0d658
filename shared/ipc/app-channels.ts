import { z } from 'zod';
import type { LocalDate } from '../dates.ts';
import type { ReportedFigure } from '../figures/figures.ts';
import type { Finding } from '../rules/finding.ts';
import { channel, dayInput, idInput, nothing } from './channel.ts';
import type { Overview } from './overview.ts';

/** Why a data folder is open for reading only: written by a newer program, open in another program, or at a place that cannot be written. */
export type ReadReason = 'newer' | 'locked' | 'medium';

/** Who and where we are, and what may be done here. */
export type AppInfo = {
  readonly name: string;
  readonly version: string;
  readonly today: LocalDate;
  readonly device: string;
  readonly user: string;
  readonly access: 'write' | 'read';
  /** Present while `access` is `read`. */
  readonly readReason?: ReadReason;
  /** The data folder: its bare name, and where it is on this computer. */
  readonly folder: { readonly name: string; readonly location: string };
};

/** The program itself, and what is counted and checked over all records of a contract. */
export const appChannels = {
  'app.info': channel<AppInfo>()(nothing),
  'overview.get': channel<Overview>()(z.strictObject({ contractId: idInput, today: dayInput.optional() })),
  'check.run': channel<readonly Finding[]>()(z.strictObject({ contractId: idInput, today: dayInput.optional() })),
  /** The figures of a report over this span, counted from the records as they are now. */
  'reports.figures': channel<readonly ReportedFigure[]>()(z.strictObject({ contractId: idInput, date: dayInput, periodFrom: dayInput, periodTo: dayInput })),
} as const;
