import { describe, expect, test } from 'vitest';
import { bodySchema, parseBody } from '../../shared/records/body-schema.ts';
import { kindNames } from '../../shared/records/kinds.ts';
import { makeRecord, testProfile } from '../helpers/records.ts';

describe('the record builder of the tests', () => {
  test.each(kindNames)('makes a valid %s', (kind) => {
    const record = makeRecord(kind);
    expect(parseBody(kind, bodySchema(kind, testProfile()), record.body)).toEqual({ ok: true, body: record.body });
  });

  test('takes the day of the body for number and sign-off', () => {
    const record = makeRecord('worklog', { date: '2024-09-14' }, { sequence: 3 });
    expect([record.number, record.date, record.signOff.confirmedOn]).toEqual(['GZ-20240914-03', '2024-09-14', '2024-09-14']);
  });
});
