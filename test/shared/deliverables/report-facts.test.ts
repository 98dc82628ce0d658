import { expect, test } from 'vitest';
import { kindOf } from '../../../shared/records/kinds.ts';
import { recordData } from '../../../shared/deliverables/record-data.ts';
import { reportData } from '../../../shared/deliverables/report-data.ts';
import { partedFacts } from '../../../shared/deliverables/report-facts.ts';
import type { AnyRecord } from '../../../shared/records/record.ts';
import { makeRecord, testProfile } from '../../helpers/records.ts';
import { serviceYear } from '../../helpers/service-year.ts';

const profile = testProfile();
const year = serviceYear(profile);
/** What no report may look at, beside the fields of bodies that stand on their own paper only. */
const ownPaperOnly: ReadonlySet<string> = new Set(['signOff', 'extra', 'lateReason', 'voidReason', 'revision', 'updatedAt']);

/** A thing that refuses to show some of its fields. */
function guarded<T extends object>(thing: T, isHidden: (field: string) => boolean, replaced: Readonly<Record<string, unknown>> = {}): T {
  return new Proxy(thing, {
    get: (target, field) => {
      if (typeof field === 'string' && isHidden(field)) throw new Error(`A report looked at ${field}.`);
      return typeof field === 'string' && field in replaced ? replaced[field] : Reflect.get(target, field);
    },
  });
}

function guardedRecord(record: AnyRecord): AnyRecord {
  const shown = partedFacts(record).reported.body;
  const fields = new Set(Object.keys(kindOf(record.kind).fields));
  const body = guarded<object>(record.body, (field) => fields.has(field) && field in record.body && !(field in shown));
  return guarded<AnyRecord>(record, (field) => ownPaperOnly.has(field), { body });
}

/** Only what has to be filled in: reports fall back on other fields where these are missing. */
function leastOf(record: AnyRecord): AnyRecord {
  const { fields } = kindOf(record.kind);
  const body = Object.fromEntries(Object.entries(record.body).filter(([field]) => fields[field]?.required === true));
  return { ...record, body } as AnyRecord;
}

function reportsOf(records: readonly AnyRecord[]): unknown[] {
  return year.flatMap((report) => (report.kind === 'report' ? [JSON.stringify({ ...recordData(profile, report, records), ...reportData(profile, report, records) })] : []));
}

test('no report looks at anything that is said to stand on its record\'s own paper only, of whole records and of such with nothing but what they must have', () => {
  for (const records of [year, year.map(leastOf)]) expect(reportsOf(records.map(guardedRecord))).toEqual(reportsOf(records));
});

test('the guard of that test notices a report that looks', () => {
  expect(() => guardedRecord(makeRecord('worklog', { remark: '复核' })).signOff).toThrow('A report looked at signOff.');
  const { body } = guardedRecord(makeRecord('worklog', { remark: '复核' }));
  expect(() => body.remark).toThrow('A report looked at remark.');
});

test('both parts together are the record as its own paper shows it, signatures aside', () => {
  const record = makeRecord('survey', { phone: '010-55500001', staff: '林远航', remark: '电话回访' }, { extra: { room: '三层机房' } });
  const { phone, staff, remark, ...rest } = record.body;
  expect(partedFacts(record)).toEqual({
    reported: { kind: 'survey', number: record.number, date: record.date, status: 'final', body: rest },
    ownPaper: { body: { phone, staff, remark }, extra: { room: '三层机房' } },
  });
});
