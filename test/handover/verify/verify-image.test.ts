import { execFile, spawnSync } from 'node:child_process';
import { appendFile, open, readFile, truncate, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { writeIso } from '../../../electron/handover/iso/write-iso.ts';
import { verifyPackage } from '../../../electron/handover/verify/verify-package.ts';
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

  async function problemsWith(position: number, value: number): Promise<readonly { readonly place: string }[]> {
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
