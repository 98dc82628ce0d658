import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergeProfiles, withTheirs } from '../../renderer/screens/settings/merge-profile.ts';
import { columnSum, freeDeliverableId, freeFieldName, handoverPreview, numberPreview, periodPreview } from '../../renderer/screens/settings/previews.ts';
import { importPlan, monthWeeks, toggledDay, withImported } from '../../renderer/screens/settings/section-parts/calendar-import.ts';
import { foundPlaces, settingsPlaces } from '../../renderer/screens/settings/settings-search.ts';
import { withValueAt } from '../../renderer/state/at-path.ts';
import { isWorkingDay } from '../../shared/calendar/working-days.ts';
import { defaultSigners } from '../../shared/contract/default-signers.ts';
import { addDays } from '../../shared/dates.ts';
import { testProfile } from '../helpers/records.ts';

describe('what the settings being typed would mean', () => {
  test('rolling and calendar quarters with the day their report is due and its review ends', () => {
    const profile = testProfile();

    expect(periodPreview(profile)?.periods[0]).toEqual({ key: 'Q1', label: '第一季度', from: '2024-08-03', to: '2024-11-02', due: '2024-11-04', review: '2024-11-18' });
    expect(periodPreview({ ...profile, reporting: { ...profile.reporting, quarterRule: 'calendar' } })?.periods.map(({ label }) => label)).toEqual(['2024年第三季度', '2024年第四季度', '2025年第一季度', '2025年第二季度', '2025年第三季度']);
  });

  test('nothing while they are incomplete, and no endless list for a wrong year', () => {
    const profile = testProfile();

    expect(periodPreview({ ...profile, service: { from: '2024-08-03' } })).toBeUndefined();
    expect(periodPreview({ ...profile, service: { from: '2025-08-03', to: '2024-08-02' } })).toBeUndefined();
    expect(periodPreview({ ...profile, service: { from: '2024-08-03', to: '9999-08-02' } })).toEqual({ periods: [], many: 60 });
    expect(handoverPreview({ ...profile, acceptance: {} })).toBeUndefined();
    expect(handoverPreview(profile)).toBe('2025-09-30');
  });

  test('the number a prefix gives, and a prefix that two kinds share', () => {
    expect(numberPreview(testProfile(), 'visit')).toEqual({ number: 'ZF-20240803-01', sameAs: undefined });
    expect(numberPreview(testProfile({ numberPrefixes: { visit: 'XJ' } }), 'visit')).toEqual({ number: 'XJ-20240803-01', sameAs: 'inspection' });
    expect(numberPreview({ ...testProfile(), numberPrefixes: { visit: '走访' } }, 'visit')).toBeUndefined();
  });

  test('sums and free codes', () => {
    expect(columnSum(testProfile(), ['serviceItems'], 'amount')).toBe(165_000);
    expect(columnSum({ serviceItems: [{ amount: 0.1 }, { amount: 0.2 }, { amount: '3' }] }, ['serviceItems'], 'amount')).toBe(0.3);
    expect([freeFieldName([]), freeFieldName([{ name: 'field1' }, { name: 'field3' }])]).toEqual(['field1', 'field2']);
    expect(freeDeliverableId('inspection', [{ id: 'inspection' }, { id: 'inspection-2' }])).toBe('inspection-3');
  });
});

describe('days of a notice', () => {
  const days = [
    { date: '2025-10-01', type: 'off' as const, source: '' },
    { date: '2025-10-10', type: 'off' as const, source: '' },
    { date: '2025-10-12', type: 'work' as const, source: '' },
    { date: '2025-09-28', type: 'work' as const, source: '' },
  ];

  test('are told apart by what they would change', () => {
    expect(importPlan(days, { '2025-10-12': 'work', '2025-09-28': 'off' }).map(({ effect }) => effect)).toEqual(['builtIn', 'new', 'same', 'changed']);
  });

  test('are kept only where the built-in calendar says otherwise', () => {
    expect(withImported({ '2025-10-01': 'work', '2025-12-31': 'off' }, days)).toEqual({ '2025-10-10': 'off', '2025-10-12': 'work', '2025-12-31': 'off' });
  });

  test('a day that is pressed twice is as before, and pressed once the opposite', () => {
    fc.assert(fc.property(fc.nat(4000), (offset) => {
      const date = addDays('2020-01-01', offset);
      const once = toggledDay({}, date);
      expect(once).toBe(isWorkingDay(date) ? 'off' : 'work');
      expect(once === undefined ? once : toggledDay({ [date]: once }, date)).toBeUndefined();
    }));
  });

  test('a month has all its days under their weekdays', () => {
    const weeks = monthWeeks(2024, 2);
    expect(weeks.map((week) => week.length)).toEqual([7, 7, 7, 7, 7]);
    expect([weeks[0]?.[3], weeks[4]?.[3], weeks.flat().filter((day) => day !== undefined).length]).toEqual(['2024-02-01', '2024-02-29', 29]);
  });
});

describe('two people in one contract', () => {
  const base = testProfile({ client: { name: '甲方', phone: '010-5550xxxx' } });

  test('what only one of them changed is taken from both', () => {
    const mine = withValueAt(base, ['client', 'address'], '示例路 1 号');
    const theirs = testProfile({ client: { name: '甲方', phone: '010-5550yyyy' }, signingPlace: '会议室' });

    expect(mergeProfiles(base, mine, theirs)).toEqual({ values: { ...theirs, client: { ...theirs.client, address: '示例路 1 号' } }, clashes: [] });
  });

  test('what both changed is chosen by a person; answers given elsewhere stay', () => {
    const question = { id: 'q', field: 'title', question: '?', options: [], sources: [] };
    const asked = { ...base, questions: [question] };
    const mine = { ...asked, title: '这里的名称' };
    const theirs = { ...asked, title: '那边的名称', questions: [{ ...question, answer: '是' }] };

    const merged = mergeProfiles(asked, mine, theirs);

    expect(merged).toEqual({ values: { ...theirs, title: '这里的名称' }, clashes: [{ path: ['title'], mine: '这里的名称', theirs: '那边的名称' }] });
    expect(withTheirs(merged.values, merged.clashes)).toEqual(theirs);
  });
});

test('the search finds fields by their names and by what stands around them', () => {
  const places = settingsPlaces([{ id: 'questions', title: '待确认问题', keywords: [] }]);

  expect(foundPlaces(places, '季度算法').map(({ section, place }) => [section, place])).toEqual([['terms', 'reporting.quarterRule']]);
  expect(foundPlaces(places, '国务院').map(({ section }) => section)).toEqual(['calendar']);
  expect(foundPlaces(places, '甲方 地址').map(({ place }) => place)).toEqual(['client.address']);
  expect(foundPlaces(places, '佐证').map(({ place }) => place)).toContain('serviceItems');
  expect([foundPlaces(places, ' '), foundPlaces(places, '没有这样的设置')]).toEqual([[], []]);
});

test('who signs by default is the first person set for a place that the form has', () => {
  const people = [
    { name: '林远航', role: '', side: 'vendor' as const, phone: '', unit: '', signs: ['executor' as const] },
    { name: '沈若川', role: '', side: 'vendor' as const, phone: '', unit: '', signs: ['executor' as const, 'reviewer' as const] },
    { name: '顾小满', role: '', side: 'client' as const, phone: '', unit: '' },
  ];

  expect(defaultSigners({ people }, ['executor', 'reviewer', 'confirmer'])).toEqual({ executor: '林远航', reviewer: '沈若川' });
  expect(defaultSigners({ people }, ['confirmer'])).toEqual({});
});
