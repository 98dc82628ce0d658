import { Worker } from 'node:worker_threads';
import { AppError } from '../../../shared/app-error.ts';
import type { Result } from '../../../shared/result.ts';
import { stopIfCancelled } from '../../files/cancellation.ts';
import type { AssembledVolume, VolumeAssembly } from './pdf/assemble-volume.ts';
import type { CountedFile, PdfReply, PdfTask, PdfTaskValue } from './pdf/pdf-tasks.ts';

export type WorkshopProgress = { readonly signal?: AbortSignal | undefined; readonly onProgress?: ((done: number) => void) | undefined };

/** Work on PDFs beside the core's thread. */
export type PdfWorkshop = {
  /** Pages of each file, at least 1, or why they cannot be counted, in order. Throws `cancelled`. */
  readonly countPages: (files: readonly CountedFile[], progress?: WorkshopProgress) => Promise<readonly Result<number>[]>;
  /** Writes one volume; `onProgress` counts its parts. Throws `cancelled` and what the work itself throws. */
  readonly assemble: (volume: VolumeAssembly, progress?: WorkshopProgress) => Promise<AssembledVolume>;
  readonly close: () => Promise<void>;
};

type Waiting = { readonly settle: (result: Result<PdfTaskValue>) => void; readonly fail: (error: Error) => void; readonly tell: ((done: number) => void) | undefined };

/** The libraries take half a second to load: they stay for the next volume, and not for ever. */
const idleMilliseconds = 20_000;
/** A volume of photos takes some hundred megabytes; more than this would take the computer down with it. */
const mostMemory = 2048;

/** The worker's file: beside this one when run from source, beside the bundled core otherwise. */
function workerFile(): URL {
  return import.meta.url.endsWith('.ts') ? new URL('./pdf/pdf-worker.ts', import.meta.url) : new URL('../worker/pdf-worker.cjs', import.meta.url);
}

function describeCrash(error: unknown): AppError {
  const isMemory = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  return isMemory
    ? new AppError('render-failed', '内存不够，装订不了这么大的一卷。请把每卷页数调小，或关掉别的程序再试。', {}, { cause: error })
    : new AppError('internal', '处理 PDF 的程序意外结束。', {}, { cause: error });
}

/**
 * A workshop whose worker thread starts with the first task and goes home when there is nothing to do. Tasks run one after the other; cancelling
 * one ends the worker at once, because it does not listen while it works, and the tasks behind it begin anew.
 * @param file the worker's, for tests of the bundled one
 */
export function openPdfWorkshop(file: URL = workerFile()): PdfWorkshop {
  let worker: Worker | undefined;
  let idle: NodeJS.Timeout | undefined;
  let next = 0;
  const waiting = new Map<number, Waiting>();
  let last: Promise<unknown> = Promise.resolve();

  async function end(): Promise<void> {
    clearTimeout(idle);
    const ended = worker;
    worker = undefined;
    await ended?.terminate();
  }

  function failAll(error: Error): void {
    for (const [id, { fail }] of waiting) {
      waiting.delete(id);
      fail(error);
    }
  }

  function started(): Worker {
    clearTimeout(idle);
    if (worker !== undefined) return worker;
    // What the libraries print about odd files is nobody's to read.
    const fresh = new Worker(file, { stdout: true, stderr: true, resourceLimits: { maxOldGenerationSizeMb: mostMemory } });
    fresh.unref();
    fresh.on('message', (reply: PdfReply) => {
      const call = waiting.get(reply.id);
      if (reply.kind === 'progress') return call?.tell?.(reply.done);
      waiting.delete(reply.id);
      call?.settle(reply.result);
    });
    const lost = (error: unknown): void => {
      if (worker !== fresh) return;
      worker = undefined;
      failAll(describeCrash(error));
    };
    fresh.on('error', lost);
    fresh.on('exit', (code) => lost(new Error(`The PDF worker ended with ${code}.`)));
    worker = fresh;
    return fresh;
  }

  function ask(work: PdfTask, { signal, onProgress }: WorkshopProgress): Promise<Result<PdfTaskValue>> {
    return new Promise((resolve, reject) => {
      const id = next++;
      const cancel = (): void => {
        waiting.delete(id);
        void end();
        reject(new AppError('cancelled', '已取消。', {}, { cause: signal?.reason }));
      };
      const finish = (): void => {
        signal?.removeEventListener('abort', cancel);
        idle = setTimeout(() => void end(), idleMilliseconds).unref();
      };
      signal?.addEventListener('abort', cancel, { once: true });
      waiting.set(id, { settle: (result) => { finish(); resolve(result); }, fail: (error) => { finish(); reject(error); }, tell: onProgress });
      const thread = started();
      // While it works, the program waits for it.
      thread.ref();
      thread.postMessage({ id, work });
    });
  }

  function inTurn(work: PdfTask, progress: WorkshopProgress): Promise<PdfTaskValue> {
    const turn = last.then(async () => {
      stopIfCancelled(progress.signal);
      const result = await ask(work, progress);
      worker?.unref();
      if (result.ok) return result.value;
      const { code, message, details } = result.error;
      // The program's own fault goes to the log as one, not to the person with its places in the program.
      if (code === 'internal') throw new Error(typeof details['fault'] === 'string' ? details['fault'] : message);
      throw new AppError(code, message, details);
    });
    last = turn.catch(() => undefined);
    return turn;
  }

  return {
    countPages: async (files, progress = {}) => {
      if (files.length === 0) return [];
      const value = await inTurn({ task: 'count', files }, progress);
      return value.task === 'count' ? value.pages : [];
    },
    assemble: async (volume, progress = {}) => {
      const value = await inTurn({ task: 'assemble', volume }, progress);
      if (value.task !== 'assemble') throw new Error('The PDF worker answered another question.');
      return value.volume;
    },
    close: async () => {
      await last;
      await end();
    },
  };
}
