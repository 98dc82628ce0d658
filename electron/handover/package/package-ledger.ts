import { createHash } from 'node:crypto';
import { type BigIntStats, statSync } from 'node:fs';
import { mkdir, readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { writeFileAtomically } from '../../files/atomic-write.ts';
import { readPieces, sha256Hex } from '../../files/digest.ts';
import type { PackageEntry } from './description.ts';
import { manifestName, parseManifest } from './manifest.ts';

/** By size, time of change and serial number a file is known again without reading it. */
export type Stamp = string;

/**
 * What the program remembers of a file of a package that it wrote: the digest of its content, how to know it again, and how to know the file
 * again that it was read from, if that is a person's. It lies outside the package, so that the package stays what its lists say.
 */
type Remembered = { readonly sha256: string; readonly stamp: Stamp; readonly source?: Stamp | undefined };

/** A file as it goes into the ledger; one whose stamp is not known yet is looked at. */
export type LedgerEntry = Pick<PackageEntry, 'path' | 'sha256'> & { readonly stamp?: Stamp | undefined; readonly source?: Stamp | undefined };

const fileSchema = z.tuple([z.string().regex(/^[0-9a-f]{64}$/), z.string()]).rest(z.string());
const ledgerSchema = z.strictObject({ folder: z.string(), files: z.record(z.string(), fileSchema) });

function stampFrom(found: BigIntStats | undefined): Stamp | undefined {
  return found?.isFile() === true ? `${found.size} ${found.mtimeNs} ${found.ino}` : undefined;
}

async function stampOf(file: string): Promise<Stamp | undefined> {
  return stampFrom(await stat(file, { bigint: true }).catch(() => undefined));
}

/** Of a file on the disk of the program's own data, where asking for hundreds takes a tenth of the time without going back and forth. Undefined for what is no file or not there. */
export function stampNearby(file: string): Stamp | undefined {
  try {
    return stampFrom(statSync(file, { bigint: true, throwIfNoEntry: false }));
  } catch {
    return undefined;
  }
}

async function readLedger(ledgerFile: string, folder: string): Promise<ReadonlyMap<string, Remembered>> {
  const text = await readFile(ledgerFile, 'utf8').catch(() => '');
  const body = text.slice(65);
  if (text.slice(0, 64) !== sha256Hex(body)) return new Map();
  const parsed = ledgerSchema.safeParse(JSON.parse(body));
  if (!parsed.success || parsed.data.folder !== folder) return new Map();
  return new Map(Object.entries(parsed.data.files).map(([path, [sha256, stamp, source]]) => [path, { sha256, stamp, source }]));
}

/** Files looked at together. */
const filesTogether = 32;

/**
 * Writes down what now stands at `folder`. Call it when the package is in its place.
 * @param entries paths relative to `folder`
 */
export async function writeLedger(ledgerFile: string, folder: string, entries: readonly LedgerEntry[]): Promise<void> {
  const files: [string, string[]][] = [];
  for (let start = 0; start < entries.length; start += filesTogether) {
    const some = entries.slice(start, start + filesTogether);
    const stamps = await Promise.all(some.map(async ({ path, stamp }) => stamp ?? stampOf(join(folder, path))));
    for (const [index, { path, sha256, source }] of some.entries()) {
      const stamp = stamps[index];
      if (stamp !== undefined) files.push([path, source === undefined ? [sha256, stamp] : [sha256, stamp, source]]);
    }
  }
  await mkdir(dirname(ledgerFile), { recursive: true });
  const body = JSON.stringify({ folder, files: Object.fromEntries(files) });
  await writeFileAtomically(ledgerFile, `${sha256Hex(body)}\n${body}`);
}

async function digestOf(file: string, signal: AbortSignal | undefined): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of readPieces(file, signal)) hash.update(piece);
  return hash.digest('hex');
}

/** A file of the older package that may be taken over, and how it is known again. */
export type OlderFile = { readonly file: string; readonly stamp: Stamp };

/** Finds files of the package that stands there by their content, so that what has not changed is not copied again. */
export type OlderPackage = {
  /**
   * A file with exactly this content; undefined when there is none, or when the file that it was read from is no longer as it was then: what has
   * happened to a photo is to be noticed, whether or not a package has its older content.
   * @param source how the file is known that the content comes from now; undefined for what no person can change
   */
  readonly find: (sha256: string, bytes: number, source: Stamp | undefined) => Promise<OlderFile | undefined>;
};

/**
 * Opens the package at `folder` for taking over. What a file holds is believed where the ledger knows it and size, time of change and serial
 * number are as they were; where its lists name it only, it is read and compared.
 * @param bags the package itself (`''`) or the folders of its discs
 * @param isNearby the package is on the disk of the program's own data, see `stampNearby`
 */
export async function openOlderPackage(folder: string, bags: readonly string[], ledgerFile: string | undefined, isNearby: boolean, signal?: AbortSignal): Promise<OlderPackage> {
  const ledger = ledgerFile === undefined ? new Map<string, Remembered>() : await readLedger(ledgerFile, folder);
  const byContent = new Map<string, string>();
  for (const bag of bags) {
    const manifest = parseManifest(await readFile(join(folder, bag, manifestName), 'utf8').catch(() => ''));
    for (const { path, sha256 } of manifest.lines) byContent.set(sha256, bag === '' ? path : `${bag}/${path}`);
  }
  for (const [path, { sha256 }] of ledger) byContent.set(sha256, path);
  return {
    find: async (sha256, bytes, source) => {
      const path = byContent.get(sha256);
      if (path === undefined || path.split('/').includes('..')) return undefined;
      const known = ledger.get(path);
      if (source !== undefined && known?.source !== source) return undefined;
      const file = join(folder, path);
      const stamp = isNearby ? stampNearby(file) : await stampOf(file);
      if (stamp?.startsWith(`${bytes} `) !== true) return undefined;
      if (known?.stamp === stamp && known.sha256 === sha256) return { file, stamp };
      // One that cannot be read is no reason to fail: the document is copied from where it came from.
      return (await digestOf(file, signal).catch(() => undefined)) === sha256 ? { file, stamp } : undefined;
    },
  };
}
