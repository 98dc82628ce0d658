import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { availableParallelism, totalmem } from 'node:os';
import { AppError } from '../../../shared/app-error.ts';
import type { Failure, Result } from '../../../shared/result.ts';
import { stopIfCancelled } from '../../files/cancellation.ts';
import { recordBookmark } from '../record-bookmark.ts';
import { openPdfWorkshop } from '../volumes/pdf-workshop.ts';
import { convertDocuments } from './convert-documents.ts';
import { endLeftProcesses } from './end-left-processes.ts';
import { findOffices } from './find-offices.ts';
import type { OfficeComputer } from './office-computer.ts';
import { documentsPerStart, lanesOf, openLanes } from './office-lanes.ts';
import type { OfficeId, OfficeKind, OfficeProgram } from './office-program.ts';
import { openPdfCache, type PdfCache } from './pdf-cache.ts';
import { prepareDocument, type OfficeDocument, type PreparedDocument } from './prepare-documents.ts';

/** A PDF in the cache, with at least one page. `sha256` is the digest of the document it shows. */
export type PdfFile = { readonly file: string; readonly bytes: number; readonly pages: number; readonly sha256: string; readonly program: OfficeProgram };

export type ConvertOptions = {
  /** Instead of the preferred program. */
  readonly program?: OfficeId | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
};

/** Pages of documents, made by an office program of this computer: LibreOffice in several processes side by side, Word and WPS one at a time. */
export type PdfConverter = {
  /** The programs found, the preferred first. Looks again while there is none: the person may install one meanwhile. */
  readonly offices: () => Promise<readonly OfficeProgram[]>;
  /** Goes before documents of `convertAllToPdf` that wait. Throws `not-found` without a program for this kind, `render-failed` when it made no PDF, `disk-full`, `cancelled`. */
  readonly convertToPdf: (document: OfficeDocument, options?: ConvertOptions) => Promise<PdfFile>;
  /**
   * Many documents with few starts of the program, in the given order. A document that it cannot convert is a failure in its place;
   * throws `not-found`, `disk-full` and `cancelled`. What was converted before a cancellation is kept.
   */
  readonly convertAllToPdf: (documents: readonly OfficeDocument[], options?: ConvertOptions) => Promise<readonly Result<PdfFile>[]>;
  /** On which pages of finished PDFs the forms of their documents begin, from 0; empty where the program did not say. Throws `cancelled`. */
  readonly recordStarts: (files: readonly string[], signal?: AbortSignal) => Promise<readonly (readonly number[])[]>;
  /** Ends and removes what a killed program has left of its conversions, so that nothing hangs on until somebody converts again. Throws what opening the cache throws. */
  readonly clearUp: () => Promise<void>;
  /** Ends what counts pages; conversions that run are for their askers to cancel. */
  readonly close: () => Promise<void>;
};

export type PdfConverterOptions = {
  readonly computer: OfficeComputer;
  /** Of this converter alone. Holds PDFs by the digest of their document, and the work of a running conversion. */
  readonly cacheFolder: string;
  /** PDFs beyond this are removed, the longest unused first, when the cache is opened. 2 GiB unless given: a contract year with photos. */
  readonly maximumCacheBytes?: number;
  /** For one start of the program, and for each of its documents. */
  readonly timeouts?: { readonly startMs: number; readonly documentMs: number };
  /** LibreOffice processes at the same time; as many as this computer bears unless given. */
  readonly lanes?: number;
};

const defaultCacheBytes = 2 * 1024 ** 3;
/** The first start after installation can take half a minute on an old disk. */
const defaultTimeouts = { startMs: 90_000, documentMs: 30_000 };

export const noOfficeText = '本机没有找到 Word、WPS 或 LibreOffice，只能看近似预览。';

function chosenProgram(programs: readonly OfficeProgram[], kind: OfficeKind, wanted: OfficeId | undefined): OfficeProgram {
  const found = programs.find((program) => program.kinds.includes(kind) && (wanted === undefined || program.id === wanted));
  if (found !== undefined) return found;
  throw new AppError('not-found', programs.length === 0 ? noOfficeText : `本机的 ${programs.map((program) => program.name).join('、')} 不能转换 .${kind} 文件。`, { kind });
}

function inPieces<T>(list: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, index) => list.slice(index * size, (index + 1) * size));
}

/** A converter for one cache folder. The search for programs begins with the first question. */
export function createPdfConverter(options: PdfConverterOptions): PdfConverter {
  const { computer, cacheFolder, maximumCacheBytes = defaultCacheBytes, timeouts = defaultTimeouts, lanes = lanesOf(availableParallelism(), totalmem()) } = options;
  const workshop = openPdfWorkshop();
  const sideBySide = openLanes(lanes);
  const oneAtATime = openLanes(1);
  let cache: Promise<PdfCache> | undefined;
  let programs: readonly OfficeProgram[] = [];
  let search: Promise<readonly OfficeProgram[]> | undefined;

  async function openedCache(): Promise<PdfCache> {
    cache ??= openPdfCache(cacheFolder, maximumCacheBytes, (work) => endLeftProcesses(computer, work)).catch((error: unknown) => {
      cache = undefined;
      throw error;
    });
    return cache;
  }

  async function found(): Promise<readonly OfficeProgram[]> {
    if (programs.length > 0) return programs;
    search ??= openedCache().then((pages) => findOffices(computer, pages)).finally(() => { search = undefined; });
    programs = await search;
    return programs;
  }

  /** Converts what the cache lacks. Documents that fail together are tried once more alone: one bad document must not take its neighbours along. */
  async function convertMissing(missing: readonly PreparedDocument[], program: OfficeProgram, convert: ConvertOptions, isUrgent: boolean, tell: (converted: number) => void): Promise<ReadonlyMap<string, Failure>> {
    const { signal } = convert;
    const pages = await openedCache();
    const queue = program.start.how === 'automation' ? oneAtATime : sideBySide;
    const failures = new Map<string, Failure>();
    const convertBatch = (batch: readonly PreparedDocument[]): Promise<void> => queue.run(async () => {
      if (signal?.aborted === true) return;
      const timeoutMs = timeouts.startMs + batch.length * timeouts.documentMs;
      const kind = batch[0]?.kind ?? 'docx';
      const ended = await convertDocuments({ computer, cache: pages, workshop, program, kind, timeoutMs, signal, runId: randomBytes(8).toString('hex') }, batch);
      for (const { key } of batch) failures.delete(key);
      for (const [key, failure] of ended.failures) failures.set(key, failure);
      tell(batch.length - ended.failures.size);
    }, isUrgent);
    const size = documentsPerStart(program, missing.length, lanes);
    // All end before the first error is passed on: nothing may run on after its job has ended.
    const settle = async (batches: readonly (readonly PreparedDocument[])[]): Promise<void> => {
      const ends = await Promise.allSettled(batches.map(convertBatch));
      for (const end of ends) if (end.status === 'rejected') throw end.reason;
      stopIfCancelled(signal);
    };
    await settle(inPieces(missing, size));
    const again = missing.filter(({ key }) => failures.has(key));
    // Where nothing at all came out of several starts, the program is at fault and not a document.
    const programWorks = again.length < missing.length || missing.length <= size;
    if (size > 1 && missing.length > 1 && programWorks) await settle(again.map((document) => [document]));
    return failures;
  }

  async function convertAll(documents: readonly OfficeDocument[], convert: ConvertOptions, isUrgent: boolean): Promise<readonly Result<PdfFile>[]> {
    const { signal, onProgress } = convert;
    const pages = await openedCache();
    const available = await found();
    const prepared: { readonly document: PreparedDocument; readonly program: OfficeProgram }[] = [];
    const missing = new Map<string, { readonly document: PreparedDocument; readonly program: OfficeProgram }>();
    for (const document of documents) {
      stopIfCancelled(signal);
      const program = chosenProgram(available, document.kind, convert.program);
      const entry = { document: await prepareDocument(document, program), program };
      prepared.push(entry);
      if (entry.document.refusal === undefined && (await pages.find(entry.document.key)) === undefined) missing.set(entry.document.key, entry);
    }
    let done = prepared.length - missing.size;
    onProgress?.(done, documents.length);
    const tell = (converted: number): void => {
      done += converted;
      onProgress?.(done, documents.length);
    };
    const failures = new Map<string, Failure>();
    const groups = Map.groupBy(missing.values(), ({ document, program }) => `${program.id} ${document.kind}`);
    const ends = await Promise.allSettled([...groups.values()].map(async (group) => {
      const [first] = group;
      if (first === undefined) return;
      for (const [key, failure] of await convertMissing(group.map(({ document }) => document), first.program, convert, isUrgent, tell)) failures.set(key, failure);
    }));
    for (const end of ends) if (end.status === 'rejected') throw end.reason;
    return Promise.all(prepared.map(async ({ document: { key, sha256, refusal }, program }): Promise<Result<PdfFile>> => {
      const failure = refusal ?? failures.get(key);
      const pdf = failure === undefined ? await pages.find(key) : undefined;
      if (pdf !== undefined) return { ok: true, value: { ...pdf, sha256, program } };
      return { ok: false, error: failure ?? { code: 'render-failed', message: '转换好的 PDF 不见了，请再试一次。', details: {} } };
    }));
  }

  return {
    offices: found,
    convertAllToPdf: (documents, convert = {}) => convertAll(documents, convert, false),
    convertToPdf: async (document, convert = {}) => {
      const [result] = await convertAll([document], convert, true);
      if (result?.ok === true) return result.value;
      throw new AppError(result?.error.code ?? 'render-failed', result?.error.message ?? '', result?.error.details ?? {});
    },
    recordStarts: (files, signal) => workshop.findStarts(files.map((file) => ({ file, shownAs: file })), recordBookmark, { signal }),
    clearUp: async () => {
      if (existsSync(cacheFolder)) await openedCache();
    },
    close: () => workshop.close(),
  };
}
