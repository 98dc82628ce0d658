import { describe, expect, it } from 'vitest';
import { loadRemembered, missingTargets, planOf, proposedChoice, rememberedOf, storeRemembered, withRole, withTarget } from '../../../renderer/entry/import/column-plan.ts';
import type { ImportInspection } from '../../../shared/entry/import-plan.ts';

const inspection: ImportInspection = {
  roles: [{ role: 'main', label: '日常工作记录单', targets: [{ id: 'date', label: '服务日期', isRequired: true }, { id: 'hours', label: '投入工时', isRequired: true }, { id: 'remark', label: '备注', isRequired: false }] }],
  sheets: [{ name: '登记', rows: 3, role: 'main', headingRow: 2, columns: [{ index: 0, letter: 'A', heading: '登记日', target: undefined, samples: [] }, { index: 1, letter: 'B', heading: '投入工时', target: 'hours', samples: [] }, { index: 2, letter: 'C', heading: '说明', target: undefined, samples: [] }] }],
};

function memory() {
  const kept = new Map<string, string>();
  return { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value) };
}

describe('columns of an import', () => {
  it('begin as recognised, and are remembered as assigned', () => {
    const storage = memory();
    const first = proposedChoice(inspection, loadRemembered(storage, 'worklog'));
    expect(first).toEqual([{ name: '登记', role: 'main', targets: { 1: 'hours' } }]);
    expect(missingTargets({ name: '登记', role: 'main', targets: { 1: 'hours' } }, inspection.roles)).toEqual(['服务日期']);
    const assigned = withTarget(withTarget(first, '登记', 0, 'date'), '登记', 2, 'remark');
    storeRemembered(storage, 'worklog', rememberedOf(assigned, inspection, {}));
    expect(proposedChoice(inspection, loadRemembered(storage, 'worklog'))).toEqual([{ name: '登记', role: 'main', targets: { 0: 'date', 1: 'hours', 2: 'remark' } }]);
    expect(planOf(assigned, inspection)).toEqual({ sheets: [{ name: '登记', role: 'main', headingRow: 2, columns: [{ index: 0, target: 'date' }, { index: 1, target: 'hours' }, { index: 2, target: 'remark' }] }] });
  });

  it('remember also what is not to be imported', () => {
    const cleared = withTarget(proposedChoice(inspection, {}), '登记', 1, undefined);
    const remembered = rememberedOf(cleared, inspection, {});
    expect(proposedChoice(inspection, remembered)).toEqual([{ name: '登记', role: 'main', targets: {} }]);
  });

  it('take a field away from the column that had it', () => {
    expect(withTarget(proposedChoice(inspection, {}), '登记', 0, 'hours')[0]?.targets).toEqual({ 0: 'hours' });
  });

  it('leave worksheets out that hold something else', () => {
    const none = withRole(proposedChoice(inspection, {}), inspection, '登记', '', {});
    expect(planOf(none, inspection)).toEqual({ sheets: [] });
    expect(withRole(none, inspection, '登记', 'main', {})[0]?.targets).toEqual({ 1: 'hours' });
  });

  it('forget what another program wrote into the memory', () => {
    const storage = memory();
    for (const text of ['nonsense', '[]', 'null', '{"main":{"a":1}}', '{"main":3}']) {
      storage.setItem('import-columns:worklog', text);
      expect(proposedChoice(inspection, loadRemembered(storage, 'worklog'))[0]?.targets).toEqual({ 1: 'hours' });
    }
  });
});
