import type { OfficeKind } from './office-program.ts';

/** Files of one kind in a folder of their own; the program puts `name.pdf` beside each `name.docx`. */
export type FolderConversion = {
  readonly folder: string;
  readonly kind: OfficeKind;
  /** File names of our own making, ASCII only. */
  readonly names: readonly string[];
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
};
