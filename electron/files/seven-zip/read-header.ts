import { AppError } from '../../../shared/app-error.ts';
import { aesMethod, damagedContainer, readHeader, part, type HeaderReader } from './numbers.ts';

/** One encrypted stream: where it lies in the file, and how it becomes what it was. */
export type ReadStream = {
  /** From the first byte of the file. */
  readonly offset: number;
  readonly packedSize: number;
  readonly packedCrc: number;
  readonly size: number;
  readonly salt: Buffer;
  readonly iv: Buffer;
  readonly roundsPower: number;
};

/** Why a good 7z is not read: somebody packed it with another program. */
export function foreignContainer(): AppError {
  return new AppError('unreadable-file', '这个 7z 文件不是本程序生成的。请先用 7-Zip 解开，再从解开的备份恢复。', {});
}

/** Rounds beyond this only keep a computer busy. */
const mostRoundsPower = 24;

function readCoder(reader: HeaderReader): Pick<ReadStream, 'salt' | 'iv' | 'roundsPower'> {
  if (reader.number() !== 1 || reader.byte() !== (0x20 | aesMethod.length) || !reader.take(aesMethod.length).equals(aesMethod)) throw foreignContainer();
  const properties = readHeader(reader.take(reader.number()));
  const [first, second] = [properties.byte(), properties.byte()];
  const salt = properties.take((first >> 7) + (second >> 4));
  const iv = properties.take(((first >> 6) & 1) + (second & 15));
  const roundsPower = first & 0x3f;
  if (roundsPower > mostRoundsPower) throw foreignContainer();
  return { salt, iv: Buffer.concat([iv, Buffer.alloc(16 - iv.length)]), roundsPower };
}

/** The streams of one header; `first` is where packed streams begin in the file, `limit` where they must end. */
export function readStreams(reader: HeaderReader, first: number, limit: number): ReadStream[] {
  reader.expect(part.packed);
  let offset = first + reader.number();
  const count = reader.count();
  reader.expect(part.size);
  const sizes = Array.from({ length: count }, () => reader.number());
  // Programs other than ours leave the check sums out.
  if (reader.byte() !== part.check || reader.byte() !== 1) throw foreignContainer();
  const checks = sizes.map(() => reader.check());
  reader.expect(part.end);
  reader.expect(part.unpacked);
  reader.expect(part.folder);
  if (reader.count() !== count || reader.byte() !== 0) throw foreignContainer();
  const coders = sizes.map(() => readCoder(reader));
  reader.expect(part.unpackedSize);
  return coders.map((coder, index) => {
    const [packedSize = 0, packedCrc = 0, size] = [sizes[index], checks[index], reader.number()];
    const stream = { ...coder, offset, packedSize, packedCrc, size };
    offset += packedSize;
    if (packedSize % 16 !== 0 || size > packedSize || packedSize - size > 15 || offset > limit) throw damagedContainer('stream out of place');
    return stream;
  });
}

export type ListedFile = { readonly name: string; readonly size: number; readonly crc: number; readonly stream: ReadStream | undefined };

/** The list of files in a decrypted header. Throws `unreadable-file`. */
export function readFileList(bytes: Buffer, first: number, limit: number): ListedFile[] {
  const reader = readHeader(bytes);
  reader.expect(part.header);
  let next = reader.byte();
  const streams: ReadStream[] = [];
  const checks: number[] = [];
  if (next === part.mainStreams) {
    streams.push(...readStreams(reader, first, limit));
    reader.expect(part.end);
    reader.expect(part.substreams);
    reader.expect(part.check);
    if (reader.byte() !== 1) throw foreignContainer();
    checks.push(...streams.map(() => reader.check()));
    reader.expect(part.end);
    reader.expect(part.end);
    next = reader.byte();
  }
  if (next !== part.files) throw foreignContainer();
  const count = reader.count();
  const properties = new Map<number, Buffer>();
  for (let name = reader.byte(); name !== part.end; name = reader.byte()) properties.set(name, reader.take(reader.number()));
  const empty = properties.get(part.emptyStream);
  const names = namesOf(properties.get(part.names), count);
  let used = 0;
  const files = names.map((name, index): ListedFile => {
    if (((empty?.[index >> 3] ?? 0) & (0x80 >> (index & 7))) !== 0) return { name, size: 0, crc: 0, stream: undefined };
    const [stream, crc = 0] = [streams[used], checks[used]];
    if (stream === undefined) throw damagedContainer('file without a stream');
    used += 1;
    return { name, size: stream.size, crc, stream };
  });
  if (used !== streams.length) throw damagedContainer('stream without a file');
  return files;
}

function namesOf(property: Buffer | undefined, count: number): string[] {
  if (property === undefined || property[0] !== 0) throw foreignContainer();
  const names = property.subarray(1).toString('utf16le').split('\0');
  if (names.pop() !== '' || names.length !== count || new Set(names).size !== count) throw damagedContainer('names do not fit');
  return names;
}
