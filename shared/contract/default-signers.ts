import { signerRoles, type ContractProfile } from './profile.ts';

/** Who usually signs a new record: the first person of the contract for each place of the sign-off. Places without one are left out. */
export function defaultSigners(profile: Pick<ContractProfile, 'people'>, places: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(signerRoles.filter((role) => places.includes(role)).flatMap((role) => {
    const person = profile.people.find(({ signs }) => signs?.includes(role) ?? false);
    return person === undefined ? [] : [[role, person.name]];
  }));
}
