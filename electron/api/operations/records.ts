import type { Contract } from '../../../shared/contract/profile.ts';
import type { LocalDate } from '../../../shared/dates.ts';
import type { KindName } from '../../../shared/records/kinds.ts';
import type { AnyRecord } from '../../../shared/records/record.ts';
import { checkReadiness } from '../../../shared/rules/check.ts';
import type { Finding } from '../../../shared/rules/finding.ts';
import { allRecords } from '../../store/records.ts';
import type { Core } from '../core.ts';

/** The records of one kind in a span of days, by date and number. */
export function recordsBetween(core: Core, contractId: string, kind: KindName, from: LocalDate | undefined, to: LocalDate | undefined): AnyRecord[] {
  return allRecords(core.store, contractId)
    .filter((record) => record.kind === kind && (from === undefined || record.date >= from) && (to === undefined || record.date <= to))
    .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.number < b.number ? -1 : 1));
}

/** The readiness findings of a contract as of a day. */
export function checkContract(core: Core, contract: Contract, today: LocalDate): readonly Finding[] {
  return checkReadiness({ profile: contract.profile, records: allRecords(core.store, contract.id), calendar: contract.profile.calendarOverrides, today });
}
