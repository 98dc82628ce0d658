import { closeSync, fstatSync, open, read } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { AppError } from '../../../shared/app-error.ts';
import { describeFileError } from '../../files/file-errors.ts';
import type { BlockPart, ImageBlock } from './image-blocks.ts';
import type { ImageFile } from './image-tree.ts';

/** Reads the files of an image, several blocks at once. Close it when nothing is being filled any more. */
export type BlockReader = {
  /** Fills the beginning of `buffer` with the block. Throws `conflict` (a file changed or went), `file-in-use`, `unreadable-file`. */
  readonly fill: (block: ImageBlock, buffer: Buffer) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** An open file; for one that is read in several goes, the time of its last change when it was opened. */
type OpenFile = { readonly descriptor: number; readonly changedAt: number | undefined };

/**
 * Hundreds of small documents lie in one block, and what takes time is going back and forth between the threads. So there are always more
 * calls waiting than Node runs at once (four), and only those that may wait for a disk are made by its threads: opening and reading.
 */
const readsAtOnce = 8;
const openFile = promisify(open);
const readFile = promisify(read);

function changed(file: ImageFile): AppError {
  return new AppError('conflict', `「${file.path}」在制作镜像时被改动了，请重新制作。`, { path: file.path });
}

function describe(error: unknown, file: ImageFile): unknown {
  const described = describeFileError(error, file.path);
  if (!(described instanceof AppError) || described.code !== 'not-found') return described;
  return new AppError('conflict', `「${file.path}」在制作镜像时被移走或删除了，请重新制作。`, { path: file.path }, { cause: error });
}

/** A file read in one go only has to have the right length; one read in several must be the same from beginning to end. */
function refuseChanged({ descriptor, changedAt }: OpenFile, file: ImageFile): void {
  const now = fstatSync(descriptor);
  if (now.size !== file.bytes || (changedAt !== undefined && now.mtimeMs !== changedAt)) throw changed(file);
}

async function readAll({ descriptor }: OpenFile, target: Buffer, position: number, file: ImageFile): Promise<void> {
  for (let done = 0; done < target.length; ) {
    const { bytesRead } = await readFile(descriptor, target, done, target.length - done, position + done);
    if (bytesRead === 0) throw changed(file);
    done += bytesRead;
  }
}

/** Opens a reader of the files below `root`. */
export function openBlockReader(root: string): BlockReader {
  const unfinished = new Map<ImageFile, { readonly opening: Promise<OpenFile>; unread: number }>();

  async function openSource(file: ImageFile, inOneGo: boolean): Promise<OpenFile> {
    const descriptor = await openFile(join(root, file.path), 'r');
    return { descriptor, changedAt: inOneGo ? undefined : fstatSync(descriptor).mtimeMs };
  }

  async function readPart(file: ImageFile, { from, length, at }: BlockPart, buffer: Buffer): Promise<void> {
    const state = unfinished.get(file) ?? { opening: openSource(file, length === file.bytes), unread: file.bytes };
    unfinished.set(file, state);
    try {
      const source = await state.opening;
      await readAll(source, buffer.subarray(at, at + length), from, file);
      state.unread -= length;
      if (state.unread > 0) return;
      refuseChanged(source, file);
      unfinished.delete(file);
      closeSync(source.descriptor);
    } catch (error) {
      throw describe(error, file);
    }
  }

  async function fill(block: ImageBlock, buffer: Buffer): Promise<void> {
    const waiting: (() => Promise<void>)[] = [];
    for (const part of block.parts) {
      const { material, from, length, at } = part;
      if (material.kind === 'zeros') buffer.fill(0, at, at + length);
      else if (material.kind === 'structure') material.bytes.copy(buffer, at, from, from + length);
      else waiting.push(() => readPart(material.file, part, buffer));
    }
    let failure: unknown;
    let next = 0;
    async function work(): Promise<void> {
      for (let read = waiting[next]; read !== undefined && failure === undefined; read = waiting[next]) {
        next += 1;
        await read().catch((error: unknown) => (failure ??= error));
      }
    }
    // All of them end before this does: nothing may still be reading into the buffer, or hold a file open, after a failure.
    await Promise.all(Array.from({ length: readsAtOnce }, work));
    // oxlint-disable-next-line typescript/only-throw-error -- what a read threw
    if (failure !== undefined) throw failure;
  }

  return {
    fill,
    close: async () => {
      const opened = await Promise.allSettled([...unfinished.values()].map(({ opening }) => opening));
      unfinished.clear();
      for (const result of opened) {
        if (result.status === 'fulfilled') closeSync(result.value.descriptor);
      }
    },
  };
}
