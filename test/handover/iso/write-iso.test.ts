import { appendFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { mkdir, readFile, readdir, symlink, truncate, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sha256Hex } from '../../../electron/files/digest.ts';
import { legalVolumeId } from '../../../electron/handover/iso/image-names.ts';
import { listImage, openImage, readListedFile } from '../../../electron/handover/iso/read-image.ts';
import { writeIso } from '../../../electron/handover/iso/write-iso.ts';
import type { PackageProgress } from '../../../electron/handover/package/description.ts';
import { temporaryFolder } from '../sample-package.ts';
import { contentsOf, sampleTree } from './sample-tree.ts';

const facts = { volumeId: 'YZT2024_A1', createdAt: '2025-08-05T10:30' };

describe('an image', () => {
  test.each([undefined, 2048, 6144])('reads back through both trees (longest section: %s)', async (sectionLimit) => {
    const folder = await sampleTree();
    const summary = await writeIso({ folder, imageFile: `${folder}.iso`, ...facts }, sectionLimit === undefined ? {} : { sectionLimit });
    const source = await contentsOf(folder);
    const image = await openImage(summary.imageFile);
    const { trees, descriptors } = await listImage(image);
    expect(descriptors.map(({ kind, facts: stated }) => ({ kind, stated }))).toEqual([
      { kind: 'primary', stated: facts },
      { kind: 'joliet', stated: facts },
    ]);
    for (const tree of trees) {
      const found: [string, string][] = [...tree.folders].map((path) => [`${path}/`, '']);
      for (const file of tree.files.values()) {
        const pieces: Uint8Array[] = [];
        for await (const piece of readListedFile(image, file, Buffer.alloc(5000))) pieces.push(Uint8Array.from(piece));
        found.push([file.path, sha256Hex(Buffer.concat(pieces))]);
      }
      expect({ kind: tree.kind, problems: tree.problems, found: Object.fromEntries(found) }).toEqual({ kind: tree.kind, problems: [], found: source });
    }
    await image.close();
    const bytes = await readFile(summary.imageFile);
    expect(summary).toEqual({ imageFile: `${folder}.iso`, files: Object.values(source).filter((digest) => digest !== '').length, bytes: bytes.length, sha256: sha256Hex(bytes) });
  });

  test('depends on names, contents, volume name and date alone', async () => {
    const [one, two] = [await sampleTree(), await sampleTree()];
    const first = await writeIso({ folder: one, imageFile: `${one}.iso`, ...facts });
    const second = await writeIso({ folder: two, imageFile: `${two}.iso`, ...facts });
    const later = await writeIso({ folder: two, imageFile: `${two}.iso`, ...facts, createdAt: '2025-08-05T10:31' });
    expect(second.sha256).toBe(first.sha256);
    expect(later.sha256).not.toBe(first.sha256);
    expect((await readdir(dirname(two))).toSorted()).toEqual(['源', '源.iso']);
  });

  test('tells how far it is, also inside a large file', async () => {
    const folder = await sampleTree();
    await writeFile(join(folder, '大.bin'), Buffer.alloc(9 << 20));
    const progress: PackageProgress[] = [];
    const summary = await writeIso({ folder, imageFile: `${folder}.iso`, ...facts }, { onProgress: (step) => progress.push(step) });
    expect(progress.at(-1)).toMatchObject({ step: 'image', files: summary.files, bytes: progress.at(-1)?.totalBytes });
    expect(progress.filter(({ path }) => path === '大.bin').length).toBeGreaterThan(3);
    for (const key of ['files', 'bytes'] as const) {
      const steps = progress.map((step) => step[key]);
      expect(steps).toEqual(steps.toSorted((one, other) => one - other));
    }
  });
});

describe('an image that cannot be made', () => {
  async function failure(prepare: (folder: string) => Promise<unknown>, change: Partial<typeof facts> = {}, context: Parameters<typeof writeIso>[1] = {}): Promise<unknown> {
    const folder = join(await temporaryFolder('no-image'), '源');
    await mkdir(folder);
    await writeFile(join(folder, '甲.txt'), '甲');
    await prepare(folder);
    const error: unknown = await writeIso({ folder, imageFile: `${folder}.iso`, ...facts, ...change }, context).catch((caught: unknown) => caught);
    expect(await readdir(dirname(folder))).toEqual(['源']);
    return error;
  }
  const nothing = async (): Promise<void> => undefined;

  test('refuses a volume name or a date that no disc may have', async () => {
    expect(await failure(nothing, { volumeId: '一张图' })).toMatchObject({ code: 'invalid-input' });
    expect(await failure(nothing, { volumeId: 'A'.repeat(17) })).toMatchObject({ code: 'invalid-input' });
    expect(await failure(nothing, { createdAt: '2025-08-05' })).toMatchObject({ code: 'invalid-input' });
  });

  test.skipIf(process.platform === 'win32')('refuses links, and names that Windows cannot read', async () => {
    expect(await failure((folder) => symlink('/etc/hostname', join(folder, '链接')))).toMatchObject({ code: 'invalid-input', details: { path: '链接' } });
    expect(await failure((folder) => writeFile(join(folder, 'a:b.txt'), ''))).toMatchObject({ code: 'invalid-input', details: { problems: [{ place: 'a:b.txt' }] } });
  });

  test('refuses to stand among its own files, or in place of a folder', async () => {
    const folder = join(await temporaryFolder('no-image'), '源');
    await mkdir(join(folder, '下'), { recursive: true });
    for (const imageFile of [join(folder, 'x.iso'), join(folder, '下', 'x.iso'), folder]) {
      await expect(writeIso({ folder, imageFile, ...facts })).rejects.toMatchObject({ code: 'invalid-input' });
    }
    await mkdir(join(dirname(folder), '..源.iso'));
    await expect(writeIso({ folder, imageFile: join(dirname(folder), '..源.iso'), ...facts })).rejects.toMatchObject({ code: 'already-exists' });
    expect((await readdir(dirname(folder))).toSorted()).toEqual(['..源.iso', '源']);
  });

  /** A file of several blocks comes first, so that the other one has not been read when the first step is reported. */
  async function failureAfter(change: (folder: string) => void): Promise<unknown> {
    let source = '';
    let isChanged = false;
    const big = async (folder: string): Promise<void> => {
      source = folder;
      await writeFile(join(folder, '乙.bin'), Buffer.alloc(16 << 20));
      await utimes(join(folder, '乙.bin'), 1_000_000, 1_000_000);
    };
    return failure(big, {}, {
      onProgress: () => {
        if (!isChanged) change(source);
        isChanged = true;
      },
    });
  }

  test.each([
    ['grows', '甲.txt', (path: string) => appendFileSync(path, 'x'), '被改动了'],
    ['becomes shorter', '甲.txt', (path: string) => truncateSync(path, 1), '被改动了'],
    ['is removed', '甲.txt', (path: string) => rmSync(path), '被移走或删除了'],
    ['is cut off while it is being read', '乙.bin', (path: string) => truncateSync(path, 8 << 20), '被改动了'],
    ['changes without changing its length while it is being read', '乙.bin', (path: string) => writeFileSync(path, 'x', { flag: 'r+' }), '被改动了'],
  ])('notices a file that %s', async (_, name, change, words) => {
    const error = await failureAfter((folder) => change(join(folder, name)));
    expect(error).toMatchObject({ code: 'conflict', message: `「${name}」在制作镜像时${words}，请重新制作。`, details: { path: name } });
  });

  test.each([
    ['at once', () => true],
    ['between two files', ({ files }: PackageProgress) => files > 0],
    ['inside a file', ({ bytes }: PackageProgress) => bytes > 4 << 20],
    ['after the last byte', ({ bytes, totalBytes }: PackageProgress) => bytes === totalBytes],
  ])('leaves nothing when cancelled %s', async (_, isTime) => {
    const controller = new AbortController();
    const files = async (folder: string): Promise<void> => {
      for (const name of ['丙', '丁', '甲']) await writeFile(join(folder, `${name}.bin`), Buffer.alloc(5 << 20));
    };
    const onProgress = (progress: PackageProgress): void => {
      if (isTime(progress)) controller.abort();
    };
    expect(await failure(files, {}, { signal: controller.signal, onProgress })).toMatchObject({ code: 'cancelled' });
  });

  test.skipIf(process.platform === 'win32')('says beforehand when the disk has no room for it', async () => {
    const error = await failure(async (folder) => {
      await writeFile(join(folder, '乙.bin'), '');
      await truncate(join(folder, '乙.bin'), 8e12);
    });
    expect(error).toMatchObject({ code: 'disk-full', message: expect.stringMatching(/^镜像「源\.iso」要 800\d{4} MB，而磁盘只剩 \d+ MB。/) });
  });

  test('a folder that is not there is not-found', async () => {
    await expect(writeIso({ folder: '/nonexistent/源', imageFile: '/nonexistent/x.iso', ...facts })).rejects.toMatchObject({ code: 'not-found' });
  });
});

test.each([
  ['YZT2024-01 光盘', 'YZT2024_01'],
  ['一张图', 'HANDOVER'],
  ['maintenance_2024_2025_disc', 'MAINTENANCE_2024'],
  ['a'.repeat(15) + '-b', 'AAAAAAAAAAAAAAA'],
])('%s becomes the volume name %s', (text, volumeId) => {
  expect(legalVolumeId(text)).toBe(volumeId);
});
