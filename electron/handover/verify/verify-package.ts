import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { stopIfCancelled } from '../../files/cancellation.ts';
import { describeFileError } from '../../files/file-errors.ts';
import type { PackageProgress } from '../package/description.ts';
import { checkBag } from './check-bag.ts';
import { openFolderSource } from './folder-source.ts';
import type { VerifyReport } from './verify-report.ts';

export type VerifyOptions = {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: PackageProgress) => void;
};

/**
 * Verifies a hand-over package in a folder or on a mounted disc. Differences are in the report; thrown are only `not-found`,
 * `file-in-use`, `cancelled` and `package-invalid` (not a package at all).
 */
export async function verifyPackage(path: string, options: VerifyOptions = {}): Promise<VerifyReport> {
  stopIfCancelled(options.signal);
  const place = resolve(path);
  await stat(place).catch((error: unknown) => {
    throw describeFileError(error, place);
  });
  const check = await checkBag(await openFolderSource(place, options.signal), options);
  return { ok: check.problems.length === 0, medium: 'folder', ...check };
}
