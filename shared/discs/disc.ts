import type { Medium } from '../deliverables/medium.ts';

/** One disc (or folder) of a hand-over as it was made. Digests are SHA-256 in lower-case hexadecimal. */
export type HandoverDisc = {
  readonly number: number;
  readonly medium: Medium;
  /** Its volume name, and its number on labels: `YWJF_20240803_01`. */
  readonly label: string;
  /** What lies on it: `第1卷 日常巡检记录单`. */
  readonly groups: readonly string[];
  readonly files: number;
  readonly bytes: number;
  readonly manifestSha256: string;
  readonly imageBytes?: number | undefined;
  readonly imageSha256?: string | undefined;
};

export const discEventKinds = ['burn', 'verify'] as const;
export const discTargets = ['folder', 'image', 'disc'] as const;

export type DiscEventKind = (typeof discEventKinds)[number];
/** What was read or written: the package's folder, its image, a disc in a drive. */
export type DiscTarget = (typeof discTargets)[number];

/** That a disc was burned or checked, and what came of it. */
export type NewDiscEvent = {
  readonly handoverId: string;
  readonly number: number;
  readonly kind: DiscEventKind;
  readonly target: DiscTarget;
  /** 操作人 */
  readonly person: string;
  /** Name of the drive, or empty. */
  readonly drive: string;
  /** What the drive says of the disc: `CD-R`; or empty. */
  readonly disc: string;
  readonly ok: boolean;
  readonly files: number;
  readonly bytes: number;
  /** Of the package's list of lists as it was read; empty when there was none. */
  readonly digest: string;
  /** The first differences, in sentences; `problemCount` counts all. */
  readonly problems: readonly string[];
  readonly problemCount: number;
};

export type DiscEvent = NewDiscEvent & { readonly id: string; readonly at: string; readonly user: string };
