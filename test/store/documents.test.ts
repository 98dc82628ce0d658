import { expect, test } from 'vitest';
import { sha256Hex } from '../../electron/files/digest.ts';
import { listHandovers, recordHandover } from '../../electron/store/handovers.ts';
import { isStale, listIssued, recordIssued, setIssuedState } from '../../electron/store/issued.ts';
import { getSetting, setSetting } from '../../electron/store/settings.ts';
import { verifyChain } from '../../electron/store/verify-chain.ts';
import { codeOf, openTestContract } from './open-test-store.ts';

function document(scope: string, data: string) {
  return {
    deliverable: 'inspection', scope, fileName: `巡检记录单 ${scope}.docx`, size: 12_345,
    templateSha256: sha256Hex('template'), dataSha256: sha256Hex(data), fileSha256: sha256Hex(`file ${data}`),
  };
}

test('of each deliverable and scope the document made last is listed, with its state', () => {
  const { store, contractId } = openTestContract();
  const [, september] = recordIssued(store, contractId, [document('2024-08', 'a'), document('2024-09', 'b')]);
  const [august] = recordIssued(store, contractId, [document('2024-08', 'c')]);

  const signed = setIssuedState(store, september?.id ?? '', 'signed');

  expect(august).toEqual({
    ...document('2024-08', 'c'), id: august?.id, contractId, state: 'made', madeAt: august?.madeAt, madeBy: '林远航', stateAt: august?.madeAt, version: 1, reason: '',
  });
  expect(signed).toEqual({ ...september, state: 'signed', stateAt: signed.stateAt });
  expect(setIssuedState(store, signed.id, 'signed')).toEqual(signed);
  expect(listIssued(store, contractId)).toEqual([august, signed]);
  expect(verifyChain(store)).toMatchObject({ chains: [{ entries: 5 }], problems: [] });
});

test('a document is stale when its data or its template has changed', () => {
  const { store, contractId } = openTestContract();
  const [issued] = recordIssued(store, contractId, [document('2024-08', 'a')]);
  if (issued === undefined) throw new Error('nothing issued');

  const today = { dataSha256: sha256Hex('a'), templateSha256: sha256Hex('template') };
  expect([isStale(issued, today), isStale(issued, { ...today, dataSha256: sha256Hex('b') }), isStale(issued, { ...today, templateSha256: sha256Hex('b') })]).toEqual([false, true, true]);
});

test('every package is kept on record', () => {
  const { store, contractId } = openTestContract();
  const first = recordHandover(store, contractId, { name: '验收移交_20250930', files: 312, bytes: 9_876_543, manifestSha256: sha256Hex('m1') });
  const second = recordHandover(store, contractId, { name: '验收移交_20251001', files: 313, bytes: 9_876_600, manifestSha256: sha256Hex('m2'), imageSha256: sha256Hex('iso') });

  expect(listHandovers(store, contractId)).toEqual([first, second]);
  expect(second).toEqual({
    id: second.id, contractId, name: '验收移交_20251001', files: 313, bytes: 9_876_600, manifestSha256: sha256Hex('m2'), imageSha256: sha256Hex('iso'),
    madeAt: second.madeAt, madeBy: '林远航',
  });
  expect(listHandovers(store, 'other')).toEqual([]);
});

test('unknown contracts and documents are told', () => {
  const { store } = openTestContract();

  expect(codeOf(() => recordIssued(store, 'nothing', [document('2024-08', 'a')]))).toBe('not-found');
  expect(codeOf(() => recordHandover(store, 'nothing', { name: 'x', files: 0, bytes: 0, manifestSha256: sha256Hex('') }))).toBe('not-found');
  expect(codeOf(() => setIssuedState(store, 'nothing', 'printed'))).toBe('not-found');
});

test('settings are kept as JSON', () => {
  const { store } = openTestContract();

  setSetting(store, 'output', { folder: '交付', iso: true });
  setSetting(store, 'output', { folder: '验收', iso: false });

  expect([getSetting(store, 'output'), getSetting(store, 'nothing')]).toEqual([{ folder: '验收', iso: false }, undefined]);
});
