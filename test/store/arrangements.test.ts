import { expect, test } from 'vitest';
import { sha256Hex } from '../../electron/files/digest.ts';
import { canonicalJson } from '../../electron/store/canonical-json.ts';
import { getArrangement, saveArrangement } from '../../electron/store/arrangements.ts';
import { listPageCounts, recordPageCounts } from '../../electron/store/page-counts.ts';
import { verifyChain } from '../../electron/store/verify-chain.ts';
import { usualArrangement } from '../../shared/volumes/arrangement.ts';
import { codeOf, openTestContract } from './open-test-store.ts';

test('a contract is bound as usual until somebody arranges it; what was arranged is kept and logged', () => {
  const { store, contractId } = openTestContract();
  const manual = [{ key: 'own#1', items: [{ deliverable: 'inspection', scope: '2024-08' }] }];
  expect(getArrangement(store, contractId)).toEqual({ revision: 0, arrangement: usualArrangement });

  const first = saveArrangement(store, contractId, { ...usualArrangement, profile: 'archive' }, 0);
  const second = saveArrangement(store, contractId, { ...first.arrangement, manual }, 1);

  expect([second.revision, getArrangement(store, contractId)]).toEqual([2, second]);
  expect(second.arrangement).toEqual({ ...usualArrangement, profile: 'archive', manual });
  expect(saveArrangement(store, contractId, second.arrangement, 2).revision).toBe(2);
  expect(verifyChain(store)).toMatchObject({ chains: [{ entries: 3 }], problems: [] });
  expect(store.statements.changes.ofDevice.all('办公电脑').slice(1).map(({ subject, action, fields }) => [subject, action, JSON.parse(fields)])).toEqual([
    ['handover', 'create', [{ field: 'profile', before: 'simple', after: 'archive' }]],
    ['handover', 'update', [{ field: 'manual', before: null, after: { volumes: 1, sha256: sha256Hex(canonicalJson(manual)) } }]],
  ]);
});

test('a change of what somebody else has changed meanwhile is refused', () => {
  const { store, contractId } = openTestContract();
  saveArrangement(store, contractId, { ...usualArrangement, doubleSided: false }, 0);

  expect(codeOf(() => saveArrangement(store, contractId, { ...usualArrangement, profile: 'archive' }, 0))).toBe('conflict');
  expect(codeOf(() => saveArrangement(store, 'nothing', usualArrangement, 0))).toBe('not-found');
});

test('an arrangement that cannot be read is told, not replaced', () => {
  const { store, contractId } = openTestContract();
  saveArrangement(store, contractId, { ...usualArrangement, doubleSided: false }, 0);
  store.database.exec(`UPDATE arrangement SET content = '{"limit": 3}'`);

  expect(codeOf(() => getArrangement(store, contractId))).toBe('store-damaged');
});

test('the last count of a document takes the place of the one before', () => {
  const { store, contractId } = openTestContract();
  const count = (scope: string, pages: number) => ({ deliverable: 'inspection', scope, templateSha256: sha256Hex('t'), dataSha256: sha256Hex(`d${pages}`), pages });
  recordPageCounts(store, contractId, [count('2024-08', 21), count('2024-09', 22)]);
  recordPageCounts(store, contractId, [count('2024-08', 23)]);

  expect(listPageCounts(store, contractId)).toEqual([count('2024-08', 23), count('2024-09', 22)]);
  expect(codeOf(() => recordPageCounts(store, 'nothing', []))).toBe('not-found');
});
