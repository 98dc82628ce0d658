import type { Contract } from '../../../shared/contract/profile.ts';
import type { LocalDate } from '../../../shared/dates.ts';
import type { KindName } from '../../../shared/records/kinds.ts';
import type { AnyRecord } from '../../../shared/records/record.ts';
import { assessSteps, type Assessment } from '../../../shared/rules/check.ts';
import type { RuleInput } from '../../../shared/rules/finding.ts';
import { attachmentsOfContract } from '../../store/attachments.ts';
import { listCarried } from '../../store/carried.ts';
import { keptIndex } from '../../store/record-memory.ts';
import { allRecords } from '../../store/records.ts';
import { takenOverMatters } from '../../store/taken-over.ts';
import { listWaivers } from '../../store/waivers.ts';
import type { Core } from '../core.ts';
import { paperFacts } from './paper-facts.ts';

/** The records of one kind in a span of days, by date and number. */
export function recordsBetween(core: Core, contractId: string, kind: KindName, from: LocalDate | undefined, to: LocalDate | undefined): AnyRecord[] {
  return allRecords(core.store, contractId)
    .filter((record) => record.kind === kind && (from === undefined || record.date >= from) && (to === undefined || record.date <= to))
    .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.number < b.number ? -1 : 1));
}

type CheckCore = Pick<Core, 'store' | 'digests' | 'maker' | 'turns'>;

/** Everything the rules look at: records, photos, papers and the latest package, what was carried out and what somebody waived. */
async function ruleInputOf(core: CheckCore, contract: Contract, today: LocalDate): Promise<RuleInput> {
  const { store } = core;
  const { id, profile } = contract;
  const records = allRecords(store, id);
  const photos = new Map([...attachmentsOfContract(store, id)].map(([recordId, files]) => [recordId, files.filter(({ role }) => role === 'photo')]));
  const papers = await paperFacts(core, contract, records);
  return { profile, records, calendar: profile.calendarOverrides, carried: listCarried(store, id), waivers: listWaivers(store, id), takenOver: takenOverMatters(store, id), photos, ...papers, today };
}

/** The readiness findings of a contract as of a day, with waivers and settings. Other calls are let in between: with many records the rules take their time. */
export async function assessContract(core: CheckCore, contract: Contract, today: LocalDate): Promise<Assessment> {
  const input = await ruleInputOf(core, contract, today);
  await core.turns.next();
  const index = keptIndex(core.store, input.records);
  await core.turns.next();
  return core.turns.run(assessSteps({ ...input, index }));
}
