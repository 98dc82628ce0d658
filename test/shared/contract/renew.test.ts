import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyProfile, sameContract, withUsualDeliverables } from '../../../shared/contract/new-profile.ts';
import { profileSchema } from '../../../shared/contract/profile.ts';
import { renewedProfile } from '../../../shared/contract/renew.ts';
import { addDays, daysBetween } from '../../../shared/dates.ts';
import { testProfile } from '../../helpers/records.ts';

describe('a renewal', () => {
  test('follows the former service period with the same length; names take the new year', () => {
    const before = testProfile({
      calendarOverrides: { '2024-10-08': 'off', '2026-02-16': 'off' },
      sources: { title: '合同名称：…' },
      questions: [{ id: 'q', field: 'title', question: '?', sources: [], answer: '是' }],
    });

    const after = renewedProfile(before);

    expect([after.title, after.projectName, after.signedOn, after.service, after.acceptance.deadline, after.calendarOverrides, after.sources]).toEqual([
      '2025年示例监管平台运维项目服务合同', '示例监管平台运维项目', '2025-05-17', { from: '2025-08-03', to: '2026-08-02' }, '2026-10-02', { '2026-02-16': 'off' }, {},
    ]);
    expect(after.questions.every((question) => question.answer === undefined)).toBe(true);
    expect(after.questions.map((question) => question.field)).toEqual(['title', 'projectName', 'signedOn', 'service.from', 'service.to', 'acceptance.deadline', 'price.total', 'people']);
    expect([after.checklist, after.serviceItems, after.people]).toEqual([before.checklist, before.serviceItems, before.people]);
  });

  test('a leap year does not shorten the next period', () => {
    expect(renewedProfile(testProfile({ service: { from: '2024-03-01', to: '2025-02-28' } })).service).toEqual({ from: '2025-03-01', to: '2026-02-28' });
    expect(renewedProfile(testProfile({ service: { from: '2023-03-01', to: '2024-02-29' } })).service).toEqual({ from: '2024-03-01', to: '2025-02-28' });
  });

  test('is always a valid profile that begins the day after the former one', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 4000 }), fc.integer({ min: 1, max: 1200 }), (start, length) => {
      const from = addDays('2020-01-01', start);
      const before = testProfile({ service: { from, to: addDays(from, length) } });
      const after = renewedProfile(before);
      expect(profileSchema.safeParse(after).success).toBe(true);
      expect(after.service.from).toBe(addDays(before.service.to, 1));
      // The same number of months: March to August has three days more than September to February, and one of the years may be a leap year.
      expect(Math.abs(daysBetween(after.service.from, after.service.to) - length)).toBeLessThanOrEqual(4);
    }), { numRuns: 200, examples: [[609, 545]] });
  });
});

test('an empty profile asks for names, days and times, and for nothing else', () => {
  const parsed = profileSchema.safeParse(emptyProfile());

  expect(parsed.error?.issues.map((issue) => issue.path.join('.')).toSorted()).toEqual([
    'acceptance.deadline', 'client.name', 'deliverablePrefix', 'projectName', 'service.from', 'service.to',
    'serviceLevel.answerMinutes', 'serviceLevel.restoreMinutes', 'signedOn', 'title', 'vendor.name',
  ]);
});

test('a profile made by hand gets the usual deliverables with different ids and titles', () => {
  const { deliverables } = withUsualDeliverables(testProfile({ deliverables: [], deliverablePrefix: '示例平台运维' }));

  expect(new Set(deliverables.map(({ id }) => id)).size).toBe(deliverables.length);
  expect(new Set(deliverables.map(({ title }) => title)).size).toBe(deliverables.length);
  expect(deliverables.every(({ title }) => title.startsWith('示例平台运维'))).toBe(true);
  expect(withUsualDeliverables(testProfile()).deliverables).toEqual(testProfile().deliverables);
});

test('a second profile of one contract is noticed', () => {
  const stored = { id: 'c', profile: testProfile() };

  expect(sameContract([stored], testProfile())).toBe(stored);
  expect(sameContract([stored], testProfile({ title: '另一份合同' }))).toBeUndefined();
});
