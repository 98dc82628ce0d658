import { execFile, spawn } from 'node:child_process';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { sha256Hex } from '../../../electron/files/digest.ts';
import { writeIso } from '../../../electron/handover/iso/write-iso.ts';
import { verifyPackage } from '../../../electron/handover/verify/verify-package.ts';
import type { StagedFile } from '../../../electron/handover/package/description.ts';
import { documents, sampleBag } from '../sample-package.ts';

const facts = { volumeId: 'YZT2024_A1', createdAt: '2025-08-05T10:30' };
const child = join(import.meta.dirname, 'image-child.ts');
const kills = 16;

/** Large enough that most kills meet the writing and not the start of the process. */
const photo: StagedFile = { path: 'data/其他/照片.jpg', title: '照片', kind: '照片', date: '2024', responsible: '甲', content: Buffer.alloc(12 << 20, 9) };

async function runAndKill(folder: string, imageFile: string, milliseconds: number): Promise<number> {
  const process_ = spawn(process.execPath, [child, folder, imageFile], { stdio: ['ignore', 'pipe', 'inherit'] });
  let lines = 0;
  process_.stdout.setEncoding('utf8').on('data', (text: string) => {
    if (lines === 0) setTimeout(() => process_.kill('SIGKILL'), milliseconds);
    lines += text.trimEnd().split('\n').length;
  });
  const end = await new Promise((resolve) => process_.on('exit', (...codes) => resolve(codes)));
  expect(end).toEqual([null, 'SIGKILL']);
  return lines - 1;
}

test(`killed ${kills} times at random moments, only a whole image ever stands in its place, and the next run clears up`, async () => {
  const { folder, digest } = await sampleBag([...documents(), photo]);
  const parent = dirname(folder);
  const image = join(parent, '交付.iso');
  const digests = [];
  for (const createdAt of [facts.createdAt, '2025-08-05T10:31']) digests.push((await writeIso({ folder, imageFile: image, ...facts, createdAt })).sha256);
  await writeFile(join(parent, '.partial-image-notes.txt'), '别人的文件');
  let leftovers = 0;
  for (let kill = 0; kill < kills; kill += 1) {
    await runAndKill(folder, image, Math.random() * 150);
    expect(digests).toContain(sha256Hex(await readFile(image)));
    const others = (await readdir(parent)).filter((name) => ![basename(folder), '交付.iso', '.partial-image-notes.txt'].includes(name));
    // Every run has swept what the one before left; none of it is named like an image.
    expect(others.length).toBeLessThanOrEqual(1);
    for (const name of others) expect(name).toMatch(/^\.partial-image-[0-9a-f]{16}-[0-9a-f-]{36}$/);
    leftovers += others.length;
  }
  expect(leftovers).toBeGreaterThan(0);
  await writeIso({ folder, imageFile: image, ...facts });
  expect((await readdir(parent)).toSorted()).toEqual(['.partial-image-notes.txt', basename(folder), '交付.iso'].toSorted());
  expect(await verifyPackage(image)).toMatchObject({ ok: true, digest, problems: [] });
}, 120_000);

/** A file size limit stops writing in the middle of a file, as a full disk or a FAT32 stick does; it needs no disk of its own. */
test.skipIf(process.platform === 'win32')('where writing stops for want of room, the older image stays and the failure is disk-full', async () => {
  const { folder } = await sampleBag([...documents(), photo]);
  const image = join(dirname(folder), '交付.iso');
  await writeFile(image, 'older');
  const { stdout } = await promisify(execFile)('sh', ['-c', 'ulimit -f 4096; exec "$0" "$@"', process.execPath, child, folder, image]);
  expect(stdout).toBe('ready\ndisk-full\n');
  expect(await readFile(image, 'utf8')).toBe('older');
  expect((await readdir(dirname(folder))).toSorted()).toEqual([basename(folder), '交付.iso'].toSorted());
});
