import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Deliverable } from '../../../shared/contract/profile.ts';
import { eachDay } from '../../../shared/dates.ts';
import { planDeliverable, planDeliverables } from '../../../shared/deliverables/plan.ts';
import { makeRecord, testProfile } from '../../helpers/records.ts';

function deliverable(overrides: Partial<Deliverable>): Deliverable {
  return { id: 'd', title: '日常巡检记录单', kind: 'inspection', where: {}, layout: 'form', grouping: 'month', template: 'inspection.docx', fromContract: true, enabled: true, ...overrides };
}

const profile = testProfile();
const days = ['2024-08-05', '2024-08-30', '2024-09-02', '2024-11-02', '2024-11-03', '2025-08-01'];
const inspections = days.map((date, index) => makeRecord('inspection', { date }, { id: `i${index}`, number: `XJ-${date.replaceAll('-', '')}-01` }));

describe('the files of a deliverable', () => {
  test.each([
    ['record', days.map((day) => [`日常巡检记录单_XJ-${day.replaceAll('-', '')}-01`, 1])],
    ['month', [['日常巡检记录单_2024-08', 2], ['日常巡检记录单_2024-09', 1], ['日常巡检记录单_2024-11', 2], ['日常巡检记录单_2025-08', 1]]],
    ['quarter', [['日常巡检记录单_Q1', 4], ['日常巡检记录单_Q2', 1], ['日常巡检记录单_Q4', 1]]],
    ['all', [['日常巡检记录单', 6]]],
  ] as const)('one per %s', (grouping, expected) => {
    const plan = planDeliverable(profile, deliverable({ grouping }), inspections.toReversed());
    expect(plan.map((file) => [file.name, file.records.length])).toEqual(expected);
  });

  test('drafts are left out, void records keep their sheet', () => {
    const records = [...inspections.slice(0, 1), makeRecord('inspection', { date: '2024-08-06' }, { status: 'draft' }), makeRecord('inspection', { date: '2024-08-07' }, { status: 'void' })];
    expect(planDeliverable(profile, deliverable({}), records).map((file) => file.records.map((record) => record.status))).toEqual([['final', 'void']]);
  });

  test('only files that touch the wanted days are made, and then whole', () => {
    const plan = planDeliverable(profile, deliverable({}), inspections, { from: '2024-08-20', to: '2024-09-30' });
    expect(plan.map((file) => [file.name, file.records.length])).toEqual([['日常巡检记录单_2024-08', 2], ['日常巡检记录单_2024-09', 1]]);
  });

  test('reports are named by their quarter, the annual one by its title alone', () => {
    const report = (id: string, reportType: '季度' | '年度' | '月度', periodFrom: string, periodTo: string, ordinal?: number) => makeRecord('report', { reportType, periodFrom, periodTo, ordinal }, { id });
    const records = [report('a', '季度', '2024-08-03', '2024-11-02', 1), report('b', '年度', '2024-08-03', '2025-08-02'), report('c', '月度', '2024-09-01', '2024-09-30', 2)];
    const names = (reportType: string): string[] => planDeliverable(profile, deliverable({ kind: 'report', title: '总结报告', grouping: 'record', where: { reportType } }), records).map((file) => file.name);
    expect([names('季度'), names('年度'), names('月度')]).toEqual([['总结报告_第一季度'], ['总结报告'], ['总结报告_2024年9月']]);
  });

  test('switched-off deliverables become nothing', () => {
    const off = testProfile({ deliverables: [deliverable({ enabled: false })] });
    expect(planDeliverables(off, inspections)).toEqual([]);
  });

  test('every record of the kind stands in exactly one file, whatever its day and the grouping', () => {
    const possible = eachDay('2024-07-01', '2025-09-30');
    fc.assert(fc.property(fc.array(fc.constantFrom(...possible), { maxLength: 40 }), fc.constantFrom('record', 'month', 'quarter', 'all'), (dates, grouping) => {
      const records = dates.map((date, index) => makeRecord('inspection', { date }, { id: `r${index}`, number: `XJ-${date.replaceAll('-', '')}-${String(index).padStart(2, '0')}` }));
      const plan = planDeliverable(profile, deliverable({ grouping }), records);
      expect(plan.flatMap((file) => file.records.map((record) => record.id)).toSorted()).toEqual(records.map((record) => record.id).toSorted());
      expect(plan.every((file) => file.records.length > 0)).toBe(true);
    }), { numRuns: 60 });
  });
});
