import type { PDFDocumentProxy } from 'pdfjs-dist';
import { attachmentLimit } from '../../shared/records/attachment.ts';
import { fileKind } from '../attachments/file-kind.ts';
import { openPdf } from '../preview/pdf-pages.ts';
import type { CodeAnswer, CodeQuestion } from './code-reader.ts';
import { readingScale, type Turn } from './scan-choices.ts';

/** A page of a scanned file: the codes on it, and how far it has to be turned to stand upright. */
export type ScannedPage = { readonly codes: readonly string[]; readonly turn: Turn };

/** Why a file is no scan. */
export type ScanFault = 'empty' | 'too-large' | 'not-scan' | 'not-read' | 'too-many-pages';

export type ReadScan = { readonly kind: 'pdf' | 'picture'; readonly pages: readonly ScannedPage[] } | { readonly fault: ScanFault };

/** Reads codes one page after the other; a page that breaks the reader takes no other along. */
export type CodeReader = { readonly read: (page: Blob | ImageBitmap) => Promise<CodeAnswer | undefined>; readonly close: () => void };

const mostPages = 500;
/** A file with many papers is taken apart; each part has to keep within the limit for itself. */
const fileLimit = 200 * 1024 * 1024;

/** Starts the worker; it loads what it needs with its first page. */
export function openCodeReader(): CodeReader {
  const worker = new Worker(new URL('./code-reader.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, (answer: CodeAnswer | undefined) => void>();
  let next = 0;
  worker.addEventListener('message', ({ data }: MessageEvent<CodeAnswer>) => {
    waiting.get(data.id)?.(data);
    waiting.delete(data.id);
  });
  worker.addEventListener('error', () => {
    for (const resolve of waiting.values()) resolve(undefined);
    waiting.clear();
  });
  return {
    read: (page) => new Promise((resolve) => {
      const question: CodeQuestion = { id: next++, page };
      waiting.set(question.id, resolve);
      worker.postMessage(question, page instanceof ImageBitmap ? [page] : []);
    }),
    close: () => {
      worker.terminate();
      for (const resolve of waiting.values()) resolve(undefined);
    },
  };
}

/** Draws a page of a PDF for reading. */
async function drawnPage(pages: PDFDocumentProxy, number: number): Promise<ImageBitmap> {
  const page = await pages.getPage(number);
  const viewport = page.getViewport({ scale: readingScale(page.getViewport({ scale: 1 })) });
  const canvas = document.createElement('canvas');
  canvas.width = Math.floor(viewport.width);
  canvas.height = Math.floor(viewport.height);
  await page.render({ canvas, viewport }).promise;
  page.cleanup();
  const bitmap = await createImageBitmap(canvas);
  // Gives the memory back at once.
  canvas.width = 0;
  return bitmap;
}

async function readPdf(file: Blob, reader: CodeReader, progress: (page: number, pages: number) => void): Promise<ReadScan> {
  const pdf = await openPdf(new Uint8Array(await file.arrayBuffer())).catch(() => undefined);
  if (pdf === undefined) return { fault: 'not-read' };
  try {
    const count = pdf.pages.numPages;
    if (count > mostPages) return { fault: 'too-many-pages' };
    const pages: ScannedPage[] = [];
    for (let number = 1; number <= count; number++) {
      progress(number, count);
      // A page that cannot be drawn is still a page.
      const bitmap = await drawnPage(pdf.pages, number).catch(() => undefined);
      const answer = bitmap === undefined ? undefined : await reader.read(bitmap);
      pages.push(answer?.state === 'read' ? { codes: answer.codes, turn: answer.turn ?? 0 } : { codes: [], turn: 0 });
    }
    return { kind: 'pdf', pages };
  } finally {
    pdf.close();
  }
}

/** What a scanned file holds. Never throws: what is wrong with it comes back as a fault. */
export async function readScan(file: File, reader: CodeReader, progress: (page: number, pages: number) => void): Promise<ReadScan> {
  if (file.size === 0) return { fault: 'empty' };
  if (file.size > fileLimit) return { fault: 'too-large' };
  try {
    const head = new Uint8Array(await file.slice(0, 1024).arrayBuffer());
    // Some scanners write a few bytes before the PDF begins.
    if (new TextDecoder('latin1').decode(head).includes('%PDF-')) return await readPdf(file, reader, progress);
    const kind = fileKind(head);
    if (kind !== 'jpeg' && kind !== 'png') return { fault: 'not-scan' };
    if (file.size > attachmentLimit * 3) return { fault: 'too-large' };
    progress(1, 1);
    const answer = await reader.read(file);
    if (answer?.state !== 'read') return { fault: 'not-read' };
    return { kind: 'picture', pages: [{ codes: answer.codes, turn: answer.turn ?? 0 }] };
  } catch {
    // Moved, locked or a folder.
    return { fault: 'not-read' };
  }
}
