import { open, type FileHandle } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import { AppError } from '../../../shared/app-error.ts';
import { decodeZipName, safeZipName } from '../../files/zip-name.ts';

/** A stored member: where its bytes lie in the file. */
export type StoredMember = { readonly name: string; readonly size: number; readonly crc: number; readonly headerOffset: number };

/** A backup opened for reading; its members are never in memory as a whole. */
export type ZipFileReader = {
  readonly members: ReadonlyMap<string, StoredMember>;
  /** The member's bytes, checked against its check sum at the end. Each piece must be used before the next is asked for. */
  readonly pieces: (member: StoredMember) => AsyncGenerator<Uint8Array, void, undefined>;
  readonly close: () => Promise<void>;
};

const limit32 = 0xffffffff;
const limit16 = 0xffff;
const pieceBytes = 1 << 20;
const longestDirectory = 256 * 1024 * 1024;

function notABackup(detail: string): AppError {
  return new AppError('unreadable-file', '备份文件已损坏、不完整，或不是本程序的备份。', { detail });
}

/** Opens a zip of stored members, as `createZipFile` writes it. Throws `unreadable-file`; errors of the file system pass through. */
export async function openZipFile(path: string): Promise<ZipFileReader> {
  const file = await open(path, 'r');
  try {
    const members = await readDirectory(file);
    return { members, pieces: (member) => readMember(file, member), close: () => file.close() };
  } catch (error) {
    await file.close();
    throw error;
  }
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  for (let done = 0; done < length;) {
    const { bytesRead } = await file.read(bytes, done, length - done, position + done);
    if (bytesRead === 0) throw notABackup('file ends early');
    done += bytesRead;
  }
  return bytes;
}

type DirectoryPlace = { readonly count: number; readonly length: number; readonly offset: number };

async function findDirectory(file: FileHandle): Promise<DirectoryPlace> {
  const { size } = await file.stat();
  if (size < 22) throw notABackup('too short');
  const end = await readAt(file, size - 22, 22);
  if (end.readUInt32LE(0) !== 0x06054b50) throw notABackup('no end of central directory');
  const place = { count: end.readUInt16LE(10), length: end.readUInt32LE(12), offset: end.readUInt32LE(16) };
  const isWide = place.count === limit16 || place.length === limit32 || place.offset === limit32;
  if (!isWide) return checkedPlace(place, size - 22);
  if (size < 22 + 20 + 56) throw notABackup('no room for zip64');
  const wide = await readAt(file, size - 22 - 20 - 56, 56 + 20);
  if (wide.readUInt32LE(0) !== 0x06064b50 || wide.readUInt32LE(56) !== 0x07064b50) throw notABackup('no zip64 end');
  return checkedPlace({ count: Number(wide.readBigUInt64LE(32)), length: Number(wide.readBigUInt64LE(40)), offset: Number(wide.readBigUInt64LE(48)) }, size - 22 - 20 - 56);
}

function checkedPlace(place: DirectoryPlace, end: number): DirectoryPlace {
  if (place.offset + place.length !== end || place.length > longestDirectory) throw notABackup('directory out of place');
  return place;
}

async function readDirectory(file: FileHandle): Promise<Map<string, StoredMember>> {
  const place = await findDirectory(file);
  const directory = await readAt(file, place.offset, place.length);
  const members = new Map<string, StoredMember>();
  let total = 0;
  for (let at = 0; at < directory.length;) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== 0x02014b50) throw notABackup('bad directory entry');
    const nameEnd = at + 46 + directory.readUInt16LE(at + 28);
    const extraEnd = nameEnd + directory.readUInt16LE(at + 30);
    if (extraEnd > directory.length) throw notABackup('directory entry runs over');
    const name = safeZipName(decodeZipName(directory.subarray(at + 46, nameEnd)));
    const size = directory.readUInt32LE(at + 24);
    if (directory.readUInt16LE(at + 10) !== 0 || directory.readUInt32LE(at + 20) !== size) throw notABackup('compressed member');
    if (members.has(name)) throw notABackup('name used twice');
    const narrow = directory.readUInt32LE(at + 42);
    const headerOffset = narrow === limit32 ? wideOffset(directory.subarray(nameEnd, extraEnd)) : narrow;
    if (headerOffset + 30 + size > place.offset) throw notABackup('member runs into the directory');
    // Members that share bytes are how a small file fills a disk.
    total += size;
    if (total > place.offset) throw notABackup('overlapping members');
    members.set(name, { name, size, crc: directory.readUInt32LE(at + 16), headerOffset });
    at = extraEnd + directory.readUInt16LE(at + 32);
  }
  if (members.size !== place.count) throw notABackup('directory entries missing');
  return members;
}

function wideOffset(extra: Buffer): number {
  if (extra.length < 12 || extra.readUInt16LE(0) !== 1 || extra.readUInt16LE(2) !== 8) throw notABackup('bad zip64 field');
  return Number(extra.readBigUInt64LE(4));
}

async function* readMember(file: FileHandle, member: StoredMember): AsyncGenerator<Uint8Array, void, undefined> {
  const header = await readAt(file, member.headerOffset, 30);
  if (header.readUInt32LE(0) !== 0x04034b50) throw notABackup(`no header of ${member.name}`);
  const start = member.headerOffset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  let crc = 0;
  for (let done = 0; done < member.size;) {
    const piece = await readAt(file, start + done, Math.min(pieceBytes, member.size - done));
    crc = crc32(piece, crc);
    done += piece.length;
    yield piece;
  }
  if (crc !== member.crc) throw notABackup(`check sum of ${member.name}`);
}
