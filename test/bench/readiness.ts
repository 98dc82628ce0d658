import { readFile } from 'node:fs/promises';
import { readContract } from '../../electron/intake/read-contract.ts';
import { sampleYear } from '../../electron/sample/sample-year.ts';
import { checkReadiness } from '../../shared/rules/check.ts';
import { storedYear } from '../helpers/stored-year.ts';
import { timed, type BenchRow } from './bench-row.ts';

/** `check` over one contract year, rules only, in memory. */
export async function benchReadiness(): Promise<BenchRow[]> {
  const text = new URL('../../templates/sample/demo-contract.txt', import.meta.url);
  const { profile } = readContract(await readFile(text), 'demo-contract.txt');
  const records = storedYear(sampleYear(profile, { seed: 1 }).records);
  const timing = timed(20, 5, () => { checkReadiness({ profile, records, calendar: profile.calendarOverrides, today: '2025-09-29' }); });
  return [{ name: `check over ${records.length} records`, ...timing, unit: 'ms', note: 'floor 300 ms' }];
}
