import { tmpdir } from 'node:os';
import type { FolderHandlers } from '../../shared/ipc/contract.ts';
import type { AppEvents, EventName } from '../../shared/ipc/events.ts';
import type { Result } from '../../shared/result.ts';
import { answerCall } from './answer.ts';
import { closeCore, openCore, type Core, type CoreOptions } from './core.ts';
import { attachmentHandlers } from './handlers/attachment-handlers.ts';
import { calendarHandlers } from './handlers/calendar-handlers.ts';
import { createChecks } from './handlers/check-handlers.ts';
import { carriedHandlers } from './handlers/carried-handlers.ts';
import { contractHandlers } from './handlers/contract-handlers.ts';
import { deliveryHandlers } from './handlers/delivery-handlers.ts';
import { discHandlers } from './handlers/disc-handlers.ts';
import { draftHandlers } from './handlers/draft-handlers.ts';
import { entryHandlers } from './handlers/entry-handlers.ts';
import { jobHandlers, type Reveal } from './handlers/job-handlers.ts';
import { listHandlers } from './handlers/list-handlers.ts';
import { createPreviews } from './handlers/preview-handlers.ts';
import { printHandlers } from './handlers/print-handlers.ts';
import { readinessHandlers } from './handlers/readiness-handlers.ts';
import { recordHandlers } from './handlers/record-handlers.ts';
import { reportLifeHandlers } from './handlers/report-life-handlers.ts';
import { reportHandlers } from './handlers/report-handlers.ts';
import { signOffHandlers } from './handlers/sign-off-handlers.ts';
import { templateHandlers } from './handlers/template-handlers.ts';
import { volumeHandlers } from './handlers/volume-handlers.ts';
import { discDrives, type BurnFolders } from './operations/burn-disc.ts';
import { clearReadFolders } from './read-folders.ts';
import { createJobRunner, type JobRunner } from './job-runner.ts';
import { programName, programVersion } from './program-version.ts';

export type EventListener = (event: EventName, payload: AppEvents[EventName]) => void;

/** The core as a window sees it, whatever carries the calls. */
export type Api = {
  readonly answer: (channel: string, input: unknown) => Promise<Result<unknown>>;
  /** Returns the function that stops listening. */
  readonly on: (listener: EventListener) => () => void;
  /** Cancels running jobs and closes the data folder. */
  readonly close: () => Promise<void>;
};

export type ApiOptions = CoreOptions & {
  /** Where burning programs and drives are looked for; the system's folders unless given. */
  readonly burnFolders?: BurnFolders;
  readonly reveal: Reveal;
  /** Opens a file with the system's own program for it; shows where it lies unless given. */
  readonly openFile?: Reveal;
  /** Where long work runs that outlives this opening of the folder; then whoever made it closes it. */
  readonly jobs?: JobRunner;
};

/** An open folder: its calls, and its core for whoever stands above it. */
export type OpenedApi = Api & { readonly core: Core };

/** When nobody has asked for so long, memory goes back to the computer: the program may stay open over night. */
const idleTime = 10 * 60 * 1000;

/** Opens a data folder and answers calls on it. Throws what `openStore` throws: newer, damaged or locked store. */
export async function createApi(options: ApiOptions): Promise<OpenedApi> {
  const listeners = new Set<EventListener>();
  const emit = (event: EventName, payload: AppEvents[EventName]): void => {
    for (const listener of listeners) listener(event, payload);
  };
  const core = openCore(options, emit);
  const jobs = options.jobs ?? createJobRunner(options.environment, (job) => emit('job.changed', job));
  const previews = createPreviews(core, core.converter);
  const { digests } = core;
  const checks = createChecks(core, { name: programName, version: programVersion() });
  const cleared = Promise.all([core.converter.clearUp(), clearReadFolders(tmpdir(), Date.parse(options.environment.now()))]).catch((error: unknown) => {
    // The next conversion, and the next start, try again; the former tells the person.
    options.environment.log({ level: 'error', event: 'leftovers.not-cleared', detail: error instanceof Error ? error.message : String(error) });
  });
  const idle = setTimeout(checks.forget, idleTime).unref();
  const handlers: FolderHandlers = {
    ...contractHandlers(core),
    ...recordHandlers(core),
    ...attachmentHandlers(core),
    ...listHandlers(core, jobs),
    ...draftHandlers(core),
    ...entryHandlers(core, jobs),
    ...calendarHandlers(core),
    ...checks.handlers,
    ...readinessHandlers(core, jobs),
    ...templateHandlers(core, options.reveal),
    ...previews.handlers,
    ...reportHandlers(core),
    ...reportLifeHandlers(core),
    ...deliveryHandlers(core, digests, options.reveal),
    ...signOffHandlers(core, digests),
    ...volumeHandlers(core, digests),
    ...jobHandlers(core, jobs, digests, options.reveal),
    ...printHandlers(core, jobs, digests, { reveal: options.reveal, openFile: options.openFile ?? options.reveal }),
    ...carriedHandlers(core, jobs),
    ...discHandlers(core, jobs, digests, discDrives(core, core.officeComputer, options.burnFolders)),
  };
  return {
    core,
    answer: (channel, input) => {
      idle.refresh();
      return answerCall(handlers, options.environment, channel, input, core.readReason === undefined ? 'write' : 'read');
    },
    on: (listener) => {
      listeners.add(listener);
      return () => { listeners.delete(listener); };
    },
    close: async () => {
      clearTimeout(idle);
      await Promise.all([options.jobs === undefined ? jobs.close() : undefined, previews.close()]);
      await cleared;
      await Promise.all([core.converter.close(), core.maker.close()]);
      closeCore(core);
    },
  };
}
