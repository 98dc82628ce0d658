import { AppError } from '../../../shared/app-error.ts';

/** One piece of an XML part, in document order. Names are local: `w:p` and a strict or foreign prefix both read as `p`. */
export type XmlToken =
  | { readonly type: 'open'; readonly name: string; readonly attributes: string; readonly empty: boolean }
  | { readonly type: 'close'; readonly name: string }
  | { readonly type: 'text'; readonly text: string };

const namedEntities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Character references and the five entities of XML; anything else stays as written. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(lt|gt|amp|quot|apos));/g, (whole, decimal?: string, hex?: string, named?: string) => {
    if (named !== undefined) return namedEntities[named] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}

/** The value of one attribute, by local name, of the text between a tag's name and its end. Office writes `name="value"` without blanks. */
export function attribute(attributes: string, name: string): string | undefined {
  for (let at = attributes.indexOf(name); at !== -1; at = attributes.indexOf(name, at + 1)) {
    const before = attributes.charAt(at - 1);
    const quote = attributes.charAt(at + name.length + 1);
    if (!/[\s:]/.test(before) || attributes.charAt(at + name.length) !== '=' || (quote !== '"' && quote !== "'")) continue;
    const from = at + name.length + 2;
    const end = attributes.indexOf(quote, from);
    return end === -1 ? undefined : decodeEntities(attributes.slice(from, end));
  }
  return undefined;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** Where a tag ends: the first `>` outside quotation marks. */
function tagEnd(xml: string, from: number): number {
  let quote = '';
  for (let at = from; at < xml.length; at++) {
    const character = xml.charAt(at);
    if (quote === '') {
      if (character === '>') return at;
      if (character === '"' || character === "'") quote = character;
    } else if (character === quote) {
      quote = '';
    }
  }
  return -1;
}

/**
 * Reads XML as a sequence of tokens, in time proportional to its length. Office parts only: a document type declaration,
 * which they never have and entity attacks need, is refused.
 * @throws AppError unreadable-file
 */
export function* xmlTokens(xml: string): Generator<XmlToken> {
  let at = 0;
  while (at < xml.length) {
    const open = xml.indexOf('<', at);
    if (open === -1) return;
    if (open > at) yield { type: 'text', text: decodeEntities(xml.slice(at, open)) };
    const marker = xml.charAt(open + 1);
    if (marker === '?' || marker === '!') {
      at = skipMarkup(xml, open);
      if (xml.startsWith('<![CDATA[', open)) yield { type: 'text', text: xml.slice(open + 9, at - 3) };
      continue;
    }
    const end = tagEnd(xml, open + 1);
    if (end === -1) throw new AppError('unreadable-file', '文件内部的 XML 不完整，文件可能没有下载或保存完整。', { at: open });
    at = end + 1;
    if (marker === '/') {
      yield { type: 'close', name: localName(xml.slice(open + 2, end).trim()) };
      continue;
    }
    const empty = xml.charAt(end - 1) === '/';
    const tag = xml.slice(open + 1, empty ? end - 1 : end);
    const space = tag.search(/\s/);
    yield { type: 'open', name: localName(space === -1 ? tag : tag.slice(0, space)), attributes: space === -1 ? '' : tag.slice(space), empty };
  }
}

function skipMarkup(xml: string, open: number): number {
  if (/^<!DOCTYPE/i.test(xml.slice(open, open + 9))) throw new AppError('unreadable-file', '文件内部含有不应出现的文档类型声明，已拒绝打开。', { at: open });
  const closing = xml.startsWith('<!--', open) ? '-->' : xml.startsWith('<![CDATA[', open) ? ']]>' : xml.charAt(open + 1) === '?' ? '?>' : '>';
  const end = xml.indexOf(closing, open + 2);
  return end === -1 ? xml.length : end + closing.length;
}
