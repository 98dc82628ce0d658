import { z } from 'zod';
import type { Finding, Severity } from './finding.ts';
import { ruleIds, type RuleId } from './rule-ids.ts';

/** What a contract makes of a rule: another severity, or 不检查. */
export const ruleLevels = ['error', 'warning', 'notice', 'off'] as const;
export type RuleLevel = (typeof ruleLevels)[number];

/** A rule that weighs otherwise in this contract, and why: the readiness report prints it. */
export const ruleSettingSchema = z.strictObject({
  rule: z.enum(ruleIds),
  severity: z.enum(ruleLevels),
  reason: z.string().trim().min(1, '请写明原因').max(300),
});

export type RuleSetting = z.output<typeof ruleSettingSchema>;

const weights: Readonly<Record<Severity, number>> = { error: 0, warning: 1, notice: 2 };

/** The setting of a rule; of several the last. */
export function settingOf(settings: readonly RuleSetting[], rule: RuleId): RuleSetting | undefined {
  return settings.findLast((setting) => setting.rule === rule);
}

/** Findings that weigh as their rule does take the contract's severity; cases that the rule itself takes lightly stay as light. */
export function withLevel(finding: Finding, ruleSeverity: Severity, level: Severity): Finding {
  if (finding.severity !== ruleSeverity && weights[finding.severity] >= weights[level]) return finding;
  return finding.severity === level ? finding : { ...finding, severity: level };
}

/** Whether a rule is not to look at this contract at all. */
export function isOff(level: RuleLevel): level is 'off' {
  return level === 'off';
}
