import { AppError } from '../../../shared/app-error.ts';
import { checkPath } from '../file-names.ts';
import { type ImageFacts, type ImageLayout, layOutImage, trailingSectors } from '../iso/image-layout.ts';
import { imageStructure } from '../iso/image-structure.ts';
import { buildImageTree, type ImageEntry } from '../iso/image-tree.ts';
import { sectorBytes, sectorsFor } from '../iso/iso-fields.ts';
import type { ImageAccess, ImageListing, TreeListing } from '../iso/read-image.ts';
import { type PackageProblem, packageProblem } from './verify-report.ts';

/** A sector outside the files that is not as the writer would have written it. */
type Mismatch = { readonly part: string; readonly sector: number };

async function compareSectors(image: ImageAccess, sector: number, expected: Buffer, part: string): Promise<Mismatch[]> {
  const actual = await image.readAt(sector * sectorBytes, expected.length);
  if (actual.equals(expected)) return [];
  const found: Mismatch[] = [];
  for (let offset = 0; offset < expected.length; offset += sectorBytes) {
    const same = actual.subarray(offset, offset + sectorBytes).equals(expected.subarray(offset, offset + sectorBytes));
    if (!same) found.push({ part, sector: sector + offset / sectorBytes });
  }
  return found;
}

/** The zeros between a file's end and the next sector. */
async function compareFileTail(image: ImageAccess, path: string, sector: number, bytes: number): Promise<Mismatch[]> {
  const rest = sectorsFor(bytes) * sectorBytes - bytes;
  if (rest === 0) return [];
  const actual = await image.readAt(sector * sectorBytes + bytes, rest);
  const clean = actual.length === rest && actual.every((byte) => byte === 0);
  return clean ? [] : [{ part: `文件「${path}」之后的空白`, sector: sector + sectorsFor(bytes) - 1 }];
}

async function compareWithLayout(image: ImageAccess, layout: ImageLayout): Promise<Mismatch[]> {
  const found: Mismatch[] = [];
  for (const piece of imageStructure(layout)) found.push(...(await compareSectors(image, piece.sector, piece.bytes, piece.part)));
  for (const { file, extent } of layout.files) found.push(...(await compareFileTail(image, file.path, extent.sector, extent.bytes)));
  const end = layout.totalSectors - trailingSectors;
  found.push(...(await compareSectors(image, end, Buffer.alloc(trailingSectors * sectorBytes), '末尾的空白')));
  if (image.bytes !== layout.totalSectors * sectorBytes) found.push({ part: `镜像长度（应为 ${layout.totalSectors * sectorBytes} 字节，实际 ${image.bytes} 字节）`, sector: layout.totalSectors });
  return found;
}

function entriesOf(tree: TreeListing): ImageEntry[] {
  const folders = [...tree.folders].map((path): ImageEntry => ({ kind: 'folder', path }));
  return [...folders, ...[...tree.files.values()].map(({ path, bytes }): ImageEntry => ({ kind: 'file', path, bytes }))];
}

/** The layout this tree would have been given; undefined when damage has made something of it that never could be written. */
function layoutOf(tree: TreeListing, facts: ImageFacts): ImageLayout | undefined {
  const entries = entriesOf(tree);
  if (entries.some(({ path }) => checkPath(path).length > 0)) return undefined;
  try {
    return layOutImage(buildImageTree(entries), facts);
  } catch (error) {
    if (error instanceof AppError && error.code === 'invalid-input') return undefined;
    throw error;
  }
}

function describe(mismatches: readonly Mismatch[]): PackageProblem[] {
  const parts = Map.groupBy(mismatches, ({ part }) => part);
  return [...parts].map(([part, list]) => {
    const sectors = list.map(({ sector }) => sector);
    const shown = sectors.length > 5 ? `${sectors.slice(0, 5).join('、')} 等 ${sectors.length} 个` : sectors.join('、');
    return packageProblem('image', part, `镜像的这一部分被改动（扇区 ${shown}）`);
  });
}

/**
 * Finds changes outside the files: it writes descriptors, path tables and folders anew from what the image itself says, and compares.
 * Both descriptors state the name and the date and both trees name the files, so a change to one of them disagrees with the other;
 * of the possible readings the one with the fewest differences is reported.
 */
export async function checkImageStructure(image: ImageAccess, listing: ImageListing): Promise<readonly PackageProblem[]> {
  let best: Mismatch[] | undefined;
  for (const tree of listing.trees) {
    for (const { facts } of listing.descriptors) {
      const layout = facts === undefined ? undefined : layoutOf(tree, facts);
      if (layout === undefined) continue;
      const mismatches = await compareWithLayout(image, layout);
      if (mismatches.length === 0) return [];
      if (best === undefined || mismatches.length < best.length) best = mismatches;
    }
  }
  return best === undefined ? [packageProblem('image', '目录区', '镜像的目录损坏，无法与文件核对')] : describe(best);
}
