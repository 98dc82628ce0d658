import { describe, expect, test } from 'vitest';
import { addedDeliverables, usualDeliverables } from '../../../shared/contract/default-deliverables.ts';
import { addDays, eachDay } from '../../../shared/dates.ts';
import { checkReadiness } from '../../../shared/rules/check.ts';
import { testProfile } from '../../helpers/records.ts';
import { serviceYear } from '../../helpers/service-year.ts';

const named = testProfile();
const usual = usualDeliverables(named.deliverablePrefix);
// As read from a contract: every kind of record is in some file of the hand-over.
const profile = testProfile({ deliverables: [...usual, ...addedDeliverables(named.deliverablePrefix, usual)] });
const records = serviceYear(profile);

describe('a year without faults', () => {
  test('has no findings after it is over', () => {
    expect(checkReadiness({ profile, records, calendar: {}, today: '2025-08-20' })).toEqual([]);
  });

  test('on no day demands what need not exist yet', () => {
    const days = eachDay(profile.service.from, addDays(profile.service.to, 20)).filter((_, day) => day % 9 === 0);
    for (const today of days) {
      const known = records.filter((record) => record.date <= today);
      expect([today, checkReadiness({ profile, records: known, calendar: {}, today })]).toEqual([today, []]);
    }
  });

  test('gives the same findings in the same order whatever the order of the records', () => {
    const shuffled = records.filter((record) => record.kind !== 'survey').toReversed();
    const inOrder = records.filter((record) => record.kind !== 'survey');
    const input = { profile, calendar: {}, today: '2025-08-20' };
    const findings = checkReadiness({ ...input, records: inOrder });
    expect(findings.map((finding) => finding.rule)).toContain('survey-missing');
    expect(checkReadiness({ ...input, records: shuffled })).toEqual(findings);
  });
});
