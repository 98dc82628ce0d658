import { attribute, elementsOf, withAttribute } from './elements.ts';

/**
 * Styles for texts that begin like a formula: `quotePrefix` keeps them texts even when a person edits the cell later. Those that a
 * document needs are added to its xl/styles.xml behind the template's own.
 */
export type QuotedStyles = { readonly own: number; readonly added: Map<number, number> };

export function startQuotedStyles(own: number): QuotedStyles {
  return { own, added: new Map() };
}

/** Whether a program would take a text for a formula when a person edits it. */
export function readsAsFormula(text: string): boolean {
  return /^[=+\-@\t\r]/.test(text);
}

/** The style that looks like this one and keeps its text a text. */
export function quotedStyle(styles: QuotedStyles, style: number): number {
  if (style >= styles.own) return style;
  const known = styles.added.get(style);
  if (known !== undefined) return known;
  const added = styles.own + styles.added.size;
  styles.added.set(style, added);
  return added;
}

/** xl/styles.xml with the added styles. */
export function withQuotedStyles(xml: string, { added }: QuotedStyles): string {
  const list = /<cellXfs\b[^<>]*>/.exec(xml);
  const end = xml.indexOf('</cellXfs>');
  if (list === null || end < 0) return xml;
  const own = elementsOf(xml.slice(list.index + list[0].length, end), 'xf');
  const copies = [...added.keys()].map((style) => {
    const { attributes = '', content } = own[style] ?? {};
    const start = `<xf${withAttribute(attributes, 'quotePrefix', '1')}`;
    return content === undefined ? `${start}/>` : `${start}>${content}</xf>`;
  });
  const start = attribute(list[0], 'count') === undefined ? list[0] : list[0].replace(/\bcount="\d*"/, `count="${own.length + copies.length}"`);
  return xml.slice(0, list.index) + start + xml.slice(list.index + list[0].length, end) + copies.join('') + xml.slice(end);
}
