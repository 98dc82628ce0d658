import { AppError } from '../../../shared/app-error.ts';
import { mostElements } from '../tags/template-limits.ts';

/** One element of a workbook part: what stands in its start tag behind the name, and between its tags (undefined for `<name/>`). */
export type FoundElement = { readonly name: string; readonly attributes: string; readonly content: string | undefined };

/** Where an element stands in its text. */
export type ElementSpan = { readonly from: number; readonly to: number };

/**
 * Visits every outermost element of these names, in order. One pass, whatever the text is: a pattern that looks for an end tag from
 * every start tag would need hours for a sheet made to that purpose.
 * @throws AppError unreadable-file when there are more of them than memory should hold
 */
export function visitElements(xml: string, names: readonly string[], visit: (found: FoundElement, span: ElementSpan) => void): void {
  const start = new RegExp(`<(${names.join('|')})(?=[\\s/>])([^<>]*)>`, 'g');
  const neverClosed = new Set<string>();
  let count = 0;
  for (let tag = start.exec(xml); tag !== null; tag = start.exec(xml)) {
    const [, name = '', inside = ''] = tag;
    const isEmpty = inside.endsWith('/');
    let content: string | undefined;
    if (!isEmpty) {
      const close = `</${name}>`;
      const end = neverClosed.has(name) ? -1 : xml.indexOf(close, start.lastIndex);
      if (end < 0) {
        neverClosed.add(name);
        continue;
      }
      content = xml.slice(start.lastIndex, end);
      start.lastIndex = end + close.length;
    }
    count += 1;
    if (count > mostElements) throw new AppError('unreadable-file', `工作簿的内容过多（“${name}”超过 ${mostElements} 个），已拒绝打开。`, { element: name });
    visit({ name, attributes: isEmpty ? inside.slice(0, -1) : inside, content }, { from: tag.index, to: start.lastIndex });
  }
}

/** Writes every outermost element of these names anew. */
export function replaceElements(xml: string, names: readonly string[], edit: (found: FoundElement) => string): string {
  const written: string[] = [];
  let at = 0;
  visitElements(xml, names, (found, { from, to }) => {
    written.push(xml.slice(at, from), edit(found));
    at = to;
  });
  written.push(xml.slice(at));
  return written.join('');
}

/** The outermost elements of these names, in order. */
export function elementsOf(xml: string, ...names: readonly string[]): readonly FoundElement[] {
  const found: FoundElement[] = [];
  visitElements(xml, names, (element) => { found.push(element); });
  return found;
}

/** The value of an attribute of a start tag, undecoded. Workbooks write double quotes. */
export function attribute(attributes: string, name: string): string | undefined {
  return new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1];
}

export function withoutAttribute(attributes: string, name: string): string {
  return attributes.replace(new RegExp(`(?:^|\\s)${name}="[^"]*"`), '');
}

/** The attributes with this one set, at its place or behind the others. */
export function withAttribute(attributes: string, name: string, value: string): string {
  const pattern = new RegExp(`((?:^|\\s)${name}=")[^"]*"`);
  return pattern.test(attributes) ? attributes.replace(pattern, (_whole, start: string) => `${start}${value}"`) : `${attributes.trimEnd()} ${name}="${value}"`;
}

/** An element as text. */
export function elementText({ name, attributes, content }: FoundElement): string {
  return content === undefined ? `<${name}${attributes.trimEnd()}/>` : `<${name}${attributes}>${content}</${name}>`;
}

/** A part whose attributes all stand in double quotes: most programs write them so, and everything here looks for them so. */
export function doubleQuoted(xml: string): string {
  if (!xml.includes("='")) return xml;
  return xml.replace(/<[^<>]*>/g, (tag) => (tag.includes("='") ? tag.replace(/("[^"]*")|'([^']*)'/g, (_whole, kept: string | undefined, value = '') => kept ?? `"${String(value).replaceAll('"', '&quot;')}"`) : tag));
}
