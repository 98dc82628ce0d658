import { mkdir, open, readFile, readdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sha256Hex } from '../../../electron/files/digest.ts';
import type { PackageSummary } from '../../../electron/handover/package/description.ts';
import { verifyPackage } from '../../../electron/handover/verify/verify-package.ts';
import { documents, sampleBag } from '../sample-package.ts';

const small = documents().slice(0, 3);
const firstPath = small[0]?.path ?? '';

async function flipByte(path: string, position: number, mask: number): Promise<void> {
  const file = await open(path, 'r+');
  const byte = Buffer.alloc(1);
  await file.read(byte, 0, 1, position);
  byte[0] = (byte[0] ?? 0) ^ mask;
  await file.write(byte, 0, 1, position);
  await file.close();
}

/** Writes a tag file and its new digest into the tag manifest, as a forger with patience would. */
async function forgeTagFile(bag: PackageSummary, name: string, change: (text: string) => string): Promise<void> {
  const text = change(await readFile(join(bag.folder, name), 'utf8'));
  await writeFile(join(bag.folder, name), text);
  const list = join(bag.folder, 'tagmanifest-sha256.txt');
  await writeFile(list, (await readFile(list, 'utf8')).replace(new RegExp(`[0-9a-f]{64}(?=  ${name}\n)`), sha256Hex(text)));
}

async function problemsAfter(change: (bag: PackageSummary) => Promise<unknown>): Promise<unknown> {
  const bag = await sampleBag(small);
  await change(bag);
  const report = await verifyPackage(bag.folder);
  expect(report.ok).toBe(report.problems.length === 0);
  return report.problems;
}

describe('a flipped byte is found', () => {
  test('at every place of the list that no other list protects', async () => {
    const bag = await sampleBag(small);
    const path = join(bag.folder, 'tagmanifest-sha256.txt');
    const { length } = await readFile(path);
    for (let position = 0; position < length; position += 1) {
      const mask = 1 << (position % 8);
      await flipByte(path, position, mask);
      const { ok } = await verifyPackage(bag.folder);
      expect({ position, mask, ok }).toEqual({ position, mask, ok: false });
      await flipByte(path, position, mask);
    }
    expect((await verifyPackage(bag.folder)).ok).toBe(true);
  });

  test('anywhere else', async () => {
    const bag = await sampleBag(small);
    const entries = await readdir(bag.folder, { recursive: true, withFileTypes: true });
    const files = await Promise.all(
      entries.filter((entry) => entry.isFile()).map(async (entry) => ({ path: join(entry.parentPath, entry.name), length: (await readFile(join(entry.parentPath, entry.name))).length })),
    );
    const place = fc.constantFrom(...files.filter(({ length }) => length > 0)).chain(({ path, length }) => fc.record({ path: fc.constant(path), position: fc.nat(length - 1), bit: fc.nat(7) }));
    await fc.assert(
      fc.asyncProperty(place, async ({ path, position, bit }) => {
        await flipByte(path, position, 1 << bit);
        const { ok } = await verifyPackage(bag.folder);
        await flipByte(path, position, 1 << bit);
        expect(ok).toBe(false);
      }),
      { numRuns: 150 },
    );
  });
});

describe('every difference is named', () => {
  test('a changed document', async () => {
    expect(await problemsAfter((bag) => writeFile(join(bag.folder, firstPath), '改'))).toEqual([
      { fault: 'changed', place: firstPath, message: '内容被改动，与清单的 SHA-256 不符' },
      expect.objectContaining({ fault: 'totals', place: 'bag-info.txt' }),
    ]);
  });

  test('a missing document', async () => {
    expect(await problemsAfter((bag) => rm(join(bag.folder, firstPath)))).toEqual([{ fault: 'missing', place: firstPath, message: '清单里有，但找不到这个文件' }]);
  });

  test('extra files and folders, in and beside data/', async () => {
    const problems = await problemsAfter(async (bag) => {
      await writeFile(join(bag.folder, 'data', '多.txt'), '');
      await writeFile(join(bag.folder, '另.txt'), '');
      await writeFile(join(bag.folder, '.DS_Store'), '');
      await mkdir(join(bag.folder, 'data', '空'));
    });
    expect(problems).toEqual([
      { fault: 'extra', place: 'data/空', message: '是多出的空文件夹' },
      { fault: 'extra', place: '.DS_Store', message: '清单里没有，是操作系统自动生成的文件，删除后再校验' },
      { fault: 'extra', place: 'data/多.txt', message: '清单里没有，是多出的文件' },
      { fault: 'extra', place: '另.txt', message: '清单里没有，是多出的文件' },
    ]);
  });

  test('a name in other case or other Unicode spelling', async () => {
    const upper = firstPath.replace('.docx', '.DOCX');
    expect(await problemsAfter((bag) => rename(join(bag.folder, firstPath), join(bag.folder, upper)))).toEqual([
      { fault: 'renamed', place: firstPath, message: `文件名的写法变了（大小写或 Unicode 形式），现在是：${upper}` },
    ]);
  });

  test.skipIf(process.platform === 'win32')('a link in place of a document', async () => {
    const problems = await problemsAfter(async (bag) => {
      const path = join(bag.folder, firstPath);
      await rename(path, `${bag.folder}-copy`);
      await symlink(`${bag.folder}-copy`, path);
    });
    expect(problems).toEqual([
      { fault: 'link', place: firstPath, message: '是符号链接，不是文件' },
      { fault: 'missing', place: firstPath, message: '清单里有，但找不到这个文件' },
    ]);
  });

  test('a line taken out of the list, its digest forged', async () => {
    const problems = await problemsAfter((bag) => forgeTagFile(bag, 'manifest-sha256.txt', (text) => text.split('\n').filter((line) => !line.endsWith(firstPath)).join('\n')));
    expect(problems).toEqual([
      { fault: 'extra', place: firstPath, message: '清单里没有，是多出的文件' },
      expect.objectContaining({ fault: 'totals', place: 'bag-info.txt' }),
    ]);
  });

  test('lines that lead out of data/, stand twice, or are none', async () => {
    const problems = await problemsAfter((bag) =>
      forgeTagFile(bag, 'manifest-sha256.txt', (text) => `${text}${'a'.repeat(64)}  ../别处.txt\n${text.slice(0, text.indexOf('\n') + 1)}不是一行\n${'B'.repeat(64)}  data/甲`),
    );
    const lineCount = small.length;
    const sorted = small.map(({ path }) => path).toSorted();
    expect(problems).toEqual([
      { fault: 'manifest', place: 'manifest-sha256.txt', message: `第 ${lineCount + 4} 行不是合法的清单行：${'B'.repeat(64)}  data/甲` },
      { fault: 'manifest', place: 'manifest-sha256.txt', message: `第 ${lineCount + 3} 行不是合法的清单行：不是一行` },
      { fault: 'manifest', place: 'manifest-sha256.txt', message: '不该列在这个清单里：../别处.txt' },
      { fault: 'manifest', place: 'manifest-sha256.txt', message: `列了两次：${sorted[0]}` },
    ]);
  });

  test('wrong totals, their digest forged', async () => {
    const bytes = small.reduce((sum, file) => sum + (file.content instanceof Uint8Array ? file.content.length : 0), 0);
    expect(await problemsAfter((bag) => forgeTagFile(bag, 'bag-info.txt', (text) => text.replace(/Payload-Oxum: .*/, 'Payload-Oxum: 1.1')))).toEqual([
      { fault: 'totals', place: 'bag-info.txt', message: `Payload-Oxum 写的是 1.1，实际是 ${bytes}.3（字节数.文件数）` },
    ]);
    expect(await problemsAfter((bag) => forgeTagFile(bag, 'bag-info.txt', (text) => text.replace(/Payload-Oxum: .*\n/, '')))).toEqual([
      { fault: 'totals', place: 'bag-info.txt', message: '没有写明 Payload-Oxum（总字节数和文件数）' },
    ]);
  });

  test('another BagIt version, its digest forged', async () => {
    expect(await problemsAfter((bag) => forgeTagFile(bag, 'bagit.txt', (text) => text.replace('1.0', '0.97')))).toEqual([
      { fault: 'declaration', place: 'bagit.txt', message: '不是 BagIt 1.0（UTF-8）的声明' },
    ]);
  });

  test('a missing list says so once and not for every file', async () => {
    expect(await problemsAfter((bag) => rm(join(bag.folder, 'manifest-sha256.txt')))).toEqual([
      { fault: 'missing', place: 'manifest-sha256.txt', message: '缺少清单，无法核对文件' },
    ]);
    expect(await problemsAfter((bag) => rm(join(bag.folder, 'tagmanifest-sha256.txt')))).toEqual([
      { fault: 'missing', place: 'tagmanifest-sha256.txt', message: '缺少清单的清单，无法核对清单本身' },
    ]);
    expect(await problemsAfter((bag) => rm(join(bag.folder, 'bagit.txt')))).toEqual([
      { fault: 'missing', place: 'bagit.txt', message: '缺少 bagit.txt：这里不是交付包，或交付包不完整' },
    ]);
  });
});

describe('verifying', () => {
  test('tells how far it is', async () => {
    const bag = await sampleBag(small);
    const steps: number[] = [];
    const report = await verifyPackage(bag.folder, { onProgress: (progress) => steps.push(progress.files) });
    // The list of the lists is read before the comparing begins.
    expect(steps).toEqual(Array.from({ length: report.files - 1 }, (_, index) => index + 1));
  });

  test('stops when cancelled', async () => {
    const bag = await sampleBag(small);
    const controller = new AbortController();
    const verifying = verifyPackage(bag.folder, { signal: controller.signal, onProgress: () => controller.abort() });
    await expect(verifying).rejects.toMatchObject({ code: 'cancelled' });
  });

  test('a place that is not there is not-found', async () => {
    await expect(verifyPackage(join('没有', '这个'))).rejects.toMatchObject({ code: 'not-found' });
  });
});
