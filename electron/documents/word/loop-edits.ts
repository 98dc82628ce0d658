import { removal, type LoopEdit, type Replacement } from './edits.ts';
import type { LoopExtent } from './loop-extent.ts';
import { breakParagraph, fixedText, type ListStarts } from './program.ts';
import type { LoopPair } from './pair-loops.ts';
import { attributeOf, childNamed, closest, descendantsOf, type XmlElement } from './xml-tree.ts';

/** A loop whose extent is known; depth counts the loops around its tags. */
export type PlacedLoop = { readonly pair: LoopPair; readonly extent: LoopExtent; readonly depth: number };

const emptyParagraph = '<w:p/>';

/** The repetition of a loop, with what must stay when it repeats nothing and what must stand between its copies. */
export function loopEdit(xml: string, loop: PlacedLoop, loops: readonly PlacedLoop[], tidy: boolean, lists: ListStarts | undefined, partLabel: string): LoopEdit {
  const { pair, extent, depth } = loop;
  const { from, to, bodyFrom, bodyTo } = extent;
  const closing = breaksPage(xml, closest(pair.close.endElement, 'w:p'), extent);
  const base = { kind: 'loop', from, to, bodyFrom, bodyTo, depth } as const;
  const source = { part: partLabel, place: pair.open.place, tag: pair.open.written };
  const common = { expression: pair.open.tag.expression, inverted: pair.open.tag.inverted, source, ...(lists !== undefined && { lists }) };
  if (extent.kind === 'text') {
    return { ...base, operation: { ...common, between: fixedText(''), whenEmpty: fixedText(sectionBetweenTexts(xml, pair, extent)) }, endsPage: false };
  }
  const blocks = blocksBetween(extent);
  const section = tidy && followsContent(extent, loops) ? sectionKept(xml, blocks) : '';
  const between = tidy && blocks[0]?.name === 'w:tbl' && blocks.at(-1)?.name === 'w:tbl' ? emptyParagraph : '';
  const whenEmpty = section !== '' ? section : closing ? breakParagraph : tidy && tablesWouldMeet(extent) ? emptyParagraph : '';
  return { ...base, operation: { ...common, between: fixedText(between), whenEmpty: fixedText(whenEmpty) }, endsPage: closing };
}

/** A paragraph that stays only because a section ends with it gives up its own format: it is no line of the text any more. */
export function keptParagraphEdits(loops: readonly PlacedLoop[]): readonly Replacement[] {
  return loops.flatMap(({ extent }) =>
    extent.kept.flatMap((paragraph) => (childNamed(paragraph, 'w:pPr')?.children ?? []).filter((child) => child.name !== 'w:sectPr').map((child) => removal(child.from, child.to))),
  );
}

/** The children of the container that the body of a loop consists of. */
export function blocksBetween(extent: LoopExtent): readonly XmlElement[] {
  return (extent.container?.children ?? []).filter((child) => child.from >= extent.bodyFrom && child.to <= extent.bodyTo);
}

/** The opening paragraph vanishes, but the page break in it is meant: every copy begins on a fresh page. */
export function openingBreakEdits(xml: string, loops: readonly PlacedLoop[]): readonly Replacement[] {
  return loops.flatMap(({ pair, extent }) =>
    breaksPage(xml, closest(pair.open.startElement, 'w:p'), extent) ? [{ kind: 'replace', from: extent.bodyFrom, to: extent.bodyFrom, content: [breakParagraph], when: 'always' }] : [],
  );
}

/** The closing paragraph vanishes, but the page break in it is meant: after the last copy. */
function breaksPage(xml: string, paragraph: XmlElement | undefined, extent: LoopExtent): boolean {
  return paragraph !== undefined && extent.dropped.includes(paragraph) && holdsPageBreak(xml, paragraph);
}

export function holdsPageBreak(xml: string, block: XmlElement): boolean {
  return descendantsOf(block, 'w:br').some((element) => attributeOf(xml, element, 'w:type') === 'page');
}

/** Text before the loop belongs to the section that ends inside of it: without that end it would take the next section's page. */
function sectionKept(xml: string, blocks: readonly XmlElement[]): string {
  const section = blocks.flatMap((block) => descendantsOf(block, 'w:sectPr'))[0];
  return section === undefined ? '' : `<w:p><w:pPr>${xml.slice(section.from, section.to)}</w:pPr></w:p>`;
}

/** Whether something of the page stands before the loop in its section; paragraphs that vanish with the tags of loops around it do not. */
function followsContent(extent: LoopExtent, loops: readonly PlacedLoop[]): boolean {
  const before = (extent.container?.children ?? []).findLast((child) => child.to <= extent.from && !loops.some((outer) => outer.extent.dropped.includes(child)));
  return before !== undefined && descendantsOf(before, 'w:sectPr').length === 0;
}

/** A loop from the text of one paragraph to that of another: the paragraphs become one, unless a section ends with the latter. */
function sectionBetweenTexts(xml: string, pair: LoopPair, extent: LoopExtent): string {
  const paragraph = closest(pair.close.startElement, 'w:p');
  const properties = paragraph === undefined || paragraph.from < extent.from ? undefined : childNamed(paragraph, 'w:pPr');
  const section = properties === undefined ? undefined : childNamed(properties, 'w:sectPr');
  // A loop that begins behind its tag's paragraph leaves the other one whole.
  const isWithinText = extent.from < pair.open.endElement.to;
  if (section === undefined || !isWithinText || pair.close.startElement.parent?.parent !== paragraph) return '';
  return `</w:t></w:r></w:p><w:p><w:pPr>${xml.slice(section.from, section.to)}</w:pPr><w:r><w:t xml:space="preserve">`;
}

/** Word joins two tables that touch into one. */
function tablesWouldMeet(extent: LoopExtent): boolean {
  const siblings = (extent.container?.children ?? []).filter((child) => !child.name.startsWith('w:bookmark'));
  const before = siblings.findLast((child) => child.to <= extent.from);
  const behind = siblings.find((child) => child.from >= extent.to);
  return before?.name === 'w:tbl' && behind?.name === 'w:tbl';
}
