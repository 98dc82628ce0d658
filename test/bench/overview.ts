import { overviewOf } from '../../electron/api/operations/overview.ts';
import { allRecords } from '../../electron/store/records.ts';
import { saveRecords } from '../../electron/store/save-records.ts';
import { timed, type BenchRow } from './bench-row.ts';
import { withYearStore } from './year-store.ts';

const wantedRecords = 20_000;

/** Everything that the first screen asks of the core, for a contract with far more records than a year has. */
export function benchOverview(): Promise<BenchRow[]> {
  return withYearStore(({ store, contractId, inputs }): BenchRow[] => {
    const worklogs = inputs.filter((input) => input.kind === 'worklog');
    for (let missing = wantedRecords - inputs.length; missing > 0; missing -= worklogs.length) saveRecords(store, contractId, worklogs.slice(0, missing));
    const read = timed(10, 3, () => { allRecords(store, contractId); });
    const whole = timed(10, 3, () => { overviewOf({ store }, contractId, '2025-08-20'); });
    const size = JSON.stringify(overviewOf({ store }, contractId, '2025-08-20')).length;
    return [
      { name: `overview of ${wantedRecords} records`, ...whole, unit: 'ms', note: `goal 150 ms; ${Math.round(size / 1024)} kB to the window` },
      { name: `of it: reading ${wantedRecords} records`, ...read, unit: 'ms', note: '' },
    ];
  });
}
