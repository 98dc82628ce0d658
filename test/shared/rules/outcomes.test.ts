import { expect, test } from 'vitest';
import { ruleOutcomes } from '../../../shared/rules/check.ts';
import type { Finding } from '../../../shared/rules/finding.ts';
import { rules } from '../../../shared/rules/rules.ts';

function finding(rule: Finding['rule'], severity: Finding['severity']): Finding {
  return { rule, severity, message: '', advice: '', recordIds: [], mending: [] };
}

test('a rule counts once, by the worst that it found; the rest have passed', () => {
  expect(ruleOutcomes([])).toEqual({ error: 0, warning: 0, notice: 0, passed: rules.length });
  expect(ruleOutcomes([finding('service-level-overrun', 'warning'), finding('service-level-overrun', 'error'), finding('number-gap', 'warning'), finding('number-gap', 'notice'), finding('texts-alike', 'notice')]))
    .toEqual({ error: 1, warning: 1, notice: 1, passed: rules.length - 3 });
});
