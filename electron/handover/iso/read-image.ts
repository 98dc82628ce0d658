import { type FileHandle, open } from 'node:fs/promises';
import { stopIfCancelled } from '../../files/cancellation.ts';
import { describeFileError } from '../../files/file-errors.ts';
import { AppError } from '../../../shared/app-error.ts';
import type { Extent } from './directory-records.ts';
import { readFolderRecords, type TreeKind } from './read-records.ts';
import { sectorBytes } from './iso-fields.ts';
import { type DescriptorFacts, primaryDescriptorSector, readDescriptor } from './volume-descriptors.ts';

/** An opened image: positions and lengths in bytes. Close it when done. */
export type ImageAccess = {
  readonly path: string;
  /** Of a disc, the length of its volume. */
  readonly bytes: number;
  readonly isDevice: boolean;
  /** Reads at most `length` bytes; fewer only at the image's end. Throws `unreadable-file`. */
  readonly readAt: (position: number, length: number) => Promise<Buffer>;
  /** Fills the buffer from `position`; what is filled is shorter only at the image's end. Throws `unreadable-file`. */
  readonly readInto: (buffer: Buffer, position: number) => Promise<Buffer>;
  readonly close: () => Promise<void>;
};

export type ListedFile = { readonly path: string; readonly bytes: number; readonly sections: readonly Extent[] };

/** One directory tree as the image has it. `problems` are places where it is damaged; what lies behind them is not listed. */
export type TreeListing = {
  readonly kind: TreeKind;
  readonly files: ReadonlyMap<string, ListedFile>;
  readonly folders: ReadonlySet<string>;
  readonly problems: readonly { readonly place: string; readonly message: string }[];
};

export type ImageListing = { readonly descriptors: readonly DescriptorFacts[]; readonly trees: readonly TreeListing[] };

const lastDescriptorSearched = primaryDescriptorSector + 16;
/** Far beyond any package; stops a damaged tree that runs in circles or is read from the wrong place, and one that was made to keep readers busy. */
const maximumDepth = 16;
const maximumNodes = 500_000;
const maximumFolderBytes = 64 << 20;
/** Files may share contents, but not so that reading all of them takes many times as long as reading the disc. */
const maximumShare = 8;
/** Who has more to mend begins with these. */
const maximumProblems = 1000;

/** Windows' name of a drive as a device: `\\.\D:`. It is neither found by `stat` nor may it be written as an absolute path. */
export function isWindowsDrive(path: string): boolean {
  return /^\\\\[.?]\\(?:[A-Za-z]:|CdRom\d{1,3})$/.test(path);
}

/** Fills the buffer from a place of a file; returns how much there was. */
async function readUpTo(file: FileHandle, buffer: Buffer, position: number, path: string): Promise<number> {
  let done = 0;
  while (done < buffer.length) {
    const { bytesRead } = await file.read(buffer, done, buffer.length - done, position + done).catch((error: unknown) => {
      throw describeFileError(error, path);
    });
    if (bytesRead === 0) return done;
    done += bytesRead;
  }
  return done;
}

/** Drives give whole sectors only: what is asked for is read with the rest of its first and last sector. */
async function readSectors(file: FileHandle, buffer: Buffer, position: number, path: string): Promise<number> {
  const first = Math.floor(position / sectorBytes) * sectorBytes;
  const last = Math.ceil((position + buffer.length) / sectorBytes) * sectorBytes;
  if (first === position && last === position + buffer.length) return readUpTo(file, buffer, position, path);
  const sectors = Buffer.allocUnsafe(last - first);
  const there = await readUpTo(file, sectors, first, path);
  return sectors.copy(buffer, 0, position - first, Math.max(position - first, there));
}

/** How long the volume on a disc is, as its descriptors say: a drive does not tell, or counts what it has added at the end. */
async function volumeBytes(file: FileHandle, path: string): Promise<number> {
  const sector = Buffer.alloc(sectorBytes);
  const there = await readUpTo(file, sector, primaryDescriptorSector * sectorBytes, path);
  const isPrimary = there === sectorBytes && sector.readUInt8(0) === 1 && sector.toString('latin1', 1, 6) === 'CD001';
  if (!isPrimary) throw new AppError('unreadable-file', '光驱里没有光盘、是空白盘，或不是数据光盘。', {});
  return sector.readUInt32LE(80) * sectorBytes;
}

/**
 * Opens an image, or a disc in a drive as a device (`/dev/sr0`, `\\.\D:`). Throws `not-found`, `file-in-use`, `unreadable-file`.
 * @param options `device`: read it as a drive's device, whatever the system says it is; tests have no drive
 */
export async function openImage(path: string, options: { readonly device?: boolean } = {}): Promise<ImageAccess> {
  let handle: FileHandle | undefined;
  try {
    const file = await open(path, 'r');
    handle = file;
    const isDevice = options.device === true || isWindowsDrive(path) || (await file.stat()).isBlockDevice();
    const size = isDevice ? await volumeBytes(file, path) : (await file.stat()).size;
    const read = isDevice ? readSectors : readUpTo;
    async function readInto(target: Buffer, position: number): Promise<Buffer> {
      const buffer = target.subarray(0, Math.max(0, Math.min(target.length, size - position)));
      if ((await read(file, buffer, position, path)) < buffer.length) throw new AppError('unreadable-file', isDevice ? '光盘上这一处读不出来。' : '光盘镜像在读取时变短了。', { position });
      return buffer;
    }
    const readAt = (position: number, length: number): Promise<Buffer> => readInto(Buffer.allocUnsafe(Math.max(0, Math.min(length, size - position))), position);
    return { path, bytes: size, isDevice, readAt, readInto, close: () => file.close() };
  } catch (error) {
    await handle?.close();
    throw describeFileError(error, path);
  }
}

function isInside(image: ImageAccess, extent: Extent): boolean {
  return extent.bytes === 0 || (extent.sector > 0 && extent.sector * sectorBytes + extent.bytes <= image.bytes);
}

async function listTree(image: ImageAccess, descriptor: DescriptorFacts, signal: AbortSignal | undefined): Promise<TreeListing> {
  const files = new Map<string, ListedFile>();
  const folders = new Set<string>();
  const problems: { place: string; message: string }[] = [];
  const visited = new Set<number>();
  let records = 0;
  let contents = 0;

  function isTooMuch(): boolean {
    return records > maximumNodes || problems.length >= maximumProblems || contents > maximumShare * image.bytes;
  }

  async function list(path: string, extent: Extent, depth: number): Promise<void> {
    stopIfCancelled(signal);
    const place = path === '' ? '根目录' : path;
    if (!isInside(image, extent) || extent.bytes > maximumFolderBytes || depth > maximumDepth || visited.has(extent.sector)) {
      problems.push({ place, message: '目录的位置或长度不对，读不出里面的文件' });
      return;
    }
    visited.add(extent.sector);
    const folder = await readFolderRecords(await image.readAt(extent.sector * sectorBytes, extent.bytes), descriptor.kind, (at, length) => image.readAt(at.sector * sectorBytes + at.bytes, length), maximumNodes - records);
    if (folder.damaged) problems.push({ place, message: '目录里有读不懂的记录' });
    for (const record of folder.records) {
      if (isTooMuch()) return;
      records += 1;
      const child = path === '' ? record.name : `${path}/${record.name}`;
      if (files.has(child) || folders.has(child)) problems.push({ place: child, message: '目录里有两个同名的记录' });
      else if (!record.sections.every((section) => isInside(image, section))) problems.push({ place: child, message: '文件的位置超出了镜像' });
      else if (record.folder) {
        folders.add(child);
        await list(child, record.sections[0] ?? { sector: 0, bytes: 0 }, depth + 1);
      } else {
        const bytes = record.sections.reduce((sum, section) => sum + section.bytes, 0);
        contents += bytes;
        if (!isTooMuch()) files.set(child, { path: child, bytes, sections: record.sections });
      }
    }
  }

  await list('', descriptor.root, 0);
  if (isTooMuch()) problems.push({ place: '根目录', message: '记录、错误或内容多得不像一张光盘，没有读完' });
  return { kind: descriptor.kind, files, folders, problems };
}

/** Lists both trees of an image: the primary one with its Rock Ridge names, and Joliet. A damaged image gives what can be read. */
export async function listImage(image: ImageAccess, signal?: AbortSignal): Promise<ImageListing> {
  const descriptors: DescriptorFacts[] = [];
  for (let sector = primaryDescriptorSector; sector < lastDescriptorSearched; sector += 1) {
    const bytes = await image.readAt(sector * sectorBytes, sectorBytes);
    if (bytes.length < sectorBytes || bytes.readUInt8(0) === 255) break;
    const descriptor = readDescriptor(bytes);
    if (descriptor !== undefined && descriptors.every(({ kind }) => kind !== descriptor.kind)) descriptors.push(descriptor);
  }
  const trees: TreeListing[] = [];
  for (const descriptor of descriptors) trees.push(await listTree(image, descriptor, signal));
  return { descriptors, trees };
}

/** A file's content, piece by piece, each read into `buffer`. Throws `unreadable-file`, and `cancelled` between two pieces. */
export async function* readListedFile(image: ImageAccess, file: ListedFile, buffer: Buffer, signal?: AbortSignal): AsyncGenerator<Uint8Array> {
  for (const section of file.sections) {
    for (let done = 0; done < section.bytes; done += buffer.length) {
      stopIfCancelled(signal);
      yield await image.readInto(buffer.subarray(0, Math.min(buffer.length, section.bytes - done)), section.sector * sectorBytes + done);
    }
  }
}
