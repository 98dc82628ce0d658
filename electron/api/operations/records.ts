import type { Contract } from '../../../shared/contract/profile.ts';
import type { LocalDate } from '../../../shared/dates.ts';
import type { KindName } from '../../../shared/records/kinds.ts';
import type { AnyRecord } from '../../../shared/records/record.ts';
import { assessReadiness, assessSteps, type Assessment } from '../../../shared/rules/check.ts';
import type { Finding, RuleInput } from '../../../shared/rules/finding.ts';
import { attachmentsOfContract } from '../../store/attachments.ts';
import { listCarried } from '../../store/carried.ts';
import { listIssued } from '../../store/issued.ts';
import { keptIndex } from '../../store/record-memory.ts';
import { allRecords } from '../../store/records.ts';
import { listWaivers } from '../../store/waivers.ts';
import type { Core } from '../core.ts';
import { localDay } from '../environment.ts';
import { inTurns } from '../turns.ts';

/** The records of one kind in a span of days, by date and number. */
export function recordsBetween(core: Core, contractId: string, kind: KindName, from: LocalDate | undefined, to: LocalDate | undefined): AnyRecord[] {
  return allRecords(core.store, contractId)
    .filter((record) => record.kind === kind && (from === undefined || record.date >= from) && (to === undefined || record.date <= to))
    .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.number < b.number ? -1 : 1));
}

/** Everything the rules look at: records, photos, papers, what was carried out and what somebody waived. */
function ruleInputOf({ store }: Pick<Core, 'store'>, { id, profile }: Contract, today: LocalDate): RuleInput {
  const photos = new Map([...attachmentsOfContract(store, id)].map(([recordId, files]) => [recordId, files.filter(({ role }) => role === 'photo')]));
  const papers = listIssued(store, id).map(({ fileName, state, stateAt }) => ({ fileName, state, since: localDay(new Date(stateAt)) }));
  return { profile, records: allRecords(store, id), calendar: profile.calendarOverrides, carried: listCarried(store, id), waivers: listWaivers(store, id), photos, papers, today };
}

/** The readiness findings of a contract as of a day, with waivers and settings. */
export function assessContract(core: Pick<Core, 'store'>, contract: Contract, today: LocalDate): Assessment {
  return assessReadiness(ruleInputOf(core, contract, today));
}

/** The open findings alone. */
export function checkContract(core: Pick<Core, 'store'>, contract: Contract, today: LocalDate): readonly Finding[] {
  return assessContract(core, contract, today).findings;
}

/** The same assessment, letting other calls in between: with many records the rules take their time. */
export function assessContractInTurns(core: Pick<Core, 'store'>, contract: Contract, today: LocalDate): Promise<Assessment> {
  const input = ruleInputOf(core, contract, today);
  return inTurns(assessSteps({ ...input, index: keptIndex(core.store, input.records) }));
}
