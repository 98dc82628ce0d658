import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { closeBindingPlace, openBindingPlace } from '../../../electron/handover/volumes/binding-place.ts';

const runs = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002', '00000000-0000-4000-8000-000000000003'] as const;

async function place(): Promise<{ readonly parent: string; readonly folder: string }> {
  const parent = await mkdtemp(path.join(tmpdir(), 'binding-place-'));
  onTestFinished(() => rm(parent, { recursive: true, force: true }));
  return { parent, folder: path.join(parent, '装订') };
}

async function bind(folder: string, run: string, text: string): Promise<void> {
  const opened = await openBindingPlace(folder, run);
  await mkdir(path.join(opened.staging, '第01卷'));
  await writeFile(path.join(opened.staging, '第01卷', '封面.docx'), text);
  await closeBindingPlace(opened, ['第01卷/封面.docx']);
}

test('a finished binding takes the place of the older one as a whole', async () => {
  const { parent, folder } = await place();
  await bind(folder, runs[0], 'one');
  await bind(folder, runs[1], 'two');
  expect([await readdir(parent), (await readdir(folder)).toSorted(), await readFile(path.join(folder, '第01卷/封面.docx'), 'utf8')]).toEqual([['装订'], ['第01卷', '装订清单.json'].toSorted(), 'two']);
});

test('what a killed run has left is cleared away, and an older binding that it had moved aside comes back', async () => {
  const { parent, folder } = await place();
  await bind(`${folder}.replaced-${runs[0]}`, runs[1], 'older');
  await mkdir(`${folder}.partial-${runs[0]}`);
  await openBindingPlace(folder, runs[2]);
  expect([(await readdir(parent)).toSorted(), await readFile(path.join(folder, '第01卷/封面.docx'), 'utf8')]).toEqual([['装订', `装订.partial-${runs[2]}`], 'older']);
});

test('a folder with other things in it is refused and left as it is; files that systems put there do not count', async () => {
  const { parent, folder } = await place();
  await mkdir(folder);
  await writeFile(path.join(folder, '笔记.txt'), 'mine');
  await expect(openBindingPlace(folder, runs[0])).rejects.toMatchObject({ code: 'already-exists', message: expect.stringContaining('不是装订的结果') });
  await rm(path.join(folder, '笔记.txt'));
  await bind(folder, runs[0], 'one');
  await writeFile(path.join(folder, 'Thumbs.db'), '');
  await bind(folder, runs[1], 'two');
  expect(await readdir(parent)).toEqual(['装订']);
});
