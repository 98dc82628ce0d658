import { expect, test } from 'vitest';
import { countFindings } from '../../../shared/rules/check.ts';
import { rules } from '../../../shared/rules/rules.ts';
import { findingsOf } from '../../helpers/findings.ts';
import { makeRecord } from '../../helpers/records.ts';

test('every rule is in the list once, with a title of its own', () => {
  expect(new Set(rules.map((rule) => rule.id)).size).toBe(rules.length);
  expect(new Set(rules.map((rule) => rule.title)).size).toBe(rules.length);
});

test('findings are counted by severity', () => {
  expect(countFindings(findingsOf('sign-off-missing', [makeRecord('worklog', {}, { signOff: {} })]))).toEqual({ error: 1, warning: 0, notice: 0 });
});
