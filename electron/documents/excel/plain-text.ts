import { elementsOf, replaceElements } from './elements.ts';

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** XML text → characters. Unknown entities stay as written: workbooks define none of their own. */
export function decodeXml(text: string): string {
  return text.replace(/&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(\w{1,8}));/g, (whole, hex: string | undefined, decimal: string | undefined, name: string | undefined) => {
    if (name !== undefined) return entities[name] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : whole;
  });
}

// What XML 1.0 cannot carry at all, not even as an entity.
// eslint-disable-next-line no-control-regex
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const markup: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Characters → XML text. Characters that XML cannot carry are dropped, half a surrogate pair becomes U+FFFD. */
export function encodeXml(text: string): string {
  return text.toWellFormed().replace(unwritable, '').replace(/[&<>"]/g, (character) => markup[character] ?? character);
}

/** All text of `<t>` elements, in order, as one string: rich text loses its runs, phonetic hints (rPh) are left out. */
export function textOfRuns(xml: string): string {
  const spoken = replaceElements(xml, ['rPh'], () => '');
  return elementsOf(spoken, 't').map(({ content }) => decodeXml(content ?? '')).join('');
}

/** The texts of xl/sharedStrings.xml by index. */
export function readSharedStrings(xml: string): string[] {
  return elementsOf(xml, 'si').map(({ content }) => textOfRuns(content ?? ''));
}
