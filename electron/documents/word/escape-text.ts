/** How a value may be laid out where its tag stands. */
export type TextStyle =
  /** Within w:t of a run: line ends and tabs become elements; the run's properties are known where a run of its own can follow. */
  | { readonly kind: 'word'; readonly runProperties: string | undefined }
  /** Within a:t of a run of a drawing: a line end closes the run and opens another with the same properties. */
  | { readonly kind: 'drawing'; readonly runProperties: string }
  /** One line only: document properties, formulas. */
  | { readonly kind: 'line' };

// Whatever must not reach the XML as it is: markup, line ends, tabs, characters that XML 1.0 forbids, halves of surrogate pairs.
// eslint-disable-next-line no-control-regex
const special = /[&<>\u0000-\u001f\ufffe\uffff\ud800-\udfff]/;
// eslint-disable-next-line no-control-regex
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/**
 * What becomes of line ends in values: a break in the run that the text stands in, and in its format; a break in a plain run of its own,
 * as docxtemplater makes it; or nothing, so that the page shows a blank.
 */
export type LineBreaks = 'in-run' | 'own-run' | 'none';

/**
 * A value as content of a text element. `\r\n` counts as `\n`; form feeds become page breaks where they are wanted and a page can break. Characters that XML forbids are dropped, half a surrogate pair becomes U+FFFD.
 */
export function escapeText(text: string, style: TextStyle, lineBreaks: LineBreaks, pageBreaks = false): string {
  if (!special.test(text)) return text;
  const clean = text
    .toWellFormed()
    .replace(forbidden, (character) => (character === '\f' && pageBreaks && style.kind === 'word' && style.runProperties !== undefined ? '\f' : ''))
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/\r\n?/g, '\n');
  switch (style.kind) {
    case 'word': {
      const tabbed = clean.replaceAll('\t', '</w:t><w:tab/><w:t xml:space="preserve">').replaceAll('\f', '</w:t><w:br w:type="page"/><w:t xml:space="preserve">');
      if (lineBreaks === 'none') return tabbed;
      const ownRun = lineBreaks === 'own-run' && style.runProperties !== undefined;
      return tabbed.replaceAll('\n', ownRun ? `</w:t></w:r><w:r><w:br/></w:r><w:r>${style.runProperties}<w:t xml:space="preserve">` : '</w:t><w:br/><w:t xml:space="preserve">');
    }
    case 'drawing':
      return lineBreaks === 'none' ? clean : clean.replaceAll('\n', `</a:t></a:r><a:br/><a:r>${style.runProperties}<a:t>`);
    case 'line':
      return clean.replaceAll('\n', ' ');
  }
}

const entities: ReadonlyMap<string, string> = new Map([['lt', '<'], ['gt', '>'], ['amp', '&'], ['quot', '"'], ['apos', "'"]]);

/** Characters of an XML text and, for each, where it begins in the source; the last offset is the end of the text. */
export type DecodedText = { readonly text: string; readonly offsets: readonly number[] | undefined };

/** Decodes entities and keeps track of where each character came from; without entities the offsets are simply consecutive. */
export function decodeText(source: string): DecodedText {
  if (!source.includes('&')) return { text: source, offsets: undefined };
  let text = '';
  const offsets: number[] = [];
  let at = 0;
  while (at < source.length) {
    const match = source[at] === '&' ? /^&(#x[0-9a-fA-F]{1,6}|#[0-9]{1,7}|[a-z]{1,8});/.exec(source.slice(at, at + 12)) : null;
    const decoded = match === null ? undefined : decodeEntity(match[1] ?? '');
    const length = match === null || decoded === undefined ? 1 : match[0].length;
    const characters = decoded ?? source[at] ?? '';
    for (let unit = 0; unit < characters.length; unit++) offsets.push(at);
    text += characters;
    at += length;
  }
  offsets.push(source.length);
  return { text, offsets };
}

function decodeEntity(name: string): string | undefined {
  if (!name.startsWith('#')) return entities.get(name);
  const code = name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}
