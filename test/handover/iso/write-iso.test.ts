import { appendFileSync } from 'node:fs';
import { mkdir, readFile, readdir, symlink, writeFile } from 'node:fs/promises';
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
        for await (const piece of readListedFile(image, file)) pieces.push(piece);
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

  test('tells how far it is', async () => {
    const folder = await sampleTree();
    const progress: PackageProgress[] = [];
    const summary = await writeIso({ folder, imageFile: `${folder}.iso`, ...facts }, { onProgress: (step) => progress.push(step) });
    expect(progress).toHaveLength(summary.files);
    expect(progress.at(-1)).toMatchObject({ step: 'image', files: summary.files, bytes: progress.at(-1)?.totalBytes });
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

  test('notices a file that grows meanwhile', async () => {
    let source = '';
    const grow = async (folder: string): Promise<void> => {
      source = folder;
      await writeFile(join(folder, '乙.txt'), Buffer.alloc(3 << 20));
    };
    const error = await failure(grow, {}, { onProgress: () => appendFileSync(join(source, '甲.txt'), 'x') });
    expect(error).toMatchObject({ code: 'conflict', details: { path: '甲.txt' } });
  });

  test('leaves nothing when cancelled', async () => {
    const controller = new AbortController();
    const big = (folder: string): Promise<void> => writeFile(join(folder, '乙.txt'), Buffer.alloc(5 << 20));
    expect(await failure(big, {}, { signal: controller.signal, onProgress: () => controller.abort() })).toMatchObject({ code: 'cancelled' });
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
