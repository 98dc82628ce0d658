import type { Expression } from '../tags/expression.ts';
import type { TextStyle } from './escape-text.ts';
import { removal, type Replacement } from './edits.ts';
import type { PlacedTag } from './place-tags.ts';
import type { Operation } from './program.ts';
import { attributeOf, childNamed, closest, descendantsOf, type XmlElement } from './xml-tree.ts';

/**
 * The value of a tag in place of its first piece; its other pieces vanish, so the format of the run in which the tag begins wins.
 * @param linkFormat the w:rPr of a link in a run with these properties; undefined where no link can stand
 */
export function valueEdits(xml: string, placed: PlacedTag, expression: Expression, partLabel: string, linkFormat: ((properties: string) => string) | undefined): readonly Replacement[] {
  const style = textStyle(xml, placed.startElement);
  const operation: Operation = {
    kind: 'text',
    expression,
    style,
    link: style.kind === 'word' && style.runProperties !== undefined ? linkFormat?.(style.runProperties) : undefined,
    source: { part: partLabel, place: placed.place, tag: placed.written },
  };
  return placed.cuts.map((cut, index) => (index === 0 ? { kind: 'replace', ...cut, content: [operation], when: 'always' } : removal(cut.from, cut.to)));
}

/** The tag vanishes. */
export function cutEdits(placed: PlacedTag): readonly Replacement[] {
  return placed.cuts.map((cut) => removal(cut.from, cut.to));
}

/** Blanks at either end of a w:t count only where it says so; values may begin or end with them. */
export function spaceEdits(xml: string, tags: readonly PlacedTag[]): readonly Replacement[] {
  const touched = new Set<XmlElement>();
  for (const placed of tags) {
    for (const piece of placed.paragraph.pieces) {
      const element = piece.element;
      if (element.name === 'w:t' && element.from >= placed.startElement.from && element.from <= placed.endElement.from) touched.add(element);
    }
  }
  return [...touched]
    .filter((element) => attributeOf(xml, element, 'xml:space') === undefined)
    .map((element) => ({ kind: 'replace', from: element.contentFrom - 1, to: element.contentFrom, content: [' xml:space="preserve">'], when: 'always' }));
}

/**
 * A content control that holds a tag must not take its text back from a bound store when Word opens the document,
 * nor treat the filled-in text as a prompt that vanishes at the first key.
 */
export function contentControlEdits(xml: string, tags: readonly PlacedTag[]): readonly Replacement[] {
  const controls = new Set<XmlElement>();
  for (const placed of tags) {
    for (let control = closest(placed.startElement, 'w:sdt'); control !== undefined; control = closest(control.parent, 'w:sdt')) controls.add(control);
  }
  return [...controls].flatMap((control) => {
    const properties = childNamed(control, 'w:sdtPr');
    if (properties === undefined) return [];
    const stale = properties.children.filter((child) => child.name === 'w:dataBinding' || child.name === 'w15:dataBinding' || child.name === 'w:showingPlcHdr');
    const prompts = stale.some((child) => child.name === 'w:showingPlcHdr') ? descendantsOf(control, 'w:rStyle').filter((style) => isPromptStyle(xml, style)) : [];
    return [...stale, ...prompts].map((element) => removal(element.from, element.to));
  });
}

function isPromptStyle(xml: string, style: XmlElement): boolean {
  return /^PlaceholderText$/i.test(attributeOf(xml, style, 'w:val') ?? '');
}

function textStyle(xml: string, element: XmlElement): TextStyle {
  const run = element.parent;
  if (element.name === 'w:t') {
    const properties = run?.name === 'w:r' ? childNamed(run, 'w:rPr') : undefined;
    const known = properties === undefined ? '' : xml.slice(properties.from, properties.to);
    return { kind: 'word', runProperties: run?.name === 'w:r' ? known : undefined };
  }
  if (element.name !== 'a:t' || run?.name !== 'a:r') return { kind: 'line' };
  const properties = childNamed(run, 'a:rPr');
  return { kind: 'drawing', runProperties: properties === undefined ? '' : xml.slice(properties.from, properties.to) };
}
