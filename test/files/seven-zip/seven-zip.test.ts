import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { numberBytes, readHeader } from '../../../electron/files/seven-zip/numbers.ts';
import { isSevenZip, openSevenZip } from '../../../electron/files/seven-zip/seven-zip-reader.ts';
import { createSevenZip } from '../../../electron/files/seven-zip/seven-zip-writer.ts';
import { AppError } from '../../../shared/app-error.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'binder-seven-zip-'));
const password = 'K7MQ-3XWF-9TRD-HN4C';
const contents: Readonly<Record<string, Buffer>> = {
  '巡检/日常巡检记录单 XJ-20240805-01.docx': Buffer.from('正文'.repeat(40)),
  '照片/机房.jpg': Buffer.alloc(48, 7),
  '说明.txt': Buffer.alloc(0),
  'big.bin': Buffer.alloc(2_500_001, 'binder'),
};

async function* piecesOf(bytes: Buffer): AsyncGenerator<Uint8Array, void, undefined> {
  for (let at = 0; at < bytes.length; at += 100_003) yield bytes.subarray(at, at + 100_003);
}

async function write(file: string, files: Readonly<Record<string, Buffer>>, key = password): Promise<void> {
  const writer = await createSevenZip(file, { password: key, now: '2025-09-30T01:02:03.000Z' });
  try {
    for (const [name, bytes] of Object.entries(files)) await writer.add(name, piecesOf(bytes));
    await writer.finish();
  } finally {
    await writer.close();
  }
}

async function read(file: string, key: string | undefined): Promise<Record<string, Buffer>> {
  const reader = await openSevenZip(file, key);
  try {
    const found: Record<string, Buffer> = {};
    for (const member of reader.members.values()) {
      const pieces: Buffer[] = [];
      for await (const piece of reader.pieces(member)) pieces.push(Buffer.from(piece));
      found[member.name] = Buffer.concat(pieces);
    }
    return found;
  } finally {
    await reader.close();
  }
}

async function failure(work: Promise<unknown>): Promise<{ readonly code: string; readonly password: unknown }> {
  const error: unknown = await work.then(() => undefined, (reason: unknown) => reason);
  if (!(error instanceof AppError)) throw new Error('no failure that the program foresaw', { cause: error });
  return { code: error.code, password: error.details['password'] };
}

const whole = path.join(folder, '携出.7z');
beforeAll(() => write(whole, contents));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('an encrypted container', () => {
  test('is read back as it was written', async () => {
    expect(await isSevenZip(whole)).toBe(true);
    expect(await read(whole, password)).toEqual(contents);
  });

  test('is read by 7-Zip, names and contents', () => {
    const out = path.join(folder, 'unpacked');
    execFileSync('7z', ['x', `-p${password}`, `-o${out}`, whole], { stdio: 'pipe' });
    expect(Object.fromEntries(Object.keys(contents).map((name) => [name, readFileSync(path.join(out, name))]))).toEqual(contents);
  });

  test('shows 7-Zip neither names nor sizes without the password', () => {
    const { status, stdout, stderr } = spawnSync('7z', ['l', '-pwrong', whole], { encoding: 'utf8' });
    expect({ fails: status !== 0, names: /巡检|照片|big/.test(stdout + stderr) }).toEqual({ fails: true, names: false });
    const bytes = readFileSync(whole);
    expect([Buffer.from('big.bin', 'utf16le'), Buffer.from('big.bin'), Buffer.from(password), Buffer.from(password, 'utf16le')].some((text) => bytes.includes(text))).toBe(false);
  });

  test('asks for its password, and says when it is wrong', async () => {
    expect(await failure(openSevenZip(whole, undefined))).toEqual({ code: 'invalid-input', password: 'missing' });
    expect(await failure(openSevenZip(whole, password.toLowerCase()))).toEqual({ code: 'invalid-input', password: 'wrong' });
  });

  test('takes back what was added last', async () => {
    const file = path.join(folder, 'taken-back.7z');
    const writer = await createSevenZip(file, { password, now: '2025-09-30T01:02:03.000Z' });
    await writer.add('keep.txt', piecesOf(Buffer.from('keep')));
    await writer.add('drop.txt', piecesOf(Buffer.alloc(5000, 1)));
    writer.takeBack();
    await writer.add('also.txt', piecesOf(Buffer.from('also')));
    await writer.finish();
    await writer.close();
    expect(await read(file, password)).toEqual({ 'keep.txt': Buffer.from('keep'), 'also.txt': Buffer.from('also') });
    expect(execFileSync('7z', ['t', `-p${password}`, file], { encoding: 'utf8' })).toContain('Everything is Ok');
  });

  test('is no 7z before it is finished', async () => {
    const file = path.join(folder, 'unfinished.7z');
    const writer = await createSevenZip(file, { password, now: '2025-09-30T01:02:03.000Z' });
    await writer.add('a.txt', piecesOf(Buffer.alloc(100_000, 1)));
    await writer.close();
    expect(await isSevenZip(file)).toBe(false);
  });

  test('stops when the person cancels', async () => {
    const abort = new AbortController();
    abort.abort();
    expect((await failure(createSevenZip(path.join(folder, 'cancelled.7z'), { password, signal: abort.signal, now: '2025-09-30T01:02:03.000Z' }))).code).toBe('cancelled');
  });
});

describe('a damaged container', () => {
  test('is found by one flipped byte anywhere, without the password being blamed', async () => {
    const small = path.join(folder, 'small.7z');
    await write(small, { 'a.txt': Buffer.from('0123456789abcdefXYZ') });
    const bytes = readFileSync(small);
    const broken = path.join(folder, 'flipped.7z');
    // Deriving a key takes a tenth of a second: of the file's own bytes (32 to 64) some stand for all.
    const positions = [...bytes.keys()].filter((at) => at < 32 || at >= 64 || at % 15 === 3);
    for (const at of positions) {
      const copy = Buffer.from(bytes);
      copy.writeUInt8(copy.readUInt8(at) ^ 0x10, at);
      writeFileSync(broken, copy);
      expect([at, await failure(read(broken, password))]).toEqual([at, { code: 'unreadable-file', password: undefined }]);
    }
  });

  test('is found when its end is missing or something follows', async () => {
    const bytes = readFileSync(whole);
    for (const part of [bytes.subarray(0, 20), bytes.subarray(0, bytes.length / 2), bytes.subarray(0, -1), Buffer.concat([bytes, Buffer.from('x')])]) {
      const file = path.join(folder, 'cut.7z');
      writeFileSync(file, part);
      expect((await failure(read(file, password))).code).toBe('unreadable-file');
    }
  });

  test('and a 7z of another program are both told', async () => {
    const file = path.join(folder, 'foreign.7z');
    writeFileSync(path.join(folder, 'plain.txt'), '你好');
    execFileSync('7z', ['a', `-p${password}`, '-mhe=on', file, path.join(folder, 'plain.txt')], { stdio: 'pipe' });
    expect((await failure(read(file, password))).code).toBe('unreadable-file');
  });
});

test('numbers of a header are read as they are written', () => {
  fc.assert(fc.property(fc.maxSafeNat(), (value) => {
    const bytes = numberBytes(value);
    return bytes.length <= 9 && readHeader(bytes).number() === value;
  }));
  expect([0, 127, 128, 16_383, 16_384, 600_000_000].map((value) => numberBytes(value).toString('hex'))).toEqual(['00', '7f', '8080', 'bfff', 'c00040', 'f00046c323']);
});
