import { directoryRecord, type Extent, maximumRecordBytes, packIntoSectors, recordHeadBytes, sectionsOf } from './directory-records.ts';
import type { ImageFolder, ImageNode, NamedFolder } from './image-tree.ts';
import { sectorBytes } from './iso-fields.ts';
import { attributesEntry, continuationEntry, extensionEntry, nameEntry, sharingEntry, timeEntry } from './rock-ridge.ts';

/** Everything a folder's records refer to. While sizes are being measured the sectors may all be 0. */
export type FolderSurroundings = {
  readonly date: Buffer;
  readonly own: Extent;
  readonly parent: Extent;
  readonly parentFolder: ImageFolder;
  /** First sector of this folder's continuation area. */
  readonly continuationSector: number;
  readonly extentOf: (node: ImageNode) => Extent;
  readonly serialOf: (node: ImageNode) => number;
  /** Longest section of a file, in bytes; tests lower it. */
  readonly sectionLimit: number;
};

const ownIdentifier = Buffer.from([0]);
const parentIdentifier = Buffer.from([1]);

function recordsOfChildren(named: NamedFolder, around: FolderSurroundings, systemUseOf: (child: ImageNode, section: number) => Buffer): Buffer[] {
  return named.children.flatMap(({ node, identifier }) => {
    if (node.kind === 'folder') return [directoryRecord(identifier, around.extentOf(node), { date: around.date, folder: true, systemUse: systemUseOf(node, 0) })];
    const sections = sectionsOf(around.extentOf(node), around.sectionLimit);
    return sections.map((section, index) =>
      directoryRecord(identifier, section, { date: around.date, folder: false, moreFollow: index < sections.length - 1, systemUse: systemUseOf(node, index) }),
    );
  });
}

/** The sectors of a Joliet folder. */
export function renderJolietFolder(named: NamedFolder, around: FolderSurroundings): Buffer {
  const { date } = around;
  return packIntoSectors([
    directoryRecord(ownIdentifier, around.own, { date, folder: true }),
    directoryRecord(parentIdentifier, around.parent, { date, folder: true }),
    ...recordsOfChildren(named, around, () => Buffer.alloc(0)),
  ]).bytes;
}

function linksOf(folder: ImageFolder): number {
  return 2 + folder.children.filter((child) => child.kind === 'folder').length;
}

/** The sectors of a folder of the primary tree, and those of the entries that have no room in its records (its continuation area). */
export function renderPrimaryFolder(named: NamedFolder, around: FolderSurroundings): { readonly records: Buffer; readonly continuation: Buffer } {
  const { date } = around;
  const isRoot = named.folder.path === '';
  const attributes = (node: ImageNode): Buffer =>
    Buffer.concat([attributesEntry(node, node.kind === 'folder' ? linksOf(node) : 1, around.serialOf(node)), timeEntry(date)]);
  const hasRoom = (node: ImageNode, identifier: Buffer): boolean =>
    recordHeadBytes(identifier) + attributes(node).length + nameEntry(node.name).length + 1 <= maximumRecordBytes;

  const moved: Buffer[] = isRoot ? [extensionEntry()] : [];
  const positions = new Map<ImageNode, number>();
  for (const { node, identifier } of named.children) {
    if (hasRoom(node, identifier)) continue;
    positions.set(node, moved.length);
    // Every section's record points to a copy of its own: some readers refuse two records that share one.
    const records = node.kind === 'folder' ? 1 : sectionsOf(around.extentOf(node), around.sectionLimit).length;
    for (let record = 0; record < records; record += 1) moved.push(nameEntry(node.name));
  }
  const { bytes: continuation, offsets } = packIntoSectors(moved);
  function pointerTo(index: number): Buffer {
    const offset = offsets[index] ?? 0;
    const sectorsBefore = Math.floor(offset / sectorBytes);
    return continuationEntry(around.continuationSector + sectorsBefore, offset % sectorBytes, moved[index]?.length ?? 0);
  }

  const ownUse = isRoot ? Buffer.concat([sharingEntry(), attributes(named.folder), pointerTo(0)]) : attributes(named.folder);
  const records = packIntoSectors([
    directoryRecord(ownIdentifier, around.own, { date, folder: true, systemUse: ownUse }),
    directoryRecord(parentIdentifier, around.parent, { date, folder: true, systemUse: attributes(around.parentFolder) }),
    ...recordsOfChildren(named, around, (node, section) => {
      const position = positions.get(node);
      return Buffer.concat([attributes(node), position === undefined ? nameEntry(node.name) : pointerTo(position + section)]);
    }),
  ]).bytes;
  return { records, continuation };
}
