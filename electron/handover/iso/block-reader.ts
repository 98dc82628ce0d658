import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../../shared/app-error.ts';
import { describeFileError } from '../../files/file-errors.ts';
import type { BlockPart, ImageBlock } from './image-blocks.ts';
import type { ImageFile } from './image-tree.ts';

/** Reads the files of an image block by block, one block after the other. Close it when done or failed. */
export type BlockReader = {
  /** Fills the beginning of `buffer` with the block. Throws `conflict` (a file changed or went), `file-in-use`, `unreadable-file`. */
  readonly fill: (block: ImageBlock, buffer: Buffer) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** A file that goes on in the next block, and the time of its last change when it was opened. */
type OpenFile = { readonly handle: FileHandle; readonly changedAt: number | undefined };

/** Hundreds of small documents lie in one block: while some are opened others are read. Node runs four such calls at once. */
const readsAtOnce = 6;

function changed(file: ImageFile): AppError {
  return new AppError('conflict', `「${file.path}」在制作镜像时被改动了，请重新制作。`, { path: file.path });
}

function describe(error: unknown, file: ImageFile): unknown {
  const described = describeFileError(error, file.path);
  if (!(described instanceof AppError) || described.code !== 'not-found') return described;
  return new AppError('conflict', `「${file.path}」在制作镜像时被移走或删除了，请重新制作。`, { path: file.path }, { cause: error });
}

/** A file read in one go only has to have the right length; one read in several must be the same from beginning to end. */
async function refuseChanged({ handle, changedAt }: OpenFile, file: ImageFile): Promise<void> {
  const now = await handle.stat();
  if (now.size !== file.bytes || (changedAt !== undefined && now.mtimeMs !== changedAt)) throw changed(file);
}

async function readAll(handle: FileHandle, target: Buffer, position: number, file: ImageFile): Promise<void> {
  for (let done = 0; done < target.length; ) {
    const { bytesRead } = await handle.read(target, done, target.length - done, position + done);
    if (bytesRead === 0) throw changed(file);
    done += bytesRead;
  }
}

/** Opens a reader of the files below `root`. */
export function openBlockReader(root: string): BlockReader {
  let unfinished: OpenFile | undefined;

  async function openSource(file: ImageFile, goesOn: boolean): Promise<OpenFile> {
    const handle = await open(join(root, file.path), 'r');
    return { handle, changedAt: goesOn ? (await handle.stat()).mtimeMs : undefined };
  }

  async function readPart(file: ImageFile, { from, length, at }: BlockPart, buffer: Buffer): Promise<void> {
    const isLast = from + length === file.bytes;
    let source: OpenFile | undefined = from === 0 ? undefined : unfinished;
    unfinished = from === 0 ? unfinished : undefined;
    try {
      source ??= await openSource(file, !isLast);
      await readAll(source.handle, buffer.subarray(at, at + length), from, file);
      if (isLast) {
        await refuseChanged(source, file);
      } else {
        unfinished = source;
        source = undefined;
      }
    } catch (error) {
      throw describe(error, file);
    } finally {
      await source?.handle.close();
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
      await unfinished?.handle.close();
      unfinished = undefined;
    },
  };
}
