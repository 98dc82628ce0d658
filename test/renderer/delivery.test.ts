import { expect, test } from 'vitest';
import { chosenFiles, countFrom, countPlan, fileKey, filteredPlan, isPackageName, packageName, wholePlan, withChoice } from '../../renderer/screens/delivery/plan-state.ts';
import type { IssuedState } from '../../shared/deliverables/issued-state.ts';
import type { Freshness, PlannedDeliverable, PlannedDocument } from '../../shared/ipc/delivery-channels.ts';

function file(scope: string, freshness: Freshness, state?: IssuedState): PlannedDocument {
  const at = '2025-09-29T01:00:00.000Z';
  return {
    scope, name: `巡检_${scope}`, period: scope, from: `${scope}-01`, to: `${scope}-28`, records: 1, freshness,
    ...(state === undefined ? {} : { issued: { id: `issued-${scope}`, state, madeAt: at, version: 1, madeBy: '林远航', stateAt: at } }),
  };
}

const plan: readonly PlannedDeliverable[] = [
  { id: 'inspection', title: '巡检', template: 'inspection.docx', records: 4, files: [file('2024-08', 'never'), file('2024-09', 'stale', 'made'), file('2024-10', 'current', 'printed'), file('2024-11', 'current', 'scanned')] },
  { id: 'visit', title: '走访', template: 'visit.docx', records: 0, files: [] },
];

function shown(filter: Partial<typeof wholePlan>): string[][] {
  return filteredPlan(plan, { ...wholePlan, ...filter }).map(({ id, files }) => [id, ...files.map(({ scope }) => scope)]);
}

test('the whole plan also names deliverables without files; a filter leaves only what it finds', () => {
  expect(shown({})).toEqual([['inspection', '2024-08', '2024-09', '2024-10', '2024-11'], ['visit']]);
  expect(shown({ show: 'outdated' })).toEqual([['inspection', '2024-08', '2024-09']]);
  expect(shown({ show: 'unprinted' })).toEqual([['inspection', '2024-08', '2024-09']]);
  expect(shown({ show: 'unsigned' })).toEqual([['inspection', '2024-08', '2024-09', '2024-10']]);
  expect(shown({ from: '2024-09-15', to: '2024-10-01' })).toEqual([['inspection', '2024-09', '2024-10']]);
  expect(shown({ from: '2026-01-01' })).toEqual([]);
});

test('files are counted by freshness and by how far their paper has at least come', () => {
  const counts = countPlan(plan.flatMap(({ files }) => files));
  expect(counts).toEqual({ files: 4, freshness: { never: 1, current: 2, stale: 1 }, paper: { made: 1, printed: 1, signed: 0, scanned: 1 } });
  expect([countFrom(counts, 'printed'), countFrom(counts, 'signed'), countFrom(counts, 'scanned')]).toEqual([2, 1, 1]);
});

test('chosen files name what is to be generated and what can be noted; those that left the plan are forgotten', () => {
  const keys = ['2024-08', '2024-09', '2023-01'].map((scope) => fileKey('inspection', scope));
  expect(chosenFiles(plan, new Set(keys))).toEqual({ files: [{ deliverable: 'inspection', scope: '2024-08' }, { deliverable: 'inspection', scope: '2024-09' }], issued: ['issued-2024-09'] });
  const chosen = withChoice(new Set(['a']), ['b', 'c'], true);
  expect([[...chosen], [...withChoice(chosen, ['a', 'b'], false)]]).toEqual([['a', 'b', 'c'], ['c']]);
});

test('a package is named by its day; names that no folder may have are refused', () => {
  expect(packageName('2025-09-30')).toBe('交付包_20250930');
  expect([packageName('2025-09-30'), '验收移交', '', '.隐藏', 'a/b', 'a:b', '长'.repeat(61)].map(isPackageName)).toEqual([true, true, false, false, false, false, false]);
});
