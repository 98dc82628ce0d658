import type { PieceAnswer, PieceQuestion } from './piece-worker.ts';

/** Makes what is kept of a scanned file; undefined when it cannot be made. Each piece has a worker of its own, whose memory goes with it. */
export function cutPiece(question: PieceQuestion): Promise<Blob | undefined> {
  const worker = new Worker(new URL('./piece-worker.ts', import.meta.url), { type: 'module' });
  return new Promise<Blob | undefined>((resolve) => {
    worker.addEventListener('message', ({ data }: MessageEvent<PieceAnswer>) => resolve(data.state === 'done' ? data.piece : undefined), { once: true });
    worker.addEventListener('error', () => resolve(undefined), { once: true });
    worker.postMessage(question);
  }).finally(() => worker.terminate());
}
