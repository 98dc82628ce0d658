import { reportingPeriods } from '../../shared/contract/periods.ts';
import type { ContractProfile } from '../../shared/contract/profile.ts';
import { addDays, addMonths, type LocalDate } from '../../shared/dates.ts';

/** A span of days with a name of its own. */
export type NamedSpan = { readonly id: 'this-month' | 'last-month' | 'this-quarter' | 'last-quarter' | 'service'; readonly from: LocalDate; readonly to: LocalDate };

function monthOf(day: LocalDate): { readonly from: LocalDate; readonly to: LocalDate } {
  const from = `${day.slice(0, 7)}-01`;
  return { from, to: addDays(addMonths(from, 1), -1) };
}

/** The spans that people ask for most. Quarters are the contract's own; outside of the service there are none. */
export function namedSpans(profile: Pick<ContractProfile, 'service' | 'reporting'>, today: LocalDate): NamedSpan[] {
  const quarters = reportingPeriods(profile);
  const ended = quarters.filter(({ to }) => to < today);
  const quarter = quarters.find(({ from, to }) => from <= today && today <= to);
  const before = ended.at(-1);
  return [
    { id: 'this-month', ...monthOf(today) },
    { id: 'last-month', ...monthOf(addMonths(`${today.slice(0, 7)}-01`, -1)) },
    ...(quarter === undefined ? [] : [{ id: 'this-quarter' as const, from: quarter.from, to: quarter.to }]),
    ...(before === undefined ? [] : [{ id: 'last-quarter' as const, from: before.from, to: before.to }]),
    { id: 'service', ...profile.service },
  ];
}
