/** One file inside a zip, still compressed as it was found. */
export type ZipMember = {
  /** With forward slashes, relative, unique in its archive (also without regard to case). */
  readonly name: string;
  /** 0 = stored, 8 = deflated. */
  readonly method: 0 | 8;
  readonly crc: number;
  /** Uncompressed length in bytes, as the central directory states it; checked when the member is inflated. */
  readonly size: number;
  /** The bytes as they stand in the archive: a view, not a copy. */
  readonly raw: Uint8Array;
};

/** Members by name, in the order of the archive's central directory. */
export type ZipArchive = ReadonlyMap<string, ZipMember>;

/** What an archive may contain before it is taken for an attack. Sizes in bytes, uncompressed. */
export type ZipLimits = {
  readonly members: number;
  readonly memberBytes: number;
  readonly totalBytes: number;
};

/** Generous for any form, report or contract; small enough that an attack cannot exhaust the memory. */
export const defaultZipLimits: ZipLimits = { members: 4096, memberBytes: 64 * 1024 * 1024, totalBytes: 256 * 1024 * 1024 };
