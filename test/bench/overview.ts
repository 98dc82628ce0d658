import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newUuid7 } from '../../electron/api/environment.ts';
import { overviewOf } from '../../electron/api/operations/overview.ts';
import { readContract } from '../../electron/intake/read-contract.ts';
import { sampleYear } from '../../electron/sample/sample-year.ts';
import { createContract } from '../../electron/store/contracts.ts';
import { closeStore, openStore } from '../../electron/store/open-store.ts';
import { allRecords } from '../../electron/store/records.ts';
import { saveRecords } from '../../electron/store/save-records.ts';
import type { RecordInput } from '../../shared/records/record.ts';
import { timed, type BenchRow } from './bench-row.ts';

const wantedRecords = 20_000;

/** Everything that the first screen asks of the core, for a contract with far more records than a year has. */
export async function benchOverview(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'binder-bench-'));
  const store = openStore(folder, {
    now: () => new Date().toISOString(), newId: () => newUuid7(Date.now(), randomBytes(10)), device: 'bench', user: 'bench', log: () => undefined,
  });
  try {
    const { profile } = readContract(await readFile(new URL('../../templates/sample/demo-contract.txt', import.meta.url)), 'demo-contract.txt');
    const year = sampleYear(profile, { seed: 1 });
    const contractId = createContract(store, { ...profile, people: [...year.people] }).id;
    const inputs = year.records.map((record): RecordInput => ({ kind: record.kind, body: record.body, signOff: record.signOff }));
    saveRecords(store, contractId, inputs);
    const worklogs = inputs.filter((input) => input.kind === 'worklog');
    for (let missing = wantedRecords - inputs.length; missing > 0; missing -= worklogs.length) saveRecords(store, contractId, worklogs.slice(0, missing));
    const read = timed(10, 3, () => { allRecords(store, contractId); });
    const whole = timed(10, 3, () => { overviewOf({ store }, contractId, '2025-08-20'); });
    const size = JSON.stringify(overviewOf({ store }, contractId, '2025-08-20')).length;
    return [
      { name: `overview of ${wantedRecords} records`, ...whole, unit: 'ms', note: `goal 150 ms; ${Math.round(size / 1024)} kB to the window` },
      { name: `of it: reading ${wantedRecords} records`, ...read, unit: 'ms', note: '' },
    ];
  } finally {
    closeStore(store);
    rmSync(folder, { recursive: true, force: true });
  }
}
