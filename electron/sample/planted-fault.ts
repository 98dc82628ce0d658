import type { LocalDate } from '../../shared/dates.ts';
import type { RuleId } from '../../shared/rules/rule-ids.ts';

/** A known fault in a sample year: the rule that must find it, what was done in Chinese, and the records concerned. */
export type PlantedFault = {
  readonly rule: RuleId;
  readonly description: string;
  /** Numbers of the records concerned; empty when the fault is that there is no record. */
  readonly numbers: readonly string[];
  readonly date?: LocalDate | undefined;
};
