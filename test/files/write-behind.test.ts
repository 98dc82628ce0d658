import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startWriteBehind } from '../../electron/files/write-behind.ts';

let folder = '';
beforeEach(async () => { folder = await mkdtemp(path.join(os.tmpdir(), 'write-behind-')); });
afterEach(async () => rm(folder, { recursive: true, force: true }));

it('all files are whole when it has finished, however few may be on their way at once', async () => {
  for (const most of [1, 3, 100]) {
    const behind = startWriteBehind(most);
    for (let number = 0; number < 20; number++) await behind.write(path.join(folder, `${most}-${number}`), Buffer.from(`${most} ${number}`));
    await behind.finish();
    const contents = await Promise.all(Array.from({ length: 20 }, async (_, number) => readFile(path.join(folder, `${most}-${number}`), 'utf8')));
    expect(contents).toEqual(Array.from({ length: 20 }, (_, number) => `${most} ${number}`));
  }
});

it('a file that cannot be written is told, the others are there and nothing half-written stays', async () => {
  await writeFile(path.join(folder, 'file'), '');
  const behind = startWriteBehind(8);
  await behind.write(path.join(folder, 'first'), Buffer.from('1'));
  await behind.write(path.join(folder, 'file', 'below'), Buffer.from('2'));
  await behind.write(path.join(folder, 'third'), Buffer.from('3')).catch(() => undefined);
  await expect(behind.finish()).rejects.toMatchObject({ name: 'AppError' });
  expect((await readdir(folder)).filter((name) => name.startsWith('.partial'))).toEqual([]);
  expect(await readFile(path.join(folder, 'first'), 'utf8')).toBe('1');
});

it('after a failure no further file is begun', async () => {
  const behind = startWriteBehind(1);
  await behind.write(path.join(folder, 'missing', 'below'), Buffer.from('1'));
  await expect(behind.write(path.join(folder, 'second'), Buffer.from('2'))).rejects.toMatchObject({ name: 'AppError' });
  expect(await readdir(folder)).toEqual([]);
});
