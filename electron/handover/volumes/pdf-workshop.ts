import type { Result } from '../../../shared/result.ts';
import { openWorkerLane, type LaneProgress } from '../../files/worker-lane.ts';
import type { AssembledVolume, VolumeAssembly } from './pdf/assemble-volume.ts';
import type { GatheredPages, Gathering } from './pdf/gather-pages.ts';
import type { CountedFile, PdfTask, PdfTaskValue } from './pdf/pdf-tasks.ts';

/** Work on PDFs beside the core's thread. */
export type PdfWorkshop = {
  /** Pages of each file, at least 1, or why they cannot be counted, in order. Throws `cancelled`. */
  readonly countPages: (files: readonly CountedFile[], progress?: LaneProgress) => Promise<readonly Result<number>[]>;
  /** Of each file, the pages from 0 on which a bookmark of this name stands, in order. Throws `cancelled`. */
  readonly findStarts: (files: readonly CountedFile[], mark: string, progress?: LaneProgress) => Promise<readonly (readonly number[])[]>;
  /** Puts the scans of one paper together as one PDF. Throws `cancelled`, `not-found`, `store-damaged`, `unreadable-file`. */
  readonly gather: (gathering: Gathering, progress?: LaneProgress) => Promise<GatheredPages>;
  /** Writes one volume; `onProgress` counts its parts. Throws `cancelled` and what the work itself throws. */
  readonly assemble: (volume: VolumeAssembly, progress?: LaneProgress) => Promise<AssembledVolume>;
  readonly close: () => Promise<void>;
};

/** The worker's file: beside this one when run from source, beside the bundled core otherwise. */
function workerFile(): URL {
  return import.meta.url.endsWith('.ts') ? new URL('./pdf/pdf-worker.ts', import.meta.url) : new URL('../worker/pdf-worker.cjs', import.meta.url);
}

/**
 * A workshop whose worker starts with the first task and goes home when there is nothing to do; see worker-lane.ts.
 * @param file the worker's, for tests of the bundled one
 */
export function openPdfWorkshop(file: URL = workerFile()): PdfWorkshop {
  const lane = openWorkerLane<PdfTask, PdfTaskValue>({
    file,
    // A volume of photos takes some hundred megabytes.
    mostMemory: 2048,
    memoryMessage: '内存不够，装订不了这么大的一卷。请把每卷页数调小，或关掉别的程序再试。',
    crashMessage: '处理 PDF 的程序意外结束。',
  });
  const one = (work: PdfTask, progress: LaneProgress): Promise<PdfTaskValue> => lane.inTurn(progress, ({ ask }) => ask(work, progress));
  return {
    countPages: async (files, progress = {}) => {
      if (files.length === 0) return [];
      const value = await one({ task: 'count', files }, progress);
      return value.task === 'count' ? value.pages : [];
    },
    findStarts: async (files, mark, progress = {}) => {
      if (files.length === 0) return [];
      const value = await one({ task: 'starts', files, mark }, progress);
      return value.task === 'starts' ? value.starts : [];
    },
    gather: async (gathering, progress = {}) => {
      const value = await one({ task: 'gather', gathering }, progress);
      if (value.task !== 'gather') throw new Error('The PDF worker answered another question.');
      return value.gathered;
    },
    assemble: async (volume, progress = {}) => {
      const value = await one({ task: 'assemble', volume }, progress);
      if (value.task !== 'assemble') throw new Error('The PDF worker answered another question.');
      return value.volume;
    },
    close: lane.close,
  };
}
