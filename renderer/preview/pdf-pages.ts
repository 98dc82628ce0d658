import type { PDFDocumentProxy } from 'pdfjs-dist';

/** An opened PDF; `close` ends its worker. */
export type PdfPages = { readonly pages: PDFDocumentProxy; readonly close: () => void };

/** Opens a PDF, loading the library on first use. Throws what the library throws for bytes that are no PDF. */
export async function openPdf(bytes: Uint8Array<ArrayBuffer>): Promise<PdfPages> {
  const [{ getDocument, PDFWorker }, { default: PagesWorker }] = await Promise.all([import('pdfjs-dist'), import('pdfjs-dist/build/pdf.worker.min.mjs?worker')]);
  const port = new PagesWorker();
  const worker = PDFWorker.create({ port });
  const close = (): void => {
    worker.destroy();
    port.terminate();
  };
  // A worker that cannot start never answers.
  const broken = new Promise<never>((_resolve, reject) => {
    port.addEventListener('error', () => reject(new Error('The worker for PDF pages failed.')), { once: true });
  });
  try {
    // Compiling WebAssembly is against the policy of the window; the decoders of scanners' pictures come as scripts (vite.config.ts).
    const opening = getDocument({ data: bytes, worker, useWasm: false, wasmUrl: new URL('/pdf-decoders/', location.href).href, useWorkerFetch: false, enableXfa: false, verbosity: 0 }).promise;
    const pages = await Promise.race([opening, broken]);
    return { pages, close };
  } catch (error) {
    close();
    throw error;
  }
}

/** The text of a page in reading order, for those who cannot see it and for searching. */
async function textOf(pages: PDFDocumentProxy, number: number): Promise<string> {
  const page = await pages.getPage(number);
  const { items } = await page.getTextContent();
  return items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join('');
}

/** Draws a page into a canvas as wide as `width` CSS pixels, sharp on this screen; gives back its text. */
export async function drawPage(pages: PDFDocumentProxy, number: number, canvas: HTMLCanvasElement, width: number): Promise<string> {
  const page = await pages.getPage(number);
  const scale = (width / page.getViewport({ scale: 1 }).width) * Math.min(2, devicePixelRatio);
  const viewport = page.getViewport({ scale });
  canvas.width = Math.floor(viewport.width);
  canvas.height = Math.floor(viewport.height);
  await page.render({ canvas, viewport }).promise;
  return textOf(pages, number);
}

/** Width and height of a page in points. */
export async function pageSize(pages: PDFDocumentProxy, number: number): Promise<{ readonly width: number; readonly height: number }> {
  const { width, height } = (await pages.getPage(number)).getViewport({ scale: 1 });
  return { width, height };
}
