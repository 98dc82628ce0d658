import { defaultDelimiters, type Delimiters } from '../../tags/find-tags.ts';
import { removal, type Replacement } from '../edits.ts';
import type { TagSource } from '../program.ts';
import { attributeOf, attributeSpan, descendantsOf, type XmlElement } from '../xml-tree.ts';
import { checkedLink, linkStep, type LinkEdits, type LinkSurroundings } from './checked-link.ts';
import { fieldLinks } from './field-links.ts';
import type { FoundPieces } from './link-pieces.ts';
import type { TaggedLinks } from './tagged-relationships.ts';

/**
 * Links whose target holds tags: w:hyperlink, links on drawings, HYPERLINK fields. Where the data has no address, or one that is not
 * allowed, the text stays and the link goes.
 * @param isReplaced whether another edit writes this stretch anew: a link in it could not follow the record
 */
export function linkEdits(around: Omit<LinkSurroundings, 'delimiters'> & { readonly delimiters?: Delimiters | undefined }, links: TaggedLinks, isReplaced: (element: XmlElement) => boolean): LinkEdits {
  const surroundings = { ...around, delimiters: around.delimiters ?? defaultDelimiters };
  const found = [...relationshipLinks(surroundings, links, isReplaced), ...fieldLinks(surroundings)];
  return { edits: found.flatMap(({ edits }) => edits), tags: found.flatMap(({ tags }) => tags), problems: found.flatMap(({ problems }) => problems), doubts: found.flatMap(({ doubts }) => doubts) };
}

function relationshipLinks(around: LinkSurroundings, links: TaggedLinks, isReplaced: (element: XmlElement) => boolean): readonly LinkEdits[] {
  const { xml, root } = around;
  if (links.size === 0) return [];
  const elements = ['w:hyperlink', 'a:hlinkClick', 'a:hlinkHover', 'a:hlinkMouseOver'].flatMap((name) => descendantsOf(root, name));
  return elements.flatMap((element) => {
    const pieces = links.get(attributeOf(xml, element, 'r:id') ?? '');
    if (pieces === undefined) return [];
    const isMovable = around.sameCopies(element.from, element.to - 1) && !isReplaced(element);
    return [checkedLink(around, element, pieces, isMovable, (source) => (element.name === 'w:hyperlink' ? hyperlinkEdits(around, element, pieces, source) : drawingLinkEdits(xml, element, pieces, source)))];
  });
}

function hyperlinkEdits({ xml, part, delimiters }: LinkSurroundings, element: XmlElement, pieces: FoundPieces, source: TagSource): Omit<LinkEdits, 'tags' | 'problems'> {
  const name = '<w:hyperlink';
  const tip = attributeSpan(xml, element, 'w:tooltip');
  const isTaggedTip = tip !== undefined && tip.value.includes(delimiters.start);
  const anchor = attributeSpan(xml, element, 'w:anchor');
  const going = [attributeSpan(xml, element, 'r:id'), anchor, isTaggedTip ? tip : undefined].filter((span) => span !== undefined).toSorted((left, right) => right.from - left.from);
  const start = going.reduce((text, span) => text.slice(0, span.from - element.from) + text.slice(span.to - element.from), xml.slice(element.from, element.contentFrom));
  const opening: Replacement = { kind: 'replace', from: element.from, to: element.contentFrom, content: [{ ...linkStep(pieces, source, 'target', name, start.slice(name.length)), anchor: anchor?.value }], when: 'always' };
  const closing: Replacement = { kind: 'replace', from: element.contentTo, to: element.to, content: [linkStep(pieces, source, 'nothing', '</w:hyperlink>', '', false)], when: 'always' };
  const doubts = isTaggedTip ? [{ part: part.label, place: source.place, tag: tip.value, message: '链接的屏幕提示里不能写标签，已去掉。' }] : [];
  return { edits: element.selfClosing ? [removal(element.from, element.to)] : [opening, closing], doubts };
}

/** A link on a drawing stands twice in it, for the frame and for the picture. */
function drawingLinkEdits(xml: string, element: XmlElement, pieces: FoundPieces, source: TagSource): Omit<LinkEdits, 'tags' | 'problems'> {
  const id = attributeSpan(xml, element, 'r:id');
  if (id === undefined) return { edits: [], doubts: [] };
  const step = linkStep(pieces, source, 'relationship', xml.slice(element.from, id.valueFrom), xml.slice(id.valueTo, element.to), element.parent?.name === 'wp:docPr');
  return { edits: [{ kind: 'replace', from: element.from, to: element.to, content: [step], when: 'always' }], doubts: [] };
}
