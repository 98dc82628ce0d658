import type { LocalMinute } from '../../../shared/dates.ts';

/** Bytes of one logical sector; every structure and every file begins at one. */
export const sectorBytes = 2048;
/** ISO 9660 counts a file's bytes in 32 bits; longer files get several sections, each of whole sectors. */
export const maximumSectionBytes = 0xffff_f800;
/** China's wall clock, as ISO 9660 writes an offset from UTC: quarters of an hour. */
const quarterHoursFromUtc = 32;

export function sectorsFor(bytes: number): number {
  return Math.ceil(bytes / sectorBytes);
}

/** ECMA-119 7.3.3: the same 32-bit number little-endian and big-endian. */
export function putBoth32(target: Buffer, offset: number, value: number): void {
  target.writeUInt32LE(value, offset);
  target.writeUInt32BE(value, offset + 4);
}

/** ECMA-119 7.2.3: the same 16-bit number little-endian and big-endian. */
export function putBoth16(target: Buffer, offset: number, value: number): void {
  target.writeUInt16LE(value, offset);
  target.writeUInt16BE(value, offset + 2);
}

/** ECMA-119 9.1.5: the seven bytes of a date in a directory record. */
export function recordDate(minute: LocalMinute): Buffer {
  const [year = 0, month = 0, day = 0, hour = 0, minutes = 0] = minute.split(/[-T:]/).map(Number);
  return Buffer.from([year - 1900, month, day, hour, minutes, 0, quarterHoursFromUtc]);
}

/** ECMA-119 8.4.26.1: the seventeen bytes of a date in a volume descriptor; without a minute, "not specified". */
export function volumeDate(minute: LocalMinute | undefined): Buffer {
  const digits = minute === undefined ? '0'.repeat(16) : `${minute.replaceAll(/[-T:]/g, '')}0000`;
  return Buffer.concat([Buffer.from(digits, 'latin1'), Buffer.from([minute === undefined ? 0 : quarterHoursFromUtc])]);
}

/** The minute that volumeDate wrote; undefined when the digits are none. */
export function readVolumeDate(field: Buffer): LocalMinute | undefined {
  const match = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})/.exec(field.toString('latin1'));
  return match === null ? undefined : `${match[1]}-${match[2]}-${match[3]}T${match[4]}:${match[5]}`;
}

/** Joliet's UCS-2, most significant byte first. */
export function toUcs2(text: string): Buffer {
  return Buffer.from(text, 'utf16le').swap16();
}

export function fromUcs2(bytes: Buffer): string {
  return Buffer.from(bytes.subarray(0, bytes.length & ~1))
    .swap16()
    .toString('utf16le');
}
