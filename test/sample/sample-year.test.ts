import { describe, expect, it } from 'vitest';
import { sampleYear } from '../../electron/sample/sample-year.ts';
import { dayType, isWorkingDay, workingDays } from '../../shared/calendar/working-days.ts';
import { wholePeriod } from '../../shared/contract/periods.ts';
import { figuresOf, reportAsOf } from '../../shared/figures/figures.ts';
import { numbersIn } from '../../shared/figures/closing.ts';
import { evidenceByItem } from '../../shared/figures/breakdowns.ts';
import { parseNumber } from '../../shared/records/numbering.ts';
import { kindNames } from '../../shared/records/kinds.ts';
import { recordsOf } from '../../shared/records/record.ts';
import { staffOf, timeOf } from '../../shared/rules/people-in-records.ts';
import { contracts, stored, withPeople, yearContract } from './contracts.ts';

const year = sampleYear(yearContract, { seed: 1 });
const profile = withPeople(yearContract, year);
const records = stored(profile, year.records);
const worklogs = recordsOf(records, 'worklog');

describe('a sample year', () => {
  it('is the same for the same seed and another for another seed', () => {
    const again = sampleYear(yearContract, { seed: 1 });
    expect({ ...again, photos: again.photos() }).toEqual({ ...year, photos: year.photos() });
    expect(sampleYear(yearContract, { seed: 2 }).records).not.toEqual(year.records);
    expect(year.planted).toEqual([]);
  });

  it('has the amounts that the contract asks for', () => {
    const counts = Object.fromEntries(kindNames.map((kind) => [kind, recordsOf(records, kind).length]));
    expect(counts).toMatchObject({ request: 60, report: 5, training: 5, visit: 4 });
    expect(Math.abs((counts['worklog'] ?? 0) - 1202)).toBeLessThanOrEqual(10);
    expect(counts['incident']).toBeGreaterThanOrEqual(8);
    expect(counts['incident']).toBeLessThanOrEqual(14);
    expect(counts['complaint']).toBeGreaterThanOrEqual(3);
    expect(counts['complaint']).toBeLessThanOrEqual(6);
    expect(counts['survey']).toBeGreaterThanOrEqual(8);
    expect(counts['survey']).toBeLessThanOrEqual(16);
  });

  it('has one inspection on each of the 247 working days and marks those on days off', () => {
    const inspections = recordsOf(records, 'inspection');
    const ordinary = inspections.filter((record) => record.body.dutyType === undefined).map((record) => record.date);
    expect(ordinary).toEqual(workingDays(profile.service.from, profile.service.to));
    expect(ordinary).toHaveLength(247);
    const onDuty = inspections.filter((record) => record.body.dutyType !== undefined);
    expect(onDuty.length).toBeGreaterThan(3);
    expect(onDuty.every((record) => ['holiday', 'weekend'].includes(dayType(record.date)))).toBe(true);
  });

  it('spreads work records over consulting and engineering items in proportion to their person-months', () => {
    const perMonth = (no: number) => worklogs.filter((record) => record.body.serviceItem === no).length / (profile.serviceItems[no - 1]?.quantity ?? 1);
    for (const no of [1, 2, 3, 4, 7, 8, 9, 11, 18]) expect(perMonth(no)).toBeCloseTo(31.1, -0.5);
    const input = { profile, records, period: wholePeriod(profile.service) };
    expect(evidenceByItem(input).filter((item) => item.records.length === 0)).toEqual([]);
  });

  it('has no length of work that comes up suspiciously often', () => {
    const commonest = Math.max(...[...Map.groupBy(worklogs, (record) => record.body.hours).values()].map((same) => same.length));
    expect(commonest / worklogs.length).toBeLessThan(0.1);
  });

  it('has no request signed before it went live', () => {
    const early = recordsOf(records, 'request').filter(({ body, signOff }) => body.releasedOn !== undefined && (signOff.executedOn ?? '') < body.releasedOn);
    expect(early.map((record) => record.number)).toEqual([]);
  });

  it('has reports signed by the vendor when they go out, and by the customer on the day of the review', () => {
    for (const { number, body, signOff } of recordsOf(records, 'report')) {
      expect([number, signOff.executedOn, signOff.reviewedOn, signOff.confirmedOn]).toEqual([number, body.submittedOn, body.submittedOn, body.reviewedOn]);
    }
  });

  it('holds no drill on the day of a fault', () => {
    const incidents = recordsOf(records, 'incident');
    const faultDays = new Set(incidents.filter(({ body }) => body.category !== '演练').map((record) => record.date));
    expect(incidents.filter(({ body, date }) => body.category === '演练' && faultDays.has(date))).toEqual([]);
  });

  it('serves each consulting item over its own channel', () => {
    for (const [no, channel] of [[8, '电话'], [9, '邮件'], [11, '微信']] as const) {
      expect(new Set(worklogs.filter((record) => record.body.serviceItem === no).map((record) => record.body.channel))).toEqual(new Set([channel]));
    }
  });

  it('gives nobody two places at once or more than eight hours a day', () => {
    const timed = records.filter((record) => timeOf(record) !== undefined);
    const days = Map.groupBy(timed.flatMap((record) => staffOf(record).map((person) => ({ person, record }))), ({ person, record }) => `${person} ${record.date}`);
    const clashes = [...days].filter(([, members]) => {
      const spans = members.map(({ record }) => timeOf(record)).filter((span) => span !== undefined).toSorted((a, b) => (a.start < b.start ? -1 : 1));
      return spans.some((span, position) => (spans[position - 1]?.end ?? '') > span.start);
    });
    expect(clashes.map(([day]) => day)).toEqual([]);
    const tooLong = [...days].filter(([, members]) => members.reduce((sum, { record }) => sum + (record.kind === 'worklog' ? record.body.hours : 0), 0) > 8);
    expect(tooLong.map(([day]) => day)).toEqual([]);
  });

  it('writes hours that its times allow', () => {
    const wrong = worklogs.filter(({ body }) => {
      const [start, end] = [body.startTime, body.endTime].map((time) => Number(time?.slice(0, 2)) * 60 + Number(time?.slice(3)));
      const span = ((end ?? 0) - (start ?? 0)) / 60;
      const withoutLunch = body.startTime !== undefined && body.startTime < '12:00' && body.endTime !== undefined && body.endTime > '13:00' ? span - 1 : span;
      return Math.abs(body.hours - withoutLunch) > 1e-6;
    });
    expect(wrong.map((record) => record.number)).toEqual([]);
  });

  it('says something of its own in every work record', () => {
    const texts = Map.groupBy(worklogs, (record) => record.body.description);
    expect(texts.size / worklogs.length).toBeGreaterThan(0.9);
    expect(Math.max(...[...texts.values()].map((same) => same.length))).toBeLessThanOrEqual(6);
    expect(new Set(worklogs.map((record) => record.body.process)).size).toBeGreaterThan(500);
  });

  it('keeps the requests within the free person-days, most of them small', () => {
    const requests = recordsOf(records, 'request');
    const days = requests.map((record) => record.body.personDays);
    expect(days.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(profile.changeQuota.personDays);
    expect(days.filter((one) => one >= 0.1 && one <= 0.8).length / days.length).toBeGreaterThan(0.9);
    expect(new Set(requests.map((record) => record.body.name)).size).toBe(requests.length);
    expect(requests.filter((record) => record.body.related !== undefined).length).toBeGreaterThan(50);
  });

  it('tells faults within the promised times, or why not, and drills', () => {
    const incidents = recordsOf(records, 'incident');
    expect(incidents.filter((record) => record.body.category === '演练').length).toBeGreaterThanOrEqual(1);
    expect(incidents.filter((record) => record.body.overrunReason !== undefined).length).toBe(1);
    expect(incidents.every((record) => (record.body.timeline?.length ?? 0) >= 4)).toBe(true);
  });

  it('backs up data and files every week, tests a restore every month and mends failures', () => {
    const runs = recordsOf(records, 'backup-run');
    expect(runs.filter((record) => record.body.backupType === '全量').length).toBeGreaterThanOrEqual(50);
    expect(runs.filter((record) => record.body.restoreTest === '成功').length).toBeGreaterThanOrEqual(11);
    const failed = runs.filter((record) => record.body.result === '失败');
    expect(failed.length).toBeGreaterThanOrEqual(1);
    expect(failed.every((record) => record.body.handling !== undefined && record.body.related?.length === 2)).toBe(true);
  });

  it('shows numbers before and after each tuning, and a vulnerability for each hardening', () => {
    const changes = recordsOf(records, 'change');
    for (const { body } of changes.filter((record) => record.body.category === '性能调优')) expect([body.before, body.after].every((text) => /\d/.test(text ?? ''))).toBe(true);
    for (const { body } of changes.filter((record) => record.body.category === '安全加固')) expect(body.vulnerability).toMatch(/^AQ-\d{4}-\d{4}$/);
  });

  it('finds some things abnormal, each handled by a record that exists', () => {
    const numbers = new Set(records.map((record) => record.number));
    const abnormal = recordsOf(records, 'inspection').flatMap((record) => record.body.items.filter((item) => item.result !== '正常'));
    expect(abnormal.length).toBeGreaterThan(20);
    expect(abnormal.length).toBeLessThan(100);
    expect(abnormal.every((item) => item.handling !== undefined && item.rectifiedOn !== undefined && numbersIn(item.handledBy).every((number) => numbers.has(number)))).toBe(true);
    expect(abnormal.filter((item) => item.handledBy === undefined)).toEqual([]);
  });

  it('reports the numbers that the records give', () => {
    const reports = recordsOf(records, 'report');
    expect(reports.map((record) => [record.body.reportType, record.body.ordinal, record.date])).toEqual([
      ['季度', 1, '2024-11-04'], ['季度', 2, '2025-02-05'], ['季度', 3, '2025-05-06'], ['季度', 4, '2025-08-04'], ['年度', undefined, '2025-08-04'],
    ]);
    for (const { body } of reports) {
      const period = { key: 'period', label: '', from: body.periodFrom, to: body.periodTo };
      expect(body.figures).toEqual(figuresOf(profile, period, records, reportAsOf(body)));
      expect(body.submittedOn !== undefined && isWorkingDay(body.submittedOn)).toBe(true);
    }
  });
});

describe.each(Object.entries(contracts))('a sample of the %s', (_, contract) => {
  const sample = sampleYear(contract, { seed: 4 });
  const all = stored(withPeople(contract, sample), sample.records);

  it('numbers each kind and day from 01 without a hole, in the order of time', () => {
    const days = Map.groupBy(all.flatMap((record) => parseNumber(record.number) ?? []), (number) => `${number.prefix} ${number.date}`);
    for (const numbers of days.values()) expect(numbers.map((number) => number.sequence)).toEqual(numbers.map((_, index) => index + 1));
    expect(all.every((record) => parseNumber(record.number)?.date === record.date)).toBe(true);
  });

  it('links only to records that exist', () => {
    const numbers = new Set(all.map((record) => record.number));
    const links = all.flatMap((record) => ('related' in record.body ? record.body.related ?? [] : []));
    expect(links.filter((number) => !numbers.has(number))).toEqual([]);
    expect(links.length).toBeGreaterThan(0);
  });

  it('stays in the service period and in every period reports, visits and asks', () => {
    const { from, to } = contract.service;
    expect(all.filter((record) => record.kind !== 'report' && (record.date < from || record.date > to))).toEqual([]);
    expect(sample.records.every((record) => record.status === 'final')).toBe(true);
  });

  it('names only people whom it returns, with numbers that nobody has', () => {
    const names = new Set(sample.people.map((person) => person.name));
    expect(all.flatMap(staffOf).filter((name) => !names.has(name))).toEqual([]);
    expect(names.size).toBe(sample.people.length);
    for (const person of sample.people) expect(person.phone).toMatch(person.side === 'client' ? /^010-5550\d{4}$/ : /^138 0000 \d{4}$/);
  });
});
