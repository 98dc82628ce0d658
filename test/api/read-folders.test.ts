import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { clearReadFolders, makeReadFolder } from '../../electron/api/read-folders.ts';

let parent: string;

beforeEach(async () => { parent = await mkdtemp(path.join(tmpdir(), 'read-folders-')); });
afterEach(() => rm(parent, { recursive: true, force: true }));

const day = 24 * 60 * 60 * 1000;

test('what a killed program left of reading is removed after a day; what is in use, new or somebody else’s stays', async () => {
  const now = Date.now();
  const gone = spawnSync(process.execPath, ['--version']).pid;
  const own = makeReadFolder(parent);
  const names = [`binder-read-${gone}-left`, `binder-read-${gone}-today`, 'binder-read-me', 'another'];
  for (const name of names) {
    await mkdir(path.join(parent, name));
    await writeFile(path.join(parent, name, 'binder.db'), 'copy');
  }
  for (const folder of [own, ...names.filter((name) => !name.endsWith('today')).map((name) => path.join(parent, name))]) await utimes(folder, (now - 2 * day) / 1000, (now - 2 * day) / 1000);
  await clearReadFolders(parent, now);
  expect((await readdir(parent)).toSorted()).toEqual([path.basename(own), ...names.slice(1)].toSorted());
  // For this account alone.
  expect(process.platform === 'win32' || ((await stat(own)).mode & 0o077) === 0).toBe(true);
});
