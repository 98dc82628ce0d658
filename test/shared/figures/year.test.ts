import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { monthsOf, reportingPeriods, wholePeriod, type Period } from '../../../shared/contract/periods.ts';
import { addDays, type LocalDate } from '../../../shared/dates.ts';
import { activityByMonth, evidenceByItem, evidenceMatrix, inspectionsByMonth, workByChannel, workByPerson } from '../../../shared/figures/breakdowns.ts';
import type { FigureInput } from '../../../shared/figures/figure.ts';
import { figures, figureValue } from '../../../shared/figures/figures.ts';
import { indexRecords } from '../../../shared/figures/record-index.ts';
import { roundTo } from '../../../shared/figures/tally.ts';
import type { AnyRecord } from '../../../shared/records/record.ts';
import { makeRecord, testProfile } from '../../helpers/records.ts';
import { serviceYear } from '../../helpers/service-year.ts';

const profile = testProfile();
const year = serviceYear(profile);
const index = indexRecords(year);
const whole: FigureInput = { profile, records: year, index, period: wholePeriod(profile.service) };
const additive = figures.filter((figure) => figure.additive);

function sum(values: readonly number[]): number {
  return roundTo(values.reduce((total, value) => total + value, 0), 2);
}

describe('quarters and months add up to the year', () => {
  const divisions: readonly (readonly [string, readonly Period[]])[] = [
    ['rolling quarters', reportingPeriods(profile)],
    ['calendar quarters', reportingPeriods(testProfile({ reporting: { quarterRule: 'calendar' } }))],
    ['months', monthsOf(profile.service)],
  ];

  test.each(divisions)('%s', (_, periods) => {
    const parts = additive.map((figure) => [figure.id, sum(periods.map((period) => figure.compute({ ...whole, period }).value))]);
    const expected = additive.map((figure) => [figure.id, figure.compute(whole).value]);
    expect(parts).toEqual(expected);
  });

  test('for any records and any day to divide the year at', () => {
    const day = fc.integer({ min: 0, max: 364 }).map((days): LocalDate => addDays(profile.service.from, days));
    const record: fc.Arbitrary<AnyRecord> = fc.oneof(
      fc.tuple(day, fc.integer({ min: 0, max: 200 })).map(([date, hours]) => makeRecord('worklog', { date, hours: hours / 10 })),
      fc.tuple(day, fc.integer({ min: 1, max: 300 }), fc.boolean()).map(([date, minutes, vendorFault]) => makeRecord('incident', { date, vendorFault, reportedAt: `${date}T09:00`, answeredAt: `${date}T${String(9 + Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}` })),
      fc.tuple(day, day, fc.constantFrom('免费' as const, '收费' as const)).map(([a, b, charge]) => makeRecord('request', { date: a < b ? a : b, releasedOn: a < b ? b : a, charge, personDays: 0.3 })),
      fc.tuple(day, fc.integer({ min: 0, max: 59 })).map(([date, minute]) => makeRecord('inspection', { date, startTime: '08:30', endTime: `09:${String(minute).padStart(2, '0')}` })),
      day.map((date) => makeRecord('backup-run', { date, restoreTest: '成功' })),
    );
    fc.assert(fc.property(fc.array(record, { maxLength: 60 }), day, (records, cut) => {
      const input: FigureInput = { profile, records, period: whole.period };
      const first = { ...input, period: { key: 'a', label: '', from: profile.service.from, to: cut } };
      const second = { ...input, period: { key: 'b', label: '', from: addDays(cut, 1), to: profile.service.to } };
      for (const figure of additive) {
        expect(sum([figure.compute(first).value, figure.compute(second).value])).toBeCloseTo(figure.compute(input).value, 6);
      }
    }), { numRuns: 60 });
  });
});

describe('breakdowns are the figures taken apart', () => {
  test('by service item: odd minutes of inspections and visits still add up to the total', () => {
    const records = [makeRecord('inspection', { startTime: '08:30', endTime: '09:33' }), makeRecord('visit', { startTime: '14:05', endTime: '15:18' })];
    const input: FigureInput = { profile, records, period: whole.period };
    const items = evidenceByItem(input);
    expect(items.filter((item) => item.hours > 0).map(({ item, hours }) => [item.no, hours])).toEqual([[4, 1.1], [5, 1.2]]);
    expect(figureValue('effort.hours', input).value).toBe(2.3);
  });

  test('by service item: every hour is booked once, where the record proves an item', () => {
    const items = evidenceByItem(whole);
    // This contract has no item that faults (6 × 2 h) and trainings (3 × 2 h) prove.
    expect(sum(items.map((item) => item.hours))).toBe(figureValue('effort.hours', whole).value - 18);
    expect(items.map(({ item, records }) => [item.no, Object.fromEntries([...Map.groupBy(records, (record) => record.kind)].map(([kind, own]) => [kind, own.length]))])).toEqual([
      [1, { worklog: 247, change: 12 }],
      [2, { worklog: 247, 'backup-run': 52 }],
      [3, { worklog: 247 }],
      [4, { inspection: 247, worklog: 247 }],
      [5, { worklog: 247, visit: 4, survey: 8 }],
    ]);
  });

  test('by channel and person: counts and hours of all work records', () => {
    const total = [figureValue('work.count', whole).value, figureValue('work.hours', whole).value];
    for (const groups of [workByChannel(whole), workByPerson(whole)]) {
      expect([sum(groups.map((group) => group.records.length)), sum(groups.map((group) => group.hours))]).toEqual(total);
    }
    expect(workByChannel(whole).map((group) => group.name)).toEqual(['微信', '现场', '电话', '远程', '邮件']);
  });

  test('by month: thirteen months of which first and last are partial', () => {
    const months = inspectionsByMonth(whole);
    expect(months.map((month) => [month.period.key, month.due, month.done])).toEqual([
      ['2024-08', 20, 20], ['2024-09', 21, 21], ['2024-10', 19, 19], ['2024-11', 21, 21], ['2024-12', 22, 22], ['2025-01', 19, 19],
      ['2025-02', 19, 19], ['2025-03', 21, 21], ['2025-04', 22, 22], ['2025-05', 19, 19], ['2025-06', 20, 20], ['2025-07', 23, 23], ['2025-08', 1, 1],
    ]);
    expect(sum(activityByMonth(whole).map((month) => month.counts.worklog))).toBe(figureValue('work.count', whole).value);
    const withDrill: FigureInput = { ...whole, records: [...whole.records, makeRecord('incident', { date: '2024-08-07', category: '演练' })], index: undefined };
    expect(sum(activityByMonth(withDrill).map((month) => month.faults))).toBe(figureValue('incident.count', whole).value);
  });

  test('the evidence matrix has a cell per item and month, and its records are those of the items', () => {
    const matrix = evidenceMatrix(whole);
    expect(matrix.map(({ cells }) => cells.length)).toEqual([13, 13, 13, 13, 13]);
    expect(matrix.map(({ cells }) => sum(cells.map((cell) => cell.records.length)))).toEqual(evidenceByItem(whole).map(({ records }) => records.length));
  });
});

test('a figure is the same with and without the index made beforehand', () => {
  const unindexed = { profile, records: year, period: whole.period };
  expect(figures.map((figure) => figure.compute(unindexed))).toEqual(figures.map((figure) => figure.compute(whole)));
});
