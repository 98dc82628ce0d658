import { elementsOf, replaceElements } from './elements.ts';

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** XML text → characters. Unknown entities stay as written: workbooks define none of their own. */
export function decodeXml(text: string): string {
  if (!text.includes('&')) return text;
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
// eslint-disable-next-line no-control-regex
const special = /[&<>"\u0000-\u001f\ufffe\uffff\ud800-\udfff]/;

/** Characters → XML text. Characters that XML cannot carry are dropped, half a surrogate pair becomes U+FFFD. */
export function encodeXml(text: string): string {
  if (!special.test(text)) return text;
  return text.toWellFormed().replace(unwritable, '').replace(/[&<>"]/g, (character) => markup[character] ?? character);
}

/** Excel's own escape for characters, in the texts of cells: `_x000D_`. */
const escaped = /_x([0-9a-fA-F]{4})_/g;

function decodeCellText(text: string): string {
  const decoded = decodeXml(text);
  return decoded.includes('_x') ? decoded.replace(escaped, (_whole, code: string) => String.fromCharCode(Number.parseInt(code, 16))) : decoded;
}

/** A text for a cell: line ends as Excel has them, and nothing in it that Excel would take for its own escape. */
export function encodeCellText(text: string): string {
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  return encodeXml(lines.includes('_x') ? lines.replace(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_') : lines);
}

/** A stretch of text and its format: `<rPr>…</rPr>` as written, '' where the cell's own applies. */
export type TextRun = { readonly format: string; readonly text: string };

/** All text of `<t>` elements, in order, as one string: rich text loses its runs, phonetic hints (rPh) are left out. */
export function textOfRuns(xml: string): string {
  return textRuns(xml).map(({ text }) => text).join('');
}

/** The runs of a shared or inline string. Phonetic hints (rPh) are left out. */
export function textRuns(xml: string): readonly TextRun[] {
  const spoken = replaceElements(xml, ['rPh'], () => '');
  return elementsOf(spoken, 'r', 't').map(({ name, content = '' }) => {
    if (name === 't') return { format: '', text: decodeCellText(content) };
    const format = elementsOf(content, 'rPr')[0]?.content;
    return { format: format === undefined ? '' : `<rPr>${format}</rPr>`, text: elementsOf(content, 't').map((text) => decodeCellText(text.content ?? '')).join('') };
  });
}

/** The texts of xl/sharedStrings.xml by index. */
export function readSharedStrings(xml: string): string[] {
  return elementsOf(xml, 'si').map(({ content }) => textOfRuns(content ?? ''));
}

/** The text of a cell: whole, and as runs. */
export type CellText = { readonly text: string; readonly runs: readonly TextRun[] };

export function cellTextOf(xml: string): CellText {
  const runs = textRuns(xml);
  return { runs, text: runs.length === 1 ? (runs[0]?.text ?? '') : runs.map((run) => run.text).join('') };
}

/** The texts of xl/sharedStrings.xml by index, with their runs. */
export function readSharedTexts(xml: string): CellText[] {
  return elementsOf(xml, 'si').map(({ content }) => cellTextOf(content ?? ''));
}
