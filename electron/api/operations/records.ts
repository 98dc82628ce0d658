import type { Contract } from '../../../shared/contract/profile.ts';
import type { LocalDate } from '../../../shared/dates.ts';
import type { KindName } from '../../../shared/records/kinds.ts';
import type { AnyRecord } from '../../../shared/records/record.ts';
import { checkReadiness, checkSteps } from '../../../shared/rules/check.ts';
import type { Finding } from '../../../shared/rules/finding.ts';
import { listCarried } from '../../store/carried.ts';
import { keptIndex } from '../../store/record-memory.ts';
import { allRecords } from '../../store/records.ts';
import type { Core } from '../core.ts';
import { inTurns } from '../turns.ts';

/** The records of one kind in a span of days, by date and number. */
export function recordsBetween(core: Core, contractId: string, kind: KindName, from: LocalDate | undefined, to: LocalDate | undefined): AnyRecord[] {
  return allRecords(core.store, contractId)
    .filter((record) => record.kind === kind && (from === undefined || record.date >= from) && (to === undefined || record.date <= to))
    .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.number < b.number ? -1 : 1));
}

/** The readiness findings of a contract as of a day. */
export function checkContract(core: Pick<Core, 'store'>, contract: Contract, today: LocalDate): readonly Finding[] {
  return checkReadiness({ profile: contract.profile, records: allRecords(core.store, contract.id), calendar: contract.profile.calendarOverrides, carried: listCarried(core.store, contract.id), today });
}

/** The same findings, letting other calls in between: with many records the rules take their time. */
export function checkContractInTurns(core: Pick<Core, 'store'>, contract: Contract, today: LocalDate): Promise<readonly Finding[]> {
  const records = allRecords(core.store, contract.id);
  return inTurns(checkSteps({ profile: contract.profile, records, calendar: contract.profile.calendarOverrides, carried: listCarried(core.store, contract.id), today, index: keptIndex(core.store, records) }));
}
