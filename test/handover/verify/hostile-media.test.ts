import { execFileSync } from 'node:child_process';
import { mkdir, open, readFile, rename, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { AppError } from '../../../shared/app-error.ts';
import { writeIso } from '../../../electron/handover/iso/write-iso.ts';
import { verifyPackage } from '../../../electron/handover/verify/verify-package.ts';
import type { VerifyReport } from '../../../electron/handover/verify/verify-report.ts';
import { documents, sampleBag, temporaryFolder } from '../sample-package.ts';

/** Discs, images and folders that somebody made to mislead the program, to keep it busy, or to bring it down. */

const sector = 2048;
const small = documents().slice(0, 3);

/** 8 bytes: a number in both orders, as directories hold them. */
function bothOrders(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeUInt32LE(value >>> 0, 0);
  bytes.writeUInt32BE(value >>> 0, 4);
  return bytes;
}

/** One directory record. @param name as the tree spells it */
function record(name: Buffer, at: number, bytes: number, flags: number): Buffer {
  const length = 33 + name.length + ((name.length + 1) % 2);
  const result = Buffer.alloc(length);
  result.writeUInt8(length, 0);
  bothOrders(at).copy(result, 2);
  bothOrders(bytes).copy(result, 10);
  result.writeUInt8(flags, 25);
  result.writeUInt8(name.length, 32);
  name.copy(result, 33);
  return result;
}

/** An image with one tree, whose root holds these records; all contents are zeros. */
async function imageOf(records: readonly Buffer[], options: { readonly joliet?: boolean; readonly sectors?: number } = {}): Promise<string> {
  const rootSector = 20;
  const packed: Buffer[] = [];
  let used = 0;
  for (const one of [record(Buffer.from([0]), rootSector, sector, 2), record(Buffer.from([1]), rootSector, sector, 2), ...records]) {
    if ((used % sector) + one.length > sector) {
      packed.push(Buffer.alloc(sector - (used % sector)));
      used += sector - (used % sector);
    }
    packed.push(one);
    used += one.length;
  }
  const root = Buffer.concat([...packed, Buffer.alloc((sector - (used % sector)) % sector)]);
  const descriptor = Buffer.alloc(sector);
  descriptor.writeUInt8(options.joliet === true ? 2 : 1, 0);
  descriptor.write('CD001\x01', 1, 'latin1');
  if (options.joliet === true) descriptor.write('%/E', 88, 'latin1');
  bothOrders(options.sectors ?? 400).copy(descriptor, 80);
  record(Buffer.from([0]), rootSector, root.length, 2).copy(descriptor, 156);
  const end = Buffer.alloc(sector);
  end.write('\xffCD001\x01', 0, 'latin1');
  const place = join(await temporaryFolder('hostile-image'), 'a.iso');
  const file = await open(place, 'w');
  await file.write(descriptor, 0, sector, 16 * sector);
  await file.write(end, 0, sector, 17 * sector);
  await file.write(root, 0, root.length, rootSector * sector);
  await file.truncate(Math.max((options.sectors ?? 400) * sector, rootSector * sector + root.length));
  await file.close();
  return place;
}

/** The report, and how long it took. */
async function timed(place: string): Promise<VerifyReport & { readonly seconds: number }> {
  const start = process.cpuUsage();
  const report = await verifyPackage(place);
  const { user, system } = process.cpuUsage(start);
  return { ...report, seconds: (user + system) / 1e6 };
}

function ucs2(name: string): Buffer {
  return Buffer.from(name, 'utf16le').swap16();
}

describe('an image', () => {
  test('whose folders run in circles, or lie outside of it, is told as damaged', async () => {
    const place = await imageOf([record(Buffer.from('LOOP'), 20, sector, 2), record(Buffer.from('FAR'), 4_000_000_000, sector, 2), record(Buffer.from('HUGE'), 22, 0xffff_f800, 2)]);
    const { ok, problems } = await verifyPackage(place);
    expect(ok).toBe(false);
    expect(problems.filter(({ fault }) => fault === 'image').map(({ place: at, message }) => [at, message])).toEqual([
      ['LOOP', expect.stringContaining('目录的位置或长度不对')], ['FAR', expect.stringContaining('文件的位置超出了镜像')], ['HUGE', expect.stringContaining('文件的位置超出了镜像')],
    ]);
  });

  test('whose names lead elsewhere gives nothing under such a name', async () => {
    const names = ['../../etc/passwd', '..', 'data/../../x', '..\\..\\x', 'a\0b'];
    const place = await imageOf(names.map((name) => record(ucs2(name), 30, 10, 0)), { joliet: true });
    const { problems } = await verifyPackage(place);
    expect(problems.some(({ place: at }) => at.includes('../') || at === '..' || at.includes('\0'))).toBe(false);
    // A backslash is no separator on a disc; nothing is ever written under the name.
    expect(problems.filter(({ place: at }) => at.includes('\\')).map(({ fault }) => fault)).toEqual([]);
  });

  test('with a million records, all of one name or all of the whole disc, ends soon, with as much as a person can read', async () => {
    const same = await timed(await imageOf(Array.from({ length: 900_000 }, () => record(Buffer.from('A.TXT;1'), 30, 10, 0)), { sectors: 30_000 }));
    expect([same.ok, same.problems.length < 1200, same.seconds < 20]).toEqual([false, true, true]);
    const whole = await imageOf(Array.from({ length: 50_000 }, (_, number) => record(Buffer.from(`F${number}.TXT;1`), 1, 2000 * sector, 0)), { sectors: 3000 });
    const shared = await timed(whole);
    expect([shared.ok, shared.problems.length < 1200, shared.seconds < 20]).toEqual([false, true, true]);
    expect(shared.problems.at(-1)?.message).toContain('多得不像一张光盘');
  });

  test('that is damaged at many places at once is never a crash, and never passes', async () => {
    const { folder } = await sampleBag(small);
    const place = join(dirname(folder), 'a.iso');
    await writeIso({ folder, imageFile: place, volumeId: 'YZT', createdAt: '2025-08-05T10:30' });
    const original = await readFile(place);
    const change = fc.record({ at: fc.nat(60 * sector), value: fc.oneof(fc.constantFrom(0, 1, 2, 0x80, 0xff), fc.nat(255)), length: fc.constantFrom(1, 2, 4, 8, 33) });
    await fc.assert(fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 30 }), async (changes) => {
      const damaged = Buffer.from(original);
      for (const { at, value, length } of changes) damaged.fill(value, 16 * sector + at, 16 * sector + at + length);
      await writeFile(place, damaged);
      // A refusal in words is a clear answer too; anything else that is thrown is a crash.
      const passes = await verifyPackage(place).then(({ ok }) => ok, (error: unknown) => !(error instanceof AppError));
      expect(passes).toBe(damaged.equals(original));
    }), { numRuns: 100 });
  });
});

describe('a folder', () => {
  let parent = '';
  beforeAll(async () => { parent = await temporaryFolder('hostile-folder'); });

  test('that is no package is told at once, without being read through', async () => {
    const place = join(parent, 'disk');
    let deep = place;
    for (let depth = 0; depth < 40; depth += 1) deep = join(deep, `层${depth}`);
    await mkdir(deep, { recursive: true });
    const { problems } = await verifyPackage(place);
    expect(problems.map(({ fault, place: at }) => [fault, at])).toEqual([['missing', 'bagit.txt'], ['missing', 'manifest-sha256.txt'], ['missing', 'tagmanifest-sha256.txt']]);
  });

  test('with a list of nothing but line feeds ends soon, with as much as a person can read', async () => {
    const { folder } = await sampleBag(small);
    await writeFile(join(folder, 'manifest-sha256.txt'), Buffer.alloc(60 << 20, 10));
    const report = await timed(folder);
    expect([report.ok, report.problems.length < 1200, report.seconds < 20]).toEqual([false, true, true]);
    await writeFile(join(folder, 'manifest-sha256.txt'), Buffer.alloc(70 << 20, 10));
    await expect(verifyPackage(folder)).rejects.toMatchObject({ code: 'package-invalid' });
  });

  test.skipIf(process.platform === 'win32')('with links to folders, to itself and out of it: none is followed, all are named; pipes are not opened', async () => {
    const { folder } = await sampleBag(small);
    const elsewhere = `${folder}-elsewhere`;
    await rename(join(folder, 'data'), elsewhere);
    await symlink(elsewhere, join(folder, 'data'));
    await symlink('.', join(folder, '循环'));
    execFileSync('mkfifo', [join(folder, '管道')]);
    const { ok, problems } = await verifyPackage(folder);
    expect(ok).toBe(false);
    expect(problems.filter(({ fault }) => fault === 'link').map(({ place }) => place).toSorted()).toEqual(['data', '循环', '管道'].toSorted());
    expect(problems.filter(({ fault }) => fault === 'missing')).toHaveLength(small.length);
    await expect(verifyPackage(join(folder, '管道'))).rejects.toMatchObject({ code: 'package-invalid', message: expect.stringContaining('管道') });
  });
});
