import { readFile } from 'node:fs/promises';
import type { Handlers } from '../../shared/ipc/contract.ts';
import type { AppEvents, EventName } from '../../shared/ipc/events.ts';
import type { Result } from '../../shared/result.ts';
import { answerCall } from './answer.ts';
import { closeCore, openCore, type CoreOptions } from './core.ts';
import { checkHandlers } from './handlers/check-handlers.ts';
import { contractHandlers } from './handlers/contract-handlers.ts';
import { jobHandlers, type Reveal } from './handlers/job-handlers.ts';
import { recordHandlers } from './handlers/record-handlers.ts';
import { createJobRunner } from './job-runner.ts';

export type EventListener = (event: EventName, payload: AppEvents[EventName]) => void;

/** The core as a window sees it, whatever carries the calls. */
export type Api = {
  readonly answer: (channel: string, input: unknown) => Promise<Result<unknown>>;
  /** Returns the function that stops listening. */
  readonly on: (listener: EventListener) => () => void;
  /** Cancels running jobs and closes the data folder. */
  readonly close: () => Promise<void>;
};

export type ApiOptions = CoreOptions & { readonly reveal: Reveal };

async function version(): Promise<string> {
  // Two folders up from electron/api in the sources, three from out/app/main when bundled.
  for (const place of ['../../package.json', '../../../package.json']) {
    try {
      const parsed: unknown = JSON.parse(await readFile(new URL(place, import.meta.url), 'utf8'));
      if (typeof parsed === 'object' && parsed !== null && 'version' in parsed) return String(parsed.version);
    } catch {
      continue;
    }
  }
  return '0';
}

/** Opens a data folder and answers calls on it. Throws what `openStore` throws: newer, damaged or locked store. */
export async function createApi(options: ApiOptions): Promise<Api> {
  const listeners = new Set<EventListener>();
  const emit = (event: EventName, payload: AppEvents[EventName]): void => {
    for (const listener of listeners) listener(event, payload);
  };
  const core = openCore(options, emit);
  const jobs = createJobRunner(options.environment, (job) => emit('job.changed', job));
  const handlers: Handlers = {
    ...contractHandlers(core),
    ...recordHandlers(core),
    ...checkHandlers(core, { name: '运维交付夹', version: await version() }),
    ...jobHandlers(core, jobs, options.reveal),
  };
  return {
    answer: (channel, input) => answerCall(handlers, options.environment, channel, input),
    on: (listener) => {
      listeners.add(listener);
      return () => { listeners.delete(listener); };
    },
    close: async () => {
      await jobs.close();
      closeCore(core);
    },
  };
}
