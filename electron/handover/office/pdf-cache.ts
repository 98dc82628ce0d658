import { mkdir, readdir, rm, stat, utimes } from 'node:fs/promises';
import path from 'node:path';
import { renameDurably } from '../../files/atomic-write.ts';
import { pdfSize } from './check-pdf.ts';

export type CachedPdf = { readonly file: string; readonly bytes: number; readonly pages: number };

/** PDFs by the digest of what they were made from. */
export type PdfCache = {
  /** Undefined when it was not made yet, or was spoilt since. */
  readonly find: (key: string) => Promise<CachedPdf | undefined>;
  /** Moves a finished PDF in. Its pages are part of its name, so that nobody has to count them again. */
  readonly keep: (key: string, made: string, pages: number) => Promise<void>;
  /** A new folder for one conversion; also a place on the same disk, so that a finished PDF is only renamed. */
  readonly workFolder: (name: string) => Promise<string>;
};

const workPrefix = 'work-';
const cachedName = /^([0-9a-f]{64})-([1-9][0-9]{0,5})\.pdf$/;

/** Removes what a program that was killed has left, and the PDFs longest unused beyond the limit. */
async function tidy(folder: string, maximumBytes: number, endWork: (workFolder: string) => Promise<void>): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true });
  for (const entry of entries) {
    if (!entry.isDirectory() || !entry.name.startsWith(workPrefix)) continue;
    const work = path.join(folder, entry.name);
    await endWork(work);
    // Windows lets go of a file some moments after its program has ended.
    await rm(work, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
  const files = await Promise.all(entries.filter((entry) => entry.isFile()).map(async (entry) => {
    const file = path.join(folder, entry.name);
    const { size, mtimeMs } = await stat(file);
    return { file, size, mtimeMs };
  }));
  let total = 0;
  for (const { file, size } of files.toSorted((a, b) => b.mtimeMs - a.mtimeMs)) {
    total += size;
    if (total > maximumBytes) await rm(file, { force: true });
  }
}

async function pagesByKey(folder: string): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  for (const name of await readdir(folder)) {
    const [, key, pages] = cachedName.exec(name) ?? [];
    if (key !== undefined) found.set(key, Number(pages));
  }
  return found;
}

/**
 * Opens the cache and tidies it. Nothing is removed while it is open, so a file that it named stays.
 * One program at a time may have it open; the data folder's lock sees to that.
 * @param endWork ends what is still at work in the folder of a conversion whose program was killed
 */
export async function openPdfCache(folder: string, maximumBytes: number, endWork: (workFolder: string) => Promise<void>): Promise<PdfCache> {
  await mkdir(folder, { recursive: true });
  await tidy(folder, maximumBytes, endWork);
  const known = await pagesByKey(folder);
  const place = (key: string, pages: number): string => path.join(folder, `${key}-${pages}.pdf`);
  return {
    find: async (key) => {
      const pages = known.get(key);
      if (pages === undefined) return undefined;
      const file = place(key, pages);
      const bytes = await pdfSize(file);
      if (bytes === undefined) return undefined;
      const now = new Date();
      // Only keeps it from being tidied away; a read-only folder is no reason to fail.
      await utimes(file, now, now).catch(() => undefined);
      return { file, bytes, pages };
    },
    keep: async (key, made, pages) => {
      await renameDurably(made, place(key, pages));
      known.set(key, pages);
    },
    workFolder: async (name) => {
      const work = path.join(folder, `${workPrefix}${name}`);
      await mkdir(work);
      return work;
    },
  };
}
