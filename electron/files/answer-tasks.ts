import { parentPort, type Transferable } from 'node:worker_threads';
import type { Result } from '../../shared/result.ts';
import type { WorkerReply, WorkerRequest } from './worker-lane.ts';

/** An answer, and the memory that goes over to the core with it instead of being copied. */
export type TaskAnswer<Value> = { readonly result: Result<Value>; readonly memory?: readonly Transferable[] };

/**
 * The worker's side of a lane: does tasks one after the other, as they come.
 * @param run must never throw
 */
export function answerTasks<Task, Value>(run: (work: Task, tell: (done: number) => void) => Promise<TaskAnswer<Value>>): void {
  const port = parentPort;
  let last: Promise<void> = Promise.resolve();
  const send = (reply: WorkerReply<Value>, memory: readonly Transferable[] = []): void => port?.postMessage(reply, memory);

  async function answer({ id, work }: WorkerRequest<Task>): Promise<void> {
    const { result, memory } = await run(work, (done) => send({ id, kind: 'progress', done }));
    send({ id, kind: 'done', result }, memory);
  }
  port?.on('message', (request: WorkerRequest<Task>) => {
    last = last.then(() => answer(request));
  });
}
