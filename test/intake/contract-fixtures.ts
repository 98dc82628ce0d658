import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { ContractProfile, Question } from '../../shared/contract/profile.ts';
import { readContract, type ContractReading } from '../../electron/intake/read-contract.ts';

export const fixtureNames = ['clean-articles', 'two-years-columns', 'yuan-price-other-order', 'conflicting', 'sparse'] as const;

export type FixtureName = (typeof fixtureNames)[number];

export function fixtureText(name: string): string {
  return readFileSync(path.join(import.meta.dirname, '..', 'fixtures', 'contracts', `${name}.txt`), 'utf8');
}

export function demoText(): string {
  return readFileSync(path.join(import.meta.dirname, '..', '..', 'templates', 'sample', 'demo-contract.txt'), 'utf8');
}

export function readText(text: string): ContractReading {
  return readContract(Buffer.from(text, 'utf8'), 'contract.txt');
}

export function questionIds(questions: readonly Question[]): string[] {
  return questions.map((question) => question.id);
}

/** What the contract itself decides: without defaults, sources and questions. */
export function essence(profile: ContractProfile): Omit<ContractProfile, 'checklist' | 'surveyCriteria' | 'sources' | 'questions' | 'deliverables' | 'serviceItems'> {
  const { checklist: _checklist, surveyCriteria: _survey, sources: _sources, questions: _questions, deliverables: _deliverables, serviceItems: _items, ...rest } = profile;
  return rest;
}

/** `no name unit quantity unitPrice amount`, one line per item. */
export function itemLines(profile: ContractProfile): string[] {
  return profile.serviceItems.map((item) => [item.no, item.name, item.unit, item.quantity, item.unitPrice, item.amount, item.evidence.join('+')].join(' '));
}

/** `id title`, of the deliverables the contract names. */
export function namedDeliverables(profile: ContractProfile): string[] {
  return profile.deliverables.filter((deliverable) => deliverable.fromContract).map((deliverable) => `${deliverable.id} ${deliverable.title}`);
}
