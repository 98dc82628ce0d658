import type { Problem } from '../../../shared/app-error.ts';

/** How something in a package differs from what its manifests promise. */
export type PackageFault =
  | 'changed'
  | 'missing'
  | 'extra'
  | 'renamed'
  | 'unreadable'
  | 'manifest'
  | 'declaration'
  | 'totals'
  | 'link'
  | 'image';

/** One difference. `place` is the path inside the package, or the part of the image; `message` says it in Chinese. */
export type PackageProblem = Problem & { readonly fault: PackageFault };

/** The result of verifyPackage. `ok` means that every byte is as it was written. */
export type VerifyReport = {
  readonly ok: boolean;
  /** `disc`: read from the drive as a device. */
  readonly medium: 'folder' | 'image' | 'disc';
  /** Files read, the list of the lists among them: the same number as in the package's summary. */
  readonly files: number;
  readonly bytes: number;
  /** SHA-256 of tagmanifest-sha256.txt, to be compared with the printed receipt; empty when there is none. */
  readonly digest: string;
  readonly problems: readonly PackageProblem[];
};

export function packageProblem(fault: PackageFault, place: string, message: string): PackageProblem {
  return { fault, place, message };
}
