import { describe, expect, it } from 'vitest';
import { sampleYear, type SampleYear } from '../../electron/sample/sample-year.ts';
import { lastHandoverDay } from '../../shared/contract/periods.ts';
import { addDays, type LocalDate } from '../../shared/dates.ts';
import type { ContractProfile } from '../../shared/contract/profile.ts';
import type { Finding } from '../../shared/rules/finding.ts';
import { ruleIds, type RuleId } from '../../shared/rules/rule-ids.ts';
import { checkReadiness } from '../../shared/rules/check.ts';
import { contracts, stored, tenMonthContract, withPeople, yearContract } from './contracts.ts';

function check(contract: ContractProfile, year: SampleYear, today: LocalDate): { readonly findings: readonly Finding[]; readonly numberOf: (id: string) => string } {
  const profile = withPeople(contract, year);
  const records = stored(profile, year.records);
  const numbers = new Map(records.map((record) => [record.id, record.number]));
  const ids = new Map(records.map((record) => [record.number, record.id]));
  const photos = Map.groupBy(year.photos(), ({ number }) => ids.get(number) ?? '');
  return { findings: checkReadiness({ profile, records, calendar: {}, today, photos }), numberOf: (id) => numbers.get(id) ?? '' };
}

/** The rules without a planted fault, and why; each has unit tests of its own in test/shared/rules. */
const notPlanted: Partial<Record<RuleId, string>> = {
  'annual-report-missing': 'the annual report carries other faults',
  'report-sum-differs': 'needs all four quarterly reports, one of which is missing',
  'report-not-submitted': 'reports that carry faults must be handed in to be found by the others',
  'monthly-report-missing': 'the contract asks for none',
  'inspection-month-missing': 'a month without inspections would hide the single days',
  'number-duplicate': 'the store refuses it',
  'document-not-delivered': 'a matter of the profile, not of records',
  'ledger-differs': 'a matter of the profile, not of records',
  'paper-incomplete': 'a sample has no paper',
  'paper-outdated': 'a sample has no paper',
  'handover-outdated': 'a sample has no package',
  'carried-out': 'a sample carries nothing away',
};

function messages(findings: readonly Finding[]): string[] {
  return findings.map((finding) => `${finding.severity} ${finding.rule} ${finding.message}`);
}

/** Whether a finding is about what was planted: the same rule, and one of the records or the day where there is one. */
function isAbout(finding: Finding, fault: SampleYear['planted'][number], numberOf: (id: string) => string): boolean {
  if (finding.rule !== fault.rule) return false;
  const numbers = finding.recordIds.map(numberOf);
  if (fault.numbers.length > 0 && finding.rule !== 'number-gap') return fault.numbers.some((number) => numbers.includes(number));
  return fault.date === undefined || finding.date === fault.date;
}

describe.each(Object.entries(contracts))('%s', (_, contract) => {
  const today = lastHandoverDay(contract);

  it.each([1, 2, 3])('has nothing to mend without gaps, seed %i', (seed) => {
    const { findings } = check(contract, sampleYear(contract, { seed }), today);
    expect(messages(findings.filter((finding) => finding.severity !== 'notice'))).toEqual([]);
  });

  it.each([1, 2, 3])('has every planted fault found and no other, seed %i', (seed) => {
    const year = sampleYear(contract, { seed, gaps: true });
    const { findings, numberOf } = check(contract, year, today);
    expect(year.planted.filter((fault) => !findings.some((finding) => isAbout(finding, fault, numberOf)))).toEqual([]);
    const unexpected = findings.filter((finding) => finding.severity !== 'notice' && !year.planted.some((fault) => isAbout(finding, fault, numberOf)));
    expect(messages(unexpected)).toEqual([]);
    expect(year.planted.length).toBeGreaterThanOrEqual(20);
    expect(new Set(year.planted.map((fault) => fault.rule)).size).toBe(year.planted.length);
  });
});

describe('faults of a full year', () => {
  it('are of all these kinds', () => {
    expect(sampleYear(yearContract, { seed: 1, gaps: true }).planted.map((fault) => fault.rule).toSorted()).toEqual([
      'abnormal-item-open', 'charge-without-note', 'complaint-open', 'draft-left', 'failure-without-handling', 'hours-per-day', 'incident-open', 'inspection-missing', 'link-broken',
      'make-up-day-missing', 'names-differ', 'narrative-differs', 'number-date-differs', 'number-gap', 'off-day-without-duty', 'outside-service-period', 'person-days-over-quota', 'photo-date-differs', 'photo-undescribed', 'quarterly-report-missing',
      'report-date-order', 'report-figures-differ', 'request-released-untested', 'review-passed-silently', 'service-item-without-evidence', 'service-level-overrun',
      'sign-off-date-order', 'sign-off-missing', 'signed-after-report', 'survey-missing', 'texts-alike', 'time-overlap', 'unknown-person', 'work-item-open',
    ]);
  });

  it('and of no kind that could be planted and is not', () => {
    const planted = new Set<string>(sampleYear(yearContract, { seed: 1, gaps: true }).planted.map((fault) => fault.rule));
    expect(ruleIds.filter((rule) => !planted.has(rule)).toSorted()).toEqual(Object.keys(notPlanted).toSorted());
  });

  it('are described in Chinese, by the numbers and days that the records have', () => {
    const year = sampleYear(yearContract, { seed: 2, gaps: true });
    for (const fault of year.planted) expect(fault.description).toMatch(/\p{Script=Han}{4}/u);
    const missing = new Set(['number-gap']);
    const numbers = new Set(year.records.map((record) => record.number));
    expect(year.planted.filter((fault) => !missing.has(fault.rule) && !fault.numbers.every((number) => numbers.has(number)))).toEqual([]);
  });
});

describe('a sample cut off', () => {
  const days = ['2024-08-03', '2024-08-09', '2024-10-12', '2024-11-04', '2025-01-27', '2025-02-04', '2025-02-12', '2025-05-06', '2025-08-04', '2025-08-20'];

  it.each(days)('at %s knows nothing later and needs no mending on that day', (until) => {
    const year = sampleYear(yearContract, { seed: 5, until });
    const dates = JSON.stringify(year.records.map((record) => ({ ...record.body, wantedBy: undefined, plannedRelease: undefined, plan: undefined, ...record.signOff })))
      .match(/"\d{4}-\d{2}-\d{2}/g)?.map((date) => date.slice(1)) ?? [];
    expect(dates.filter((date) => date > until)).toEqual([]);
    const { findings } = check(yearContract, year, until);
    expect(messages(findings.filter((finding) => finding.severity === 'error'))).toEqual([]);
  });

  it.each(['2024-10-12', '2024-11-04', '2025-02-12', '2025-08-04', '2025-08-20'])('at %s has the faults found that were planted by then', (until) => {
    const year = sampleYear(yearContract, { seed: 6, until, gaps: true });
    const { findings, numberOf } = check(yearContract, year, until);
    expect(year.planted.filter((fault) => !findings.some((finding) => isAbout(finding, fault, numberOf)))).toEqual([]);
    const unexpected = findings.filter((finding) => finding.severity === 'error' && !year.planted.some((fault) => isAbout(finding, fault, numberOf)));
    expect(messages(unexpected)).toEqual([]);
  });

  it('before the service begins is empty', () => {
    expect(sampleYear(tenMonthContract, { seed: 1, until: addDays(tenMonthContract.service.from, -1) }).records).toEqual([]);
  });
});
