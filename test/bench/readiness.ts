import { readFile } from 'node:fs/promises';
import { readContract } from '../../electron/intake/read-contract.ts';
import { sampleYear } from '../../electron/sample/sample-year.ts';
import type { ContractProfile } from '../../shared/contract/profile.ts';
import type { AnyRecord } from '../../shared/records/record.ts';
import { checkReadiness } from '../../shared/rules/check.ts';
import { storedYear } from '../helpers/stored-year.ts';
import { timed, type BenchRow } from './bench-row.ts';

const years = 10;

/** The same records `by` years earlier, with ids of their own. The year of the sample has no 29 February. */
function earlier(records: readonly AnyRecord[], by: number): AnyRecord[] {
  const text = JSON.stringify(records).replaceAll(/202([45])(?=-?\d\d-?\d\d)/g, (_, last: string) => String(2020 + Number(last) - by));
  // The text was made from records a line above, and only days in it were changed.
  return (JSON.parse(text) as AnyRecord[]).map((record) => ({ ...record, id: `${record.id}-${by}` }));
}

/** `check` over one contract year and over ten, all rules, in memory; ten contracts cost ten times one. */
export async function benchReadiness(): Promise<BenchRow[]> {
  const text = new URL('../../templates/sample/demo-contract.txt', import.meta.url);
  const { profile } = readContract(await readFile(text), 'demo-contract.txt');
  const records = storedYear(sampleYear(profile, { seed: 1 }).records);
  const decade: ContractProfile = { ...profile, service: { from: `${2025 - years}${profile.service.from.slice(4)}`, to: profile.service.to } };
  const long = Array.from({ length: years }, (_, by) => earlier(records, by)).flat();
  const check = (of: ContractProfile, list: readonly AnyRecord[]) => () => { checkReadiness({ profile: of, records: list, calendar: of.calendarOverrides, today: '2025-09-29' }); };
  return [
    { name: `check over ${records.length} records`, ...timed(20, 5, check(profile, records)), unit: 'ms', note: 'floor 400 ms' },
    { name: `check over ${long.length} records of ${years} years`, ...timed(5, 1, check(decade, long)), unit: 'ms', note: `linear: at most ${years} times one year` },
  ];
}
