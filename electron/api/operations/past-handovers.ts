import { stat } from 'node:fs/promises';
import { AppError } from '../../../shared/app-error.ts';
import type { PackageStanding, PastHandover } from '../../../shared/ipc/delivery-channels.ts';
import type { HandoverDisc } from '../../../shared/discs/disc.ts';
import { discsOfContract } from '../../store/discs.ts';
import { listHandovers } from '../../store/handovers.ts';
import type { Core } from '../core.ts';
import { discPlace, standingOf, type DiscPlace } from './discs.ts';
import { outputPlace } from './output-place.ts';

/** A hand-over of several discs stands when all of them do. */
async function standingOfAll(places: readonly DiscPlace[], digests: readonly string[]): Promise<PackageStanding> {
  const standings = await Promise.all(places.map(({ folder }, index) => standingOf(folder, digests[index] ?? '')));
  if (standings.every((standing) => standing === 'whole')) return 'whole';
  return standings.every((standing) => standing === 'gone') ? 'gone' : 'replaced';
}

async function existAll(files: readonly string[]): Promise<boolean> {
  const found = await Promise.all(files.map((file) => stat(file).catch(() => undefined)));
  return found.length > 0 && found.every((facts) => facts?.isFile() === true);
}

/** Where the packages of a hand-over stand; those from before discs were recorded were single ones. */
function placesOf(folder: string, discs: readonly HandoverDisc[]): DiscPlace[] {
  return discs.length === 0 ? [discPlace(folder, 1, 1)] : discs.map(({ number }) => discPlace(folder, number, discs.length));
}

/** Every package ever made for a contract, newest first, and whether it still stands in the output folder. */
export async function pastHandovers(core: Core, contractId: string): Promise<PastHandover[]> {
  const handovers = listHandovers(core.store, contractId).toReversed();
  const discs = discsOfContract(core.store, contractId);
  return Promise.all(handovers.map(async (handover) => {
    const own = discs.get(handover.id) ?? [];
    const places = placesOf(outputPlace(core, contractId, handover.name), own);
    const standing = await standingOfAll(places, own.length === 0 ? [handover.manifestSha256] : own.map(({ manifestSha256 }) => manifestSha256));
    const wasImaged = own.length === 0 ? handover.imageSha256 !== undefined : own.every(({ imageSha256 }) => imageSha256 !== undefined);
    const hasImage = standing === 'whole' && wasImaged && (await existAll(places.map(({ image }) => image)));
    const { contractId: _, ...shown } = handover;
    return { ...shown, standing, hasImage };
  }));
}

/** Where a hand-over stands: its folder, and what of it can be compared, one place for each disc. Throws `not-found` when it is not known or no longer there. */
export async function handoverPlace(core: Core, contractId: string, id: string, medium: 'folder' | 'image'): Promise<{ readonly folder: string; readonly places: readonly string[]; readonly handover: PastHandover; readonly discs: readonly HandoverDisc[] }> {
  const handover = (await pastHandovers(core, contractId)).find((candidate) => candidate.id === id);
  if (handover === undefined) throw new AppError('not-found', '没有这次移交的记录。', { id });
  if (handover.standing === 'gone') throw new AppError('not-found', `输出文件夹里已经没有“${handover.name}”，可能移走或改名了。`, { id });
  if (medium === 'image' && !handover.hasImage) throw new AppError('not-found', `“${handover.name}”旁边没有光盘映像。`, { id });
  const folder = outputPlace(core, contractId, handover.name);
  const discs = discsOfContract(core.store, contractId).get(id) ?? [];
  return { folder, places: placesOf(folder, discs).map((place) => (medium === 'image' ? place.image : place.folder)), handover, discs };
}
