import { statSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { beginNewFile, syncFolder, writeFileAtomically } from '../../files/atomic-write.ts';
import { sha256Hex } from '../../files/digest.ts';
import { retryWhileInUse } from '../../files/file-errors.ts';
import { startWorkBehind } from '../../files/write-behind.ts';

/** A finished document that is kept. `file` may be read, linked and copied, and is never to be written. */
export type KeptDocument = { readonly file: string; readonly sha256: string; readonly bytes: number };

/** Documents that were made once, by what they were made from. */
export type DocumentCache = {
  /** What was kept under this key, if a file of its size still lies there. Quick: contents are only checked by `read`. */
  readonly find: (key: string) => Promise<KeptDocument | undefined>;
  /** The content, compared with its digest; a damaged one is thrown away and comes back as undefined. */
  readonly read: (document: KeptDocument) => Promise<Uint8Array | undefined>;
  /** Keeps a document; it can be read when this returns, and is on the disk when `flush` has returned. Throws `disk-full`, `file-in-use`. */
  readonly keep: (key: string, bytes: Uint8Array) => Promise<KeptDocument>;
  /**
   * Forces what was kept onto the disk and writes down what is kept under which key. Whoever has kept something calls it when the work is done,
   * also when it failed. Throws `disk-full` and other failures of the disk.
   */
  readonly flush: () => Promise<void>;
};

type Entry = { readonly sha256: string; readonly bytes: number; readonly usedAt: number };

/** Documents that wait for the disk together. */
const settlingTogether = 8;

const indexName = 'index.json';
const indexSchema = z.record(z.string().regex(/^[0-9a-f]{64}$/), z.strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/), bytes: z.number().int().nonnegative(), usedAt: z.number() }));

/** Asked for every document of a plan, and the cache lies in the data folder: asking at once takes a tenth of the time. */
function isThere(file: string, bytes: number): boolean {
  try {
    const found = statSync(file, { throwIfNoEntry: false });
    return found?.isFile() === true && found.size === bytes;
  } catch {
    return false;
  }
}

/** What a document is kept under: two with the same key would come out the same, byte for byte. */
export function documentKey(program: string, templateSha256: string, dataSha256: string): string {
  return sha256Hex(`${program}\n${templateSha256}\n${dataSha256}`);
}

/** The index begins with the digest of the rest: a changed byte must not give one document the name of another. */
async function readIndex(folder: string): Promise<Map<string, Entry>> {
  const text = await readFile(path.join(folder, indexName), 'utf8').catch(() => '');
  const body = text.slice(65);
  if (text.slice(0, 64) !== sha256Hex(body)) return new Map();
  try {
    const parsed = indexSchema.safeParse(JSON.parse(body));
    return new Map(parsed.success ? Object.entries(parsed.data) : []);
  } catch {
    return new Map();
  }
}

/** Drops what was longest unused beyond the limit, and files that no entry names: leftovers of a killed program. */
async function tidy(folder: string, entries: Map<string, Entry>, maximumBytes: number): Promise<void> {
  let total = 0;
  for (const [key, { bytes }] of [...entries].toSorted(([, a], [, b]) => b.usedAt - a.usedAt)) {
    total += bytes;
    if (total > maximumBytes) entries.delete(key);
  }
  const wanted = new Set([indexName, ...[...entries.values()].map(({ sha256 }) => sha256)]);
  for (const name of await readdir(folder)) {
    if (!wanted.has(name)) await rm(path.join(folder, name), { recursive: true, force: true });
  }
}

/**
 * A cache of documents in a folder of its own, opened at its first use. Files are named by their SHA-256 and compared with it whenever they
 * are read. Nothing is removed while it is open. One program at a time may have it open; the data folder's lock sees to that.
 * @param clock milliseconds; only decides what is thrown away first
 */
export function createDocumentCache(folder: string, maximumBytes: number, clock: () => number): DocumentCache {
  let opened: Promise<Map<string, Entry>> | undefined;
  let isChanged = false;
  let partials = 0;
  let settling = startWorkBehind(settlingTogether);
  let flushing = Promise.resolve();

  async function open(): Promise<Map<string, Entry>> {
    await mkdir(folder, { recursive: true });
    const entries = await readIndex(folder);
    await tidy(folder, entries, maximumBytes);
    return entries;
  }
  const entriesOf = (): Promise<Map<string, Entry>> => (opened ??= open());
  const place = (sha256: string): string => path.join(folder, sha256);

  async function forget(sha256: string): Promise<void> {
    const entries = await entriesOf();
    for (const [key, entry] of entries) if (entry.sha256 === sha256) entries.delete(key);
    isChanged = true;
    await rm(place(sha256), { force: true });
  }

  async function flush(): Promise<void> {
    if (opened === undefined || !isChanged) return;
    isChanged = false;
    const settled = settling;
    settling = startWorkBehind(settlingTogether);
    await settled.finish();
    await syncFolder(folder);
    const body = JSON.stringify(Object.fromEntries(await opened));
    await writeFileAtomically(path.join(folder, indexName), `${sha256Hex(body)}\n${body}`);
  }

  return {
    find: async (key) => {
      const entries = await entriesOf();
      const entry = entries.get(key);
      if (entry === undefined) return undefined;
      if (!isThere(place(entry.sha256), entry.bytes)) {
        await forget(entry.sha256);
        return undefined;
      }
      entries.set(key, { ...entry, usedAt: clock() });
      isChanged = true;
      return { file: place(entry.sha256), sha256: entry.sha256, bytes: entry.bytes };
    },
    read: async ({ file, sha256 }) => {
      const bytes = await readFile(file).catch(() => undefined);
      if (bytes !== undefined && sha256Hex(bytes) === sha256) return bytes;
      await forget(sha256);
      return undefined;
    },
    keep: async (key, bytes) => {
      const entries = await entriesOf();
      const sha256 = sha256Hex(bytes);
      // Always written anew: what lies there may be damaged, and nobody has read it.
      partials += 1;
      const partial = path.join(folder, `.partial-${partials}`);
      await rm(partial, { force: true });
      const settle = await beginNewFile(partial, bytes, `${sha256.slice(0, 12)}.docx`);
      await retryWhileInUse(place(sha256), () => rename(partial, place(sha256))).catch(async (error: unknown) => {
        await settle();
        await rm(partial, { force: true });
        throw error;
      });
      await settling.add(settle());
      entries.set(key, { sha256, bytes: bytes.length, usedAt: clock() });
      isChanged = true;
      return { file: place(sha256), sha256, bytes: bytes.length };
    },
    // One after the other: what a job has kept may just be forced onto the disk by another's.
    flush: () => (flushing = flushing.catch(() => undefined).then(flush)),
  };
}
