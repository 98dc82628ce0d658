import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listRecords } from '../../electron/store/list-records.ts';
import { closeStore, openStore } from '../../electron/store/open-store.ts';
import { allRecords, getRecord } from '../../electron/store/records.ts';
import { saveRecord } from '../../electron/store/save-records.ts';
import { verifyChain } from '../../electron/store/verify-chain.ts';
import { recordQuerySchema } from '../../shared/ipc/record-channels.ts';
import { codeOf, failureOf, inputOf, openTestContract, testEnvironment } from './open-test-store.ts';

test('a full disk is told, nothing acknowledged is lost, and work goes on once there is room', () => {
  const { store, contractId } = openTestContract();
  const pages = Number(store.database.pragma('page_count', { simple: true }));
  store.database.pragma(`max_page_count = ${pages + 20}`);
  const saved: string[] = [];
  let code = '';

  while (code === '' && saved.length < 1000) {
    try {
      saved.push(saveRecord(store, contractId, inputOf('inspection', { date: `2024-08-${String((saved.length % 28) + 1).padStart(2, '0')}` })).number);
    } catch {
      code = codeOf(() => saveRecord(store, contractId, inputOf('inspection', { date: '2024-09-01' })));
    }
  }

  expect(code).toBe('disk-full');
  expect(saved.length).toBeGreaterThan(3);
  expect(allRecords(store, contractId).map((record) => record.number)).toEqual([...saved].sort());
  store.database.pragma('max_page_count = 1000000');
  saveRecord(store, contractId, inputOf('visit'));
  expect(verifyChain(store)).toMatchObject({ chains: [{ entries: saved.length + 2 }], problems: [] });
});

test('a body that is no JSON object is reported with the record it belongs to', () => {
  const { store, contractId } = openTestContract();
  const sound = saveRecord(store, contractId, inputOf('training'));
  saveRecord(store, contractId, inputOf('visit', {}, { id: 'v' }));

  for (const body of ['{"date":', '[]', 'null']) {
    store.database.pragma('ignore_check_constraints = ON');
    store.database.prepare("UPDATE record SET body = ? WHERE id = 'v'").run(body);
    store.database.pragma('ignore_check_constraints = OFF');

    const failure = failureOf(() => getRecord(store, 'v'));
    expect([failure.code, failure.message, failure.details]).toEqual(['store-damaged', '记录「ZF-20240805-01」的内容已损坏，请从备份恢复。', { record: 'v' }]);
    expect(codeOf(() => allRecords(store, contractId))).toBe('store-damaged');
    expect(codeOf(() => listRecords(store, recordQuerySchema.parse({ contractId })))).toBe('store-damaged');
  }
  expect(getRecord(store, sound.id)).toEqual(sound);
});

test('an unknown kind in the file is damage, not a crash', () => {
  const { store, contractId } = openTestContract();
  saveRecord(store, contractId, inputOf('visit', {}, { id: 'v' }));
  store.database.exec("UPDATE record SET kind = 'song'");

  expect(codeOf(() => getRecord(store, 'v'))).toBe('store-damaged');
});

/** Root may write everywhere: as root, act as nobody for a moment. */
function asOrdinaryPerson<T>(action: () => T): T {
  if (process.geteuid?.() !== 0) return action();
  process.seteuid?.(65_534);
  try {
    return action();
  } finally {
    process.seteuid?.(0);
  }
}

test.skipIf(process.platform === 'win32')('a folder that may not be written is told', () => {
  const { store } = openTestContract();
  closeStore(store);
  const paths = [join(store.folder, 'binder.sqlite'), join(store.folder, 'binder.lock'), store.folder];
  for (const path of paths) chmodSync(path, path === store.folder ? 0o555 : 0o444);

  try {
    expect(asOrdinaryPerson(() => codeOf(() => openStore(store.folder, testEnvironment())))).toBe('file-in-use');
    expect(asOrdinaryPerson(() => codeOf(() => openStore(join(store.folder, 'new'), testEnvironment())))).toBe('file-in-use');
  } finally {
    chmodSync(store.folder, 0o755);
  }
});
