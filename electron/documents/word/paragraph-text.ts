import { decodeText } from './escape-text.ts';
import type { PartKind } from './package-parts.ts';
import { childNamed, type XmlElement } from './xml-tree.ts';

/** A stretch of a paragraph's text and where it stands in the source. */
export type TextPiece = {
  /** Offset of the first character in the paragraph's text. */
  readonly start: number;
  readonly text: string;
  /** The text element; or, for a mark such as w:br, the mark itself. */
  readonly element: XmlElement;
  /** Source offset of each character and of the end; undefined when they are consecutive from contentFrom. */
  readonly offsets: readonly number[] | undefined;
  /** What disappears as a whole when a tag runs over it; undefined for text, of which just the covered characters do. */
  readonly mark: { readonly from: number; readonly to: number } | undefined;
};

/** Text that a reader sees as one stretch, however many runs it is split into. */
export type Paragraph = {
  /** w:p or a:p; the whole part for text outside any paragraph; the text element itself in document properties. */
  readonly element: XmlElement;
  readonly text: string;
  readonly pieces: readonly TextPiece[];
};

const paragraphNames: ReadonlySet<string> = new Set(['w:p', 'a:p']);
const textNames: ReadonlySet<string> = new Set(['w:t', 'a:t', 'm:t']);
const propertyNames: ReadonlySet<string> = new Set([
  'dc:title', 'dc:subject', 'dc:creator', 'dc:description', 'cp:category', 'cp:keywords', 'cp:contentStatus', 'Company', 'Manager', 'HyperlinkBase', 'vt:lpstr', 'vt:lpwstr',
  'PublishDate', 'Abstract', 'CompanyAddress', 'CompanyPhone', 'CompanyFax', 'CompanyEmail',
]);
/** Marks within a tag that Word puts between characters; the value is what they mean in a name. */
const marks: ReadonlyMap<string, string> = new Map([['w:br', ''], ['w:cr', ''], ['w:tab', ''], ['w:softHyphen', ''], ['w:lastRenderedPageBreak', ''], ['w:noBreakHyphen', '-']]);

type Gathering = { readonly element: XmlElement; text: string; readonly pieces: TextPiece[] };

/**
 * All stretches of text of a part, in the order in which they begin.
 * @param breaksCount whether a line break within a tag belongs to its name, as a line end; otherwise it means nothing there
 */
export function paragraphsOf(xml: string, root: XmlElement, kind: PartKind, breaksCount: boolean): readonly Paragraph[] {
  const paragraphs: Gathering[] = [];
  const outside: Gathering = { element: root, text: '', pieces: [] };
  const visit = (element: XmlElement, current: Gathering): void => {
    if (paragraphNames.has(element.name)) {
      current = { element, text: '', pieces: [] };
      paragraphs.push(current);
    } else if (textNames.has(element.name)) {
      if (element.selfClosing) return;
      const { text, offsets } = decodeText(xml.slice(element.contentFrom, element.contentTo));
      addPiece(current, { text, element, mark: undefined, offsets: offsets?.map((offset) => element.contentFrom + offset) });
      return;
    } else {
      const meaning = breaksCount && element.name === 'w:br' ? '\n' : marks.get(element.name);
      if (meaning !== undefined) addPiece(current, { text: meaning, element, offsets: undefined, mark: { from: element.from, to: element.to } });
    }
    for (const child of element.children) visit(child, current);
  };
  if (kind === 'properties') return propertyTexts(xml, root);
  visit(root, outside);
  return outside.pieces.length > 0 ? [outside, ...paragraphs] : paragraphs;
}

/**
 * Neighbouring paragraphs as one stretch of text with a line end between them, for tags that may run over paragraphs.
 * The line end stands for everything from the end of one paragraph's content to the first run of the next.
 * @param lineEnd what it reads as: a line end, or nothing
 */
export function joinNeighbours(paragraphs: readonly Paragraph[], lineEnd: '\n' | '' = '\n'): readonly Paragraph[] {
  const joined: Gathering[] = [];
  let previous: Paragraph | undefined;
  for (const paragraph of paragraphs) {
    const last = joined.at(-1);
    const neighbours = previous !== undefined && last !== undefined && paragraph.element.name === 'w:p' && previous.element.parent === paragraph.element.parent;
    const target: Gathering = neighbours ? last : { element: paragraph.element, text: '', pieces: [] };
    if (neighbours && previous !== undefined) {
      const properties = childNamed(paragraph.element, 'w:pPr');
      const mark = { from: previous.element.contentTo, to: properties?.to ?? paragraph.element.contentFrom };
      addPiece(target, { text: lineEnd, element: paragraph.element, offsets: undefined, mark });
    } else {
      joined.push(target);
    }
    for (const piece of paragraph.pieces) addPiece(target, piece);
    previous = paragraph;
  }
  return joined;
}

/** Source offset of a character of a piece (or of its end). */
export function sourceOffset(piece: TextPiece, index: number): number {
  return piece.offsets?.[index] ?? piece.element.contentFrom + index;
}

function addPiece(paragraph: Gathering, piece: Omit<TextPiece, 'start'>): void {
  paragraph.pieces.push({ ...piece, start: paragraph.text.length });
  paragraph.text += piece.text;
}

function propertyTexts(xml: string, root: XmlElement): readonly Paragraph[] {
  const found: Paragraph[] = [];
  const visit = (element: XmlElement): void => {
    if (propertyNames.has(element.name) && !element.selfClosing && element.children.length === 0) {
      const { text, offsets } = decodeText(xml.slice(element.contentFrom, element.contentTo));
      const piece: TextPiece = { start: 0, text, element, mark: undefined, offsets: offsets?.map((offset) => element.contentFrom + offset) };
      found.push({ element, text, pieces: [piece] });
    }
    for (const child of element.children) visit(child);
  };
  visit(root);
  return found;
}
