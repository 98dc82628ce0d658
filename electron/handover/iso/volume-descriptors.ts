import { type Extent, directoryRecord } from './directory-records.ts';
import type { ImageFacts, ImageLayout, TreePlan } from './image-layout.ts';
import { fromUcs2, putBoth16, putBoth32, readVolumeDate, sectorBytes, toUcs2, volumeDate, recordDate } from './iso-fields.ts';

export const primaryDescriptorSector = 16;
/** Tells images laid out by these rules from all others; the number goes up when the layout changes. */
export const layoutMark = 'HANDOVER-BINDER IMAGE 2';

const standardIdentifier = Buffer.from('CD001', 'latin1');
/** "UCS-2 level 3", by which readers know Joliet. */
const jolietEscape = Buffer.from('%/E', 'latin1');
type Kind = 'primary' | 'joliet';

function putText(target: Buffer, kind: Kind, offset: number, length: number, text: string): void {
  if (kind === 'primary') target.write(text.padEnd(length, ' '), offset, length, 'latin1');
  else toUcs2(text.padEnd(length >> 1, ' ')).copy(target, offset, 0, length & ~1);
}

/** ECMA-119 8.4 and 8.5, and the Joliet specification: one sector. Fields without a value are spaces, unused ones zeros. */
export function volumeDescriptor(layout: ImageLayout, kind: Kind): Buffer {
  const plan: TreePlan = kind === 'primary' ? layout.primary : layout.joliet;
  const sector = Buffer.alloc(sectorBytes);
  sector.writeUInt8(kind === 'primary' ? 1 : 2, 0);
  standardIdentifier.copy(sector, 1);
  sector.writeUInt8(1, 6);
  putText(sector, kind, 8, 32, '');
  putText(sector, kind, 40, 32, layout.facts.volumeId);
  putBoth32(sector, 80, layout.totalSectors);
  if (kind === 'joliet') jolietEscape.copy(sector, 88);
  putBoth16(sector, 120, 1);
  putBoth16(sector, 124, 1);
  putBoth16(sector, 128, sectorBytes);
  putBoth32(sector, 132, plan.pathTableBytes);
  sector.writeUInt32LE(plan.littleTable, 140);
  sector.writeUInt32BE(plan.bigTable, 148);
  const root: Extent = layout.around(plan, 0).own;
  directoryRecord(Buffer.from([0]), root, { date: recordDate(layout.facts.createdAt), folder: true }).copy(sector, 156);
  putText(sector, kind, 190, 128, layout.facts.volumeId);
  putText(sector, kind, 318, 128, '');
  putText(sector, kind, 446, 128, '');
  putText(sector, kind, 574, 128, layoutMark);
  for (const offset of [702, 739, 776]) putText(sector, kind, offset, 37, '');
  volumeDate(layout.facts.createdAt).copy(sector, 813);
  volumeDate(layout.facts.createdAt).copy(sector, 830);
  volumeDate(undefined).copy(sector, 847);
  volumeDate(layout.facts.createdAt).copy(sector, 864);
  sector.writeUInt8(1, 881);
  return sector;
}

/** ECMA-119 8.3: the end of the descriptors. */
export function lastDescriptor(): Buffer {
  const sector = Buffer.alloc(sectorBytes);
  sector.writeUInt8(255, 0);
  standardIdentifier.copy(sector, 1);
  sector.writeUInt8(1, 6);
  return sector;
}

/** What a descriptor says that a reader needs. */
export type DescriptorFacts = {
  readonly kind: Kind;
  readonly root: Extent;
  readonly layoutMark: string;
  /** Undefined when the volume name or the date is not legal. */
  readonly facts: ImageFacts | undefined;
};

/** Reads a descriptor sector; undefined when it is neither a primary nor a Joliet one. */
export function readDescriptor(sector: Buffer): DescriptorFacts | undefined {
  const type = sector.readUInt8(0);
  if (!sector.subarray(1, 6).equals(standardIdentifier)) return undefined;
  const isJoliet = type === 2 && sector.readUInt8(88) === 0x25 && sector.readUInt8(89) === 0x2f;
  if (type !== 1 && !isJoliet) return undefined;
  const text = (offset: number, length: number): string => {
    const field = sector.subarray(offset, offset + length);
    return (isJoliet ? fromUcs2(field) : field.toString('latin1')).trimEnd();
  };
  const volumeId = text(40, 32);
  const createdAt = readVolumeDate(sector.subarray(813, 830));
  const legal = /^[A-Z0-9_]{1,16}$/.test(volumeId) && createdAt !== undefined;
  return {
    kind: isJoliet ? 'joliet' : 'primary',
    root: { sector: sector.readUInt32LE(158), bytes: sector.readUInt32LE(166) },
    layoutMark: text(574, 128),
    facts: legal ? { volumeId, createdAt } : undefined,
  };
}
