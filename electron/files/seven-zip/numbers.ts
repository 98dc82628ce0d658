import { AppError } from '../../../shared/app-error.ts';

/** Marks a file as 7z: its first six bytes. */
export const sevenZipSignature = Buffer.from([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]);
/** Signature, version, and where the header lies; the contents begin behind it. */
export const startHeaderBytes = 32;
/** The name of AES-256 with SHA-256 in a list of methods (7zFormat.txt, Methods.txt). */
export const aesMethod = Buffer.from([0x06, 0xf1, 0x07, 0x01]);
export const blockBytes = 16;

/** What the parts of a header are called (7zFormat.txt). */
export const part = {
  end: 0x00, header: 0x01, mainStreams: 0x04, files: 0x05, packed: 0x06, unpacked: 0x07, substreams: 0x08, size: 0x09, check: 0x0a, folder: 0x0b,
  unpackedSize: 0x0c, emptyStream: 0x0e, emptyFile: 0x0f, names: 0x11, changedAt: 0x14, encodedHeader: 0x17, filler: 0x19,
} as const;

/** A file that is no 7z of ours, or no longer whole. `detail` is for the log. */
export function damagedContainer(detail: string): AppError {
  return new AppError('unreadable-file', '加密包已损坏或不完整，请换一份重新拷贝。', { detail });
}

/** A whole number as 7z writes it: the leading ones of the first byte say how many bytes follow. */
export function numberBytes(value: number): Buffer {
  let rest = BigInt(value);
  let first = 0;
  let mask = 0x80n;
  const following: number[] = [];
  for (let length = 0; length < 8; length += 1) {
    if (rest < mask) return Buffer.from([first | Number(rest), ...following]);
    following.push(Number(rest & 0xffn));
    rest >>= 8n;
    first |= Number(mask);
    mask >>= 1n;
  }
  return Buffer.from([0xff, ...following]);
}

/** Reads a header from its first byte on. Everything it reads was written by somebody else, so all of it throws `unreadable-file`. */
export type HeaderReader = {
  readonly take: (length: number) => Buffer;
  readonly byte: () => number;
  /** A check sum of four bytes. */
  readonly check: () => number;
  /** A number of 7z; one beyond 2^53 is no size of anything. */
  readonly number: () => number;
  /** A number of things of which each takes at least one byte of this header. */
  readonly count: () => number;
  readonly expect: (name: number) => void;
};

export function readHeader(bytes: Buffer): HeaderReader {
  let at = 0;
  const take = (length: number): Buffer => {
    if (length > bytes.length - at) throw damagedContainer('header ends early');
    at += length;
    return bytes.subarray(at - length, at);
  };
  const byte = (): number => take(1).readUInt8(0);
  const number = (): number => {
    const first = byte();
    let value = 0n;
    let mask = 0x80;
    for (let length = 0; length < 8; length += 1, mask >>= 1) {
      if ((first & mask) === 0) {
        value += BigInt(first & (mask - 1)) << BigInt(8 * length);
        break;
      }
      value |= BigInt(byte()) << BigInt(8 * length);
    }
    if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw damagedContainer('number out of range');
    return Number(value);
  };
  return {
    take,
    byte,
    number,
    check: () => take(4).readUInt32LE(0),
    count: () => {
      const value = number();
      if (value > bytes.length) throw damagedContainer('more parts than bytes');
      return value;
    },
    expect: (name) => {
      if (byte() !== name) throw damagedContainer('part out of order');
    },
  };
}
