import { createDataDigests } from '../../electron/handover/deliverables/data-digest.ts';
import { documentMakerHere } from '../../electron/handover/deliverables/document-maker.ts';
import { openTemplateLibrary } from '../../electron/handover/deliverables/template-library.ts';
import { overviewOf } from '../../electron/api/operations/overview.ts';
import { assessContract } from '../../electron/api/operations/records.ts';
import { createTurns } from '../../electron/api/turns.ts';
import { getContract } from '../../electron/store/contracts.ts';
import { forgetRecords } from '../../electron/store/record-memory.ts';
import { allRecords } from '../../electron/store/records.ts';
import { saveRecord } from '../../electron/store/save-records.ts';
import { templatesFolder } from '../helpers/test-api.ts';
import { timed, timingOf, type BenchRow } from './bench-row.ts';
import { fillUpTo } from './many-records.ts';
import { withYearStore, type YearStore } from './year-store.ts';

const wantedRecords = 20_000;
const today = '2025-08-20';

/** Everything that the first screen asks of the core, for a contract with far more records than a year has. */
export async function benchOverview(): Promise<BenchRow[]> {
  return withYearStore(async (year): Promise<BenchRow[]> => {
    const { store, contractId, inputs } = year;
    fillUpTo(wantedRecords, year);
    const fresh = timed(7, 2, () => {
      forgetRecords(store);
      allRecords(store, contractId);
    });
    const [input] = inputs.filter(({ kind }) => kind === 'visit');
    const afterSave = timed(20, 5, () => {
      if (input !== undefined) saveRecord(store, contractId, input);
      allRecords(store, contractId);
    });
    const first = timed(7, 2, () => {
      forgetRecords(store);
      overviewOf({ store }, contractId, today);
    });
    const whole = timed(10, 3, () => { overviewOf({ store }, contractId, today); });
    const size = JSON.stringify(overviewOf({ store }, contractId, today)).length;
    return [
      { name: `overview of ${wantedRecords} records, records in memory`, ...whole, unit: 'ms', note: `goal 150 ms; ${Math.round(size / 1024)} kB to the window` },
      { name: 'overview, nothing in memory', ...first, unit: 'ms', note: 'once after opening' },
      { name: `reading ${wantedRecords} records`, ...fresh, unit: 'ms', note: 'once after opening, in slices for the window' },
      { name: 'saving one and reading all again', ...afterSave, unit: 'ms', note: '' },
      ...(await benchCheck(year)),
    ];
  });
}

/** The check as the window asks for it: how long until it answers, and how long others wait at most meanwhile. */
async function benchCheck({ store, contractId }: YearStore): Promise<BenchRow[]> {
  const contract = getContract(store, contractId);
  const core = { store, turns: createTurns(), digests: createDataDigests(), maker: documentMakerHere(openTemplateLibrary({ own: templatesFolder, shipped: templatesFolder })) };
  const times: number[] = [];
  const waits: number[] = [];
  let findings = 0;
  for (let round = 0; round < 5; round++) {
    let last = performance.now();
    let longest = 0;
    const watch = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 1);
    const began = performance.now();
    findings = (await assessContract(core, contract, today)).findings.length;
    times.push(performance.now() - began);
    waits.push(longest);
    clearInterval(watch);
  }
  return [
    { name: `check of ${wantedRecords} records`, ...timingOf(times.slice(1)), unit: 'ms', note: `${findings} findings; in turns` },
    { name: 'check: longest wait of another call', ...timingOf(waits.slice(1)), unit: 'ms', note: 'goal 100 ms' },
  ];
}
