import type { ContractProfileInput } from '../../shared/contract/profile.ts';
import type { LocalDate } from '../../shared/dates.ts';
import type { AnyRecord } from '../../shared/records/record.ts';
import { checkReadiness } from '../../shared/rules/check.ts';
import type { Finding } from '../../shared/rules/finding.ts';
import type { RuleId } from '../../shared/rules/rule-ids.ts';
import { testProfile } from './records.ts';

type Situation = { readonly today?: LocalDate; readonly profile?: Partial<ContractProfileInput> };

/** What one rule finds in these records, a month into the service unless `today` says otherwise. */
export function findingsOf(rule: RuleId, records: readonly AnyRecord[], { today = '2024-09-05', profile = {} }: Situation = {}): Finding[] {
  return checkReadiness({ profile: testProfile(profile), records, calendar: {}, today }).filter((finding) => finding.rule === rule);
}

/** The parts of a finding that most tests are about. */
export function brief(findings: readonly Finding[]): { readonly severity: string; readonly recordIds: readonly string[]; readonly message: string }[] {
  return findings.map(({ severity, recordIds, message }) => ({ severity, recordIds, message }));
}
