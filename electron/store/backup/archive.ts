import type { ContentDigest } from '../../files/digest.ts';
import { isSevenZip, openSevenZip } from '../../files/seven-zip/seven-zip-reader.ts';
import { createSevenZip } from '../../files/seven-zip/seven-zip-writer.ts';
import { openZipFile } from './zip-file-reader.ts';
import { createZipFile } from './zip-file-writer.ts';

/** A file with files in it that is written piece by piece: an open .zip, or a .7z encrypted with a passphrase. */
export type ArchiveWriter = {
  readonly add: (name: string, pieces: AsyncIterable<Uint8Array>) => Promise<ContentDigest>;
  readonly takeBack: () => void;
  readonly finish: () => Promise<void>;
  readonly close: () => Promise<void>;
};

export type ArchiveMember = { readonly name: string; readonly size: number };

export type ArchiveReader = {
  readonly members: ReadonlyMap<string, ArchiveMember>;
  /** The member's bytes, checked against its check sum at the end. Each piece must be used before the next is asked for. */
  readonly pieces: (member: ArchiveMember) => AsyncGenerator<Uint8Array, void, undefined>;
  readonly close: () => Promise<void>;
};

/** `passphrase`: encrypt with it, or open what was encrypted with it. */
export type ArchiveKey = { readonly passphrase?: string | undefined; readonly signal?: AbortSignal | undefined };

/** Creates `path`, which must not exist: encrypted where there is a passphrase. `now` is an ISO instant. Errors of the file system pass through. */
export async function createArchive(path: string, now: string, { passphrase, signal }: ArchiveKey): Promise<ArchiveWriter> {
  return passphrase === undefined ? createZipFile(path) : createSevenZip(path, { password: passphrase, signal, now });
}

/**
 * Opens what `createArchive` wrote; its first bytes tell which it is. Throws `unreadable-file`, `invalid-input` (passphrase missing or wrong);
 * errors of the file system pass through.
 */
export async function openArchive(path: string, { passphrase, signal }: ArchiveKey = {}): Promise<ArchiveReader> {
  if (await isSevenZip(path)) return openSevenZip(path, passphrase, signal);
  const { members, pieces, close } = await openZipFile(path);
  return {
    members,
    pieces: ({ name }) => {
      const member = members.get(name);
      if (member === undefined) throw new Error(`${name} is no member of this archive`);
      return pieces(member);
    },
    close,
  };
}
