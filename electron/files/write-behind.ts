import { writeFileAtomically } from './atomic-write.ts';

/** Files on their way to the disk while others are being made. */
export type WriteBehind = {
  /** Begins to write the file, whole or not at all; waits while enough others are on their way. Throws the failure of an earlier file. */
  readonly write: (path: string, bytes: Uint8Array) => Promise<void>;
  /** Waits for all files. Throws the first failure: `disk-full`, `file-in-use`, … */
  readonly finish: () => Promise<void>;
};

/**
 * Writes files a few at a time: a disk that confirms each of them takes longer than making them does.
 * @param most files on their way at once; their bytes stay in memory meanwhile
 */
export function startWriteBehind(most: number): WriteBehind {
  const writing = new Set<Promise<void>>();
  const failures: unknown[] = [];
  const throwFirst = (): void => {
    if (failures.length > 0) throw failures[0];
  };
  return {
    write: async (path, bytes) => {
      throwFirst();
      const written = writeFileAtomically(path, bytes)
        .catch((error: unknown) => void failures.push(error))
        .finally(() => writing.delete(written));
      writing.add(written);
      if (writing.size >= most) await Promise.race(writing);
    },
    finish: async () => {
      await Promise.all(writing);
      throwFirst();
    },
  };
}
