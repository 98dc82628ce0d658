import type { Contract } from '../../shared/contract/profile.ts';
import { daysBetween, type LocalDate } from '../../shared/dates.ts';
import { openQuestions } from './answer-question.ts';

/** Where a contract stands, for lists of contracts. */
export type ContractStanding = {
  /** `before`: the service has not begun; `during`; `after`: it is over, acceptance may still be ahead. */
  readonly phase: 'before' | 'during' | 'after';
  /** Days until the service begins or ends, or since it ended. */
  readonly days: number;
  readonly openQuestions: number;
};

export function standingOf(contract: Contract, today: LocalDate): ContractStanding {
  const { from, to } = contract.profile.service;
  const open = openQuestions(contract.profile).length;
  if (today < from) return { phase: 'before', days: daysBetween(today, from), openQuestions: open };
  if (today > to) return { phase: 'after', days: daysBetween(to, today), openQuestions: open };
  return { phase: 'during', days: daysBetween(today, to), openQuestions: open };
}

/** Running contracts first, then those that are to come, then finished ones; the nearest end or beginning first. */
export function sortedContracts(contracts: readonly Contract[], today: LocalDate): Contract[] {
  const order = { during: 0, before: 1, after: 2 } as const;
  const ranked = contracts.map((contract) => ({ contract, standing: standingOf(contract, today) }));
  return ranked.toSorted((a, b) => order[a.standing.phase] - order[b.standing.phase] || a.standing.days - b.standing.days).map(({ contract }) => contract);
}

/** Contracts whose names or parties have every typed word. */
export function matchingContracts(contracts: readonly Contract[], typed: string): Contract[] {
  const words = typed.trim().toLowerCase().split(/\s+/).filter((word) => word !== '');
  return contracts.filter(({ profile }) => {
    const text = [profile.title, profile.projectName, profile.client.name, profile.vendor.name, profile.service.from, profile.service.to].join(' ').toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
