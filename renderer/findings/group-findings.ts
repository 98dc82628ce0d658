import type { Finding } from '../../shared/rules/finding.ts';

/** Findings of one rule together, in the order in which the rules were checked. */
export function groupFindings(findings: readonly Finding[]): { readonly rule: string; readonly findings: readonly Finding[] }[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) groups.set(finding.rule, [...(groups.get(finding.rule) ?? []), finding]);
  return [...groups].map(([rule, members]) => ({ rule, findings: members }));
}
