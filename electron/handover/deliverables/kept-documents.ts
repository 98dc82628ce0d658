import path from 'node:path';
import { AppError } from '../../../shared/app-error.ts';
import type { PlannedFile } from '../../../shared/deliverables/plan.ts';
import { stopIfCancelled } from '../../files/cancellation.ts';
import { sha256Hex } from '../../files/digest.ts';
import { legalFileName } from '../file-names.ts';
import type { DataDigests, DigestSource } from './data-digest.ts';
import { type DocumentCache, documentKey, type KeptDocument } from './document-cache.ts';
import type { RenderFailure, RenderProgress, RenderSource } from './render-deliverables.ts';
import type { TemplateFacts } from './template-library.ts';

/** One document of the plan, made now or taken from the cache. */
export type PreparedDocument = KeptDocument & {
  readonly planned: PlannedFile;
  /** A legal file name with its extension; the same for two documents of the same title. */
  readonly name: string;
  readonly template: TemplateFacts;
  /** Of what it was filled with; see data-digest.ts. */
  readonly dataSha256: string;
  /** What it could not show as meant. */
  readonly warnings: readonly string[];
  /** Made in this run: `file` has been written just now from bytes whose digest is `sha256`. */
  readonly isNew: boolean;
};

export type DocumentWorks = RenderSource & {
  readonly cache: DocumentCache;
  readonly digests: DataDigests;
  readonly digestSource: DigestSource;
  /** Name and version of the program, which may make other documents of the same data, and the contract. */
  readonly program: string;
};

/**
 * A document with warnings is not kept for the next run: a photo that could not be read comes back without its record changing.
 * It still lies in the cache's folder for this run.
 */
async function make(works: DocumentWorks, planned: PlannedFile, key: string, signal: AbortSignal | undefined): Promise<KeptDocument & { readonly warnings: readonly string[] }> {
  const { bytes, warnings } = await works.maker.make(works, planned, { signal });
  const kept = await works.cache.keep(warnings.length === 0 ? key : sha256Hex(`${key} with warnings`), bytes);
  return { ...kept, warnings };
}

/** One document, from the cache where nothing has changed since. Throws what templates throw. */
export async function prepareDocument(works: DocumentWorks, planned: PlannedFile, signal?: AbortSignal): Promise<PreparedDocument> {
  const template = await works.maker.facts(planned.deliverable.template);
  const dataSha256 = works.digests.ofFile(works.digestSource, planned, template.showsPhotos);
  const key = documentKey(`${works.program} ${planned.deliverable.id}`, template.sha256, dataSha256);
  const known = await works.cache.find(key);
  const document = known === undefined ? { ...(await make(works, planned, key, signal)), isNew: true } : { ...known, warnings: [], isNew: false };
  return { ...document, planned, name: legalFileName(planned.name, path.extname(planned.deliverable.template).slice(1)), template: { sha256: template.sha256, showsPhotos: template.showsPhotos }, dataSha256 };
}

/** The content of a prepared document, compared with its digest; one that the disk has damaged meanwhile is made again. */
export async function readPrepared(works: DocumentWorks, document: PreparedDocument): Promise<Uint8Array> {
  const kept = await works.cache.read(document);
  if (kept !== undefined) return kept;
  const again = await prepareDocument(works, document.planned);
  const bytes = again.sha256 === document.sha256 ? await works.cache.read(again) : undefined;
  if (bytes === undefined) throw new AppError('conflict', `“${document.name}”的数据在处理时改动了，请重新开始。`, { file: document.name });
  return bytes;
}

type Prepared = { readonly document: PreparedDocument } | { readonly failure: RenderFailure };

/** A full disk or a cancellation ends the work; whatever else goes wrong with one document is that document's fault. */
function isOfDocument({ code }: AppError): boolean {
  return code !== 'cancelled' && code !== 'disk-full';
}

async function prepareOne(works: DocumentWorks, planned: PlannedFile, signal: AbortSignal | undefined): Promise<Prepared> {
  try {
    return { document: await prepareDocument(works, planned, signal) };
  } catch (error) {
    if (!(error instanceof AppError) || !isOfDocument(error)) throw error;
    return { failure: { item: planned.name, message: error.message } };
  }
}

/** Documents under way at once. Two would use the time in which the disk confirms one, and 30 MB more at the peak: ledgers of a year are large. */
const documentsTogether = 1;

/**
 * Prepares documents in the order of the plan; nothing that is unchanged is made twice. One that cannot be made is told to `onFailure` and
 * left out. Throws `cancelled` between documents. What was made is kept, also when it ends early.
 */
export async function* prepareDocuments(works: DocumentWorks, plan: readonly PlannedFile[], progress: RenderProgress, onFailure: (failure: RenderFailure) => void): AsyncGenerator<PreparedDocument> {
  const underWay: Promise<Prepared>[] = [];
  let next = 0;
  const start = (): void => {
    const planned = plan[next];
    if (planned === undefined) return;
    progress.onProgress?.(next, plan.length, planned.name);
    next += 1;
    const preparing = prepareOne(works, planned, progress.signal);
    // Whoever fails first is awaited; the others' failures must not count as unhandled.
    preparing.catch(() => undefined);
    underWay.push(preparing);
  };
  try {
    while (underWay.length < documentsTogether && next < plan.length) start();
    for (let current = underWay.shift(); current !== undefined; current = underWay.shift()) {
      const prepared = await current;
      stopIfCancelled(progress.signal);
      if ('failure' in prepared) onFailure(prepared.failure);
      else yield prepared.document;
      start();
      await works.pause();
    }
    progress.onProgress?.(plan.length, plan.length, '');
  } finally {
    await Promise.allSettled(underWay);
    await works.cache.flush();
  }
}
