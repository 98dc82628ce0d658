import { createDecipheriv } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import { AppError } from '../../../shared/app-error.ts';
import { safeZipName } from '../zip-name.ts';
import { keyOf } from './key.ts';
import { damagedContainer, readHeader, part, sevenZipSignature, startHeaderBytes } from './numbers.ts';
import { foreignContainer, readFileList, readStreams, type ListedFile, type ReadStream } from './read-header.ts';

export type SevenZipMember = { readonly name: string; readonly size: number };

/** An encrypted container of ours, opened for reading; its files are never in memory as a whole. */
export type SevenZipReader = {
  readonly members: ReadonlyMap<string, SevenZipMember>;
  /** The decrypted bytes, checked against both check sums. Each piece must be used before the next is asked for. */
  readonly pieces: (member: { readonly name: string }) => AsyncGenerator<Uint8Array, void, undefined>;
  readonly close: () => Promise<void>;
};

const pieceBytes = 1 << 20;
const longestHeader = 64 * 1024 * 1024;

/** Whether a file begins as a 7z. False for one that cannot be read. */
export async function isSevenZip(path: string): Promise<boolean> {
  try {
    const file = await open(path, 'r');
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(sevenZipSignature.length), 0, sevenZipSignature.length, 0);
      return bytesRead === sevenZipSignature.length && buffer.equals(sevenZipSignature);
    } finally {
      await file.close();
    }
  } catch {
    return false;
  }
}

/**
 * Opens a container that `createSevenZip` wrote. Throws `invalid-input` with `details.password` (`missing`, `wrong`), `unreadable-file` for
 * a damaged one and for a 7z of another program, `cancelled`; errors of the file system pass through.
 */
export async function openSevenZip(path: string, password: string | undefined, signal?: AbortSignal): Promise<SevenZipReader> {
  const file = await open(path, 'r');
  try {
    if (password === undefined || password === '') throw new AppError('invalid-input', '这是加密包，请输入密码。', { password: 'missing' });
    const { list, key } = await readList(file, password, signal);
    const members = new Map(list.map((listed) => [safeZipName(listed.name), listed]));
    return {
      members,
      pieces: ({ name }) => {
        const member = members.get(name);
        if (member === undefined) throw damagedContainer(`no member ${name}`);
        return readMember(file, key, member);
      },
      close: () => file.close(),
    };
  } catch (error) {
    await file.close();
    throw error;
  }
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const bytes = Buffer.allocUnsafe(length);
  for (let done = 0; done < length;) {
    const { bytesRead } = await file.read(bytes, done, length - done, position + done);
    if (bytesRead === 0) throw damagedContainer('file ends early');
    done += bytesRead;
  }
  return bytes;
}

async function readList(file: FileHandle, password: string, signal: AbortSignal | undefined): Promise<{ readonly list: readonly ListedFile[]; readonly key: Buffer }> {
  const { size } = await file.stat();
  if (size < startHeaderBytes) throw damagedContainer('too short');
  const start = await readAt(file, 0, startHeaderBytes);
  if (!start.subarray(0, 6).equals(sevenZipSignature) || start.readUInt16BE(6) !== 4 || crc32(start.subarray(12)) !== start.readUInt32LE(8)) throw damagedContainer('start header');
  const [offset, length] = [Number(start.readBigUInt64LE(12)) + startHeaderBytes, Number(start.readBigUInt64LE(20))];
  if (length > longestHeader || offset + length !== size) throw damagedContainer('header out of place');
  const header = await readAt(file, offset, length);
  if (crc32(header) !== start.readUInt32LE(28)) throw damagedContainer('header check sum');
  const reader = readHeader(header);
  if (reader.byte() !== part.encodedHeader) throw foreignContainer();
  const [stream, ...others] = readStreams(reader, startHeaderBytes, offset);
  if (stream === undefined || others.length > 0 || stream.size > longestHeader) throw foreignContainer();
  reader.expect(part.check);
  reader.expect(1);
  const expected = reader.check();
  const packed = await readAt(file, stream.offset, stream.packedSize);
  // The encrypted bytes have a check sum of their own: what fails behind it is the password, not the medium.
  if (crc32(packed) !== stream.packedCrc) throw damagedContainer('list check sum');
  const key = await keyOf(password, stream.salt, stream.roundsPower, signal);
  const list = decipher(key, stream.iv)(packed).subarray(0, stream.size);
  if (crc32(list) !== expected) throw new AppError('invalid-input', '密码不对。请核对大小写和分隔符后再输入一次。', { password: 'wrong' });
  const files = readFileList(list, startHeaderBytes, stream.offset);
  if (files.some((listed) => listed.stream !== undefined && !isSameKey(listed.stream, stream))) throw foreignContainer();
  return { list: files, key };
}

function isSameKey(a: ReadStream, b: ReadStream): boolean {
  return a.salt.equals(b.salt) && a.roundsPower === b.roundsPower;
}

function decipher(key: Buffer, iv: Buffer): (bytes: Buffer) => Buffer {
  const cipher = createDecipheriv('aes-256-cbc', key, iv).setAutoPadding(false);
  return (bytes) => cipher.update(bytes);
}

async function* readMember(file: FileHandle, key: Buffer, { name, size, crc, stream }: ListedFile): AsyncGenerator<Uint8Array, void, undefined> {
  if (stream === undefined) return;
  const decrypt = decipher(key, stream.iv);
  let [packedCrc, ownCrc, left] = [0, 0, size];
  for (let done = 0; done < stream.packedSize;) {
    const packed = await readAt(file, stream.offset + done, Math.min(pieceBytes, stream.packedSize - done));
    packedCrc = crc32(packed, packedCrc);
    done += packed.length;
    const piece = decrypt(packed).subarray(0, left);
    left -= piece.length;
    ownCrc = crc32(piece, ownCrc);
    yield piece;
  }
  if (packedCrc !== stream.packedCrc || ownCrc !== crc) throw damagedContainer(`check sum of ${name}`);
}
