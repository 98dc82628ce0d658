import type { AnyRecord } from '../records/record.ts';
import type { FigureValue } from './figure.ts';

/**
 * Half up at the given number of decimals; free of floating-point tails: 0.1 + 0.2 → 0.3, and a sum that is 598.765 to a person but
 * 598.7649999999999 to the machine → 598.77. Fifteen digits are what a number surely keeps.
 */
export function roundTo(value: number, decimals: number): number {
  const factor = 10 ** decimals;
  return Math.round(Number((value * factor).toPrecision(15))) / factor + 0;
}

type Identified = { readonly id: string };

export function idsOf(records: readonly Identified[]): string[] {
  return records.map((record) => record.id);
}

export function counted(records: readonly Identified[]): FigureValue {
  return { value: records.length, recordIds: idsOf(records) };
}

/** Records for which the amount is not zero are the ones that the sum is made of. */
export function summed<R extends AnyRecord>(records: readonly R[], amountOf: (record: R) => number, decimals: number): FigureValue {
  const recordIds: string[] = [];
  let sum = 0;
  for (const record of records) {
    const amount = amountOf(record);
    if (amount === 0) continue;
    sum += amount;
    recordIds.push(record.id);
  }
  return { value: roundTo(sum, decimals), recordIds };
}

/** `part` of `whole` in percent with two decimals; empty when there is no whole. The records are those of the whole. */
export function rate(part: number, whole: number, recordIds: readonly string[]): FigureValue {
  return whole === 0 ? { value: 0, recordIds, empty: true } : { value: roundTo((part / whole) * 100, 2), recordIds };
}

/** Arithmetic mean; empty when there is nothing. */
export function averaged<R extends AnyRecord>(records: readonly R[], amountOf: (record: R) => number, decimals: number): FigureValue {
  if (records.length === 0) return { value: 0, recordIds: [], empty: true };
  return { value: roundTo(records.reduce((sum, record) => sum + amountOf(record), 0) / records.length, decimals), recordIds: idsOf(records) };
}
