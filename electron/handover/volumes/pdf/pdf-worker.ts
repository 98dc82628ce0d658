import { parentPort } from 'node:worker_threads';
import { runPdfTask, type PdfReply, type PdfRequest } from './pdf-tasks.ts';

/** Entry of the worker thread: tasks one after the other, as they come. */
const port = parentPort;
let last: Promise<void> = Promise.resolve();

async function answer({ id, work }: PdfRequest): Promise<void> {
  const send = (reply: PdfReply): void => port?.postMessage(reply);
  send({ id, kind: 'done', result: await runPdfTask(work, (done) => send({ id, kind: 'progress', done })) });
}

port?.on('message', (request: PdfRequest) => {
  last = last.then(() => answer(request));
});
