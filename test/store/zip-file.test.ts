import fc from 'fast-check';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sha256Hex } from '../../electron/files/digest.ts';
import { inflateMember, readZip } from '../../electron/files/zip-reader.ts';
import { writeZip } from '../../electron/files/zip-writer.ts';
import { openZipFile } from '../../electron/store/backup/zip-file-reader.ts';
import { createZipFile, type ZipFileShape } from '../../electron/store/backup/zip-file-writer.ts';
import { rejectionOf, testFolder } from './open-test-store.ts';

type Content = readonly (readonly [name: string, bytes: Uint8Array])[];

async function write(path: string, content: Content, shape?: ZipFileShape): Promise<string[]> {
  const zip = await createZipFile(path, shape);
  const digests: string[] = [];
  try {
    for (const [name, bytes] of content) digests.push((await zip.add(name, inPieces(bytes))).sha256);
    await zip.finish();
    return digests;
  } finally {
    await zip.close();
  }
}

async function* inPieces(bytes: Uint8Array): AsyncGenerator<Uint8Array, void, undefined> {
  for (let at = 0; at < bytes.length; at += 7) yield bytes.subarray(at, at + 7);
}

async function read(path: string): Promise<Content> {
  const zip = await openZipFile(path);
  try {
    const content: [string, Uint8Array][] = [];
    for (const member of zip.members.values()) {
      const pieces: Buffer[] = [];
      for await (const piece of zip.pieces(member)) pieces.push(Buffer.from(piece));
      content.push([member.name, Buffer.concat(pieces)]);
    }
    return content;
  } finally {
    await zip.close();
  }
}

const content: Content = [['binder.sqlite', Buffer.from('数据'.repeat(1000))], ['templates/巡检记录单.docx', Buffer.from('模板')], ['attachments/empty', Buffer.alloc(0)]];

test('what was written is read back, by our reader and by the one for documents', async () => {
  const path = join(testFolder(), 'a.zip');

  expect(await write(path, content)).toEqual(content.map(([, bytes]) => sha256Hex(bytes)));

  expect(await read(path)).toEqual(content);
  const archive = readZip(readFileSync(path));
  expect([...archive.values()].map((member) => [member.name, inflateMember(member)])).toEqual(content.map(([name, bytes]) => [name, Buffer.from(bytes)]));
});

test('a member that was taken back leaves no trace', async () => {
  const path = join(testFolder(), 'a.zip');
  const zip = await createZipFile(path);
  await zip.add('a', inPieces(Buffer.from('first')));
  await zip.add('b', inPieces(Buffer.from('second, which is longer than the third')));
  zip.takeBack();
  await zip.add('c', inPieces(Buffer.from('third')));
  await zip.finish();
  await zip.close();

  expect(await read(path)).toEqual([['a', Buffer.from('first')], ['c', Buffer.from('third')]]);
  expect([...readZip(readFileSync(path)).keys()]).toEqual(['a', 'c']);
  expect(statSync(path).size).toBe(2 * (30 + 1 + 46 + 1) + 10 + 22);
});

// Elsewhere the hole in the file would really be written.
test.runIf(process.platform === 'linux')('beyond 4 GB the directory is zip64', async () => {
  const path = join(testFolder(), 'large.zip');

  await write(path, content, { start: 5 * 2 ** 30, largestMember: 2 ** 31 });

  expect(statSync(path).size).toBeGreaterThan(5 * 2 ** 30);
  expect(await read(path)).toEqual(content);
});

test('a member beyond the format\'s limit is refused', async () => {
  const path = join(testFolder(), 'a.zip');

  const failure = await rejectionOf(write(path, [['photo', Buffer.alloc(101)]], { start: 0, largestMember: 100 }));
  expect([failure.code, failure.details]).toEqual(['invalid-input', { file: 'photo' }]);
});

test('what is no such archive is refused', async () => {
  const folder = testFolder();
  const cases: readonly (readonly [string, Uint8Array])[] = [
    ['empty', Buffer.alloc(0)],
    ['text', Buffer.from('这不是备份，只是一段很长很长的文字。')],
    ['deflated', writeZip([{ name: 'a', bytes: Buffer.from('a'.repeat(100)) }])],
    ['escaping', writeZip([{ name: '../a', bytes: Buffer.from('a'), level: 0 }])],
    ['twice', writeZip([{ name: 'a', bytes: Buffer.from('a'), level: 0 }, { name: 'a', bytes: Buffer.from('b'), level: 0 }])],
  ];

  const codes = await Promise.all(cases.map(async ([name, bytes]) => {
    writeFileSync(join(folder, name), bytes);
    return (await rejectionOf(read(join(folder, name)))).code;
  }));
  expect(codes).toEqual(cases.map(() => 'unreadable-file'));
});

test('members that share their bytes, which would fill the disk, are refused', async () => {
  const path = join(testFolder(), 'bomb.zip');
  const large = Buffer.alloc(1_000_000);
  writeFileSync(path, writeZip(['a', 'b', 'c'].map((name, index) => ({ name, bytes: index === 0 ? large : Buffer.alloc(0), level: 0 }))));
  const bytes = readFileSync(path);
  const directory = bytes.readUInt32LE(bytes.length - 6);
  const [, ...others] = [0, 47, 94].map((offset) => directory + offset);
  for (const entry of others) bytes.copy(bytes, entry + 16, directory + 16, directory + 28);
  for (const entry of others) bytes.writeUInt32LE(0, entry + 42);
  writeFileSync(path, bytes);

  expect((await rejectionOf(read(path))).details).toEqual({ detail: 'overlapping members' });
});

test('a damaged archive is refused or read back whole, never read wrongly', async () => {
  const path = join(testFolder(), 'a.zip');
  await write(path, content);
  const sound = readFileSync(path);
  // A changed name is the caller's to notice: the manifest names every file.
  const contents = content.map(([, bytes]) => sha256Hex(bytes));

  const run = await fc.check(fc.asyncProperty(fc.nat(sound.length - 1), fc.integer({ min: 1, max: 255 }), fc.boolean(), async (at, mask, cut) => {
    const damaged = Buffer.from(cut ? sound.subarray(0, at) : sound);
    if (!cut) damaged.writeUInt8(sound.readUInt8(at) ^ mask, at);
    writeFileSync(path, damaged);
    const found = await read(path).catch(() => content);
    return found.map(([, bytes]) => sha256Hex(bytes)).join() === contents.join();
  }), { numRuns: 300 });

  expect(run.counterexample).toBeNull();
});
