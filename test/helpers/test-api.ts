import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createApi, type OpenedApi } from '../../electron/api/create-api.ts';
import { testEnvironment } from './environment.ts';

/** The shipped templates. */
export const templatesFolder = fileURLToPath(new URL('../../templates', import.meta.url));

/** `close` also takes the folder away: the hook that opened gives it back, `return close`. */
export type TestApi = { readonly api: OpenedApi; readonly folder: string; readonly close: () => Promise<void> };

/** The core on a new data folder of its own, which no file manager shows. */
export async function openTestApi(): Promise<TestApi> {
  const folder = await mkdtemp(path.join(tmpdir(), 'api-'));
  const api = await createApi({ dataFolder: folder, templatesFolder, environment: testEnvironment(), reveal: () => Promise.resolve(true) });
  async function close(): Promise<void> {
    await api.close();
    await rm(folder, { recursive: true, force: true });
  }
  return { api, folder, close };
}
