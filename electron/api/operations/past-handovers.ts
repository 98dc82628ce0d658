import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '../../../shared/app-error.ts';
import type { PackageStanding, PastHandover } from '../../../shared/ipc/delivery-channels.ts';
import { sha256Hex } from '../../files/digest.ts';
import { legalFolderName } from '../../handover/file-names.ts';
import { tagManifestName } from '../../handover/package/manifest.ts';
import { getContract } from '../../store/contracts.ts';
import { listHandovers, type Handover } from '../../store/handovers.ts';
import type { Core } from '../core.ts';

/** The folder of a contract's output by a plain name; packages and documents stand there. */
export function outputPlace(core: Core, contractId: string, name: string): string {
  return path.join(core.outputFolder, legalFolderName(getContract(core.store, contractId).profile.projectName), legalFolderName(name));
}

async function standingOf(folder: string, handover: Handover): Promise<PackageStanding> {
  // The one list that names all others; packages have a few hundred files, so it is small.
  const list = await readFile(path.join(folder, tagManifestName)).catch(() => undefined);
  if (list === undefined) return 'gone';
  return sha256Hex(list) === handover.manifestSha256 ? 'whole' : 'replaced';
}

/** Every package ever made for a contract, newest first, and whether it still stands in the output folder. */
export async function pastHandovers(core: Core, contractId: string): Promise<PastHandover[]> {
  const handovers = listHandovers(core.store, contractId).toReversed();
  return Promise.all(handovers.map(async (handover) => {
    const folder = outputPlace(core, contractId, handover.name);
    const standing = await standingOf(folder, handover);
    const image = handover.imageSha256 === undefined ? undefined : await stat(`${folder}.iso`).catch(() => undefined);
    const { contractId: _, ...shown } = handover;
    return { ...shown, standing, hasImage: standing === 'whole' && image?.isFile() === true };
  }));
}

/** Where a package stands. Throws `not-found` when it is not known or no longer there. */
export async function handoverPlace(core: Core, contractId: string, id: string, medium: 'folder' | 'image'): Promise<{ readonly place: string; readonly handover: PastHandover }> {
  const handover = (await pastHandovers(core, contractId)).find((candidate) => candidate.id === id);
  if (handover === undefined) throw new AppError('not-found', '没有这次移交的记录。', { id });
  if (handover.standing === 'gone') throw new AppError('not-found', `输出文件夹里已经没有“${handover.name}”，可能移走或改名了。`, { id });
  if (medium === 'image' && !handover.hasImage) throw new AppError('not-found', `“${handover.name}”旁边没有光盘映像。`, { id });
  const folder = outputPlace(core, contractId, handover.name);
  return { place: medium === 'image' ? `${folder}.iso` : folder, handover };
}
