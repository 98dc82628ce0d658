import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isWindowStale } from '../../electron/host/build-window.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'binder-window-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

async function put(name: string, second: number): Promise<void> {
  const file = path.join(folder, name);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, '');
  await utimes(file, second, second);
}

test('a window that was never built is stale', async () => {
  await put('renderer/app.tsx', 100);

  expect(await isWindowStale(folder)).toBe(true);
});

test.each(['renderer/forms/deep/field.tsx', 'shared/dates.ts', 'vite.config.ts'])('a later change to %s makes it stale', async (name) => {
  await put('out/app/renderer/index.html', 200);
  await put(name, 199);
  expect(await isWindowStale(folder)).toBe(false);

  await put(name, 201);
  expect(await isWindowStale(folder)).toBe(true);
});

test('a package without sources is never stale', async () => {
  await put('out/app/renderer/index.html', 200);

  expect(await isWindowStale(folder)).toBe(false);
});
