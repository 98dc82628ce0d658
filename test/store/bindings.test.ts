import { expect, test } from 'vitest';
import { getBinding, listPrintTicks, recordBinding, tickPrinted, untickPrinted } from '../../electron/store/bindings.ts';
import { verifyChain } from '../../electron/store/verify-chain.ts';
import type { BindingContent } from '../../shared/volumes/binding.ts';
import { codeOf, openTestContract } from './open-test-store.ts';

const sha256 = 'a'.repeat(64);

const content: BindingContent = {
  office: 'LibreOffice 25.2', folder: '装订', gaps: [],
  files: [{ key: 'volume 巡检', kind: 'volume', title: '第1卷', name: '第01卷.pdf', sha256, bytes: 10, sides: 6, doubleSided: true, copies: 1, volume: { number: 1, pages: 3, documents: [{ deliverable: 'inspection', scope: '2024-08', sha256 }], originals: [{ from: 2, to: 3 }], toPrint: [{ from: 1, to: 4 }] } }],
};

test('the last binding is kept in the place of the one before, and each is logged', () => {
  const { store, contractId } = openTestContract();
  expect(getBinding(store, contractId)).toBeUndefined();
  recordBinding(store, contractId, { ...content, files: [] });
  recordBinding(store, contractId, content);
  expect(getBinding(store, contractId)).toMatchObject(content);
  expect(codeOf(() => recordBinding(store, 'nothing', content))).toBe('not-found');
  expect(verifyChain(store)).toMatchObject({ chains: [{ entries: 3 }], problems: [] });
});

test('what was printed is ticked off with day and person, may be ticked again and taken back, and every step is logged', () => {
  const { store, contractId } = openTestContract();
  const tick = { entry: 'volume 巡检', sha256, day: '2025-08-20', person: '王芳' };
  tickPrinted(store, contractId, [tick, { ...tick, entry: 'general' }]);
  tickPrinted(store, contractId, [{ ...tick, day: '2025-08-21' }]);
  untickPrinted(store, contractId, ['general', 'never']);
  expect(listPrintTicks(store, contractId)).toEqual([{ ...tick, day: '2025-08-21' }]);
  expect(store.statements.changes.ofDevice.all('办公电脑').slice(1).map(({ subject_id: subject, action }) => [subject, action])).toEqual([
    ['print volume 巡检', 'create'], ['print general', 'create'], ['print volume 巡检', 'update'], ['print general', 'update'],
  ]);
});

test('a binding that cannot be read is told, not passed over', () => {
  const { store, contractId } = openTestContract();
  recordBinding(store, contractId, content);
  store.database.exec(`UPDATE binding SET content = '{"files": 3}'`);
  expect(codeOf(() => getBinding(store, contractId))).toBe('store-damaged');
});
