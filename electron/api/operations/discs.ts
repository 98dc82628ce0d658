import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '../../../shared/app-error.ts';
import type { HandoverDisc } from '../../../shared/discs/disc.ts';
import type { PackageStanding } from '../../../shared/ipc/delivery-channels.ts';
import type { DiscSet, MadeDisc } from '../../../shared/ipc/disc-channels.ts';
import { sha256Hex } from '../../files/digest.ts';
import { tagManifestName } from '../../handover/package/manifest.ts';
import { discFolder } from '../../handover/package/package-place.ts';
import { discEvents, discsOfContract } from '../../store/discs.ts';
import { listHandovers } from '../../store/handovers.ts';
import type { Core } from '../core.ts';
import { outputPlace } from './output-place.ts';

/** Where a disc stands: its package, and the image beside it. */
export type DiscPlace = { readonly folder: string; readonly image: string };

/** Where the discs of a hand-over stand; a single one is the folder itself. @param folder of the hand-over */
export function discPlace(folder: string, number: number, total: number): DiscPlace {
  return total === 1 ? { folder, image: `${folder}.iso` } : { folder: path.join(folder, discFolder(number)), image: `${folder}_${discFolder(number)}.iso` };
}

/** Whether the package that was made still stands there. */
export async function standingOf(folder: string, manifestSha256: string): Promise<PackageStanding> {
  // The one list that names all others; packages have a few hundred files, so it is small.
  const list = await readFile(path.join(folder, tagManifestName)).catch(() => undefined);
  if (list === undefined) return 'gone';
  return sha256Hex(list) === manifestSha256 ? 'whole' : 'replaced';
}

async function isFile(file: string): Promise<boolean> {
  const found = await stat(file).catch(() => undefined);
  return found?.isFile() === true;
}

/** The hand-overs of a contract that were made as discs, newest first, each disc with what was done with it. */
export async function discSets(core: Core, contractId: string): Promise<DiscSet[]> {
  const discs = discsOfContract(core.store, contractId);
  const events = Map.groupBy(discEvents(core.store, contractId), ({ handoverId }) => handoverId);
  const handovers = listHandovers(core.store, contractId).toReversed().filter(({ id }) => discs.has(id));
  return Promise.all(handovers.map(async ({ id, name, madeAt, madeBy }): Promise<DiscSet> => {
    const own = discs.get(id) ?? [];
    const made = await Promise.all(own.map(async (disc): Promise<MadeDisc> => {
      const place = discPlace(outputPlace(core, contractId, name), disc.number, own.length);
      const standing = await standingOf(place.folder, disc.manifestSha256);
      // Beside a package that was made later lies that package's image.
      const hasImage = standing !== 'replaced' && disc.imageSha256 !== undefined && (await stat(place.image).catch(() => undefined))?.size === disc.imageBytes && (await isFile(place.image));
      return { ...disc, standing, hasImage, events: (events.get(id) ?? []).filter(({ number }) => number === disc.number) };
    }));
    return { handoverId: id, name, madeAt, madeBy, discs: made };
  }));
}

/** A disc of a hand-over, and where it stands. Throws `not-found`. */
export async function findDisc(core: Core, contractId: string, handoverId: string, number: number): Promise<{ readonly set: DiscSet; readonly disc: MadeDisc; readonly place: DiscPlace }> {
  const set = (await discSets(core, contractId)).find((candidate) => candidate.handoverId === handoverId);
  const disc = set?.discs.find((candidate) => candidate.number === number);
  if (set === undefined || disc === undefined) throw new AppError('not-found', '没有这张光盘的记录。', { handover: handoverId, number });
  return { set, disc, place: discPlace(outputPlace(core, contractId, set.name), number, set.discs.length) };
}

/** The discs without where they stand now, as papers and the store know them. */
export function plainDiscs({ discs }: DiscSet): HandoverDisc[] {
  return discs.map(({ number, medium, label, groups, files, bytes, manifestSha256, imageBytes, imageSha256 }) => ({ number, medium, label, groups, files, bytes, manifestSha256, imageBytes, imageSha256 }));
}
