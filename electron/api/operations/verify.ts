import { verifyPackage as verify } from '../../handover/verify/verify-package.ts';
import type { VerifyReport } from '../../handover/verify/verify-report.ts';

/** Compares a package folder, a disc image or a mounted disc with its manifests. Throws `not-found` and `unreadable-file`. */
export function verifyPackage(target: string, signal?: AbortSignal): Promise<VerifyReport> {
  return verify(target, signal === undefined ? {} : { signal });
}
