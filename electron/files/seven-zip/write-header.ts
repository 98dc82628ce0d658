import { aesMethod, numberBytes, part } from './numbers.ts';
import { keyRoundsPower } from './key.ts';

/** One file as it stands in the container; an empty one has no stream. */
export type WrittenFile = {
  readonly name: string;
  readonly size: number;
  readonly crc: number;
  readonly iv: Buffer;
  /** Bytes on the disk, and their own check sum. */
  readonly packedSize: number;
  readonly packedCrc: number;
};

export type PackedStream = Pick<WrittenFile, 'packedSize' | 'packedCrc' | 'iv' | 'size'>;

function check(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value >>> 0);
  return bytes;
}

function bytesOf(...bytes: readonly number[]): Buffer {
  return Buffer.from(bytes);
}

/** Bits from the highest of each byte on. */
function bits(values: readonly boolean[]): Buffer {
  const bytes = Buffer.alloc(Math.ceil(values.length / 8));
  values.forEach((value, index) => {
    if (value) bytes[index >> 3] = (bytes[index >> 3] ?? 0) | (0x80 >> (index & 7));
  });
  return bytes;
}

/** How a stream is to be decrypted: the rounds, 16 bytes of salt and 16 bytes of start vector. */
function coder(salt: Buffer, iv: Buffer): Buffer {
  const properties = Buffer.concat([Buffer.from([keyRoundsPower | 0xc0, 0xff]), salt, iv]);
  return Buffer.concat([bytesOf(1, 0x20 | aesMethod.length), aesMethod, numberBytes(properties.length), properties]);
}

/** Where streams lie from `position` (counted behind the start header) on, and how each becomes what it was. */
function streamsInfo(streams: readonly PackedStream[], position: number, salt: Buffer): Buffer {
  return Buffer.concat([
    bytesOf(part.packed), numberBytes(position), numberBytes(streams.length),
    bytesOf(part.size), ...streams.map(({ packedSize }) => numberBytes(packedSize)),
    bytesOf(part.check, 1), ...streams.map(({ packedCrc }) => check(packedCrc)),
    bytesOf(part.end),
    bytesOf(part.unpacked, part.folder), numberBytes(streams.length), bytesOf(0), ...streams.map(({ iv }) => coder(salt, iv)),
    bytesOf(part.unpackedSize), ...streams.map(({ size }) => numberBytes(size)),
  ]);
}

/** The list of files, still to be encrypted. `changedAt`: when all of them were put in, as Windows counts (100 ns since 1601). */
export function headerOf(files: readonly WrittenFile[], salt: Buffer, changedAt: bigint): Buffer {
  const full = files.filter(({ size }) => size > 0);
  const empty = files.map(({ size }) => size === 0);
  const names = Buffer.from(files.map(({ name }) => `${name}\0`).join(''), 'utf16le');
  const times = Buffer.alloc(8 * files.length);
  files.forEach((_, index) => times.writeBigUInt64LE(changedAt, 8 * index));
  const property = (name: number, bytes: Buffer): Buffer => Buffer.concat([bytesOf(name), numberBytes(bytes.length), bytes]);
  return Buffer.concat([
    bytesOf(part.header),
    ...(full.length === 0 ? [] : [
      bytesOf(part.mainStreams), streamsInfo(full, 0, salt), bytesOf(part.end),
      bytesOf(part.substreams, part.check, 1), ...full.map(({ crc }) => check(crc)), bytesOf(part.end),
      bytesOf(part.end),
    ]),
    bytesOf(part.files), numberBytes(files.length),
    ...(empty.includes(true) ? [property(part.emptyStream, bits(empty)), property(part.emptyFile, bits(empty.filter(Boolean)))] : []),
    property(part.names, Buffer.concat([bytesOf(0), names])),
    property(part.changedAt, Buffer.concat([bytesOf(1, 0), times])),
    bytesOf(part.end, part.end),
  ]);
}

/** What stands at the end, readable by everybody: where the encrypted list lies. `crc` is of the list itself. */
export function encodedHeaderOf(stream: PackedStream, position: number, salt: Buffer, crc: number): Buffer {
  return Buffer.concat([bytesOf(part.encodedHeader), streamsInfo([stream], position, salt), bytesOf(part.check, 1), check(crc), bytesOf(part.end), bytesOf(part.end)]);
}
