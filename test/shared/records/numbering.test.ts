import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../../shared/dates.ts';
import { formatNumber, numberPrefix, parseNumber, type RecordNumber } from '../../../shared/records/numbering.ts';

describe('record numbers', () => {
  test('are prefix, day and running number', () => {
    expect([formatNumber({ prefix: 'XJ', date: '2024-08-05', sequence: 1 }), parseNumber('GZ-20241012-103')]).toEqual(['XJ-20240805-01', { prefix: 'GZ', date: '2024-10-12', sequence: 103 }]);
  });

  test('read back as they were written', () => {
    const number: fc.Arbitrary<RecordNumber> = fc.record({
      prefix: fc.stringMatching(/^[A-Z]{1,6}$/), date: fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('2000-01-01', days)), sequence: fc.integer({ min: 1, max: 999 }),
    });
    fc.assert(fc.property(number, (value) => {
      expect(parseNumber(formatNumber(value))).toEqual(value);
    }));
  });

  test('sort within a kind as they were given out, up to ninety-nine a day', () => {
    const place = fc.tuple(fc.integer({ min: 0, max: 800 }), fc.integer({ min: 1, max: 99 }));
    const written = ([days, sequence]: readonly [number, number]) => formatNumber({ prefix: 'GZ', date: addDays('2024-08-03', days), sequence });
    fc.assert(fc.property(place, place, (a, b) => {
      expect(written(a) < written(b)).toBe(a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]));
    }));
  });

  test.each(['XJ-2024-08-05-01', 'xj-20240805-01', 'XJ-20240805-1', 'XJ20240805-01', 'XJ-20240805-0001', '巡检-20240805-01', ''])('%j is another shape', (text) => {
    expect(parseNumber(text)).toBeUndefined();
  });

  test('take the contract’s prefix before the kind’s', () => {
    expect([numberPrefix('visit', { numberPrefixes: {} }), numberPrefix('visit', { numberPrefixes: { visit: 'HF' } })]).toEqual(['ZF', 'HF']);
  });
});
