import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { AppError } from '../../../shared/app-error.ts';
import type { ReadReason } from '../../../shared/ipc/app-channels.ts';
import type { ClosedReason } from '../../../shared/ipc/data-channels.ts';
import type { Failure } from '../../../shared/result.ts';
import { failureOf } from '../answer.ts';
import { holdsData } from '../core.ts';
import { createApi, type ApiOptions, type OpenedApi } from '../create-api.ts';
import { canRead, closedReason, readReasonFor } from './closed-reason.ts';

/** What came of opening a data folder. */
export type Opening =
  | { readonly location: string; readonly api: OpenedApi }
  | { readonly location: string; readonly api: undefined; readonly reason: ClosedReason; readonly failure: Failure; readonly canRead: boolean };

export type OpeningWish = {
  readonly location: string;
  readonly access: 'write' | 'read';
  /** Whether somebody has worked there before: then a folder that is gone is not made anew. */
  readonly isKnown: boolean;
};

/**
 * Opens a data folder, for reading only when asked, or when a newer program wrote it and allows that. Never throws: what failed is an answer.
 */
export async function openFolder(options: Omit<ApiOptions, 'dataFolder' | 'readReason'>, { location, access, isKnown }: OpeningWish): Promise<Opening> {
  const inFolder = { ...options, dataFolder: location };
  try {
    if (isKnown && !holdsData(location)) {
      throw new AppError('not-found', existsSync(location) ? '文件夹还在，但里面没有运维交付夹的数据文件。' : '找不到这个数据文件夹：可能被移动或改名，或者所在的磁盘没有连接。', {});
    }
    if (access === 'read') return { location, api: await createApi({ ...inFolder, readReason: await wantedReason(inFolder) }) };
    const api = await createApi(inFolder);
    removeUnfinished(location);
    return { location, api };
  } catch (error) {
    const reason = closedReason(error, location);
    if (reason === 'newer' && access === 'write' && error instanceof AppError && error.details['readable'] === true) return openFolder(options, { location, access: 'read', isKnown });
    return { location, api: undefined, reason, failure: failureOf(error, options.environment), canRead: access === 'write' && canRead(inFolder, reason) };
  }
}

/** Why the folder cannot be written, found out by trying; a folder that could be written is opened for reading because the person wants to. */
async function wantedReason(options: ApiOptions): Promise<ReadReason> {
  try {
    await (await createApi(options)).close();
    return 'locked';
  } catch (error) {
    return readReasonFor(closedReason(error, options.dataFolder)) ?? 'locked';
  }
}

/** What a killed restore left behind. */
function removeUnfinished(location: string): void {
  const backups = path.join(location, 'backups');
  for (const name of existsSync(backups) ? readdirSync(backups) : []) {
    if (name.startsWith('.restoring-')) rmSync(path.join(backups, name), { recursive: true, force: true });
  }
}
