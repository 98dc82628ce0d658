import type { OfficeProgram } from './office-program.ts';

/** Work that waits for its turn; what a person waits for goes first. */
export type Lanes = { readonly run: <T>(work: () => Promise<T>, isUrgent: boolean) => Promise<T> };

/** Lets so many works run side by side, in the order asked for, urgent ones first. */
export function openLanes(count: number): Lanes {
  const urgent: (() => void)[] = [];
  const others: (() => void)[] = [];
  let free = count;
  const next = (): void => {
    const start = urgent.shift() ?? others.shift();
    if (start === undefined) free += 1;
    else start();
  };
  return {
    run: async (work, isUrgent) => {
      if (free > 0) free -= 1;
      else await new Promise<void>((resolve) => { (isUrgent ? urgent : others).push(resolve); });
      try {
        return await work();
      } finally {
        next();
      }
    },
  };
}

/** Bytes that one LibreOffice may take with a document full of photos. */
const bytesPerProcess = 1_500_000_000;
const mostLanes = 4;

/**
 * How many LibreOffice processes run side by side: one for each processor, as memory allows. On two processors 44 documents of a contract
 * year took 29 s with one process, 15 s with two, 14 s with three and longer again with four.
 */
export function lanesOf(processors: number, memoryBytes: number): number {
  return Math.max(1, Math.min(mostLanes, processors, Math.floor(memoryBytes / bytesPerProcess)));
}

/**
 * Documents for one start of a program. A start of LibreOffice costs little, and short batches keep all processes busy to the end; Word and
 * WPS run one at a time and start slowly.
 */
export function documentsPerStart({ start }: Pick<OfficeProgram, 'start'>, documents: number, lanes: number): number {
  return start.how === 'automation' ? 20 : Math.max(1, Math.min(8, Math.ceil(documents / lanes)));
}
