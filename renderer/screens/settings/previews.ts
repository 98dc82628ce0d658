import { z } from 'zod';
import { lastHandoverDay, reportDueDay, reportingPeriods, reviewDeadline } from '../../../shared/contract/periods.ts';
import { profileSchema } from '../../../shared/contract/profile.ts';
import { addMonths, type LocalDate } from '../../../shared/dates.ts';
import type { KindName } from '../../../shared/records/kinds.ts';
import { kindNames, kinds } from '../../../shared/records/kinds.ts';
import { formatNumber } from '../../../shared/records/numbering.ts';
import { valueAt } from '../../state/at-path.ts';

/** What the settings being typed would mean. Everything here takes the values of the form, which need not be right yet. */

const { service, reporting, calendarOverrides, acceptance, numberPrefixes } = profileSchema.shape;
const periodParts = z.object({ service, reporting, calendarOverrides });
const acceptanceParts = z.object({ acceptance, calendarOverrides });

/** One reporting period; `due` is the first day its report can be handed in, `review` the end of the review when handed in that day. */
export type PeriodPreview = { readonly key: string; readonly label: string; readonly from: LocalDate; readonly to: LocalDate; readonly due: LocalDate; readonly review: LocalDate };

/** More periods than any contract has reports: a wrong year, or a wrong number of months. */
export const mostPeriods = 60;

/** Undefined while service period or reporting are incomplete; `many` instead of a list that nobody would read. */
export function periodPreview(values: unknown): { readonly periods: readonly PeriodPreview[]; readonly many: number } | undefined {
  const parsed = periodParts.safeParse(values);
  if (!parsed.success || parsed.data.service.from > parsed.data.service.to) return undefined;
  const profile = parsed.data;
  const { everyMonths } = profile.reporting;
  if (addMonths(profile.service.from, everyMonths * mostPeriods) < profile.service.to) return { periods: [], many: mostPeriods };
  const periods = reportingPeriods(profile).map((period) => {
    const due = reportDueDay(profile, period.to);
    return { ...period, due, review: reviewDeadline(profile, due) };
  });
  return periods.length > mostPeriods ? { periods: [], many: periods.length } : { periods, many: 0 };
}

/** The last working day on which the hand-over can take place; undefined while the deadline is incomplete. */
export function handoverPreview(values: unknown): LocalDate | undefined {
  const parsed = acceptanceParts.safeParse(values);
  return parsed.success ? lastHandoverDay(parsed.data) : undefined;
}

function prefixOf(values: unknown, kind: KindName): string {
  const prefix = valueAt(values, ['numberPrefixes', kind]);
  return typeof prefix === 'string' && prefix !== '' ? prefix : kinds[kind].numberPrefix;
}

/** The number that the first record of the service period would get, and another kind with the same prefix. Undefined for an impossible prefix. */
export function numberPreview(values: unknown, kind: KindName): { readonly number: string; readonly sameAs: KindName | undefined } | undefined {
  const prefix = prefixOf(values, kind);
  if (!numberPrefixes.safeParse({ [kind]: prefix }).success) return undefined;
  const from = valueAt(values, ['service', 'from']);
  const date = typeof from === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(from) ? from : '2024-08-05';
  return { number: formatNumber({ prefix, date, sequence: 1 }), sameAs: kindNames.find((other) => other !== kind && prefixOf(values, other) === prefix) };
}

/** The sum of one column of a table of the profile; what is no number counts nothing. Rounded to cents. */
export function columnSum(values: unknown, table: readonly string[], column: string): number {
  const rows = valueAt(values, table);
  const numbers = Array.isArray(rows) ? rows.map((row: unknown) => valueAt(row, [column])).filter((value) => typeof value === 'number') : [];
  return Math.round(numbers.reduce((sum, value) => sum + value, 0) * 100) / 100;
}

/** A code for a new extra field that no other has. */
export function freeFieldName(rows: readonly unknown[]): string {
  const taken = new Set(rows.map((row) => valueAt(row, ['name'])));
  let index = 1;
  while (taken.has(`field${index}`)) index++;
  return `field${index}`;
}

/** A code for the copy of a deliverable that no other has. */
export function freeDeliverableId(id: unknown, rows: readonly unknown[]): string {
  const taken = new Set(rows.map((row) => valueAt(row, ['id'])));
  const base = typeof id === 'string' ? id.slice(0, 36) : 'document';
  let index = 2;
  while (taken.has(`${base}-${index}`)) index++;
  return `${base}-${index}`;
}
