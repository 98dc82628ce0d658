import { parentPort, workerData } from 'node:worker_threads';
import { renderJobs, type RenderJob } from './render-jobs.ts';

parentPort?.postMessage(renderJobs(workerData as readonly RenderJob[]));
