import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { backupStore } from '../../electron/store/backup/backup-store.ts';
import { listContracts } from '../../electron/store/contracts.ts';
import { closeStore, openStore } from '../../electron/store/open-store.ts';
import { allRecords } from '../../electron/store/records.ts';
import { saveRecord, saveRecords } from '../../electron/store/save-records.ts';
import { verifyChain } from '../../electron/store/verify-chain.ts';
import { inputOf, openTestContract, testEnvironment } from './open-test-store.ts';

test('a restore that is killed at any moment leaves the data as it was or as restored, never between', async () => {
  const { store, contractId } = openTestContract();
  saveRecords(store, contractId, Array.from({ length: 40 }, () => inputOf('visit')));
  await backupStore(store, join(store.folder, 'backups', 'a.zip'));
  saveRecord(store, contractId, inputOf('inspection'));
  await backupStore(store, join(store.folder, 'backups', 'b.zip'));
  closeStore(store);
  const counts: number[] = [];

  for (let turn = 0; turn < 6; turn++) {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'restore-child.ts'), store.folder], { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(createInterface({ input: child.stdout }), 'line');
    await new Promise((resolve) => { setTimeout(resolve, 40 + turn * 37); });
    child.kill('SIGKILL');
    await once(child, 'exit');

    // A live lock would refuse this; a log left by the database before would damage the one after.
    const opened = openStore(store.folder, testEnvironment());
    expect([listContracts(opened).length, verifyChain(opened).problems]).toEqual([1, []]);
    counts.push(allRecords(opened, contractId).length);
    closeStore(opened);
  }

  expect(counts.filter((count) => count !== 40 && count !== 41)).toEqual([]);
});
