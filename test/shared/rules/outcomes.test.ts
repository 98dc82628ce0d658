import { expect, test } from 'vitest';
import { ruleOutcomes } from '../../../shared/rules/check.ts';
import type { Finding } from '../../../shared/rules/finding.ts';
import type { WaivedFinding } from '../../../shared/rules/waiver.ts';
import { rules } from '../../../shared/rules/rules.ts';

function finding(rule: Finding['rule'], severity: Finding['severity']): Finding {
  return { rule, severity, message: '', advice: '', recordIds: [], mending: [] };
}

test('a rule counts once, by the worst that it found; the rest have passed', () => {
  expect(ruleOutcomes({ findings: [], waived: [], takenOver: [], settings: [] })).toEqual({ error: 0, warning: 0, notice: 0, waived: 0, takenOver: 0, passed: rules.length, off: 0 });
  const findings = [finding('service-level-overrun', 'warning'), finding('service-level-overrun', 'error'), finding('number-gap', 'warning'), finding('number-gap', 'notice'), finding('texts-alike', 'notice')];
  expect(ruleOutcomes({ findings, waived: [], takenOver: [], settings: [] })).toEqual({ error: 1, warning: 1, notice: 1, waived: 0, takenOver: 0, passed: rules.length - 3, off: 0 });
});

function waived(rule: Finding['rule']): WaivedFinding {
  return { finding: finding(rule, 'warning'), waiver: { id: '', rule, subject: '', substance: '', message: '', reason: '', by: '', at: '' } };
}

test('a rule that found only what was waived has not passed; with anything open beside it, it counts by that', () => {
  expect(ruleOutcomes({ findings: [finding('number-gap', 'warning')], waived: [waived('number-gap'), waived('texts-alike'), waived('texts-alike')], takenOver: [], settings: [] }))
    .toEqual({ error: 0, warning: 1, notice: 0, waived: 1, takenOver: 0, passed: rules.length - 2, off: 0 });
});

test('a rule whose findings all go on in the renewal has not passed either; one waived beside them counts as waived', () => {
  expect(ruleOutcomes({ findings: [finding('number-gap', 'warning')], waived: [waived('texts-alike')], takenOver: [finding('incident-open', 'error'), finding('texts-alike', 'notice'), finding('number-gap', 'warning')], settings: [] }))
    .toEqual({ error: 0, warning: 1, notice: 0, waived: 1, takenOver: 1, passed: rules.length - 3, off: 0 });
});

test('a rule that the contract has switched off has not passed; of two settings of a rule the last counts', () => {
  const because = { reason: '合同没有这一项' };
  expect(ruleOutcomes({ findings: [finding('number-gap', 'error')], waived: [], takenOver: [], settings: [
    { rule: 'texts-alike', severity: 'off', ...because },
    { rule: 'number-gap', severity: 'error', ...because },
    { rule: 'review-passed-silently', severity: 'off', ...because },
    { rule: 'review-passed-silently', severity: 'notice', ...because },
  ] })).toEqual({ error: 1, warning: 0, notice: 0, waived: 0, takenOver: 0, passed: rules.length - 2, off: 1 });
});
