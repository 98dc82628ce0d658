import { existsSync, rmSync } from 'node:fs';
import { AppError, type AppErrorCode } from '../../../shared/app-error.ts';
import type { ReadReason } from '../../../shared/ipc/app-channels.ts';
import type { ClosedReason } from '../../../shared/ipc/data-channels.ts';
import { closeCore, holdsData, openCore, type CoreOptions } from '../core.ts';

const reasons: Readonly<Partial<Record<AppErrorCode, ClosedReason>>> = {
  'not-found': 'missing',
  'store-damaged': 'damaged',
  'unreadable-file': 'damaged',
  'store-locked': 'locked',
  'store-newer-than-app': 'newer',
  'disk-full': 'full',
  'file-in-use': 'place',
};

/** What kept a data folder from being opened, as the start screen tells it. */
export function closedReason(error: unknown, dataFolder: string): ClosedReason {
  if (!(error instanceof AppError)) return 'other';
  if (error.code === 'invalid-input' && error.details['cause'] === 'EROFS') return 'place';
  if (error.code === 'file-in-use' && !existsSync(dataFolder)) return 'missing';
  return reasons[error.code] ?? 'other';
}

/** As what a folder that could not be opened for writing can be opened for reading. */
export function readReasonFor(reason: ClosedReason): ReadReason | undefined {
  switch (reason) {
    case 'newer': return 'newer';
    case 'locked': return 'locked';
    case 'place':
    case 'full': return 'medium';
    case 'missing':
    case 'damaged':
    case 'other': return undefined;
    default: return reason satisfies never;
  }
}

/** Whether reading works where writing did not: by trying it. */
export function canRead(options: CoreOptions, reason: ClosedReason): boolean {
  const readReason = readReasonFor(reason);
  if (readReason === undefined || !holdsData(options.dataFolder)) return false;
  try {
    const core = openCore({ ...options, readReason });
    closeCore(core);
    rmSync(core.cacheFolder, { recursive: true, force: true });
    return true;
  } catch {
    return false;
  }
}
