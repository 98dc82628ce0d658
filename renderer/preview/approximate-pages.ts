import type { HElement } from 'docx-preview';
import { ownStyles, pageElements, removeAddresses } from './page-elements.ts';

/** Pages of a document that belong to nowhere yet, and the rules that make them look right. */
export type ApproximatePages = { readonly content: DocumentFragment; readonly styles: string };

/** Charts and shapes are a box of their size with nothing in it; the box says so. */
function nameEmptyDrawings(content: ParentNode, text: string): void {
  for (const box of content.querySelectorAll<HTMLElement>('div')) {
    if (box.style.display !== 'inline-block' || box.childNodes.length > 0 || box.style.width === '') continue;
    box.classList.add('not-drawn');
    box.textContent = text;
  }
}

/** The library does not know upright text (`tbRlV`) and lays such cells out as if they had no direction of their own. */
function standUpright(content: ParentNode): void {
  for (const cell of content.querySelectorAll<HTMLElement>('td')) if (cell.style.writingMode === 'horizontal-tb') cell.style.writingMode = 'vertical-rl';
}

/** Pictures come without the words that stand for them. */
function namePictures(content: ParentNode, text: string): void {
  for (const picture of content.querySelectorAll('img:not([alt])')) picture.setAttribute('alt', text);
}

/**
 * Lays out a .docx as elements, loading the library on first use. Throws what the library throws for a document it cannot read.
 * @param words `notDrawn` stands where a chart would, `picture` for who cannot see one
 */
export async function approximatePages(bytes: Uint8Array, words: { readonly notDrawn: string; readonly picture: string }): Promise<ApproximatePages> {
  const { parseAsync, renderDocument } = await import('docx-preview');
  // A page without a window: nothing in it loads or runs.
  const page = document.implementation.createHTMLDocument('');
  const make = pageElements(page);
  const options = {
    h: (request: HElement | Node | string) => make(request),
    inWrapper: true, breakPages: true, ignoreFonts: true, useBase64URL: true,
    // Where Word last broke the pages of the template says nothing about the filled form; and each section, so each form, gets a page.
    ignoreLastRenderedPageBreak: true,
    renderAltChunks: false, renderChanges: false, renderComments: false, experimental: false,
  };
  const nodes = await renderDocument(await parseAsync(bytes, options), options);
  const content = page.createDocumentFragment();
  const styles: string[] = [];
  for (const node of nodes) {
    if (node.nodeName === 'STYLE') styles.push(ownStyles(node.textContent ?? ''));
    else content.append(node);
  }
  for (const style of content.querySelectorAll('style')) style.remove();
  removeAddresses(content);
  nameEmptyDrawings(content, words.notDrawn);
  namePictures(content, words.picture);
  standUpright(content);
  return { content, styles: styles.join('\n') };
}
