import { Worker } from 'node:worker_threads';
import { AppError } from '../../shared/app-error.ts';
import type { Failure, Result } from '../../shared/result.ts';
import { stopIfCancelled } from './cancellation.ts';

/** Messages between the core and a worker. Requests carry a number of their own. */
export type WorkerRequest<Task> = { readonly id: number; readonly work: Task };
export type WorkerReply<Value> =
  | { readonly id: number; readonly kind: 'progress'; readonly done: number }
  | { readonly id: number; readonly kind: 'done'; readonly result: Result<Value> };

export type LaneProgress = { readonly signal?: AbortSignal | undefined; readonly onProgress?: ((done: number) => void) | undefined };

/** One worker's turn: tasks that belong together. `thread` tells it from the worker that takes its place when it has ended. */
export type LaneTurn<Task, Value> = {
  readonly thread: () => object;
  /** Throws what the worker's answer is when it failed, and `cancelled`. */
  readonly ask: (work: Task, progress?: LaneProgress) => Promise<Value>;
};

/** A thread beside the core's, for work that would keep calls waiting. */
export type WorkerLane<Task, Value> = {
  /** Does work in its turn; turns come one after the other. */
  readonly inTurn: <Result>(progress: LaneProgress, work: (turn: LaneTurn<Task, Value>) => Promise<Result>) => Promise<Result>;
  /** Waits for the turns and ends the worker. */
  readonly close: () => Promise<void>;
};

export type LaneOptions = {
  /** The worker's script. */
  readonly file: URL;
  /** Most memory of its own, in MB; more than this would take the computer down with it. */
  readonly mostMemory: number;
  /** What a person is told when that was not enough. */
  readonly memoryMessage: string;
  /** What a person is told when it ended for another reason, and for its own faults. */
  readonly crashMessage: string;
};

type Waiting<Value> = { readonly settle: (result: Result<Value>) => void; readonly fail: (error: Error) => void; readonly tell: ((done: number) => void) | undefined };

/** Room for young objects, in MB. Left to itself it grows to 128 MB, and a whole year is bound no faster for it. */
const youngMemory = 24;

/** Libraries take their time to load: a worker stays for the next task, and not for ever. */
const idleMilliseconds = 20_000;

/** A failure that may be told to a person; anything else is the program's own fault and carries its cause for the log only. */
export function laneFailure(error: unknown, message: string): Failure {
  if (error instanceof AppError) return { code: error.code, message: error.message, details: error.details };
  return { code: 'internal', message, details: { fault: error instanceof Error ? (error.stack ?? error.message) : String(error) } };
}

function thrown({ code, message, details }: Failure): Error {
  // The program's own fault goes to the log as one, not to the person with its places in the program.
  if (code === 'internal') return new Error(typeof details['fault'] === 'string' ? details['fault'] : message);
  return new AppError(code, message, details);
}

/**
 * A lane whose worker starts with the first task and goes home when there is nothing to do. Cancelling a task ends the worker at once, because it
 * does not listen while it works; the turns behind it get a new one.
 */
export function openWorkerLane<Task, Value>(options: LaneOptions): WorkerLane<Task, Value> {
  let worker: Worker | undefined;
  let idle: NodeJS.Timeout | undefined;
  let next = 0;
  const waiting = new Map<number, Waiting<Value>>();
  let last: Promise<unknown> = Promise.resolve();

  async function end(): Promise<void> {
    clearTimeout(idle);
    const ended = worker;
    worker = undefined;
    await ended?.terminate();
  }

  function describeCrash(error: unknown): AppError {
    const isMemory = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
    return isMemory ? new AppError('render-failed', options.memoryMessage, {}, { cause: error }) : new AppError('internal', options.crashMessage, {}, { cause: error });
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
    // What libraries print about odd files is nobody's to read.
    const fresh = new Worker(options.file, { stdout: true, stderr: true, resourceLimits: { maxOldGenerationSizeMb: options.mostMemory, maxYoungGenerationSizeMb: youngMemory } });
    fresh.unref();
    fresh.on('message', (reply: WorkerReply<Value>) => {
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
    fresh.on('exit', (code) => lost(new Error(`The worker ended with ${code}.`)));
    worker = fresh;
    return fresh;
  }

  function post(work: Task, { signal, onProgress }: LaneProgress): Promise<Result<Value>> {
    return new Promise((resolve, reject) => {
      const id = next++;
      const cancel = (): void => {
        waiting.delete(id);
        void end();
        reject(new AppError('cancelled', '已取消。', {}, { cause: signal?.reason }));
      };
      const finish = (): void => signal?.removeEventListener('abort', cancel);
      signal?.addEventListener('abort', cancel, { once: true });
      waiting.set(id, { settle: (result) => { finish(); resolve(result); }, fail: (error) => { finish(); reject(error); }, tell: onProgress });
      const thread = started();
      // While it works, the program waits for it.
      thread.ref();
      const request: WorkerRequest<Task> = { id, work };
      try {
        thread.postMessage(request);
      } catch (error) {
        waiting.delete(id);
        finish();
        reject(error instanceof Error ? error : new Error(String(error)));
      }
    });
  }

  async function ask(work: Task, progress: LaneProgress = {}): Promise<Value> {
    stopIfCancelled(progress.signal);
    const result = await post(work, progress);
    if (result.ok) return result.value;
    throw thrown(result.error);
  }

  return {
    inTurn: (progress, work) => {
      const turn = last.then(async () => {
        stopIfCancelled(progress.signal);
        try {
          return await work({ thread: started, ask });
        } finally {
          worker?.unref();
          clearTimeout(idle);
          idle = setTimeout(() => void end(), idleMilliseconds).unref();
        }
      });
      last = turn.catch(() => undefined);
      return turn;
    },
    close: async () => {
      await last;
      await end();
    },
  };
}
