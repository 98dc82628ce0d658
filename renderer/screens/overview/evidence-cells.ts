import type { LocalDate } from '../../../shared/dates.ts';
import type { EvidenceCount, EvidenceRow, OverviewMonth } from '../../../shared/ipc/overview.ts';
import type { Route } from '../../state/route.ts';

export function totalOf(counts: readonly EvidenceCount[]): number {
  return counts.reduce((sum, { count }) => sum + count, 0);
}

/** How dark a cell is: 0 nothing, then 1, from 2, from 5, from 20 records. */
export function shadeOf(count: number): 0 | 1 | 2 | 3 | 4 {
  if (count === 0) return 0;
  return count === 1 ? 1 : count < 5 ? 2 : count < 20 ? 3 : 4;
}

/** Where the records of one kind in a cell are listed. */
export function countRoute(row: EvidenceRow, { kind, from, to }: EvidenceCount): Route {
  return { screen: 'records', kind, from, to, item: row.no };
}

/** An empty cell lists the kind that would prove the item, which shows nothing and offers to add one. */
export function emptyCellRoute(row: EvidenceRow, month: OverviewMonth): Route {
  return { screen: 'records', kind: row.kinds[0] ?? 'worklog', from: month.from, to: month.to, item: row.no };
}

/** Months that have not begun show nothing, unless something is there already. */
export function isAhead(month: OverviewMonth, counts: readonly EvidenceCount[], today: LocalDate): boolean {
  return month.from > today && counts.length === 0;
}

/** Months of one year stand under one heading. */
export function yearSpans(months: readonly OverviewMonth[]): { readonly year: string; readonly months: number }[] {
  return [...Map.groupBy(months, ({ key }) => key.slice(0, 4))].map(([year, members]) => ({ year, months: members.length }));
}
