import { expect, test } from 'vitest';
import { assessReadiness } from '../../../shared/rules/check.ts';
import type { RuleInput } from '../../../shared/rules/finding.ts';
import type { RuleSetting } from '../../../shared/rules/rule-settings.ts';
import { subjectOf, substanceOf, type Waiver } from '../../../shared/rules/waiver.ts';
import { makeRecord, testProfile } from '../../helpers/records.ts';

const open = makeRecord('incident', { state: '处理中', restoredAt: undefined });

function assess(input: Partial<RuleInput> = {}, ruleSettings: readonly RuleSetting[] = []) {
  return assessReadiness({ profile: testProfile({ ruleSettings: [...ruleSettings] }), records: [open], calendar: {}, today: '2024-08-20', ...input });
}

function waiverFor(rule: 'incident-open' | 'inspection-missing', overrides: Partial<Waiver> = {}): Waiver {
  const finding = assess().findings.find((candidate) => candidate.rule === rule);
  if (finding === undefined) throw new Error(`${rule} found nothing`);
  return { id: 'w1', rule, subject: subjectOf(finding), substance: substanceOf(finding), message: finding.message, reason: '甲方书面同意', by: '沈亦舟', at: '2024-08-20T01:00:00.000Z', ...overrides };
}

test('a waived finding does not count, and stands among the waived with its reason', () => {
  const waiver = waiverFor('incident-open');
  const { findings, waived, lapsed } = assess({ waivers: [waiver] });
  expect([findings.filter(({ rule }) => rule === 'incident-open'), waived.map(({ finding, waiver: by }) => [finding.message, by.reason]), lapsed]).toEqual([[], [[waiver.message, '甲方书面同意']], []]);
  expect(findings.length).toBe(assess().findings.length - 1);
});

test('it lapses when the rule says something else of the same record, and when there is nothing left to waive', () => {
  const waiver = waiverFor('incident-open');
  const settled = assess({ waivers: [waiver], records: [] });
  expect([settled.waived, settled.lapsed]).toEqual([[], [{ waiver, why: 'settled' }]]);
  const changed = assess({ waivers: [{ ...waiver, substance: '别的问题' }] });
  expect([changed.waived, changed.lapsed.map(({ why }) => why), changed.findings.some(({ rule }) => rule === 'incident-open')]).toEqual([[], ['changed'], true]);
});

test('of two findings of one rule only the waived one goes', () => {
  const waiver = waiverFor('inspection-missing');
  const before = assess().findings.filter(({ rule }) => rule === 'inspection-missing');
  const after = assess({ waivers: [waiver] }).findings.filter(({ rule }) => rule === 'inspection-missing');
  expect(after).toEqual(before.filter(({ message }) => message !== waiver.message));
});

test('a contract can switch a rule off or have it weigh otherwise, with a reason', () => {
  const severities = (settings: readonly RuleSetting[]) => [...new Set(assess({}, settings).findings.filter(({ rule }) => rule === 'incident-open').map(({ severity }) => severity))];
  const setting = (severity: RuleSetting['severity']): RuleSetting => ({ rule: 'incident-open', severity, reason: '合同约定另行处理' });
  expect([severities([]), severities([setting('notice')]), severities([setting('off')]), severities([setting('off'), setting('warning')])]).toEqual([['error'], ['notice'], [], ['warning']]);
  expect(assess({}, [setting('off')]).settings).toEqual([setting('off')]);
});
