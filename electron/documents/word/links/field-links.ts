import { decodeText } from '../escape-text.ts';
import { attributeText } from '../pictures/picture-xml.ts';
import type { Replacement } from '../edits.ts';
import { attributeOf, attributeSpan, childNamed, descendantsOf, type XmlElement } from '../xml-tree.ts';
import { checkedLink, linkStep, type LinkEdits, type LinkSurroundings } from './checked-link.ts';
import { linkPieces, type FoundPieces } from './link-pieces.ts';

/** `HYPERLINK "{网址}" \o "提示"`: the pieces of its target, and the rest of it as it is. */
type FieldCode = { readonly pieces: FoundPieces; readonly rest: string; readonly isPlain: boolean };

/** Switches with a text of their own behind them. */
const withText: ReadonlySet<string> = new Set(['\\l', '\\o', '\\t', '\\s']);

/** HYPERLINK fields whose target holds tags. Others, and other kinds of fields, are Word's business. */
export function fieldLinks(around: LinkSurroundings): readonly LinkEdits[] {
  const { xml, root, delimiters } = around;
  const simple = descendantsOf(root, 'w:fldSimple').flatMap((element) => {
    const span = attributeSpan(xml, element, 'w:instr');
    const code = span === undefined ? undefined : readCode(decodeText(span.value).text, around);
    if (span === undefined || code === undefined) return [];
    return [checkedLink(around, element, code.pieces, code.isPlain && !element.selfClosing && around.sameCopies(element.from, element.to - 1), (source) => {
      const start = linkStep(code.pieces, source, 'field', `${xml.slice(element.from, span.valueFrom)} HYPERLINK `, `${attributeText(code.rest)} ${xml.slice(span.valueTo, element.contentFrom)}`);
      const end = linkStep(code.pieces, source, 'nothing', xml.slice(element.contentTo, element.to), '', false);
      return { edits: [replacement(element.from, element.contentFrom, start), replacement(element.contentTo, element.to, end)], doubts: [] };
    })];
  });
  const complex = complexFields(xml, root).flatMap((field) => {
    const text = field.instructions.map((element) => decodeText(xml.slice(element.contentFrom, element.contentTo)).text).join('');
    const code = text.includes(delimiters.start) ? readCode(text, around) : undefined;
    if (code === undefined) return [];
    const { begin, end } = field;
    const separate = field.separate ?? end;
    const isMovable = code.isPlain && !field.isNesting && isLine(begin, separate) && around.sameCopies(begin.from, end.from);
    return [checkedLink(around, begin, code.pieces, isMovable, (source) => {
      const before = `${xml.slice(begin.from, begin.to)}</w:r><w:r>${formatOf(xml, begin)}<w:instrText xml:space="preserve"> HYPERLINK `;
      const behind = `${attributeText(code.rest)} </w:instrText></w:r><w:r>${formatOf(xml, separate)}${xml.slice(separate.from, separate.to)}`;
      const start = replacement(begin.from, separate.to, linkStep(code.pieces, source, 'field', before, behind));
      const closing = field.separate === undefined ? [] : [replacement(end.from, end.to, linkStep(code.pieces, source, 'nothing', xml.slice(end.from, end.to), '', false))];
      return { edits: [start, ...closing], doubts: [] };
    })];
  });
  return [...simple, ...complex];
}

function replacement(from: number, to: number, step: ReturnType<typeof linkStep>): Replacement {
  return { kind: 'replace', from, to, content: [step], when: 'always' };
}

/** undefined when it is no HYPERLINK with a tag in it; isPlain unless a tag stands where it has no meaning. */
function readCode(code: string, { delimiters }: LinkSurroundings): FieldCode | undefined {
  const args = /^\s*HYPERLINK\b(.*)$/is.exec(code)?.[1];
  if (args === undefined) return undefined;
  let target: string | undefined;
  let place: string | undefined;
  let behind: string | undefined;
  let rest = '';
  let isPlain = true;
  for (const [whole, quoted, escaped] of args.matchAll(/"((?:[^"\\]|\\.)*)(?:"|$)|(\\[a-z])|[^\s"\\]\S*/gis)) {
    const text = quoted === undefined ? whole : quoted.replace(/\\(.)/g, '$1');
    if (escaped !== undefined) {
      behind = withText.has(escaped.toLowerCase()) ? escaped.toLowerCase() : undefined;
      if (behind !== '\\l') rest += ` ${whole}`;
      continue;
    }
    if (behind === '\\l') place = text;
    else if (behind === undefined && target === undefined) target = text;
    else {
      rest += ` ${whole}`;
      isPlain &&= linkPieces(text, delimiters) === undefined;
    }
    behind = undefined;
  }
  const whole = `${target ?? ''}${place === undefined ? '' : `#${place}`}`;
  const pieces = linkPieces(whole, delimiters);
  return pieces === undefined ? undefined : { pieces, rest, isPlain };
}

type ComplexField = { readonly begin: XmlElement; readonly separate: XmlElement | undefined; readonly end: XmlElement; readonly instructions: readonly XmlElement[]; readonly isNesting: boolean };

/** Fields made of marks in runs; isNesting when another field stands in the code. */
function complexFields(xml: string, root: XmlElement): readonly ComplexField[] {
  const found: ComplexField[] = [];
  const open: { begin: XmlElement; separate: XmlElement | undefined; instructions: XmlElement[]; isNesting: boolean }[] = [];
  const visit = (element: XmlElement): void => {
    const top = open.at(-1);
    if (element.name === 'w:instrText') {
      if (top !== undefined && top.separate === undefined) top.instructions.push(element);
    } else if (element.name === 'w:fldChar') {
      const type = attributeOf(xml, element, 'w:fldCharType');
      if (type === 'begin') {
        if (top !== undefined && top.separate === undefined) top.isNesting = true;
        open.push({ begin: element, separate: undefined, instructions: [], isNesting: false });
      } else if (type === 'separate' && top !== undefined) {
        top.separate = element;
      } else if (type === 'end' && open.pop() !== undefined && top !== undefined) {
        found.push({ ...top, end: element });
      }
    }
    for (const child of element.children) visit(child);
  };
  visit(root);
  return found;
}

/** Whether nothing but runs of field code stands from one mark to the other, in one paragraph. */
function isLine(begin: XmlElement, separate: XmlElement): boolean {
  const [first, last] = [begin.parent, separate.parent];
  if (first?.name !== 'w:r' || last?.name !== 'w:r' || first.parent !== last.parent) return false;
  const between = (first.parent?.children ?? []).filter((child) => child.from >= first.from && child.to <= last.to);
  return between.every((child) => child.name === 'w:proofErr' || (child.name === 'w:r' && child.children.every((inner) => inner.to <= begin.to || inner.from >= separate.from || /^w:(?:rPr|instrText|fldChar|proofErr|lastRenderedPageBreak)$/.test(inner.name))));
}

function formatOf(xml: string, mark: XmlElement): string {
  const properties = mark.parent === undefined ? undefined : childNamed(mark.parent, 'w:rPr');
  return properties === undefined ? '' : xml.slice(properties.from, properties.to);
}
