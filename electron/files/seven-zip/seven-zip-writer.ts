import { createCipheriv, createHash, randomBytes, type Cipheriv } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import type { ContentDigest } from '../digest.ts';
import { keyOf, saltBytes } from './key.ts';
import { blockBytes, sevenZipSignature, startHeaderBytes } from './numbers.ts';
import { encodedHeaderOf, headerOf, type PackedStream, type WrittenFile } from './write-header.ts';

/** A 7z that is written piece by piece; nothing of it is ever in memory as a whole. */
export type SevenZipWriter = {
  /** Appends one file. Errors of the file system and of `pieces` pass through. */
  readonly add: (name: string, pieces: AsyncIterable<Uint8Array>) => Promise<ContentDigest>;
  /** Takes back the file added last. */
  readonly takeBack: () => void;
  /** Writes the list of files and forces everything onto the disk. Before this the file is no 7z. */
  readonly finish: () => Promise<void>;
  readonly close: () => Promise<void>;
};

export type SevenZipOptions = { readonly password: string; readonly signal?: AbortSignal | undefined; /** ISO instant: what every file in it says as its time. */ readonly now: string };

const beginOf1601 = 11_644_473_600_000n;

/** Cuts what comes into whole blocks; the last one is filled with zeros, as 7z wants it. */
type Encryption = { readonly take: (piece: Uint8Array) => Buffer; readonly finish: () => Buffer };

function encryption(key: Buffer, iv: Buffer): Encryption {
  const cipher: Cipheriv = createCipheriv('aes-256-cbc', key, iv).setAutoPadding(false);
  let size = 0;
  return {
    take: (piece) => {
      size += piece.length;
      return cipher.update(piece);
    },
    finish: () => Buffer.concat([cipher.update(Buffer.alloc((blockBytes - (size % blockBytes)) % blockBytes)), cipher.final()]),
  };
}

/**
 * Creates `path`, which must not exist: a 7z whose files and names are encrypted with AES-256 and the key of the password, stored without
 * compression (photos, PDFs and Office files do not get smaller). 7-Zip, WinRAR and Bandizip open it. Each file is a stream of its own, so
 * that one of them can be read without the rest. Errors of the file system pass through; throws `cancelled`.
 */
export async function createSevenZip(path: string, { password, signal, now }: SevenZipOptions): Promise<SevenZipWriter> {
  const salt = randomBytes(saltBytes);
  const key = await keyOf(password, salt, undefined, signal);
  const file = await open(path, 'wx');
  const files: WrittenFile[] = [];
  let end = startHeaderBytes;
  return {
    add: async (name, pieces) => {
      const { stream, sha256 } = await writeStream(file, key, end, pieces);
      files.push({ name, ...stream });
      end += stream.packedSize;
      return { sha256, bytes: stream.size };
    },
    takeBack: () => {
      end -= files.pop()?.packedSize ?? 0;
    },
    finish: async () => {
      const changedAt = (BigInt(Date.parse(now)) + beginOf1601) * 10_000n;
      const list = headerOf(files, salt, changedAt);
      const { stream } = await writeStream(file, key, end, [list]);
      const header = encodedHeaderOf(stream, end - startHeaderBytes, salt, crc32(list));
      const headerAt = end + stream.packedSize;
      await writeAt(file, header, headerAt);
      await file.truncate(headerAt + header.length);
      // The file becomes a 7z by its very last write.
      await file.sync();
      await writeAt(file, startHeader(headerAt - startHeaderBytes, header), 0);
      await file.sync();
    },
    close: () => file.close(),
  };
}

type WrittenStream = PackedStream & { readonly crc: number };

async function writeStream(file: FileHandle, key: Buffer, offset: number, pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<{ readonly stream: WrittenStream; readonly sha256: string }> {
  const iv = randomBytes(blockBytes);
  const cipher = encryption(key, iv);
  const hash = createHash('sha256');
  let [size, crc, packedSize, packedCrc] = [0, 0, 0, 0];
  // One piece is on its way to the disk while the next is being read and encrypted.
  let written = Promise.resolve();
  const put = async (bytes: Buffer): Promise<void> => {
    packedCrc = crc32(bytes, packedCrc);
    const position = offset + packedSize;
    packedSize += bytes.length;
    await written;
    written = writeAt(file, bytes, position);
    // It is awaited with the next piece; until then its failure must not count as one that nobody heard of.
    written.catch(() => undefined);
  };
  try {
    for await (const piece of pieces) {
      size += piece.length;
      hash.update(piece);
      crc = crc32(piece, crc);
      await put(cipher.take(piece));
    }
    await put(cipher.finish());
  } finally {
    await written;
  }
  return { stream: { size, crc, iv, packedSize, packedCrc }, sha256: hash.digest('hex') };
}

async function writeAt(file: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  for (let done = 0; done < bytes.length;) done += (await file.write(bytes, done, bytes.length - done, position + done)).bytesWritten;
}

function startHeader(offset: number, header: Buffer): Buffer {
  const bytes = Buffer.alloc(startHeaderBytes);
  sevenZipSignature.copy(bytes);
  bytes.writeUInt8(4, 7); // version 0.4
  bytes.writeBigUInt64LE(BigInt(offset), 12);
  bytes.writeBigUInt64LE(BigInt(header.length), 20);
  bytes.writeUInt32LE(crc32(header), 28);
  bytes.writeUInt32LE(crc32(bytes.subarray(12)), 8);
  return bytes;
}
