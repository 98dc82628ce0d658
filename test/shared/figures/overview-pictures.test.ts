import { describe, expect, test } from 'vitest';
import { wholePeriod } from '../../../shared/contract/periods.ts';
import { daysWithoutInspection, evidenceByItem, evidenceMatrix } from '../../../shared/figures/breakdowns.ts';
import type { FigureInput } from '../../../shared/figures/figure.ts';
import { figureValue } from '../../../shared/figures/figures.ts';
import { inspectionCalendar } from '../../../shared/figures/inspection-calendar.ts';
import { reportClocks } from '../../../shared/figures/report-clocks.ts';
import { serviceLevelMisses } from '../../../shared/figures/service-level.ts';
import type { AnyRecord } from '../../../shared/records/record.ts';
import { makeRecord, testProfile } from '../../helpers/records.ts';

const profile = testProfile();

function inputOf(records: readonly AnyRecord[]): FigureInput {
  return { profile, records, period: wholePeriod(profile.service) };
}

describe('the calendar of inspections', () => {
  const calendar = inspectionCalendar(inputOf([
    makeRecord('inspection', { date: '2024-09-12' }),
    makeRecord('inspection', { date: '2024-09-12', items: [{ category: '服务器', item: '内存', result: '异常' }], conclusion: '存在异常，待处理' }, { sequence: 2 }),
    makeRecord('inspection', { date: '2024-09-16' }),
    makeRecord('inspection', { date: '2024-09-13' }, { status: 'draft' }),
  ]), '2024-09-18');
  const day = (date: string) => calendar.find((entry) => entry.date === date);

  test('has every day of the service period', () => {
    expect([calendar.length, calendar[0]?.date, calendar.at(-1)?.date]).toEqual([365, '2024-08-03', '2025-08-02']);
  });

  test('tells done, missing, make-up, day off, duty, today and to come apart', () => {
    expect(day('2024-09-12')).toMatchObject({ type: 'workday', state: 'done', abnormal: 1 });
    expect(day('2024-09-12')?.recordIds).toHaveLength(2);
    expect(day('2024-09-13')).toEqual({ date: '2024-09-13', type: 'workday', state: 'missing', recordIds: [], abnormal: 0 });
    expect(day('2024-09-14')).toMatchObject({ type: 'make-up-workday', state: 'missing' });
    expect(day('2024-09-15')).toMatchObject({ type: 'holiday', state: 'off' });
    expect(day('2024-09-16')).toMatchObject({ type: 'holiday', state: 'duty' });
    expect(day('2024-09-18')).toMatchObject({ state: 'today' });
    expect(day('2024-09-19')).toMatchObject({ state: 'coming' });
  });

  test('agrees with the figures and with the rule on missing days', () => {
    const input = { ...inputOf([]), period: { ...wholePeriod(profile.service), to: '2024-09-17' } };
    expect(calendar.filter(({ state }) => state === 'missing').map(({ date }) => date)).toEqual(daysWithoutInspection(input).filter((date) => date !== '2024-09-12'));
    expect(calendar.filter(({ type }) => type === 'workday' || type === 'make-up-workday')).toHaveLength(figureValue('inspection.due', inputOf([])).value);
  });
});

describe('service-level misses', () => {
  const late = makeRecord('incident', { date: '2024-09-03', reportedAt: '2024-09-03T10:00', answeredAt: '2024-09-03T11:01', restoredAt: '2024-09-03T14:01' });

  test('are the faults that were answered or restored late', () => {
    const onTime = makeRecord('incident', { date: '2024-09-02' });
    const theirs = makeRecord('incident', { ...late.body, vendorFault: false }, { sequence: 2 });
    const drill = makeRecord('incident', { ...late.body, category: '演练' }, { sequence: 3 });

    expect(serviceLevelMisses(inputOf([late, onTime, theirs, drill]))).toEqual([{ record: late, answerMinutes: 61, restoreMinutes: 241, isAnswerLate: true, isRestoreLate: true }]);
  });

  test('a fault still worked on is no miss before its moments are known', () => {
    const open = makeRecord('incident', { date: '2024-09-03', state: '处理中', reportedAt: '2024-09-03T10:00', answeredAt: '2024-09-03T10:10', restoredAt: undefined });
    const unanswered = makeRecord('incident', { date: '2024-09-04', reportedAt: '2024-09-04T10:00', answeredAt: undefined, restoredAt: '2024-09-04T11:00' });

    expect(serviceLevelMisses(inputOf([open, unanswered])).map(({ record, isAnswerLate, isRestoreLate }) => [record.id, isAnswerLate, isRestoreLate])).toEqual([[unanswered.id, true, false]]);
  });
});

describe('report clocks', () => {
  const first = { date: '2024-11-04', reportType: '季度', periodFrom: '2024-08-03', periodTo: '2024-11-02', figures: [] } as const;
  const statesOn = (today: string, ...records: AnyRecord[]) => reportClocks(profile, records, today).map(({ type, state, daysLeft }) => [type, state, daysLeft]);

  test('run to the day a report is due', () => {
    expect(statesOn('2024-11-01')[0]).toEqual(['季度', 'not-due', 3]);
    expect(statesOn('2024-11-06')[0]).toEqual(['季度', 'due', -2]);
    expect(statesOn('2024-11-06').map(([type]) => type)).toEqual(['季度', '季度', '季度', '季度', '年度']);
  });

  test('then through the review, which ends on a working day', () => {
    const submitted = makeRecord('report', { ...first, submittedOn: '2024-11-04', submittedTo: '顾小满', reviewState: '评审中' });

    expect(reportClocks(profile, [submitted], '2024-11-08')[0]).toMatchObject({ state: 'in-review', reviewUntil: '2024-11-18', daysLeft: 10, report: submitted });
    expect(statesOn('2024-11-18', submitted)[0]).toEqual(['季度', 'in-review', 0]);
    expect(statesOn('2024-11-19', submitted)[0]).toEqual(['季度', 'review-over', undefined]);
  });

  test.each([['已通过', 'approved'], ['默认通过', 'silently-approved'], ['有质疑', 'questioned']] as const)('and end with its result: %s', (reviewState, state) => {
    const report = makeRecord('report', { ...first, submittedOn: '2024-11-04', reviewState });

    expect(statesOn('2024-11-30', report)[0]).toEqual(['季度', state, undefined]);
  });

  test('a report not handed in still runs, a draft is only a draft', () => {
    expect(statesOn('2024-11-06', makeRecord('report', { ...first, reviewState: '未提交' }))[0]).toEqual(['季度', 'written', -2]);
    expect(statesOn('2024-11-06', makeRecord('report', { ...first, reviewState: '未提交' }, { status: 'draft' }))[0]).toEqual(['季度', 'draft', -2]);
  });
});

test('reports on the last span, written after it, stand in the last month of the evidence matrix', () => {
  const withReports = testProfile({ serviceItems: [{ no: 1, name: '服务报告', quantity: 1, unitPrice: 1, amount: 1, evidence: ['report'] }] });
  const last = makeRecord('report', { date: '2025-08-04', reportType: '季度', periodFrom: '2025-05-03', periodTo: '2025-08-02', figures: [], reviewState: '未提交' });
  const input = { profile: withReports, records: [last], period: wholePeriod(withReports.service) };

  expect(evidenceByItem(input)[0]?.records).toEqual([last]);
  expect(evidenceMatrix(input)[0]?.cells.at(-1)).toMatchObject({ month: { key: '2025-08' }, records: [last] });
});
