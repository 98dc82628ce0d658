import { readFile } from 'node:fs/promises';
import { compileTemplate, formOptions } from '../../electron/documents/template.ts';
import { readContract } from '../../electron/intake/read-contract.ts';
import { sampleYear } from '../../electron/sample/sample-year.ts';
import { usualDeliverables } from '../../shared/contract/default-deliverables.ts';
import { lastHandoverDay, wholePeriod } from '../../shared/contract/periods.ts';
import type { ContractProfile } from '../../shared/contract/profile.ts';
import { addMonths } from '../../shared/dates.ts';
import { recordData } from '../../shared/deliverables/record-data.ts';
import { reportData } from '../../shared/deliverables/report-data.ts';
import { figuresOf } from '../../shared/figures/figures.ts';
import { recordsOf, type AnyRecord } from '../../shared/records/record.ts';
import { checkReadiness } from '../../shared/rules/check.ts';
import { storedYear } from '../helpers/stored-year.ts';
import { digits, timed, type BenchRow } from './bench-row.ts';

type Year = { readonly profile: ContractProfile; readonly records: readonly AnyRecord[] };

function yearOf(contract: ContractProfile, seed: number): Year {
  const year = sampleYear(contract, { seed });
  const deliverables = contract.deliverables.length === 0 ? usualDeliverables(contract.deliverablePrefix) : contract.deliverables;
  return { profile: { ...contract, deliverables, people: [...contract.people, ...year.people] }, records: storedYear(year.records) };
}

/** The same contract over so many years until the same last day, with so many times its work. */
function longContract(contract: ContractProfile, years: number): ContractProfile {
  return {
    ...contract,
    service: { from: addMonths(contract.service.from, -12 * (years - 1)), to: contract.service.to },
    serviceItems: contract.serviceItems.map((item) => ({ ...item, quantity: item.quantity * years, amount: item.amount * years })),
    changeQuota: { ...contract.changeQuota, personDays: contract.changeQuota.personDays * years },
  };
}

function check({ profile, records }: Year): void {
  checkReadiness({ profile, records, calendar: profile.calendarOverrides, today: lastHandoverDay(profile) });
}

/** The figures of a year, the check with all rules as years and contracts are added, and the annual report with its charts. */
export async function benchReports(): Promise<BenchRow[]> {
  const { profile: contract } = readContract(await readFile(new URL('../../templates/sample/demo-contract.txt', import.meta.url)), 'demo-contract.txt');
  const year = yearOf(contract, 1);
  const { profile, records } = year;
  const period = wholePeriod(profile.service);
  const tenYears = yearOf(longContract(contract, 10), 1);
  const tenContracts = Array.from({ length: 10 }, (_, seed) => yearOf(contract, seed + 1));
  const template = compileTemplate(await readFile(new URL('../../templates/annual-report.docx', import.meta.url)), formOptions);
  const annual = recordsOf(records, 'report').find(({ body }) => body.reportType === '年度');
  if (annual === undefined) throw new Error('no annual report');

  const figures = timed(20, 5, () => { figuresOf(profile, period, records, lastHandoverDay(profile)); });
  const one = timed(15, 5, () => { check(year); });
  const contracts = timed(3, 1, () => { for (const each of tenContracts) check(each); });
  const long = timed(3, 1, () => { check(tenYears); });
  const report = timed(20, 5, () => { template.render({ ...recordData(profile, annual, records), ...reportData(profile, annual, records) }); });
  const times = (median: number): string => `${digits(median / one.median)} × one year`;
  return [
    { name: `all figures of a year, ${records.length} records`, ...figures, unit: 'ms', note: 'floor 150 ms' },
    { name: 'check with all rules, one year', ...one, unit: 'ms', note: 'floor 400 ms' },
    { name: 'check, ten contracts of one year', ...contracts, unit: 'ms', note: times(contracts.median) },
    { name: `check, one contract of ten years, ${tenYears.records.length} records`, ...long, unit: 'ms', note: `${times(long.median)}, ${digits(tenYears.records.length / records.length)} × its records` },
    { name: 'annual report with charts, data and .docx', ...report, unit: 'ms', note: 'floor 150 ms' },
  ];
}
