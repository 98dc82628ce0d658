import { randomBytes } from 'node:crypto';
import { AppError } from '../../../shared/app-error.ts';
import type { Result } from '../../../shared/result.ts';
import { stopIfCancelled } from '../../files/cancellation.ts';
import { convertDocuments, type OfficeDocument, type PdfFile } from './convert-documents.ts';
import { findOffices } from './find-offices.ts';
import type { OfficeComputer } from './office-computer.ts';
import type { OfficeId, OfficeKind, OfficeProgram } from './office-program.ts';
import { openPdfCache, type PdfCache } from './pdf-cache.ts';

export type ConvertOptions = {
  /** Instead of the preferred program. */
  readonly program?: OfficeId | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
};

/** Pages of documents, made by an office program of this computer. One conversion at a time, whoever asks. */
export type PdfConverter = {
  /** The programs found, the preferred first. Looks again while there is none: the person may install one meanwhile. */
  readonly offices: () => Promise<readonly OfficeProgram[]>;
  /** Throws `not-found` without a program for this kind, `render-failed` when it made no PDF, `cancelled`. */
  readonly convertToPdf: (document: OfficeDocument, options?: ConvertOptions) => Promise<PdfFile>;
  /**
   * Many documents with few starts of the program, in the given order. A document that it cannot convert is a failure in its place;
   * throws `not-found` and `cancelled`. What was converted before a cancellation is kept.
   */
  readonly convertAllToPdf: (documents: readonly OfficeDocument[], options?: ConvertOptions) => Promise<readonly Result<PdfFile>[]>;
};

export type PdfConverterOptions = {
  readonly computer: OfficeComputer;
  /** Of this converter alone. Holds PDFs by the digest of their document, and the work of a running conversion. */
  readonly cacheFolder: string;
  /** PDFs beyond this are removed, the longest unused first, when the cache is opened. 256 MiB unless given. */
  readonly maximumCacheBytes?: number;
  /** For one start of the program, and for each of its documents. */
  readonly timeouts?: { readonly startMs: number; readonly documentMs: number };
};

const defaultCacheBytes = 256 * 1024 * 1024;
/** The first start after installation can take half a minute on an old disk. */
const defaultTimeouts = { startMs: 90_000, documentMs: 30_000 };
/** A program that fails takes at most this many documents' work with it. */
const documentsPerStart = 20;

export const noOfficeText = '本机没有找到 Word、WPS 或 LibreOffice，只能看近似预览。';

function chosenProgram(programs: readonly OfficeProgram[], kind: OfficeKind, wanted: OfficeId | undefined): OfficeProgram {
  const found = programs.find((program) => program.kinds.includes(kind) && (wanted === undefined || program.id === wanted));
  if (found !== undefined) return found;
  throw new AppError('not-found', programs.length === 0 ? noOfficeText : `本机的 ${programs.map((program) => program.name).join('、')} 不能转换 .${kind} 文件。`, { kind });
}

/** Neighbours of one kind go to the program together. */
function batches(documents: readonly OfficeDocument[]): readonly (readonly number[])[] {
  const list: number[][] = [];
  for (const [index, { kind }] of documents.entries()) {
    const last = list.at(-1);
    const first = last?.[0];
    if (last === undefined || first === undefined || last.length >= documentsPerStart || documents[first]?.kind !== kind) list.push([index]);
    else last.push(index);
  }
  return list;
}

/** A converter for one cache folder. The search for programs begins with the first question. */
export function createPdfConverter(options: PdfConverterOptions): PdfConverter {
  const { computer, cacheFolder, maximumCacheBytes = defaultCacheBytes, timeouts = defaultTimeouts } = options;
  let cache: Promise<PdfCache> | undefined;
  let programs: readonly OfficeProgram[] = [];
  let last: Promise<unknown> = Promise.resolve();

  /** Waits for the conversions that were asked for earlier. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  }

  async function openedCache(): Promise<PdfCache> {
    cache ??= openPdfCache(cacheFolder, maximumCacheBytes).catch((error: unknown) => {
      cache = undefined;
      throw error;
    });
    return cache;
  }

  async function found(): Promise<readonly OfficeProgram[]> {
    if (programs.length === 0) programs = await findOffices(computer, await openedCache());
    return programs;
  }

  async function convertAll(documents: readonly OfficeDocument[], convert: ConvertOptions): Promise<readonly Result<PdfFile>[]> {
    const { signal, onProgress } = convert;
    const results: Result<PdfFile>[] = [];
    const pages = await openedCache();
    for (const batch of batches(documents)) {
      stopIfCancelled(signal);
      const members = batch.flatMap((index) => documents[index] ?? []);
      const kind = members[0]?.kind ?? 'docx';
      const program = chosenProgram(await found(), kind, convert.program);
      const timeoutMs = timeouts.startMs + members.length * timeouts.documentMs;
      results.push(...await convertDocuments({ computer, cache: pages, program, kind, timeoutMs, signal, runId: randomBytes(8).toString('hex') }, members));
      onProgress?.(results.length, documents.length);
    }
    return results;
  }

  return {
    // What is known need not wait for a conversion that runs.
    offices: () => (programs.length > 0 ? Promise.resolve(programs) : inTurn(found)),
    convertAllToPdf: (documents, convert = {}) => inTurn(() => convertAll(documents, convert)),
    convertToPdf: async (document, convert = {}) => {
      const [result] = await inTurn(() => convertAll([document], convert));
      if (result?.ok === true) return result.value;
      throw new AppError(result?.error.code ?? 'render-failed', result?.error.message ?? '', result?.error.details ?? {});
    },
  };
}
