import { rules } from '../../shared/rules/rules.ts';

const titles = new Map<string, string>(rules.map((rule) => [rule.id, rule.title]));

/** The name of the rule that a finding came from. */
export function ruleTitle(rule: string): string {
  return titles.get(rule) ?? rule;
}
