import { createStore, type StoreApi } from 'zustand/vanilla';
import type { DraftSummary } from '../../shared/ipc/draft-channels.ts';
import type { Failure, Result } from '../../shared/result.ts';

/** How the unsaved input of one form stands with the core. */
export type KeepState = {
  /** `lost`: not kept, tried again; `elsewhere`: another window has kept another version. */
  readonly state: 'nothing' | 'waiting' | 'kept' | 'lost' | 'elsewhere';
  /** ISO instant of the last keeping. */
  readonly keptAt: string | undefined;
  readonly failure: Failure | undefined;
  /** Files of the form are still on their way to the core, whatever is kept of its fields. */
  readonly isKeepingFiles: boolean;
};

/** What a keeper does its work with. */
export type KeeperWorld = {
  /** Hands everything to the core; `seen` is the version this window knows, undefined to win over any other. */
  readonly keep: (seen: number | undefined) => Promise<Result<DraftSummary>>;
  readonly drop: () => Promise<Result<unknown>>;
  readonly setTimer: (act: () => void, wait: number) => number;
  readonly clearTimer: (timer: number) => void;
};

export type DraftKeeper = {
  readonly store: StoreApi<KeepState>;
  /** Something was typed. It is kept after a pause, at the latest after two seconds. */
  readonly changed: () => void;
  /** Keeps at once what is not kept yet; resolves to whether all of it is. */
  readonly flush: () => Promise<boolean>;
  /** Nothing is unsaved any more. Resolves when the core has forgotten the draft. */
  readonly drop: () => Promise<void>;
  /** Whether files are on their way to the core. */
  readonly keepingFiles: (isKeeping: boolean) => void;
  /** Wins over what another window has kept. */
  readonly insist: () => Promise<boolean>;
  /** The form is closed: no more timers. */
  readonly stop: () => void;
};

const pauseMs = 400;
const longestPauseMs = 2000;
const firstRetryMs = 1500;
const lastRetryMs = 10_000;

/**
 * Keeps a form's unsaved input in the core: after a pause in typing, again and again while the core is away, one call at a time.
 * @param version of the draft that the form began with; 0 when it began without one
 */
export function createDraftKeeper(world: KeeperWorld, version: number, keptAt?: string): DraftKeeper {
  const store = createStore<KeepState>()(() => ({ state: keptAt === undefined ? 'nothing' : 'kept', keptAt, failure: undefined, isKeepingFiles: false }));
  let seen: number | undefined = version;
  let changes = 0;
  let keptChanges = 0;
  let timer: number | undefined;
  let waitedMs = 0;
  let retryMs = firstRetryMs;
  let running: Promise<boolean> | undefined;
  let isStopped = false;

  const plan = (wait: number): void => {
    if (timer !== undefined) world.clearTimer(timer);
    timer = isStopped ? undefined : world.setTimer(() => void flush(), wait);
  };

  const keepOnce = async (): Promise<boolean> => {
    const kept = changes;
    const result = await world.keep(seen);
    if (result.ok) {
      seen = result.value.version;
      keptChanges = kept;
      retryMs = firstRetryMs;
      store.setState({ state: changes === kept ? 'kept' : 'waiting', keptAt: result.value.updatedAt, failure: undefined });
      return true;
    }
    store.setState({ state: result.error.code === 'conflict' ? 'elsewhere' : 'lost', failure: result.error });
    return false;
  };

  const work = async (): Promise<boolean> => {
    while (keptChanges < changes) {
      if (await keepOnce()) continue;
      if (store.getState().state === 'lost') {
        plan(retryMs);
        retryMs = Math.min(retryMs * 2, lastRetryMs);
      }
      return false;
    }
    return true;
  };

  const flush = (): Promise<boolean> => {
    if (timer !== undefined) world.clearTimer(timer);
    timer = undefined;
    waitedMs = 0;
    if (store.getState().state === 'elsewhere') return Promise.resolve(false);
    running ??= work().finally(() => {
      running = undefined;
    });
    return running;
  };

  return {
    store,
    changed: () => {
      changes += 1;
      const { state } = store.getState();
      if (state === 'elsewhere') return;
      if (state !== 'lost' && state !== 'waiting') store.setState({ state: 'waiting' });
      if (running !== undefined) return;
      const wait = Math.min(pauseMs, longestPauseMs - waitedMs);
      waitedMs += wait;
      if (wait > 0) plan(wait);
      else void flush();
    },
    flush,
    drop: async () => {
      if (timer !== undefined) world.clearTimer(timer);
      timer = undefined;
      await running;
      changes = 0;
      keptChanges = 0;
      const isKept = store.getState().keptAt !== undefined;
      seen = 0;
      store.setState({ state: 'nothing', keptAt: undefined, failure: undefined });
      if (isKept) await world.drop();
    },
    keepingFiles: (isKeepingFiles) => {
      if (store.getState().isKeepingFiles !== isKeepingFiles) store.setState({ isKeepingFiles });
    },
    insist: () => {
      seen = undefined;
      changes += 1;
      store.setState({ state: 'waiting', failure: undefined });
      return flush();
    },
    stop: () => {
      isStopped = true;
      if (timer !== undefined) world.clearTimer(timer);
      timer = undefined;
    },
  };
}
