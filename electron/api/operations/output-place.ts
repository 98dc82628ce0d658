import path from 'node:path';
import { legalFolderName } from '../../handover/file-names.ts';
import { getContract } from '../../store/contracts.ts';
import type { Core } from '../core.ts';

/** The folder of a contract's output by a plain name; packages and documents stand there. */
export function outputPlace(core: Core, contractId: string, name: string): string {
  return path.join(core.outputFolder, legalFolderName(getContract(core.store, contractId).profile.projectName), legalFolderName(name));
}
