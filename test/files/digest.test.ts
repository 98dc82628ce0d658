import { createHash } from 'node:crypto';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readPieces, sha256Hex } from '../../electron/files/digest.ts';

const emptySha256 = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

async function fileOf(content: Uint8Array): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'digest-')), '内容.bin');
  await writeFile(path, content);
  return path;
}

test('digests bytes and text alike', () => {
  expect(sha256Hex('')).toBe(emptySha256);
  expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  expect(sha256Hex('交付')).toBe(sha256Hex(Buffer.from('交付')));
});

test.each([0, 1, (1 << 16) - 1, 1 << 16, (1 << 16) + 1, 3 * (1 << 20) + 7])('reads a file of %i bytes whole, piece by piece', async (length) => {
  const content = Buffer.alloc(length, '巡检');
  const hash = createHash('sha256');
  for await (const piece of readPieces(await fileOf(content))) hash.update(piece);
  expect(hash.digest('hex')).toBe(sha256Hex(content));
});

test('a missing file is not-found', async () => {
  await expect(readPieces(join(tmpdir(), '没有这个文件.bin')).next()).rejects.toMatchObject({ code: 'not-found' });
});

test('stops between two pieces when cancelled', async () => {
  const controller = new AbortController();
  const read: number[] = [];
  const reading = (async () => {
    for await (const piece of readPieces(await fileOf(Buffer.alloc(3 << 20)), controller.signal)) {
      read.push(piece.length);
      controller.abort();
    }
  })();
  await expect(reading).rejects.toMatchObject({ code: 'cancelled' });
  expect(read).toEqual([1 << 16]);
});
