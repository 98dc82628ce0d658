import type { ContractProfile } from './profile.ts';

/** Names of the contract's people of one side, in their order. */
export function namesOfSide(profile: Pick<ContractProfile, 'people'>, side: 'vendor' | 'client'): readonly string[] {
  return profile.people.filter((person) => person.side === side).map(({ name }) => name);
}
