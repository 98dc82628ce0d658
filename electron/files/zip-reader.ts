import { crc32, inflateRawSync } from 'node:zlib';
import { AppError } from '../../shared/app-error.ts';
import { decodeZipName, safeZipName } from './zip-name.ts';
import { defaultZipLimits, type ZipArchive, type ZipLimits, type ZipMember } from './zip-member.ts';

const endSignature = 0x06054b50;
const centralSignature = 0x02014b50;
const localSignature = 0x04034b50;
const megabyte = 1024 * 1024;

function damaged(detail: string): AppError {
  return new AppError('unreadable-file', '文件已损坏，或不是 .docx/.xlsx/.zip 文件。', { detail });
}

/**
 * Reads the directory of a zip without inflating anything. Refuses whatever a Word, Excel or WPS file never contains:
 * encryption, names that leave the folder, the same name twice, overlapping members, more or bigger members than the limits allow.
 * @throws AppError unreadable-file, with a Chinese sentence that says what kind of file it seems to be
 */
export function readZip(bytes: Uint8Array, limits: ZipLimits = defaultZipLimits): ZipArchive {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  refuseOtherFormats(file);
  const end = findEnd(file);
  const count = file.readUInt16LE(end + 10);
  const start = file.readUInt32LE(end + 16);
  if (count === 0xffff || start === 0xffffffff || file.readUInt16LE(end + 8) !== count) throw damaged('zip64 or split archive');
  if (count > limits.members) throw new AppError('unreadable-file', `压缩包里有 ${count} 个文件，超过上限 ${limits.members} 个，已拒绝打开。`, { count });

  const archive = new Map<string, ZipMember>();
  const folded = new Set<string>();
  const extents: { from: number; to: number }[] = [];
  let total = 0;
  let at = start;
  for (let index = 0; index < count; index++) {
    const entry = readCentralEntry(file, at, end);
    at = entry.next;
    if (entry.isFolder) continue;
    if (folded.has(entry.name.toLowerCase())) throw new AppError('unreadable-file', `压缩包里有两个同名文件“${entry.name}”，已拒绝打开。`, { member: entry.name });
    if (entry.size > limits.memberBytes) {
      throw new AppError('unreadable-file', `压缩包里的“${entry.name}”解开后超过 ${Math.floor(limits.memberBytes / megabyte)} MB，已拒绝打开。`, { member: entry.name, size: entry.size });
    }
    total += entry.size;
    if (total > limits.totalBytes) throw new AppError('unreadable-file', `压缩包解开后超过 ${Math.floor(limits.totalBytes / megabyte)} MB，已拒绝打开。`, { total });
    const from = dataStart(file, entry.localOffset, start);
    const to = from + entry.compressed;
    if (to > start) throw damaged(`member ${entry.name} runs into the directory`);
    extents.push({ from: entry.localOffset, to });
    folded.add(entry.name.toLowerCase());
    archive.set(entry.name, { name: entry.name, method: entry.method, crc: entry.crc, size: entry.size, raw: file.subarray(from, to) });
  }
  refuseOverlaps(extents);
  return archive;
}

/**
 * The bytes of one member, checked against the length and the CRC-32 that the directory states.
 * Never yields more than the stated length, so the limits checked by readZip hold here too.
 * @throws AppError unreadable-file
 */
export function inflateMember(member: ZipMember): Buffer {
  let content: Buffer;
  try {
    content = member.method === 0 ? Buffer.from(member.raw) : inflateRawSync(member.raw, { maxOutputLength: Math.max(1, member.size) });
  } catch (cause) {
    throw new AppError('unreadable-file', `压缩包里的“${member.name}”已损坏。`, { member: member.name }, { cause });
  }
  if (content.length !== member.size || crc32(content) !== member.crc) throw new AppError('unreadable-file', `压缩包里的“${member.name}”已损坏（校验不符）。`, { member: member.name });
  return content;
}

/**
 * One member as UTF-8 (or UTF-16 with a byte order mark) text, without the mark; undefined when the archive has no such member.
 * @throws AppError unreadable-file
 */
export function memberText(archive: ZipArchive, name: string): string | undefined {
  const member = archive.get(name);
  if (!member) return undefined;
  const content = inflateMember(member);
  const utf16 = content.length >= 2 && content[0] === 0xff && content[1] === 0xfe;
  try {
    return new TextDecoder(utf16 ? 'utf-16le' : 'utf-8', { fatal: true }).decode(content);
  } catch (cause) {
    throw new AppError('unreadable-file', `压缩包里的“${name}”不是 UTF-8 文本。`, { member: name }, { cause });
  }
}

function refuseOtherFormats(file: Buffer): void {
  if (file.length === 0) throw new AppError('unreadable-file', '文件是空的。');
  if (file.length >= 8 && file.readUInt32BE(0) === 0xd0cf11e0) {
    throw new AppError('unreadable-file', '这是旧版 Office 文件（.doc/.xls），或者设置了打开密码。请在 Word 或 WPS 中去掉密码、另存为 .docx/.xlsx 后再用。', { format: 'cfb' });
  }
  const head = file.toString('latin1', 0, 5);
  if (head === '%PDF-') throw new AppError('unreadable-file', '这是 PDF 文件，不是 .docx/.xlsx 文件。', { format: 'pdf' });
  if (head === '{\\rtf') throw new AppError('unreadable-file', '这是 RTF 文件。请在 Word 或 WPS 中另存为 .docx 后再用。', { format: 'rtf' });
}

function findEnd(file: Buffer): number {
  const last = file.length - 22;
  for (let at = last; at >= Math.max(0, last - 0xffff); at--) {
    if (file.readUInt32LE(at) !== endSignature) continue;
    const directoryEnd = file.readUInt32LE(at + 12) + file.readUInt32LE(at + 16);
    if (at + 22 + file.readUInt16LE(at + 20) <= file.length && directoryEnd <= at) return at;
  }
  throw damaged('no end of central directory');
}

type CentralEntry = {
  readonly name: string;
  readonly isFolder: boolean;
  readonly method: 0 | 8;
  readonly crc: number;
  readonly compressed: number;
  readonly size: number;
  readonly localOffset: number;
  readonly next: number;
};

function readCentralEntry(file: Buffer, at: number, end: number): CentralEntry {
  if (at + 46 > end || file.readUInt32LE(at) !== centralSignature) throw damaged('bad central directory');
  const nameEnd = at + 46 + file.readUInt16LE(at + 28);
  const extraEnd = nameEnd + file.readUInt16LE(at + 30);
  const next = extraEnd + file.readUInt16LE(at + 32);
  if (next > end) throw damaged('central directory runs over its end');
  const name = safeZipName(decodeZipName(file.subarray(at + 46, nameEnd)));
  if ((file.readUInt16LE(at + 8) & 0x2041) !== 0) throw new AppError('unreadable-file', '压缩包设置了密码，请先去掉密码。', { member: name });
  const method = file.readUInt16LE(at + 10);
  if (method !== 0 && method !== 8) throw new AppError('unreadable-file', `压缩包里的“${name}”用了不支持的压缩方式（${method}）。`, { member: name, method });
  const [size, compressed, localOffset] = wideFields(file, at, nameEnd, extraEnd);
  if (method === 0 && size !== compressed) throw damaged(`stored member ${name} states two lengths`);
  return { name, isFolder: name.endsWith('/') && size === 0, method, crc: file.readUInt32LE(at + 16), compressed, size, localOffset, next };
}

/** Some programs write zip64 fields even for small files: read them, and refuse only what truly needs more than 32 bits. */
function wideFields(file: Buffer, at: number, extraStart: number, extraEnd: number): readonly [number, number, number] {
  const narrow = [file.readUInt32LE(at + 24), file.readUInt32LE(at + 20), file.readUInt32LE(at + 42)] as const;
  if (!narrow.includes(0xffffffff)) return narrow;
  let field = extraStart;
  while (field + 4 <= extraEnd && file.readUInt16LE(field) !== 1) field += 4 + file.readUInt16LE(field + 2);
  let value = field + 4;
  const fieldEnd = field + 4 <= extraEnd ? Math.min(extraEnd, value + file.readUInt16LE(field + 2)) : value;
  const widen = (number: number): number => {
    if (number !== 0xffffffff) return number;
    if (value + 8 > fieldEnd || file.readUInt32LE(value + 4) !== 0) throw damaged('zip64 sizes');
    value += 8;
    return file.readUInt32LE(value - 8);
  };
  return [widen(narrow[0]), widen(narrow[1]), widen(narrow[2])];
}

function dataStart(file: Buffer, localOffset: number, directory: number): number {
  if (localOffset + 30 > directory || file.readUInt32LE(localOffset) !== localSignature) throw damaged('bad local header');
  return localOffset + 30 + file.readUInt16LE(localOffset + 26) + file.readUInt16LE(localOffset + 28);
}

/** Members that share bytes are how small files unfold into petabytes. */
function refuseOverlaps(extents: { from: number; to: number }[]): void {
  extents.sort((left, right) => left.from - right.from);
  for (let index = 1; index < extents.length; index++) {
    const previous = extents[index - 1];
    const current = extents[index];
    if (previous && current && current.from < previous.to) throw damaged('overlapping members');
  }
}
