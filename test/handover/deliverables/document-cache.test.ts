import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createDocumentCache, documentKey, type DocumentCache } from '../../../electron/handover/deliverables/document-cache.ts';
import { sha256Hex } from '../../../electron/files/digest.ts';

let folder: string;
let now = 0;
const opened = (maximumBytes = 1000): DocumentCache => createDocumentCache(folder, maximumBytes, () => (now += 1));
const key = (name: string): string => documentKey('程序 1', sha256Hex(name), sha256Hex('data'));
const bytes = (text: string): Buffer => Buffer.from(text.repeat(100));

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'documents-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function kept(cache: DocumentCache, name: string): Promise<string | undefined> {
  const found = await cache.find(key(name));
  return found === undefined ? undefined : Buffer.from((await cache.read(found)) ?? '').toString().slice(0, 1);
}

test('what was kept is found by the next opening; another program, template or data is another document', async () => {
  const first = opened();
  await first.keep(key('a'), bytes('a'));
  await first.flush();
  const next = opened();
  expect(await kept(next, 'a')).toBe('a');
  expect(await next.find(documentKey('程序 2', sha256Hex('a'), sha256Hex('data')))).toBeUndefined();
  expect(await next.find(documentKey('程序 1', sha256Hex('b'), sha256Hex('data')))).toBeUndefined();
  expect(await next.find(documentKey('程序 1', sha256Hex('a'), sha256Hex('other')))).toBeUndefined();
});

test('a damaged document is never given out: of another length it is not found, of the same length it is not read', async () => {
  const cache = opened();
  const long = await cache.keep(key('long'), bytes('a'));
  const flipped = await cache.keep(key('flipped'), bytes('b'));
  await writeFile(long.file, 'short');
  await writeFile(flipped.file, Buffer.concat([Buffer.from('x'), bytes('b').subarray(1)]));
  expect(await cache.find(key('long'))).toBeUndefined();
  const found = await cache.find(key('flipped'));
  expect(found === undefined ? 'not found' : await cache.read(found)).toBeUndefined();
  expect(await cache.find(key('flipped'))).toBeUndefined();
  await cache.keep(key('flipped'), bytes('b'));
  expect(await kept(cache, 'flipped')).toBe('b');
});

test('a changed byte in the index empties the cache and nothing worse; leftovers of a killed program go', async () => {
  const cache = opened();
  await cache.keep(key('a'), bytes('a'));
  await cache.flush();
  await writeFile(path.join(folder, '.partial-1'), 'half');
  expect(await kept(opened(), 'a')).toBe('a');
  const index = path.join(folder, 'index.json');
  await writeFile(index, (await readFile(index, 'utf8')).replace('"bytes":100', '"bytes":101'));
  expect(await opened().find(key('a'))).toBeUndefined();
  expect(await readdir(folder)).toEqual(['index.json']);
});

test('beyond the limit, what was longest unused goes at the next opening', async () => {
  const cache = opened(250);
  for (const name of ['a', 'b', 'c']) await cache.keep(key(name), bytes(name));
  await cache.find(key('a'));
  await cache.flush();
  const next = opened(250);
  expect([await kept(next, 'a'), await kept(next, 'b'), await kept(next, 'c')]).toEqual(['a', undefined, 'c']);
});

test('many kept at once are whole for every reader, before and after they were forced onto the disk', async () => {
  const cache = opened(1_000_000);
  const names = Array.from({ length: 30 }, (_, index) => `${index}`);
  await Promise.all(names.map((name) => cache.keep(key(name), bytes(`${name}:`))));
  const before = await Promise.all(names.map((name) => kept(cache, name)));
  await Promise.all([cache.flush(), cache.flush()]);
  const next = opened(1_000_000);
  expect([before, await Promise.all(names.map((name) => kept(next, name)))]).toEqual([names.map((name) => name[0]), names.map((name) => name[0])]);
  expect((await readdir(folder)).filter((name) => name.startsWith('.'))).toEqual([]);
});

test('a document that cannot be kept is told at once and leaves nothing; the next one is kept', async () => {
  const cache = opened();
  const digest = sha256Hex(bytes('a'));
  await cache.find(key('a'));
  await mkdir(path.join(folder, digest, 'in the way'), { recursive: true });
  await expect(cache.keep(key('a'), bytes('a'))).rejects.toBeInstanceOf(Error);
  expect((await readdir(folder)).filter((name) => name.startsWith('.'))).toEqual([]);
  await cache.keep(key('b'), bytes('b'));
  await cache.flush();
  expect(await kept(cache, 'b')).toBe('b');
});
