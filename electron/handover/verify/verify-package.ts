import { stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { AppError } from '../../../shared/app-error.ts';
import { stopIfCancelled } from '../../files/cancellation.ts';
import { describeFileError } from '../../files/file-errors.ts';
import { isWindowsDrive, openImage } from '../iso/read-image.ts';
import type { PackageProgress } from '../package/description.ts';
import { checkBag } from './check-bag.ts';
import { checkImage } from './check-image.ts';
import { openFolderSource } from './folder-source.ts';
import type { VerifyReport } from './verify-report.ts';

export type VerifyOptions = {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: PackageProgress) => void;
};

/**
 * Verifies a hand-over package: a folder, a mounted disc, an `.iso` image (any file is read as one), or a disc in its drive (`/dev/sr0`,
 * `\\.\D:`). Differences are in the report; thrown are only `not-found`, `file-in-use`, `cancelled`, `unreadable-file` and
 * `package-invalid` (a list that is none, far too many files, something that is neither).
 */
export async function verifyPackage(path: string, options: VerifyOptions = {}): Promise<VerifyReport> {
  stopIfCancelled(options.signal);
  const place = isWindowsDrive(path) ? path : resolve(path);
  if (await isFolder(place)) {
    const check = await checkBag(await openFolderSource(place, options.signal), options);
    return { ok: check.problems.length === 0, medium: 'folder', ...check };
  }
  const image = await openImage(place);
  try {
    const check = await checkImage(image, options);
    return { ok: check.problems.length === 0, medium: image.isDevice ? 'disc' : 'image', ...check };
  } finally {
    await image.close();
  }
}

async function isFolder(place: string): Promise<boolean> {
  if (isWindowsDrive(place)) return false;
  const found = await stat(place).catch((error: unknown) => {
    throw describeFileError(error, place);
  });
  // Opening a pipe would wait for somebody to write into it.
  if (found.isFIFO() || found.isSocket()) throw new AppError('package-invalid', `「${basename(place)}」不是文件夹、光盘映像或光盘，不能校验。`, { file: basename(place) });
  return found.isDirectory();
}
