import path from 'node:path';
import type { Contract } from '../../../shared/contract/profile.ts';
import { legalFolderName, nameKey, uniqueFileName } from '../../handover/file-names.ts';
import { getContract, listContracts } from '../../store/contracts.ts';
import type { Core } from '../core.ts';

/** Where copies go when no place is named, beside the folders of the projects: from there the person copies them onto the medium. */
export const carriedFolderName = '携出介质';

/**
 * What the folders of these contracts are called, oldest contract first: the project's name; where an older contract of the same project has
 * that, as in the year before, also the year in which the service begins.
 */
export function contractFolders(contracts: readonly Pick<Contract, 'id' | 'profile'>[]): ReadonlyMap<string, string> {
  const taken = new Set([nameKey(carriedFolderName)]);
  return new Map(contracts.map(({ id, profile }) => {
    const plain = legalFolderName(profile.projectName);
    const folder = taken.has(nameKey(plain)) ? uniqueFileName(legalFolderName(`${profile.projectName}（${profile.service.from.slice(0, 4)}年）`), taken) : plain;
    taken.add(nameKey(folder));
    return [id, folder];
  }));
}

/** The folder of a contract's output by a plain name; packages and documents stand there. Throws `not-found`. */
export function outputPlace(core: Core, contractId: string, name: string): string {
  const folder = contractFolders(listContracts(core.store)).get(contractId) ?? legalFolderName(getContract(core.store, contractId).profile.projectName);
  return path.join(core.outputFolder, folder, legalFolderName(name));
}
