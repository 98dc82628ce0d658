import { maximumSectionBytes, putBoth16, putBoth32, sectorBytes } from './iso-fields.ts';

/** Where content lies: its first sector and its length. */
export type Extent = { readonly sector: number; readonly bytes: number };

/** Longest record: its length is one byte, and it is even. */
export const maximumRecordBytes = 254;
const fixedBytes = 33;
const folderFlag = 0x02;
const moreFollowFlag = 0x80;

/** Bytes of a record before its system use entries, which begin at an even place. */
export function recordHeadBytes(identifier: Buffer): number {
  return fixedBytes + identifier.length + ((identifier.length + 1) % 2);
}

/** ECMA-119 9.1: one directory record. `moreFollow` when another record carries on the same file. */
export function directoryRecord(
  identifier: Buffer,
  extent: Extent,
  options: { readonly date: Buffer; readonly folder: boolean; readonly moreFollow?: boolean; readonly systemUse?: Buffer },
): Buffer {
  const systemUse = options.systemUse ?? Buffer.alloc(0);
  const head = recordHeadBytes(identifier);
  const record = Buffer.alloc(head + systemUse.length + (systemUse.length % 2));
  record.writeUInt8(record.length, 0);
  putBoth32(record, 2, extent.sector);
  putBoth32(record, 10, extent.bytes);
  options.date.copy(record, 18);
  record.writeUInt8((options.folder ? folderFlag : 0) | (options.moreFollow === true ? moreFollowFlag : 0), 25);
  putBoth16(record, 28, 1);
  record.writeUInt8(identifier.length, 32);
  identifier.copy(record, fixedBytes);
  systemUse.copy(record, head);
  return record;
}

/** The parts of a file's content, each short enough for one record. An empty file has one empty part. */
export function sectionsOf(extent: Extent, limit: number = maximumSectionBytes): Extent[] {
  const sections: Extent[] = [];
  for (let done = 0; done < extent.bytes || sections.length === 0; done += limit) {
    sections.push({ sector: extent.bytes === 0 ? 0 : extent.sector + done / sectorBytes, bytes: Math.min(limit, extent.bytes - done) });
  }
  return sections;
}

/** Puts pieces one after the other so that none crosses a sector's end, fills up with zeros, and tells where each one lies. */
export function packIntoSectors(pieces: readonly Buffer[]): { readonly bytes: Buffer; readonly offsets: readonly number[] } {
  const offsets: number[] = [];
  let end = 0;
  for (const piece of pieces) {
    if ((end % sectorBytes) + piece.length > sectorBytes) end = Math.ceil(end / sectorBytes) * sectorBytes;
    offsets.push(end);
    end += piece.length;
  }
  const bytes = Buffer.alloc(Math.ceil(end / sectorBytes) * sectorBytes);
  for (const [index, piece] of pieces.entries()) piece.copy(bytes, offsets[index] ?? 0);
  return { bytes, offsets };
}
