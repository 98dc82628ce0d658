import type { AppEvents, EventName } from '../../../shared/ipc/events.ts';
import type { Result } from '../../../shared/result.ts';
import { backUpDaily } from '../../store/backup/daily-backup.ts';
import { listContracts } from '../../store/contracts.ts';
import { answerCall, failureOf } from '../answer.ts';
import type { Api, ApiOptions, EventListener } from '../create-api.ts';
import type { Environment } from '../environment.ts';
import { createJobRunner } from '../job-runner.ts';
import { backupHandlers } from './backup-handlers.ts';
import { dataHandlers } from './data-handlers.ts';
import { openFolder, type Opening, type OpeningWish } from './open-folder.ts';
import { openPersonSettings, type PersonSettings } from './person-settings.ts';
import type { ChoosePlace, Workspace } from './workspace.ts';

export type WorkspaceOptions = Omit<ApiOptions, 'readReason' | 'jobs'> & {
  /** Where the choices of this person on this computer are kept; without it they last as long as the program runs. */
  readonly settingsFolder?: string;
  /** Begin with the folder that was open last rather than with `dataFolder`, if there is one. */
  readonly prefersLast?: boolean;
  /** The system's file dialogs, where the program can show them. */
  readonly choosePlace?: ChoosePlace;
  readonly logFolder?: string;
  /** How long after opening the daily backup is looked for, in milliseconds; people should not wait for it. */
  readonly dailyBackupDelay?: number;
};

/** The core, and the folder it stands in now. */
export type WorkspaceApi = Api & { readonly location: () => string; readonly hasRunningJobs: () => boolean };

const usualBackupDelay = 20_000;
/** A window that stays open for days is backed up, too. */
const backupInterval = 60 * 60 * 1000;

/** The name that the person chose, read anew at every change. */
function withUser(environment: Environment, settings: () => PersonSettings): Environment {
  return Object.defineProperty({ ...environment }, 'user', { enumerable: true, get: () => settings().userName() ?? environment.user });
}

/**
 * The core with or without an open data folder: it comes up even when the folder is gone, damaged, open elsewhere or of a newer version,
 * so that the window can show what is the matter; folders are changed and backups restored while it runs. Never throws over a folder.
 */
export async function createWorkspace(options: WorkspaceOptions): Promise<WorkspaceApi> {
  const { settingsFolder, choosePlace, logFolder } = options;
  const settings = openPersonSettings(settingsFolder, options.environment);
  const environment = withUser(options.environment, () => settings);
  const listeners = new Set<EventListener>();
  const emit = (event: EventName, payload: AppEvents[EventName]): void => {
    for (const listener of listeners) listener(event, payload);
  };
  const jobs = createJobRunner(environment, (job) => emit('job.changed', job));
  const apiOptions = { ...options, environment, jobs };
  let backupTimer: NodeJS.Timeout | undefined;
  /** Calls wait here while the folder is being changed. */
  let changing: Promise<unknown> = Promise.resolve();

  const known = (location: string): boolean => settings.folders().some((folder) => folder.location === location);
  const first = options.prefersLast === true ? (settings.folders()[0]?.location ?? options.dataFolder) : options.dataFolder;
  let current: Opening = await open({ location: first, access: 'write', isKnown: known(first) });

  async function open(wish: OpeningWish): Promise<Opening> {
    const opening = await openFolder(apiOptions, wish);
    if (opening.api === undefined) {
      environment.log({ level: 'info', event: 'data.not-opened', detail: opening.failure.code });
      return opening;
    }
    const { core } = opening.api;
    opening.api.on(emit);
    settings.opened(opening.location, environment.now(), listContracts(core.store).length);
    if (core.readReason === undefined) scheduleBackup(opening, options.dailyBackupDelay ?? usualBackupDelay);
    return opening;
  }

  function scheduleBackup(opening: Opening, delay: number): void {
    clearTimeout(backupTimer);
    backupTimer = setTimeout(() => {
      if (opening.api === undefined || current !== opening) return;
      backUpDaily(opening.api.core.store).then(
        () => scheduleBackup(opening, backupInterval),
        (error: unknown) => {
          environment.log({ level: 'error', event: 'store.daily-backup-failed', detail: failureOf(error, environment).code });
          scheduleBackup(opening, backupInterval);
        },
      );
    }, delay).unref();
  }

  async function closeCurrent(keptJob?: string): Promise<void> {
    clearTimeout(backupTimer);
    await jobs.stopOthers(keptJob);
    await current.api?.close();
  }

  /** One change at a time. */
  function exclusively<T>(work: () => Promise<T>): Promise<T> {
    const next = changing.then(work);
    changing = next.catch(() => undefined);
    return next;
  }

  /** Cancels first: a restore that stood in the queue behind this, while this waits for its job, would never end. */
  function exclusivelyWithoutJobs<T>(work: () => Promise<T>): Promise<T> {
    jobs.cancelOthers();
    return exclusively(work);
  }

  const change = (wish: OpeningWish): Promise<Opening> => exclusivelyWithoutJobs(async () => {
    const before = current;
    await closeCurrent();
    const opening = await open(wish);
    current = opening;
    if (opening.api === undefined && before.api !== undefined) {
      current = await open({ location: before.location, access: before.api.core.readReason === undefined ? 'write' : 'read', isKnown: true });
    }
    if (opening.api !== undefined || before.api === undefined) emit('data.changed', { isOpen: current.api !== undefined });
    return opening;
  });

  const whileClosed = <T>(jobId: string, work: (location: string) => Promise<T>): Promise<T> => exclusively(async () => {
    const { location } = current;
    await closeCurrent(jobId);
    try {
      return await work(location);
    } finally {
      current = await open({ location, access: 'write', isKnown: true });
      emit('data.changed', { isOpen: current.api !== undefined });
    }
  });

  const workspace: Workspace = { environment, systemUser: options.environment.user, settings, jobs, reveal: options.reveal, choosePlace, logFolder, current: () => current, change, whileClosed, emit };
  const handlers = { ...dataHandlers(workspace), ...backupHandlers(workspace) };

  async function answer(channel: string, input: unknown): Promise<Result<unknown>> {
    if (Object.hasOwn(handlers, channel)) return answerCall(handlers, environment, channel, input);
    await changing;
    if (current.api !== undefined) return current.api.answer(channel, input);
    return { ok: false, error: current.failure };
  }

  return {
    answer,
    location: () => current.location,
    hasRunningJobs: () => jobs.list().some(({ state }) => state === 'running'),
    on: (listener) => {
      listeners.add(listener);
      return () => { listeners.delete(listener); };
    },
    close: () => exclusivelyWithoutJobs(async () => {
      await closeCurrent();
      await jobs.close();
    }),
  };
}
