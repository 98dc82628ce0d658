import { execFile, spawnSync } from 'node:child_process';
import { appendFile, open, readFile, truncate, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { listImage, openImage } from '../../../electron/handover/iso/read-image.ts';
import { writeIso } from '../../../electron/handover/iso/write-iso.ts';
import { verifyPackage } from '../../../electron/handover/verify/verify-package.ts';
import type { PackageProblem } from '../../../electron/handover/verify/verify-report.ts';
import { documents, sampleBag } from '../sample-package.ts';

const facts = { volumeId: 'YZT2024_A1', createdAt: '2025-08-05T10:30' };

async function sampleImage(): Promise<{ image: string; folder: string; digest: string; files: number }> {
  const { folder, digest, files } = await sampleBag();
  const image = join(dirname(folder), '交付.iso');
  await writeIso({ folder, imageFile: image, ...facts });
  return { image, folder, digest, files };
}

describe('an untouched image', () => {
  test('verifies, with the digest of the package', async () => {
    const { image, digest, files } = await sampleImage();
    expect(await verifyPackage(image)).toMatchObject({ ok: true, medium: 'image', files, digest, problems: [] });
  });

  test('made by another program verifies too', async (context) => {
    if (spawnSync('xorriso', ['--version']).error !== undefined && process.env['CI'] === undefined) context.skip('xorriso is not installed here');
    const { folder, digest } = await sampleBag();
    await promisify(execFile)('xorriso', ['-as', 'mkisofs', '-J', '-joliet-long', '-R', '-V', 'OTHER', '-o', `${folder}.iso`, folder], { env: { ...process.env, LC_ALL: 'C.UTF-8' } });
    expect(await verifyPackage(`${folder}.iso`)).toMatchObject({ ok: true, digest, problems: [] });
  });
});

describe('a flipped byte in an image', () => {
  let image = '';
  let original = Buffer.alloc(0);
  beforeAll(async () => {
    ({ image } = await sampleImage());
    original = await readFile(image);
  });

  async function problemsWith(position: number, value: number): Promise<readonly PackageProblem[]> {
    const file = await open(image, 'r+');
    await file.write(Buffer.from([value]), 0, 1, position);
    const { problems, ok } = await verifyPackage(image);
    await file.write(original, position, 1, position);
    await file.close();
    expect(ok).toBe(problems.length === 0);
    return problems;
  }

  /** Zeros fill most of an image, so places that are used, and above all those outside the files, are tried more often. */
  test('is found wherever it is', async () => {
    const used = [...original.keys()].filter((position) => original[position] !== 0);
    const structure = used.filter((position) => position < 80 * 2048);
    const position = fc.oneof(
      fc.nat(structure.length - 1).map((index) => structure[index] ?? 0),
      fc.nat(used.length - 1).map((index) => used[index] ?? 0),
      fc.nat(original.length - 1),
    );
    await fc.assert(
      fc.asyncProperty(position, fc.nat(7), async (at, bit) => {
        expect(await problemsWith(at, (original[at] ?? 0) ^ (1 << bit))).not.toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  /** Where the contents of each file lie, from its first byte to its last. */
  async function extents(): Promise<readonly { readonly path: string; readonly start: number; readonly bytes: number }[]> {
    const access = await openImage(image);
    const { trees } = await listImage(access);
    await access.close();
    const files = [...(trees[0]?.files.values() ?? [])].filter(({ bytes }) => bytes > 0);
    return files.map(({ path, bytes, sections }) => ({ path, start: (sections[0]?.sector ?? 0) * 2048, bytes }));
  }

  test('names the file, wherever in a file it is', async () => {
    const files = (await extents()).filter(({ path }) => path !== 'tagmanifest-sha256.txt');
    const place = fc.constantFrom(...files).chain((file) => fc.record({ file: fc.constant(file), at: fc.nat(file.bytes - 1), bit: fc.nat(7) }));
    await fc.assert(
      fc.asyncProperty(place, async ({ file, at, bit }) => {
        const problems = await problemsWith(file.start + at, (original[file.start + at] ?? 0) ^ (1 << bit));
        expect(problems).toContainEqual({ fault: 'changed', place: file.path, message: '内容被改动，与清单的 SHA-256 不符' });
      }),
      { numRuns: 100 },
    );
  });

  test('names the list of the lists, or the file whose line it is, when it is in that list', async () => {
    const list = (await extents()).find(({ path }) => path === 'tagmanifest-sha256.txt');
    const { start = 0, bytes = 0 } = list ?? {};
    const lines = original.toString('utf8', start, start + bytes).trimEnd().split('\n').map((line) => line.slice(66));
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes - 1), fc.nat(7), async (at, bit) => {
        const problems = await problemsWith(start + at, (original[start + at] ?? 0) ^ (1 << bit));
        // A changed name in the list is shown beside the name that the file has.
        const named = problems.some(({ place, message }) => place === 'tagmanifest-sha256.txt' || lines.some((line) => place === line || message.endsWith(line)));
        expect(named).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  test('names the part and the sector, wherever outside the files it is', async () => {
    const firstFile = Math.min(...(await extents()).map(({ start }) => start)) / 2048;
    const last = original.length / 2048;
    const sector = fc.oneof({ weight: 4, arbitrary: fc.nat(firstFile - 1) }, fc.integer({ min: last - 150, max: last - 1 }));
    await fc.assert(
      fc.asyncProperty(sector, fc.nat(2047), fc.nat(7), async (number, inside, bit) => {
        const at = number * 2048 + inside;
        const problems = await problemsWith(at, (original[at] ?? 0) ^ (1 << bit));
        const named = problems.filter(({ fault, message }) => fault === 'image' && message.includes(`扇区 ${number}`));
        // Damage that leads the reader away from the tree is named by tree and folder instead.
        const byTree = problems.filter(({ fault, message }) => fault === 'image' && /目录树|记录|目录/.test(message));
        expect(named.length + byTree.length).toBeGreaterThan(0);
      }),
      { numRuns: 150 },
    );
  });

  const document = documents()[1];
  const path = document?.path ?? '';
  const content = Buffer.from(document?.content instanceof Uint8Array ? document.content : []);
  const rockRidgeName = Buffer.from(path.slice(path.lastIndexOf('/') + 1));
  const jolietName = Buffer.from(`${rockRidgeName.toString()};1`, 'utf16le').swap16();

  test.each([
    ['the unused beginning', () => 5, ['系统区']],
    ['the volume name', () => 16 * 2048 + 40, ['主卷描述符']],
    ['the date of the Joliet tree', () => 17 * 2048 + 816, ['Joliet 卷描述符']],
    ['the mark of our own images', () => 16 * 2048 + 574, ['主卷描述符']],
    ['a path table', () => 19 * 2048 + 2, ['主目录树的路径表']],
    ['the zeros at the end', () => original.length - 1, ['末尾的空白']],
  ])('is named: in %s', async (_, positionOf, places) => {
    const position = positionOf();
    const problems = await problemsWith(position, (original[position] ?? 0) ^ 1);
    expect(problems.map(({ place }) => place)).toEqual(places);
  });

  test('is named: in a document, and behind its end', async () => {
    const start = original.indexOf(content);
    expect(await problemsWith(start + 10, 0)).toEqual([{ fault: 'changed', place: path, message: '内容被改动，与清单的 SHA-256 不符' }]);
    expect(await problemsWith(start + content.length, 1)).toEqual([
      { fault: 'image', place: `文件「${path}」之后的空白`, message: `镜像的这一部分被改动（扇区 ${Math.floor((start + content.length) / 2048)}）` },
    ]);
  });

  test('is named: in a file name of either tree', async () => {
    const primary = await problemsWith(original.indexOf(rockRidgeName) + 2, 0x81);
    expect(primary).toContainEqual({ fault: 'image', place: path, message: '主目录树（Rock Ridge）里没有这个文件' });
    const joliet = await problemsWith(original.indexOf(jolietName) + 1, 0x01);
    expect(joliet).toContainEqual({ fault: 'missing', place: path, message: '清单里有，但找不到这个文件' });
  });

  test('is named: in the place of a file in one tree only', async () => {
    const sectorField = original.indexOf(jolietName) - 31;
    const problems = await problemsWith(sectorField, (original[sectorField] ?? 0) ^ 1);
    expect(problems).toContainEqual({ fault: 'image', place: path, message: '两个目录树指向的内容不同' });
  });
});

describe('an image that is not what it should be', () => {
  test('cut off', async () => {
    const { image } = await sampleImage();
    await truncate(image, 100 * 2048);
    const { ok, problems } = await verifyPackage(image);
    expect(ok).toBe(false);
    expect(problems.some(({ message }) => message.includes('超出了镜像'))).toBe(true);
  });

  test('with something behind its end', async () => {
    const { image } = await sampleImage();
    await appendFile(image, 'x');
    expect((await verifyPackage(image)).problems.map(({ place }) => place)).toEqual([expect.stringContaining('镜像长度')]);
  });

  test('made from a package that was changed before', async () => {
    const { folder } = await sampleBag();
    const changed = documents()[4]?.path ?? '';
    await writeFile(join(folder, changed), '改');
    await writeIso({ folder, imageFile: `${folder}.iso`, ...facts });
    expect((await verifyPackage(`${folder}.iso`)).problems[0]).toEqual({ fault: 'changed', place: changed, message: '内容被改动，与清单的 SHA-256 不符' });
  });

  test.each([
    ['empty', ''],
    ['no image', '这是一个文本文件'.repeat(5000)],
  ])('%s', async (_, content) => {
    const { folder } = await sampleBag();
    await writeFile(`${folder}.iso`, content);
    expect(await verifyPackage(`${folder}.iso`)).toEqual({
      ok: false,
      medium: 'image',
      files: 0,
      bytes: 0,
      digest: '',
      problems: [{ fault: 'image', place: '卷描述符', message: '不是 ISO 9660 光盘镜像，或镜像开头已损坏' }],
    });
  });
});

test('a disc in its drive is as long as its volume, whatever the drive adds, and is read in whole sectors', async () => {
  const { image, files, digest } = await sampleImage();
  const content = await readFile(image);
  await appendFile(image, Buffer.alloc(300 * 2048, 7));
  const disc = await openImage(image, { device: true });
  expect([disc.bytes, disc.isDevice]).toEqual([content.length, true]);
  for (const [position, length] of [[0, 2048], [2047, 3], [40_000, 5000], [content.length - 10, 100]] as const) {
    expect((await disc.readAt(position, length)).equals(content.subarray(position, position + length))).toBe(true);
  }
  await disc.close();
  await truncate(image, 40_000);
  const cut = await openImage(image, { device: true });
  await expect(cut.readAt(50_000, 100)).rejects.toMatchObject({ code: 'unreadable-file' });
  await cut.close();
  await truncate(image, 0);
  await expect(openImage(image, { device: true })).rejects.toMatchObject({ code: 'unreadable-file', message: '光驱里没有光盘、是空白盘，或不是数据光盘。' });
  expect([files, digest.length]).toEqual([19, 64]);
});
