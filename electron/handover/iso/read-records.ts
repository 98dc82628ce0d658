import type { Extent } from './directory-records.ts';
import { fromUcs2, sectorBytes } from './iso-fields.ts';

export type TreeKind = 'primary' | 'joliet';

/** One file or folder of a directory; a file of several sections is one. */
export type FolderRecord = { readonly name: string; readonly folder: boolean; readonly sections: readonly Extent[] };

type ContinuationReader = (at: Extent, length: number) => Promise<Buffer>;

const folderFlag = 0x02;
const moreFollowFlag = 0x80;
/** A chain of continuation areas longer than this is damage. */
const maximumContinuations = 8;

/** The Rock Ridge name (NM entries, also those continued elsewhere); undefined when there is none. */
async function rockRidgeName(systemUse: Buffer, readContinuation: ContinuationReader): Promise<string | undefined> {
  const parts: Buffer[] = [];
  let area = systemUse;
  for (let areas = 0; areas < maximumContinuations; areas += 1) {
    let next: { at: Extent; length: number } | undefined;
    for (let offset = 0; offset + 4 <= area.length; ) {
      const length = area.readUInt8(offset + 2);
      if (length < 4 || offset + length > area.length) break;
      const signature = area.toString('latin1', offset, offset + 2);
      if (signature === 'NM' && length > 5) parts.push(area.subarray(offset + 5, offset + length));
      if (signature === 'CE' && length >= 28) {
        const at = { sector: area.readUInt32LE(offset + 4), bytes: area.readUInt32LE(offset + 12) };
        next = { at, length: Math.min(area.readUInt32LE(offset + 20), sectorBytes) };
      }
      offset += length;
    }
    if (next === undefined) break;
    area = await readContinuation(next.at, next.length);
  }
  return parts.length === 0 ? undefined : Buffer.concat(parts).toString('utf8');
}

function plainName(identifier: Buffer, kind: TreeKind): string {
  const name = kind === 'joliet' ? fromUcs2(identifier) : identifier.toString('latin1');
  return name.replace(/\.?;\d+$/, '');
}

function isLegalRecord(record: Buffer): boolean {
  return record.length >= 34 && 33 + record.readUInt8(32) <= record.length;
}

/**
 * Reads a directory's records, without its own and its parent's; one more than `most` of them. `damaged` when a record makes no sense; it is
 * left out.
 */
export async function readFolderRecords(
  bytes: Buffer,
  kind: TreeKind,
  readContinuation: ContinuationReader,
  most: number,
): Promise<{ readonly records: readonly FolderRecord[]; readonly damaged: boolean }> {
  const records: FolderRecord[] = [];
  let damaged = false;
  let earlier: Extent[] = [];
  for (let offset = 0, number = 0; offset < bytes.length && number <= most + 2; ) {
    const length = bytes.readUInt8(offset);
    if (length === 0) {
      offset = (Math.floor(offset / sectorBytes) + 1) * sectorBytes;
      continue;
    }
    const record = bytes.subarray(offset, offset + length);
    offset += length;
    number += 1;
    if (record.length < length || !isLegalRecord(record)) {
      damaged = true;
      continue;
    }
    if (number <= 2) continue;
    const identifierBytes = record.readUInt8(32);
    const identifier = record.subarray(33, 33 + identifierBytes);
    const section = { sector: record.readUInt32LE(2), bytes: record.readUInt32LE(10) };
    const flags = record.readUInt8(25);
    if ((flags & moreFollowFlag) !== 0) {
      earlier.push(section);
      continue;
    }
    const systemUse = record.subarray(33 + identifierBytes + ((identifierBytes + 1) % 2));
    const realName = kind === 'primary' ? await rockRidgeName(systemUse, readContinuation) : undefined;
    const name = realName ?? plainName(identifier, kind);
    if (name === '' || name === '.' || name === '..' || /[/\0]/.test(name)) damaged = true;
    else records.push({ name, folder: (flags & folderFlag) !== 0, sections: [...earlier, section] });
    earlier = [];
  }
  return { records, damaged: damaged || earlier.length > 0 };
}
