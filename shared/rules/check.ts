import { indexRecords, inRecordOrder } from '../figures/record-index.ts';
import type { Finding, RuleInput, Severity } from './finding.ts';
import { rules } from './rules.ts';

const weights: Readonly<Record<Severity, number>> = { error: 0, warning: 1, notice: 2 };

function inReadingOrder(a: Finding, b: Finding): number {
  if (a.severity !== b.severity) return weights[a.severity] - weights[b.severity];
  const dayA = a.date ?? '';
  const dayB = b.date ?? '';
  return dayA < dayB ? -1 : dayA > dayB ? 1 : 0;
}

/**
 * 验收预检: what all rules find, errors first, each severity by day. The same records give the same findings in the same order,
 * whatever order they are given in.
 */
export function checkReadiness(input: RuleInput): Finding[] {
  const steps = checkSteps(input);
  for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return step.value;
}

/** The same in steps of a few hundredths of a second at 20 000 records, for a caller that lets others in between. */
export function* checkSteps(input: RuleInput): Generator<undefined, Finding[]> {
  const records = input.records.toSorted(inRecordOrder);
  const prepared: RuleInput = {
    ...input,
    records,
    profile: { ...input.profile, calendarOverrides: { ...input.calendar, ...input.profile.calendarOverrides } },
    index: input.index ?? indexRecords(records),
  };
  const findings: Finding[] = [];
  for (const rule of rules) {
    for (const finding of rule.walk(prepared)) {
      if (finding === undefined) yield;
      else findings.push(finding);
    }
    yield;
  }
  return findings.toSorted(inReadingOrder);
}

export type FindingCounts = Readonly<Record<Severity, number>>;

export function countFindings(findings: readonly Finding[]): FindingCounts {
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  return { error: count('error'), warning: count('warning'), notice: count('notice') };
}

/** How many rules found something, by the worst that each found, and how many found nothing. */
export type RuleOutcomes = FindingCounts & { readonly passed: number };

export function ruleOutcomes(findings: readonly Finding[]): RuleOutcomes {
  const worst = new Map<string, Severity>();
  for (const { rule, severity } of findings) {
    const known = worst.get(rule);
    if (known === undefined || weights[severity] < weights[known]) worst.set(rule, severity);
  }
  const count = (severity: Severity) => [...worst.values()].filter((value) => value === severity).length;
  return { error: count('error'), warning: count('warning'), notice: count('notice'), passed: rules.length - worst.size };
}
