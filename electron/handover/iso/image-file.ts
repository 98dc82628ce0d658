import { createHash, randomUUID } from 'node:crypto';
import { type FileHandle, open, readdir, rm, stat, statfs } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { AppError } from '../../../shared/app-error.ts';
import { renameDurably } from '../../files/atomic-write.ts';
import { describeFileError, retryWhileInUse, systemErrorCode } from '../../files/file-errors.ts';

/** Writes bytes at a position; several writes may be under way at once. */
export type ImageWrite = (bytes: Buffer, position: number) => Promise<void>;

/** Writes the whole content; returns after the last byte is written. */
export type ImageContent = (write: ImageWrite) => Promise<void>;

/**
 * So much may wait in the system's cache. Written to a slow stick all at once at the end, hundreds of megabytes would stand behind a
 * progress of 100 %; on a fast disk the system has begun by itself, and the last wait is short.
 */
const bytesBetweenFlushes = 64 << 20;

/** Derived from the image's name, so that the next run knows its own leftovers; a digest, since a long name plus a suffix may be too long. */
function partialPrefix(imageFile: string): string {
  return `.partial-image-${createHash('sha256').update(basename(imageFile)).digest('hex').slice(0, 16)}-`;
}

/** Removes what killed runs left of this image. */
async function sweepUnfinished(imageFile: string): Promise<void> {
  const folder = dirname(imageFile);
  const prefix = partialPrefix(imageFile);
  for (const name of await readdir(folder)) {
    if (name.startsWith(prefix)) await retryWhileInUse(join(folder, name), () => rm(join(folder, name), { force: true }));
  }
}

function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / 1_000_000)} MB`;
}

/** Better told before than after the last gigabyte. Where the system cannot say how much is free, the writing will tell. */
async function refuseFullDisk(imageFile: string, bytes: number): Promise<void> {
  const free = await statfs(dirname(imageFile)).then(
    ({ bavail, bsize }) => bavail * bsize,
    () => Number.POSITIVE_INFINITY,
  );
  if (bytes <= free) return;
  throw new AppError('disk-full', `镜像「${basename(imageFile)}」要 ${megabytes(bytes)}，而磁盘只剩 ${megabytes(free)}。请腾出空间，或换一个磁盘。`, { file: basename(imageFile), bytes, free });
}

/** Throws `already-exists` where an image is to stand and a folder does. */
export async function refuseFolder(imageFile: string): Promise<void> {
  const found = await stat(imageFile).catch((error: unknown) => {
    if (systemErrorCode(error) === 'ENOENT') return undefined;
    throw error;
  });
  if (found?.isDirectory() !== true) return;
  throw new AppError('already-exists', `「${basename(imageFile)}」是一个文件夹，镜像不能写成这个名字。`, { file: basename(imageFile) });
}

async function writeContent(file: FileHandle, content: ImageContent): Promise<void> {
  let unflushed = 0;
  let flushed: Promise<void> = Promise.resolve();
  try {
    await content(async (bytes, position) => {
      for (let done = 0; done < bytes.length; ) done += (await file.write(bytes, done, bytes.length - done, position + done)).bytesWritten;
      unflushed += bytes.length;
      if (unflushed < bytesBetweenFlushes) return;
      unflushed = 0;
      const earlier = flushed;
      flushed = earlier.then(() => file.datasync());
      // Its failure is met by a later write or at the end; until then it must not count as unhandled.
      flushed.catch(() => undefined);
      await earlier;
    });
    await flushed;
    await file.sync();
  } finally {
    await flushed.catch(() => undefined);
  }
}

/** The temporary file is gone when another run has swept it: both were making the same image. */
function describeLoss(error: unknown, imageFile: string): unknown {
  if (!(error instanceof AppError) || error.code !== 'not-found') return error;
  return new AppError('conflict', `另一处也在制作「${basename(imageFile)}」，这一次没有完成。`, { file: basename(imageFile) }, { cause: error });
}

/**
 * Writes an image of known length in one step: temporary file beside it, fsync, `isWanted` (throws when cancelled), rename. At every
 * moment the older image or the whole new one stands there; what a killed run leaves is not named like an image and goes with the next
 * run. Throws `disk-full` (beforehand where it can), `already-exists` for a folder, `file-in-use`, `not-found`, and what `content` throws.
 */
export async function writeImageFile(imageFile: string, bytes: number, content: ImageContent, isWanted: () => void): Promise<void> {
  const partial = join(dirname(imageFile), `${partialPrefix(imageFile)}${randomUUID()}`);
  let created = false;
  try {
    await refuseFolder(imageFile);
    await sweepUnfinished(imageFile);
    await refuseFullDisk(imageFile, bytes);
    const file = await open(partial, 'wx');
    created = true;
    try {
      await writeContent(file, content);
    } finally {
      await file.close();
    }
    isWanted();
    await renameDurably(partial, imageFile).catch((error: unknown) => {
      throw describeLoss(error, imageFile);
    });
  } catch (error) {
    if (created) await rm(partial, { force: true });
    throw describeFileError(error, imageFile);
  }
}
