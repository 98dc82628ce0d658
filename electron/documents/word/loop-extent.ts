import type { LoopPair } from './pair-loops.ts';
import type { Cut, PlacedTag } from './place-tags.ts';
import { closest, descendantsOf, type XmlElement } from './xml-tree.ts';

/** What a loop repeats. Between from and bodyFrom, and between bodyTo and to, stands what vanishes with the tags. */
export type LoopExtent = {
  /** text: the source between the tags; blocks: whole elements. */
  readonly kind: 'text' | 'blocks';
  readonly from: number;
  readonly bodyFrom: number;
  readonly bodyTo: number;
  readonly to: number;
  /** Of kind blocks: the element whose children are repeated. */
  readonly container: XmlElement | undefined;
  /** Paragraphs that held nothing but a tag and vanish. */
  readonly dropped: readonly XmlElement[];
  /** Paragraphs that held nothing but a tag and stay, once, because a section ends with them. */
  readonly kept: readonly XmlElement[];
};

export type ExtentFault = 'loop-containers' | 'unknown-container';

/** Content that a paragraph may hold besides text and that must not vanish with it. */
const visible: readonly string[] = ['w:drawing', 'w:pict', 'w:object', 'w:fldChar', 'w:sym', 'w:footnoteReference', 'w:endnoteReference'];
const cells: readonly string[] = ['w:tc', 'a:tc'];
const rows: readonly string[] = ['w:tr', 'a:tr'];
const stories: readonly string[] = ['w:txbxContent', 'w:footnote', 'w:endnote', 'w:comment'];

/**
 * Decides what a pair of tags repeats: rows when the tags stand in different cells of one table, whole paragraphs when each tag
 * has a paragraph to itself (and paragraphLoop is on), otherwise the text from one tag to the other.
 */
export function loopExtent(xml: string, pair: LoopPair, options: { readonly paragraphLoop: boolean; readonly tidy: boolean }): LoopExtent | ExtentFault {
  const { open, close } = pair;
  if (open.tag.container !== undefined) return namedExtent(pair, open.tag.container);
  const common = commonAncestor(open.endElement, close.startElement);
  if (crosses(open.endElement, common, stories) !== crosses(close.startElement, common, stories)) return 'loop-containers';
  const openInCell = crosses(open.endElement, common, cells);
  if (openInCell !== crosses(close.startElement, common, cells)) return 'loop-containers';
  if (openInCell) return rowExtent(open, close, common);
  return (options.paragraphLoop ? paragraphExtent(xml, open, close, options.tidy) : undefined)
    ?? (options.paragraphLoop && options.tidy ? wholeParagraphs(xml, open, close) : undefined)
    ?? textExtent(xml, open, close, common, options.tidy);
}

function namedExtent(pair: LoopPair, name: string): LoopExtent | ExtentFault {
  const first = closest(pair.open.startElement, name);
  const last = closest(pair.close.endElement, name);
  if (first === undefined || last === undefined) return 'unknown-container';
  return first.parent === last.parent ? blocks(first, last) : 'loop-containers';
}

function rowExtent(open: PlacedTag, close: PlacedTag, common: XmlElement): LoopExtent | ExtentFault {
  const row = closest(common, ...rows, ...cells);
  if (row !== undefined && rows.includes(row.name)) return blocks(row, row);
  const first = childOf(common, open.endElement);
  const last = childOf(common, close.startElement);
  // Two tables side by side have the body, or the cell around them, in common: nothing there is a row.
  const table = closest(common, 'w:tbl', 'a:tbl', ...cells);
  if (table === undefined || cells.includes(table.name) || crosses(open.endElement, common, ['w:tbl', 'a:tbl'])) return 'loop-containers';
  return blocks(first, last);
}

function paragraphExtent(xml: string, open: PlacedTag, close: PlacedTag, tidy: boolean): LoopExtent | undefined {
  const first = closest(open.startElement, 'w:p', 'a:p');
  const last = closest(close.endElement, 'w:p', 'a:p');
  if (first === undefined || last === undefined || first === last) return undefined;
  // A tag that makes one of several paragraphs has none to itself.
  if (closest(open.endElement, 'w:p', 'a:p') !== first || closest(close.startElement, 'w:p', 'a:p') !== last) return undefined;
  const container = commonAncestor(first, last);
  const firstBlock = childOf(container, first);
  const lastBlock = childOf(container, last);
  if (firstBlock === lastBlock || !holdsOnly(xml, firstBlock, open.cuts, tidy) || !holdsOnly(xml, lastBlock, close.cuts, tidy)) return undefined;
  // A section ends with its paragraph, so that paragraph stays where it is, once; pictures and fields are repeated.
  const keepsFirst = endsSection(firstBlock);
  const keepsLast = endsSection(lastBlock);
  const repeatsFirst = !keepsFirst && holdsVisible(firstBlock);
  const repeatsLast = !keepsLast && holdsVisible(lastBlock);
  return {
    kind: 'blocks',
    container,
    from: keepsFirst ? firstBlock.to : firstBlock.from,
    bodyFrom: repeatsFirst ? firstBlock.from : firstBlock.to,
    bodyTo: repeatsLast ? lastBlock.to : lastBlock.from,
    to: keepsLast ? lastBlock.from : lastBlock.to,
    dropped: [...(keepsFirst || repeatsFirst ? [] : [firstBlock]), ...(keepsLast || repeatsLast ? [] : [lastBlock])],
    kept: [...(keepsFirst ? [firstBlock] : []), ...(keepsLast ? [lastBlock] : [])],
  };
}

/**
 * `{#系统}名称：{名称}` ¶ `负责人：{负责人}{/系统}`: nothing stands before the one nor behind the other, so the paragraphs are meant. Text alone
 * would run the end of each into the beginning of the next.
 */
function wholeParagraphs(xml: string, open: PlacedTag, close: PlacedTag): LoopExtent | undefined {
  const first = closest(open.startElement, 'w:p', 'a:p');
  const last = closest(close.endElement, 'w:p', 'a:p');
  if (first === undefined || last === undefined || first === last || first.parent !== last.parent || endsSection(first) || endsSection(last)) return undefined;
  const isWhole = blankBetween(xml, first, first.from, open.from) && blankBetween(xml, last, close.to, last.to) && !hasVisible(first, first.from, open.from) && !hasVisible(last, close.to, last.to);
  return isWhole ? blocks(first, last) : undefined;
}

function textExtent(xml: string, open: PlacedTag, close: PlacedTag, common: XmlElement, tidy: boolean): LoopExtent | ExtentFault {
  // Of an opening tag in several runs docxtemplater repeats all but the first run, whose format then is that of what follows an empty loop.
  const outer = tidy ? undefined : commonAncestor(open.startElement, close.startElement);
  const [begin, ...rest] = open.cuts;
  if (outer !== undefined && begin !== undefined && rest.length > 0 && pathNames(open.startElement, outer) === pathNames(close.startElement, outer)) return text(begin.to, close.from);
  if (pathNames(open.endElement, common) === pathNames(close.startElement, common)) return text(open.to, close.from);
  // A hyperlink or content control at one end: possible where the tag is the last or first thing in it.
  const first = childOf(common, open.endElement);
  const last = childOf(common, close.startElement);
  const liftsOpen = blankBetween(xml, first, open.to, first.to);
  const liftsClose = blankBetween(xml, last, last.from, close.from);
  return liftsOpen && liftsClose ? text(first.to, last.from) : 'loop-containers';
}

/** Whole elements, from the first to the last. */
export function blocks(first: XmlElement, last: XmlElement): LoopExtent {
  return { kind: 'blocks', container: first.parent, from: first.from, bodyFrom: first.from, bodyTo: last.to, to: last.to, dropped: [], kept: [] };
}

function text(from: number, to: number): LoopExtent {
  return { kind: 'text', container: undefined, from, bodyFrom: from, bodyTo: to, to, dropped: [], kept: [] };
}

function commonAncestor(left: XmlElement, right: XmlElement): XmlElement {
  let at = left;
  while (at.parent !== undefined && !(at.from <= right.from && right.to <= at.to)) at = at.parent;
  return at;
}

/** Whether an element of one of the names lies between the element (included) and the ancestor (excluded). */
function crosses(element: XmlElement, ancestor: XmlElement, names: readonly string[]): boolean {
  const found = closest(element, ...names);
  return found !== undefined && found.depth > ancestor.depth;
}

function childOf(ancestor: XmlElement, element: XmlElement): XmlElement {
  let at = element;
  while (at.parent !== undefined && at.parent !== ancestor) at = at.parent;
  return at;
}

function pathNames(element: XmlElement, ancestor: XmlElement): string {
  const names: string[] = [];
  for (let at: XmlElement | undefined = element; at !== undefined && at !== ancestor; at = at.parent) names.push(at.name);
  return names.join(' ');
}

/** Whether the only text of a block is the tag. */
function holdsOnly(xml: string, block: XmlElement, cuts: readonly Cut[], blanksAllowed: boolean): boolean {
  let from = block.from;
  for (const cut of cuts) {
    if (!blankBetween(xml, block, from, cut.from, blanksAllowed)) return false;
    from = cut.to;
  }
  return blankBetween(xml, block, from, block.to, blanksAllowed);
}

function blankBetween(xml: string, block: XmlElement, from: number, to: number, blanksAllowed = true): boolean {
  const texts = block.name === 'w:t' || block.name === 'a:t' ? [block] : [...descendantsOf(block, 'w:t'), ...descendantsOf(block, 'a:t')];
  return texts.every((element) => {
    const start = Math.max(from, element.contentFrom);
    const end = Math.min(to, element.contentTo);
    return start >= end || (blanksAllowed && xml.slice(start, end).trim() === '');
  });
}

function holdsVisible(block: XmlElement): boolean {
  return hasVisible(block, block.from, block.to);
}

function hasVisible(block: XmlElement, from: number, to: number): boolean {
  return visible.some((name) => descendantsOf(block, name).some((element) => element.from < to && from < element.to));
}

function endsSection(block: XmlElement): boolean {
  return descendantsOf(block, 'w:sectPr').length > 0;
}
