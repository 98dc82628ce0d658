import { AppError } from '../../shared/app-error.ts';
import type { ContractProfile } from '../../shared/contract/profile.ts';
import type { LocalDate } from '../../shared/dates.ts';
import type { KindName } from '../../shared/records/kinds.ts';
import { formatNumber, numberPrefix, parseNumber } from '../../shared/records/numbering.ts';
import type { WritableStore } from './store.ts';

/** More records of one kind in one day cannot be written in three digits. */
const lastSequence = 999;

/** Gives out numbers within one transaction. `taken` are the numbers that the same batch brings along. */
export type NumberGiver = { readonly next: (kind: KindName, date: LocalDate) => string };

/** Continues each day's highest number, so that numbers rise in the order of entry and leave no gap of their own. */
export function numberGiver(store: WritableStore, contractId: string, profile: Pick<ContractProfile, 'numberPrefixes'>, taken: readonly string[]): NumberGiver {
  const highest = new Map<string, number>();
  for (const number of taken) {
    const parts = parseNumber(number);
    if (parts === undefined) continue;
    const day = dayPrefix(parts.prefix, parts.date);
    highest.set(`batch ${day}`, Math.max(highest.get(`batch ${day}`) ?? 0, parts.sequence));
  }
  return {
    next: (kind, date) => {
      const prefix = numberPrefix(kind, profile);
      const day = dayPrefix(prefix, date);
      const before = highest.get(day) ?? Math.max(highestStored(store, contractId, day), highest.get(`batch ${day}`) ?? 0);
      const sequence = before + 1;
      if (sequence > lastSequence) throw new AppError('invalid-input', `${date} 的编号已用到 ${lastSequence}，一天不能再多。`, { date, prefix });
      highest.set(day, sequence);
      return formatNumber({ prefix, date, sequence });
    },
  };
}

function dayPrefix(prefix: string, date: LocalDate): string {
  return `${prefix}-${date.replaceAll('-', '')}-`;
}

function highestStored(store: WritableStore, contractId: string, day: string): number {
  // '.' is the character after '-': the range holds exactly the numbers that begin with the day.
  const rows = store.statements.records.numbersBetween.all(contractId, day, `${day.slice(0, -1)}.`);
  return rows.reduce((most, row) => Math.max(most, parseNumber(row.number)?.sequence ?? 0), 0);
}
