import { expect, test } from 'vitest';
import { closeCarried, correctCarried, getCarried, listCarried, registerCarried, reopenCarried } from '../../electron/store/carried.ts';
import { parseFieldChanges } from '../../electron/store/changes.ts';
import { verifyChain } from '../../electron/store/verify-chain.ts';
import { carriedBody, carriedClosing } from '../helpers/carried.ts';
import { codeOf, openTestContract } from './open-test-store.ts';

test('items are numbered per contract and stay as they were registered', () => {
  const { store, contractId } = openTestContract();
  registerCarried(store, contractId, carriedBody());
  const second = registerCarried(store, contractId, carriedBody({ content: 'other', isEncrypted: false, openReason: '甲方指定的纸质资料' }));
  expect(listCarried(store, contractId).map(({ number, state, content }) => ({ number, state, content }))).toEqual([
    { number: 'XC-001', state: 'out', content: 'backup' }, { number: 'XC-002', state: 'out', content: 'other' },
  ]);
  expect(getCarried(store, second.id)).toEqual({
    ...carriedBody({ content: 'other', isEncrypted: false, openReason: '甲方指定的纸质资料' }),
    id: second.id, contractId, number: 'XC-002', state: 'out', revision: 1, madeAt: second.madeAt, madeBy: '林远航',
  });
  expect([codeOf(() => registerCarried(store, 'nobody', carriedBody())), codeOf(() => getCarried(store, 'nothing'))]).toEqual(['not-found', 'not-found']);
});

test('an item is corrected while it is out, ends once, and its end can be taken back', () => {
  const { store, contractId } = openTestContract();
  const { id, permission } = registerCarried(store, contractId, carriedBody());
  expect(correctCarried(store, { id, revision: 1 }, { ...permission, dueOn: '2025-10-31' })).toMatchObject({ revision: 2, permission: { dueOn: '2025-10-31' } });
  expect(codeOf(() => closeCarried(store, { id, revision: 1 }, carriedClosing()))).toBe('conflict');
  expect(codeOf(() => closeCarried(store, { id, revision: 2 }, carriedClosing({ on: '2025-09-01' })))).toBe('invalid-input');
  expect(closeCarried(store, { id, revision: 2 }, carriedClosing())).toMatchObject({ state: 'returned', revision: 3, closing: carriedClosing() });
  expect(codeOf(() => closeCarried(store, { id, revision: 3 }, carriedClosing({ outcome: 'destroyed' })))).toBe('invalid-input');
  const again = reopenCarried(store, { id, revision: 3 });
  expect([again.state, again.closing, again.revision]).toEqual(['out', undefined, 4]);
});

test('every step stands in the change log, and none of it says a password', () => {
  const { store, contractId } = openTestContract();
  const { id, permission } = registerCarried(store, contractId, carriedBody());
  correctCarried(store, { id, revision: 1 }, { ...permission, medium: 'U盘' });
  closeCarried(store, { id, revision: 2 }, carriedClosing());
  const rows = store.database.prepare<[string], { device: string; seq: number; action: string; fields: string }>('SELECT device, seq, action, fields FROM change WHERE subject_id = ? ORDER BY seq').all(id);
  expect(rows.map((row) => [row.action, parseFieldChanges(row).map(({ field }) => field)])).toEqual([
    ['create', expect.arrayContaining(['carried.number', 'carried.state', 'carried.medium', 'carried.file', 'carried.isEncrypted'])],
    ['update', ['carried.medium']],
    ['update', ['carried.closing', 'carried.state']],
  ]);
  expect(verifyChain(store)).toMatchObject({ problems: [] });
});
