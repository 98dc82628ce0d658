import { cp, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { writeIso } from '../../../electron/handover/iso/write-iso.ts';
import type { PackageSummary } from '../../../electron/handover/package/description.ts';
import { stageHandover } from '../../../electron/handover/package/stage-package.ts';
import { verifyPackage } from '../../../electron/handover/verify/verify-package.ts';
import { description, documents, temporaryFolder } from '../sample-package.ts';

/** A hand-over of two discs, as folders and as images: a change anywhere on either is found, and one disc is never taken for the other. */

const small = documents().slice(0, 4);
let folder = '';
let discs: readonly PackageSummary[] = [];
/** The two folders and the two images. */
let places: readonly string[] = [];

beforeAll(async () => {
  const parent = await temporaryFolder('disc-set');
  folder = join(parent, '交付');
  const contents = [small.slice(0, 2), small.slice(2)].map((files, index) => ({ description: { ...description, medium: { ...description.medium, position: `${index + 1}/2` } }, files }));
  discs = await stageHandover(folder, contents, { runId: crypto.randomUUID() });
  for (const [index, disc] of discs.entries()) await writeIso({ folder: disc.folder, imageFile: join(parent, `${index + 1}.iso`), volumeId: `YZT_0${index + 1}`, createdAt: '2025-08-05T10:30' });
  places = [...discs.map((disc) => disc.folder), join(parent, '1.iso'), join(parent, '2.iso')];
});

async function filesOf(place: string): Promise<string[]> {
  if (place.endsWith('.iso')) return [place];
  return (await readdir(place, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

async function flipBit(file: string, position: number, bit: number): Promise<void> {
  const handle = await open(file, 'r+');
  const byte = Buffer.alloc(1);
  await handle.read(byte, 0, 1, position);
  byte[0] = (byte[0] ?? 0) ^ (1 << bit);
  await handle.write(byte, 0, 1, position);
  await handle.close();
}

test('a flipped bit anywhere on either disc is found there, and the other disc still verifies', async () => {
  const all = (await Promise.all(places.map(async (place, index) => (await filesOf(place)).map((file) => ({ place, index, file }))))).flat();
  const sized = await Promise.all(all.map(async (one) => ({ ...one, bytes: (await readFile(one.file)).length })));
  const where = fc.constantFrom(...sized.filter(({ bytes }) => bytes > 0)).chain((one) => fc.record({ one: fc.constant(one), at: fc.nat(one.bytes - 1), bit: fc.nat(7) }));
  await fc.assert(fc.asyncProperty(where, async ({ one, at, bit }) => {
    await flipBit(one.file, at, bit);
    const reports = await Promise.all(places.map((place) => verifyPackage(place)));
    await flipBit(one.file, at, bit);
    expect(reports.map(({ ok }) => ok)).toEqual(places.map((_, index) => index !== one.index));
  }), { numRuns: 60 });
});

test('a swapped disc verifies by itself and has another digest, in the folder and in the image', async () => {
  const digests = await Promise.all(places.map(async (place) => (await verifyPackage(place)).digest));
  expect(digests).toEqual([discs[0]?.digest, discs[1]?.digest, discs[0]?.digest, discs[1]?.digest]);
  expect(digests[0]).not.toBe(digests[1]);
});

test('a file that went to the wrong disc is missing on the one and too many on the other; a disc without its lists is no package', async () => {
  const copies = await Promise.all(discs.map(async (disc, index) => {
    const copy = join(folder, '..', `副本${index + 1}`);
    await cp(disc.folder, copy, { recursive: true });
    return copy;
  }));
  const [first = '', second = ''] = copies;
  const moved = small[0]?.path ?? '';
  await rename(join(first, moved), join(second, 'data', '跑错.docx'));
  const [one, two] = await Promise.all(copies.map((copy) => verifyPackage(copy)));
  expect(one?.problems).toEqual([expect.objectContaining({ fault: 'missing', place: moved })]);
  expect(two?.problems).toEqual([expect.objectContaining({ fault: 'extra', place: 'data/跑错.docx' })]);
  // Lists of the one disc on the other: every file is named, and nothing passes.
  for (const name of ['manifest-sha256.txt', 'tagmanifest-sha256.txt', 'bag-info.txt']) await writeFile(join(second, name), await readFile(join(discs[0]?.folder ?? '', name)));
  expect((await verifyPackage(second)).problems.filter(({ fault }) => fault === 'missing').map(({ place }) => place).toSorted()).toEqual(small.slice(0, 2).map(({ path }) => path).toSorted());
  await rm(join(second, 'bagit.txt'));
  expect((await verifyPackage(second)).problems.map(({ place }) => place)).toContain('bagit.txt');
});
