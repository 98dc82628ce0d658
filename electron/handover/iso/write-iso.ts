import { createHash } from 'node:crypto';
import { lstat, readdir } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { AppError } from '../../../shared/app-error.ts';
import { isLocalMinute, type LocalMinute } from '../../../shared/dates.ts';
import { stopIfCancelled } from '../../files/cancellation.ts';
import { describeFileError } from '../../files/file-errors.ts';
import { checkPath } from '../file-names.ts';
import type { PackageProgress } from '../package/description.ts';
import { openBlockReader } from './block-reader.ts';
import { type ImageBlock, imageBlocks } from './image-blocks.ts';
import { type ImageContent, type ImageWrite, writeImageFile } from './image-file.ts';
import { type ImageLayout, layOutImage } from './image-layout.ts';
import { isVolumeId } from './image-names.ts';
import { buildImageTree, type ImageEntry } from './image-tree.ts';
import { maximumSectionBytes, sectorBytes } from './iso-fields.ts';

export type IsoInput = {
  /** Everything in this folder goes into the image's root. */
  readonly folder: string;
  /** The image; an older one is replaced in one step. */
  readonly imageFile: string;
  /** 1–16 of `A–Z 0–9 _`; see legalVolumeId. */
  readonly volumeId: string;
  /** Wall clock in China; the date of every file in the image, so that the same folder gives the same image. */
  readonly createdAt: LocalMinute;
};

export type IsoContext = {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: PackageProgress) => void;
  /** Bytes that the disc takes; a larger image is refused before anything is written. */
  readonly capacity?: number;
  /** Longest section of a file in bytes (whole sectors); only tests have files short of 4 GiB in several sections. */
  readonly sectionLimit?: number;
};

/** What was written: compare `sha256` with the disc read back as a whole. */
export type IsoSummary = { readonly imageFile: string; readonly files: number; readonly bytes: number; readonly sha256: string };

/**
 * Large enough for few calls, small enough to be still in the processor's cache when it is digested and written: with blocks of 4 MiB
 * the same work took a third longer. Eight of these blocks are all the memory that contents take.
 */
const blockBytes = 512 << 10;
const readAhead = 4;
const writeBehind = 3;
/** Files of one folder whose sizes are asked for together. */
const sizesAtOnce = 64;

async function entriesOf(root: string, signal: AbortSignal | undefined): Promise<ImageEntry[]> {
  const entries: ImageEntry[] = [];
  async function list(folder: string): Promise<void> {
    stopIfCancelled(signal);
    const found = await readdir(join(root, folder), { withFileTypes: true });
    const pathOf = (name: string): string => (folder === '' ? name : `${folder}/${name}`);
    const files = found.filter((entry) => entry.isFile()).map(({ name }) => pathOf(name));
    for (let start = 0; start < files.length; start += sizesAtOnce) {
      const some = files.slice(start, start + sizesAtOnce).map(async (path): Promise<ImageEntry> => ({ kind: 'file', path, bytes: (await lstat(join(root, path))).size }));
      entries.push(...(await Promise.all(some)));
    }
    for (const entry of found.filter((other) => !other.isFile())) {
      const path = pathOf(entry.name);
      if (!entry.isDirectory()) throw new AppError('invalid-input', `「${path}」不是普通文件，不能放进光盘镜像。`, { path });
      entries.push({ kind: 'folder', path });
      await list(path);
    }
  }
  await list('').catch((error: unknown) => {
    throw describeFileError(error, root);
  });
  const problems = entries.flatMap(({ path }) => checkPath(path));
  if (problems.length > 0) throw new AppError('invalid-input', '有文件名不能用于光盘。', { problems });
  return entries;
}

/** An image among its own files would have to hold itself. Both paths are absolute. Throws `invalid-input`. */
export function refuseInside(root: string, imageFile: string): void {
  const way = relative(root, imageFile);
  if (way.startsWith('..') && (way.length === 2 || way[2] === sep)) return;
  // On Windows the way to another drive is the whole path.
  if (resolve(way) === way) return;
  throw new AppError('invalid-input', '镜像不能放在要做成镜像的文件夹里，请换一个位置。', {});
}

/** Says how far it is after every block: files that are whole, and bytes of files. */
function progressOf(layout: ImageLayout, context: IsoContext): (block: ImageBlock) => void {
  const totalBytes = layout.files.reduce((sum, { file }) => sum + file.bytes, 0);
  let files = 0;
  let bytes = 0;
  return ({ parts }) => {
    let path = '';
    for (const { material, from, length } of parts) {
      if (material.kind !== 'file') continue;
      path = material.file.path;
      bytes += length;
      if (from + length === material.file.bytes) files += 1;
    }
    if (path !== '') context.onProgress?.({ step: 'image', path, files, bytes, totalBytes });
  };
}

/**
 * While one block is digested here, the next ones are being read and those before written: on a busy computer every single call waits its
 * turn, and many waiting together cost as much time as one. Block n has the buffer of block n - 8, whose writing has ended by then.
 */
async function writeBlocks(layout: ImageLayout, root: string, context: IsoContext, take: (bytes: Buffer) => void, write: ImageWrite): Promise<void> {
  const buffers = Array.from({ length: readAhead + writeBehind + 1 }, () => Buffer.allocUnsafeSlow(blockBytes));
  const blocks = imageBlocks(layout, blockBytes);
  const report = progressOf(layout, context);
  const reader = openBlockReader(root);
  const reading: Promise<{ block: ImageBlock; bytes: Buffer } | undefined>[] = [];
  const writing: Promise<void>[] = [];
  async function read(number: number): Promise<{ block: ImageBlock; bytes: Buffer } | undefined> {
    stopIfCancelled(context.signal);
    const { value: block } = blocks.next();
    const buffer = buffers[number % buffers.length];
    if (block === undefined || buffer === undefined) return undefined;
    await reader.fill(block, buffer);
    return { block, bytes: buffer.subarray(0, block.bytes) };
  }
  // Whoever fails first never awaits the others; their failures must not count as unhandled.
  function enqueue<T>(queue: Promise<T>[], work: Promise<T>): void {
    work.catch(() => undefined);
    queue.push(work);
  }
  let started = 0;
  let position = 0;
  try {
    while (started < readAhead) enqueue(reading, read(started++));
    for (let current = await reading.shift(); current !== undefined; current = await reading.shift()) {
      enqueue(reading, read(started++));
      take(current.bytes);
      if (writing.length === writeBehind) await writing.shift();
      enqueue(writing, write(current.bytes, position));
      position += current.bytes.length;
      report(current.block);
    }
    await Promise.all(writing);
  } finally {
    await Promise.allSettled([...reading, ...writing]);
    await reader.close();
  }
}

/**
 * Writes a folder as an ISO 9660 image (level 1 names, several sections for files over 4 GiB) with Joliet and Rock Ridge 1.12.
 * Streaming, in one step (temp file, fsync, rename), and deterministic: the same names, contents, volume name and date give the same
 * bytes. Throws `invalid-input` (names, links, volume name; with problems), `conflict` (a file changed or went meanwhile), `cancelled`,
 * `disk-full`, `already-exists`, `file-in-use`, `not-found`.
 */
export async function writeIso(input: IsoInput, context: IsoContext = {}): Promise<IsoSummary> {
  if (!isVolumeId(input.volumeId)) throw new AppError('invalid-input', '光盘卷标只能用 1 到 16 个大写字母、数字或下划线。', { volumeId: input.volumeId });
  if (!isLocalMinute(input.createdAt)) throw new AppError('invalid-input', '光盘的制作时间写法不对。', { createdAt: input.createdAt });
  const root = resolve(input.folder);
  const imageFile = resolve(input.imageFile);
  refuseInside(root, imageFile);
  const tree = buildImageTree(await entriesOf(root, context.signal));
  const layout = layOutImage(tree, input, context.sectionLimit ?? maximumSectionBytes);
  const bytes = layout.totalSectors * sectorBytes;
  if (context.capacity !== undefined && bytes > context.capacity) {
    throw new AppError('invalid-input', `这张盘的内容做成映像有 ${bytes} 字节，超过所选光盘的 ${context.capacity} 字节，请换更大的介质。`, { bytes, capacity: context.capacity });
  }
  const hash = createHash('sha256');
  const content: ImageContent = (write) => writeBlocks(layout, root, context, (block) => hash.update(block), write);
  await writeImageFile(imageFile, bytes, content, () => stopIfCancelled(context.signal));
  return { imageFile, files: layout.files.length, bytes, sha256: hash.digest('hex') };
}
