import { openPdf, pageSize } from './pdf-pages.ts';

/** Sharp on every office printer, and a page still fits into memory: A4 becomes 1654 × 2339 points. */
const dotsPerInch = 200;
const pointsPerInch = 72;

/** Pages beyond this would fill the memory of a small computer. */
const mostPrintedPages = 1200;

/** More pages than can wait in the window at once: part of a print would pass for the whole. */
export class TooManyPages extends Error {
  readonly pages: number;
  readonly most = mostPrintedPages;

  constructor(pages: number) {
    super(`${pages} pages are more than ${mostPrintedPages}`);
    this.name = 'TooManyPages';
    this.pages = pages;
  }
}

/** Pages that wait in the window for the printer. */
export type PrintPages = { readonly count: number; readonly print: () => void; /** Takes the pages away again. */ readonly clear: () => void };

type DrawnPage = { readonly blob: Blob; readonly width: number; readonly height: number };

function blobOf(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob === null ? reject(new Error('A page could not be drawn.')) : resolve(blob)), 'image/png');
  });
}

/** One canvas serves all pages; what stays of each is its compressed picture. */
async function* drawnPages(bytes: Uint8Array<ArrayBuffer>, signal: AbortSignal): AsyncGenerator<DrawnPage & { readonly total: number }> {
  const { pages, close } = await openPdf(bytes);
  const canvas = document.createElement('canvas');
  try {
    const total = pages.numPages;
    if (total > mostPrintedPages) throw new TooManyPages(total);
    for (let number = 1; number <= total && !signal.aborted; number++) {
      const { width, height } = await pageSize(pages, number);
      const page = await pages.getPage(number);
      const viewport = page.getViewport({ scale: dotsPerInch / pointsPerInch });
      canvas.width = Math.floor(viewport.width);
      canvas.height = Math.floor(viewport.height);
      await page.render({ canvas, viewport, intent: 'print' }).promise;
      page.cleanup();
      yield { blob: await blobOf(canvas), width, height, total };
    }
  } finally {
    // An empty canvas gives its memory back at once.
    canvas.width = 0;
    canvas.height = 0;
    close();
  }
}

/** The name of a paper size in style rules: upright and across have sheets of their own. */
function sheetName(width: number, height: number): string {
  return `sheet-${Math.round(width)}-${Math.round(height)}`;
}

/** On paper there is nothing but the pages, each as large as it is; on the screen they are not seen. */
function printRules(sizes: ReadonlyMap<string, { readonly width: number; readonly height: number }>): string {
  const sheets = [...sizes].map(([name, { width, height }]) => `@page ${name} { size: ${width}pt ${height}pt; margin: 0; } .${name} { page: ${name}; width: ${width}pt; height: ${height}pt; }`);
  return `
    @media screen { .print-pages { display: none; } }
    @media print {
      html, body { height: auto; overflow: visible; background: none; }
      body > *:not(.print-pages) { display: none !important; }
      .print-page { overflow: hidden; break-after: page; break-inside: avoid; }
      .print-page:last-child { break-after: auto; }
      .print-page img { display: block; width: 100%; height: 100%; }
      ${sheets.join('\n')}
    }`;
}

/**
 * Draws the pages of a PDF and puts them where only a printer sees them. Throws `TooManyPages`, and what the library throws for bytes that are no PDF;
 * undefined when it was stopped.
 * @param tell how many pages are drawn of how many
 */
export async function preparePrint(bytes: Uint8Array<ArrayBuffer>, tell: (done: number, total: number) => void, signal: AbortSignal): Promise<PrintPages | undefined> {
  const place = document.createElement('div');
  place.className = 'print-pages';
  place.setAttribute('aria-hidden', 'true');
  const sizes = new Map<string, { readonly width: number; readonly height: number }>();
  const addresses: string[] = [];
  const rules = new CSSStyleSheet();
  const clear = (): void => {
    place.remove();
    addresses.forEach((address) => URL.revokeObjectURL(address));
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== rules);
  };
  try {
    for await (const { blob, width, height, total } of drawnPages(bytes, signal)) {
      const picture = new Image();
      picture.src = URL.createObjectURL(blob);
      addresses.push(picture.src);
      // A picture that is not decoded yet would be an empty page.
      await picture.decode();
      const page = document.createElement('div');
      const name = sheetName(width, height);
      sizes.set(name, { width, height });
      page.className = `print-page ${name}`;
      page.append(picture);
      place.append(page);
      tell(addresses.length, total);
    }
  } catch (error) {
    clear();
    throw error;
  }
  if (signal.aborted) {
    clear();
    return undefined;
  }
  rules.replaceSync(printRules(sizes));
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, rules];
  document.body.append(place);
  return { count: addresses.length, print: () => window.print(), clear };
}
