import { createHash } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import { AppError } from '../../../shared/app-error.ts';
import type { ContentDigest } from '../../files/digest.ts';

/** A zip that is written piece by piece to a file. Members are stored, not deflated: photos and scans do not get smaller. */
export type ZipFileWriter = {
  /** Appends one member. Throws `invalid-input` for one of 4 GB or more. */
  readonly add: (name: string, pieces: AsyncIterable<Uint8Array>) => Promise<ContentDigest>;
  /** Takes back the member added last. */
  readonly takeBack: () => void;
  /** Writes the directory and forces everything onto the disk. */
  readonly finish: () => Promise<void>;
  readonly close: () => Promise<void>;
};

type Member = { readonly name: Buffer; readonly crc: number; readonly size: number; readonly offset: number };

const limit32 = 0xffffffff;
const limit16 = 0xffff;
/** 1980-01-01, the zero of DOS time. */
const dosDate = 0x0021;

/** Where the first member begins, and how many bytes one may have: tests reach the 4 GB boundaries without writing so much. */
export type ZipFileShape = { readonly start: number; readonly largestMember: number };

/** Creates `path`, which must not exist. Directories beyond 4 GB or 65 534 members are written as zip64. Errors of the file system pass through. */
export async function createZipFile(path: string, { start, largestMember }: ZipFileShape = { start: 0, largestMember: limit32 - 1 }): Promise<ZipFileWriter> {
  const file = await open(path, 'wx');
  const members: Member[] = [];
  let end = start;
  return {
    add: async (name, pieces) => {
      const { member, digest } = await writeMember(file, Buffer.from(name, 'utf8'), pieces, { offset: end, largestMember });
      members.push(member);
      end += 30 + member.name.length + member.size;
      return digest;
    },
    takeBack: () => {
      end = members.pop()?.offset ?? end;
    },
    finish: async () => {
      const directory = Buffer.concat(members.map(centralHeader));
      await writeAt(file, Buffer.concat([directory, endRecords(members.length, directory.length, end)]), end);
      await file.truncate(end + directory.length + endLength(members.length, directory.length, end));
      await file.sync();
    },
    close: () => file.close(),
  };
}

type Place = { readonly offset: number; readonly largestMember: number };

async function writeMember(file: FileHandle, name: Buffer, pieces: AsyncIterable<Uint8Array>, { offset, largestMember }: Place): Promise<{ readonly member: Member; readonly digest: ContentDigest }> {
  const hash = createHash('sha256');
  const dataStart = offset + 30 + name.length;
  let crc = 0;
  let size = 0;
  for await (const piece of pieces) {
    if (size + piece.length > largestMember) throw tooLarge(name);
    hash.update(piece);
    crc = crc32(piece, crc);
    await writeAt(file, piece, dataStart + size);
    size += piece.length;
  }
  // Only now are length and check sum known.
  await writeAt(file, localHeader(name, crc, size), offset);
  return { member: { name, crc, size, offset }, digest: { sha256: hash.digest('hex'), bytes: size } };
}

function tooLarge(name: Buffer): AppError {
  const file = name.toString('utf8');
  return new AppError('invalid-input', `文件“${file}”达到 4 GB，不能放进备份。`, { file });
}

async function writeAt(file: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  for (let done = 0; done < bytes.length;) done += (await file.write(bytes, done, bytes.length - done, position + done)).bytesWritten;
}

function localHeader(name: Buffer, crc: number, size: number): Buffer {
  const header = Buffer.alloc(30 + name.length);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(0x0800, 6); // the name is UTF-8
  header.writeUInt16LE(dosDate, 12);
  header.writeUInt32LE(crc, 14);
  header.writeUInt32LE(size, 18);
  header.writeUInt32LE(size, 22);
  header.writeUInt16LE(name.length, 26);
  header.set(name, 30);
  return header;
}

function centralHeader(member: Member): Buffer {
  const far = member.offset >= limit32;
  const header = Buffer.alloc(46 + member.name.length + (far ? 12 : 0));
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(far ? 45 : 20, 4);
  localHeader(member.name, member.crc, member.size).copy(header, 6, 4, 28);
  header.writeUInt16LE(far ? 12 : 0, 30);
  header.writeUInt32LE(far ? limit32 : member.offset, 42);
  header.set(member.name, 46);
  if (far) {
    header.writeUInt16LE(1, 46 + member.name.length);
    header.writeUInt16LE(8, 48 + member.name.length);
    header.writeBigUInt64LE(BigInt(member.offset), 50 + member.name.length);
  }
  return header;
}

function needsZip64(count: number, length: number, offset: number): boolean {
  return count >= limit16 || length >= limit32 || offset >= limit32;
}

function endLength(count: number, length: number, offset: number): number {
  return needsZip64(count, length, offset) ? 56 + 20 + 22 : 22;
}

function endRecords(count: number, length: number, offset: number): Buffer {
  const records = Buffer.alloc(endLength(count, length, offset));
  const at = records.length - 22;
  if (at > 0) {
    records.writeUInt32LE(0x06064b50, 0);
    records.writeBigUInt64LE(44n, 4);
    records.writeUInt16LE(45, 12);
    records.writeUInt16LE(45, 14);
    records.writeBigUInt64LE(BigInt(count), 24);
    records.writeBigUInt64LE(BigInt(count), 32);
    records.writeBigUInt64LE(BigInt(length), 40);
    records.writeBigUInt64LE(BigInt(offset), 48);
    records.writeUInt32LE(0x07064b50, 56);
    records.writeBigUInt64LE(BigInt(offset + length), 64);
    records.writeUInt32LE(1, 72);
  }
  records.writeUInt32LE(0x06054b50, at);
  records.writeUInt16LE(Math.min(count, limit16), at + 8);
  records.writeUInt16LE(Math.min(count, limit16), at + 10);
  records.writeUInt32LE(Math.min(length, limit32), at + 12);
  records.writeUInt32LE(Math.min(offset, limit32), at + 16);
  return records;
}
