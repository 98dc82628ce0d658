import type { Drive } from '../../../shared/discs/drive.ts';
import type { RunProgram } from '../office/run-program.ts';

/** What burning needs to know of a computer; tests pass their own folders with programs of their own. */
export type BurnComputer = {
  readonly platform: NodeJS.Platform;
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  readonly runProgram: RunProgram;
  /** Where programs are looked for, in this order; never a folder of the person's. */
  readonly programFolders: readonly string[];
  /** Where drives have their devices: `/dev`. */
  readonly deviceFolder: string;
  /** A folder that is there and may be written, for scripts. */
  readonly workFolder: string;
};

/** Where the burning stands. Once `writing` has begun, breaking off would ruin the disc. `fraction`: 0–1, undefined while nobody can tell. */
export type BurnStage = { readonly step: 'preparing' | 'writing' | 'closing'; readonly fraction: number | undefined };

export type BurnOrder = {
  readonly drive: Drive;
  readonly imageFile: string;
  readonly imageBytes: number;
  /** Heeded until writing begins. */
  readonly signal?: AbortSignal | undefined;
  readonly onStage: (stage: BurnStage) => void;
};

/** A program that burns. */
export type Burner = {
  readonly name: string;
  readonly findDrives: () => Promise<readonly Drive[]>;
  /** Burns and closes the disc. Throws `burn-failed` saying what to do, `cancelled` before the first byte. */
  readonly burn: (order: BurnOrder) => Promise<void>;
};

/** Burning takes an hour at the most: a full BD-R at 2 ×, its closing and Windows' reading back. */
export const burnTimeoutMs = 3 * 60 * 60 * 1000;
export const lookTimeoutMs = 30_000;
