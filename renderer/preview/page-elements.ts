import type { HElement } from 'docx-preview';

/** What the pages of a document consist of. Nothing among it can load, run or lead anywhere. */
const elements = new Set([
  'a', 'article', 'br', 'col', 'colgroup', 'del', 'div', 'footer', 'header', 'img', 'ins', 'li', 'ol', 'p', 'section', 'span', 'style', 'sub', 'sup', 'table', 'tbody', 'td', 'th', 'tr', 'ul', 'wbr',
]);
const drawings = new Set(['ellipse', 'foreignObject', 'g', 'image', 'line', 'path', 'rect', 'svg']);
const drawingSpace = 'http://www.w3.org/2000/svg';
const formulaSpace = 'http://www.w3.org/1998/Math/MathML';

type Request = HElement | Node | string;

function elementFor(page: Document, { ns, tagName }: HElement): HTMLElement | SVGElement | MathMLElement {
  if (ns === drawingSpace) return page.createElementNS(drawingSpace, drawings.has(tagName) ? tagName : 'g');
  if (ns === formulaSpace) return page.createElementNS(formulaSpace, /^m[a-z]+$/.test(tagName) ? tagName : 'mrow');
  return page.createElement(elements.has(tagName) ? tagName : 'span');
}

function setFacts(element: HTMLElement | SVGElement | MathMLElement, request: HElement): void {
  const { className, style } = request;
  if (className !== undefined && className !== '') element.setAttribute('class', className);
  if (typeof style === 'string') element.setAttribute('style', style);
  else if (style !== undefined) Object.assign(element.style, style);
  const lang: unknown = request['lang'];
  if (typeof lang === 'string') element.setAttribute('lang', lang);
}

/**
 * Makes the elements of a document's pages, in place of the library's own maker: only known ones, and of their properties only class,
 * style and language. A link therefore has no address. Made in a page that is not shown, where pictures do not load.
 */
export function pageElements(page: Document): (request: Request) => Node {
  const make = (request: Request): Node => {
    if (typeof request === 'string') return page.createTextNode(request);
    if (request instanceof Node) return request;
    const children = request.children ?? [];
    if (request.tagName === '#comment') return page.createComment('');
    const result = request.tagName === '#fragment' ? page.createDocumentFragment() : elementFor(page, request);
    if (!(result instanceof DocumentFragment)) setFacts(result, request);
    // Parts of a document that are not shown come as null.
    for (const child of children) if (child !== null && child !== undefined) result.append(make(child));
    return result;
  };
  return make;
}

/** Addresses that leave the page's own data; escapes could hide one. */
const address = /url\s*\((?!\s*["']?data:)|@import|image-set|\\/i;

/** Style rules without any that would fetch something. */
export function ownStyles(text: string): string {
  return withoutEscapedLetters(text)
    .replace(/url\s*\((?!\s*["']?data:image\/)[^)]*\)/gi, 'none')
    .replace(/image-set\s*\([^)]*\)/gi, 'none')
    .replace(/@import[^;]*;?/gi, '');
}

/** `u\72l(` is `url(`: escaped characters of ASCII that make up words and addresses as themselves; others, such as bullets, stay escaped. */
function withoutEscapedLetters(text: string): string {
  return text.replace(/\\(?:([0-9a-f]{1,6})\s?|([^0-9a-f\s"'\\]))/gi, (whole, code: string | undefined, sign: string | undefined) => {
    if (code === undefined) return sign ?? whole;
    const letter = String.fromCodePoint(Math.min(0x10ffff, Number.parseInt(code, 16)));
    return /[a-z0-9@(:/-]/i.test(letter) ? letter : whole;
  });
}

/** The last look at finished pages: pictures are part of the document itself, and no style asks for anything. */
export function removeAddresses(pages: ParentNode): void {
  for (const element of pages.querySelectorAll('*')) {
    for (const name of element.getAttributeNames()) {
      const value = element.getAttribute(name) ?? '';
      const isSource = name === 'src' || name === 'href' || name === 'xlink:href';
      const isBad = name.startsWith('on') || name === 'srcset' || name === 'srcdoc' || (isSource ? !value.startsWith('data:') : address.test(value));
      if (isBad) element.removeAttribute(name);
    }
  }
}
