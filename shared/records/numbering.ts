import type { ContractProfile } from '../contract/profile.ts';
import type { LocalDate } from '../dates.ts';
import { kindOf, type KindName } from './kinds.ts';

/** `XJ-20240805-01`: prefix, the record's day, its running number on that day. */
const numberPattern = /^([A-Z]{1,6})-(\d{8})-(\d{2,3})$/;

export type RecordNumber = { readonly prefix: string; readonly date: LocalDate; readonly sequence: number };

export function numberPrefix(kind: KindName, profile: Pick<ContractProfile, 'numberPrefixes'>): string {
  return profile.numberPrefixes[kind] ?? kindOf(kind).numberPrefix;
}

export function formatNumber(number: RecordNumber): string {
  return `${number.prefix}-${number.date.replaceAll('-', '')}-${String(number.sequence).padStart(2, '0')}`;
}

/** The parts of a record number, or undefined when it is written another way. */
export function parseNumber(text: string): RecordNumber | undefined {
  const match = numberPattern.exec(text);
  const [, prefix, day, sequence] = match ?? [];
  if (prefix === undefined || day === undefined || sequence === undefined) return undefined;
  return { prefix, date: `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6, 8)}`, sequence: Number(sequence) };
}
