import { writeFileAtomically } from './atomic-write.ts';

/** Work for the disk that goes on while other things are made. */
export type WorkBehind = {
  /** Takes work that has begun; waits while enough is under way. Throws the failure of earlier work; this one's is met later. */
  readonly add: (work: Promise<void>) => Promise<void>;
  /** Throws the failure of earlier work, if one has failed already. */
  readonly stopIfFailed: () => void;
  /** Waits for all of it. Throws the first failure: `disk-full`, `file-in-use`, … */
  readonly finish: () => Promise<void>;
};

/** @param most pieces of work under way at once */
export function startWorkBehind(most: number): WorkBehind {
  const underWay = new Set<Promise<void>>();
  const failures: unknown[] = [];
  const stopIfFailed = (): void => {
    if (failures.length > 0) throw failures[0];
  };
  return {
    stopIfFailed,
    add: async (work) => {
      const ended: Promise<void> = work.catch((error: unknown) => void failures.push(error)).finally(() => underWay.delete(ended));
      underWay.add(ended);
      stopIfFailed();
      if (underWay.size >= most) await Promise.race(underWay);
    },
    finish: async () => {
      await Promise.all(underWay);
      stopIfFailed();
    },
  };
}

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
  const { add, stopIfFailed, finish } = startWorkBehind(most);
  return {
    write: async (path, bytes) => {
      stopIfFailed();
      await add(writeFileAtomically(path, bytes));
    },
    finish,
  };
}
