import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newUuid7 } from '../../electron/api/environment.ts';
import { readContract } from '../../electron/intake/read-contract.ts';
import { sampleYear } from '../../electron/sample/sample-year.ts';
import { createContract } from '../../electron/store/contracts.ts';
import { closeStore, openStore } from '../../electron/store/open-store.ts';
import { saveRecords } from '../../electron/store/save-records.ts';
import type { WritableStore } from '../../electron/store/store.ts';
import type { RecordInput } from '../../shared/records/record.ts';

/** A store that holds the sample year, and what was saved into it. */
export type YearStore = { readonly store: WritableStore; readonly contractId: string; readonly inputs: readonly RecordInput[] };

/** Makes a store with one contract year on the disk for the time of the measuring. */
export async function withYearStore<Result>(measure: (year: YearStore) => Result | Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'binder-bench-'));
  const store = openStore(folder, {
    now: () => new Date().toISOString(), today: () => new Date().toISOString().slice(0, 10), newId: () => newUuid7(Date.now(), randomBytes(10)), device: 'bench', user: 'bench', log: () => undefined,
  });
  try {
    const { profile } = readContract(await readFile(new URL('../../templates/sample/demo-contract.txt', import.meta.url)), 'demo-contract.txt');
    const year = sampleYear(profile, { seed: 1 });
    const contractId = createContract(store, { ...profile, people: [...year.people] }).id;
    const inputs = year.records.map((record): RecordInput => ({ kind: record.kind, body: record.body, signOff: record.signOff }));
    saveRecords(store, contractId, inputs);
    return await measure({ store, contractId, inputs });
  } finally {
    closeStore(store);
    rmSync(folder, { recursive: true, force: true });
  }
}
