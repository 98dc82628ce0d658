import { createHash } from 'node:crypto';
import { lstat, readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { AppError } from '../../../shared/app-error.ts';
import { isLocalMinute, type LocalMinute } from '../../../shared/dates.ts';
import { writeFileAtomically } from '../../files/atomic-write.ts';
import { stopIfCancelled } from '../../files/cancellation.ts';
import { readPieces } from '../../files/digest.ts';
import { describeFileError } from '../../files/file-errors.ts';
import { checkPath } from '../file-names.ts';
import type { PackageProgress } from '../package/description.ts';
import { isVolumeId } from './image-names.ts';
import { type ImageLayout, layOutImage, trailingSectors } from './image-layout.ts';
import { imageStructure } from './image-structure.ts';
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
  /** Longest section of a file in bytes (whole sectors); only tests have files short of 4 GiB in several sections. */
  readonly sectionLimit?: number;
};

/** What was written: compare `sha256` with the disc read back as a whole. */
export type IsoSummary = { readonly imageFile: string; readonly files: number; readonly bytes: number; readonly sha256: string };

const blockBytes = 1 << 20;

async function entriesOf(root: string, signal: AbortSignal | undefined): Promise<ImageEntry[]> {
  const entries: ImageEntry[] = [];
  async function list(folder: string): Promise<void> {
    stopIfCancelled(signal);
    for (const entry of await readdir(join(root, folder), { withFileTypes: true })) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        entries.push({ kind: 'folder', path });
        await list(path);
      } else if (entry.isFile()) {
        entries.push({ kind: 'file', path, bytes: (await lstat(join(root, path))).size });
      } else {
        throw new AppError('invalid-input', `「${path}」不是普通文件，不能放进光盘镜像。`, { path });
      }
    }
  }
  await list('').catch((error: unknown) => {
    throw describeFileError(error, root);
  });
  const problems = entries.flatMap(({ path }) => checkPath(path));
  if (problems.length > 0) throw new AppError('invalid-input', '有文件名不能用于光盘。', { problems });
  return entries;
}

async function* fileInSectors(root: string, path: string, bytes: number, signal: AbortSignal | undefined): AsyncGenerator<Uint8Array> {
  let read = 0;
  for await (const piece of readPieces(join(root, path), signal)) {
    read += piece.length;
    yield piece;
  }
  if (read !== bytes) throw new AppError('conflict', `「${path}」在制作镜像时被改动了，请重新制作。`, { path });
  if (bytes % sectorBytes > 0) yield Buffer.alloc(sectorBytes - (bytes % sectorBytes));
}

async function* imageBytes(layout: ImageLayout, root: string, context: IsoContext): AsyncGenerator<Uint8Array> {
  for (const piece of imageStructure(layout)) yield piece.bytes;
  const totalBytes = layout.files.reduce((sum, { file }) => sum + file.bytes, 0);
  let bytes = 0;
  for (const [index, { file }] of layout.files.entries()) {
    yield* fileInSectors(root, file.path, file.bytes, context.signal);
    bytes += file.bytes;
    context.onProgress?.({ step: 'image', path: file.path, files: index + 1, bytes, totalBytes });
  }
  yield Buffer.alloc(trailingSectors * sectorBytes);
}

/**
 * Gathers many small pieces into blocks of 1 MiB: one write call for dozens of documents. Two blocks take turns, so a block is good
 * until the one after the next is asked for.
 */
async function* inBlocks(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let block = Buffer.allocUnsafe(blockBytes);
  let other = Buffer.allocUnsafe(blockBytes);
  let filled = 0;
  for await (const piece of pieces) {
    for (let taken = 0; taken < piece.length; ) {
      const part = piece.subarray(taken, taken + blockBytes - filled);
      block.set(part, filled);
      taken += part.length;
      filled += part.length;
      if (filled < blockBytes) continue;
      yield block;
      [block, other] = [other, block];
      filled = 0;
    }
  }
  if (filled > 0) yield block.subarray(0, filled);
}

/** Reads and digests the next block while the one before is being written. */
async function* readAhead(blocks: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    let next = blocks.next();
    for (;;) {
      const { done, value } = await next;
      if (done === true) return;
      next = blocks.next();
      // Whoever stops early never awaits it; its failure must not count as unhandled.
      next.catch(() => undefined);
      yield value;
    }
  } finally {
    await blocks.return(undefined);
  }
}

/**
 * Writes a folder as an ISO 9660 image (level 1 names, several sections for files over 4 GiB) with Joliet and Rock Ridge 1.12.
 * Streaming, in one step (temp file, rename), and deterministic: the same names, contents, volume name and date give the same bytes.
 * Throws `invalid-input` (names, links, volume name; with problems), `conflict` (a file changed meanwhile), `cancelled`, `disk-full`,
 * `file-in-use`, `not-found`.
 */
export async function writeIso(input: IsoInput, context: IsoContext = {}): Promise<IsoSummary> {
  if (!isVolumeId(input.volumeId)) throw new AppError('invalid-input', '光盘卷标只能用 1 到 16 个大写字母、数字或下划线。', { volumeId: input.volumeId });
  if (!isLocalMinute(input.createdAt)) throw new AppError('invalid-input', '光盘的制作时间写法不对。', { createdAt: input.createdAt });
  const root = resolve(input.folder);
  const tree = buildImageTree(await entriesOf(root, context.signal));
  const layout = layOutImage(tree, input, context.sectionLimit ?? maximumSectionBytes);
  const hash = createHash('sha256');
  async function* hashed(): AsyncGenerator<Uint8Array> {
    for await (const block of inBlocks(imageBytes(layout, root, context))) {
      hash.update(block);
      yield block;
    }
  }
  await writeFileAtomically(resolve(input.imageFile), readAhead(hashed()));
  return { imageFile: resolve(input.imageFile), files: layout.files.length, bytes: layout.totalSectors * sectorBytes, sha256: hash.digest('hex') };
}
