import { AppError } from '../../../shared/app-error.ts';
import type { LocalMinute } from '../../../shared/dates.ts';
import type { Extent } from './directory-records.ts';
import { jolietNames, primaryNames } from './image-names.ts';
import { filesOf, foldersInOrder, type ImageFile, type ImageFolder, type ImageNode, type NamedFolder } from './image-tree.ts';
import { maximumSectionBytes, recordDate, sectorsFor } from './iso-fields.ts';
import { type FolderSurroundings, renderJolietFolder, renderPrimaryFolder } from './render-folder.ts';

/** What an image says about itself. Together with the tree it decides every byte outside the files. */
export type ImageFacts = {
  /** 1–16 of `A–Z 0–9 _`. */
  readonly volumeId: string;
  /** Wall clock in China. */
  readonly createdAt: LocalMinute;
};

/** One of the two directory trees: its folders in path table order and where their sectors lie. */
export type TreePlan = {
  readonly folders: readonly NamedFolder[];
  readonly placeOf: ReadonlyMap<ImageFolder, Extent>;
  readonly pathTableBytes: number;
  /** First sectors of the path tables, little-endian and big-endian. */
  readonly littleTable: number;
  readonly bigTable: number;
};

export type ImageLayout = {
  readonly facts: ImageFacts;
  readonly primary: TreePlan;
  readonly joliet: TreePlan;
  /** Where each primary folder's continuation area begins. */
  readonly continuations: readonly number[];
  readonly files: readonly { readonly file: ImageFile; readonly extent: Extent }[];
  readonly firstFileSector: number;
  readonly totalSectors: number;
  readonly around: (plan: TreePlan, index: number) => FolderSurroundings;
};

/** 16 unused sectors, the two descriptors and their end. */
export const firstFreeSector = 19;
/** Zeros at the end, as every mastering program writes: drives read ahead, and a disc burnt track-at-once ends unreadably. */
export const trailingSectors = 150;

/** Sector numbers have 32 bits, the numbers of folders 16. */
const maximumSectors = 0xffff_ffff;
const maximumFolders = 0xffff;

function pathTableBytes(folders: readonly NamedFolder[]): number {
  return folders.reduce((sum, { identifier }) => sum + 8 + identifier.length + (identifier.length % 2), 0);
}

/**
 * Decides where everything lies: descriptors, path tables, primary folders each with its continuation area, Joliet folders, files in the
 * order of their paths, padding. Nothing but the facts, the names and the sizes goes in, so the same package gives the same image.
 */
export function layOutImage(root: ImageFolder, facts: ImageFacts, sectionLimit: number = maximumSectionBytes): ImageLayout {
  const date = recordDate(facts.createdAt);
  const primaryFolders = foldersInOrder(root, primaryNames);
  const jolietFolders = foldersInOrder(root, jolietNames);
  if (primaryFolders.length > maximumFolders) throw new AppError('invalid-input', '文件夹太多，一张光盘镜像放不下。', { folders: primaryFolders.length });
  const files = filesOf(root);
  const serials = new Map<ImageNode, number>([...primaryFolders.map(({ folder }) => folder), ...files].map((node, index) => [node, index + 1]));
  const extents = new Map<ImageNode, Extent>();
  const nowhere: Extent = { sector: 0, bytes: 0 };

  function surroundings({ folders, placeOf }: Pick<TreePlan, 'folders' | 'placeOf'>, index: number, continuationSector: number): FolderSurroundings {
    const own = folders[index]?.folder ?? root;
    const parentFolder = folders[folders[index]?.parent ?? 0]?.folder ?? root;
    return {
      date,
      own: placeOf.get(own) ?? nowhere,
      parent: placeOf.get(parentFolder) ?? nowhere,
      parentFolder,
      continuationSector,
      extentOf: (node) => (node.kind === 'folder' ? placeOf.get(node) : extents.get(node)) ?? { sector: 0, bytes: node.kind === 'file' ? node.bytes : 0 },
      serialOf: (node) => serials.get(node) ?? 0,
      sectionLimit,
    };
  }

  let next = firstFreeSector;
  function take(sectors: number): number {
    const first = next;
    next += sectors;
    if (next > maximumSectors) throw new AppError('invalid-input', '内容太多，一张光盘镜像放不下。', { sectors: next });
    return first;
  }
  function takeTables(folders: readonly NamedFolder[]): Omit<TreePlan, 'placeOf'> {
    const bytes = pathTableBytes(folders);
    return { folders, pathTableBytes: bytes, littleTable: take(sectorsFor(bytes)), bigTable: take(sectorsFor(bytes)) };
  }

  const primaryTables = takeTables(primaryFolders);
  const jolietTables = takeTables(jolietFolders);
  const unplaced = new Map<ImageFolder, Extent>();
  const primaryPlaces = new Map<ImageFolder, Extent>();
  const continuations = primaryFolders.map((named, index) => {
    const { records, continuation } = renderPrimaryFolder(named, surroundings({ folders: primaryFolders, placeOf: unplaced }, index, 0));
    primaryPlaces.set(named.folder, { sector: take(sectorsFor(records.length)), bytes: records.length });
    return take(sectorsFor(continuation.length));
  });
  const jolietPlaces = new Map<ImageFolder, Extent>();
  for (const [index, named] of jolietFolders.entries()) {
    const { length } = renderJolietFolder(named, surroundings({ folders: jolietFolders, placeOf: unplaced }, index, 0));
    jolietPlaces.set(named.folder, { sector: take(sectorsFor(length)), bytes: length });
  }
  const firstFileSector = next;
  const placedFiles = files.map((file) => {
    const extent = { sector: take(sectorsFor(file.bytes)), bytes: file.bytes };
    extents.set(file, extent);
    return { file, extent };
  });
  take(trailingSectors);

  return {
    facts,
    primary: { ...primaryTables, placeOf: primaryPlaces },
    joliet: { ...jolietTables, placeOf: jolietPlaces },
    continuations,
    files: placedFiles,
    firstFileSector,
    totalSectors: next,
    around: (plan, index) => surroundings(plan, index, continuations[index] ?? 0),
  };
}
