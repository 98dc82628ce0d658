import type { TemplateProblem } from '../tags/template-problem.ts';
import { decodeText } from './escape-text.ts';
import type { Replacement } from './edits.ts';
import type { PlacedLoop } from './loop-edits.ts';
import type { TemplatePart } from './package-parts.ts';
import { placeName } from './place-name.ts';
import { problemAt } from './place-tags.ts';
import { attributeOf, descendantsOf, type XmlElement } from './xml-tree.ts';

/** Fields that bring in content from elsewhere when they are updated, some of them as soon as the document is opened. */
const fetching: ReadonlySet<string> = new Set(['INCLUDEPICTURE', 'INCLUDETEXT', 'INCLUDE', 'IMPORT', 'DDE', 'DDEAUTO', 'LINK', 'DATABASE', 'RD']);

/** A loop around half a field would leave more beginnings than ends, or fewer: Word does not open that. */
export function splitFields(xml: string, root: XmlElement, loops: readonly PlacedLoop[], part: TemplatePart): readonly TemplateProblem[] {
  const marks = descendantsOf(root, 'w:fldChar');
  if (marks.length === 0) return [];
  return loops.flatMap(({ pair, extent }) => {
    let depth = 0;
    for (const mark of marks) {
      if (mark.from < extent.bodyFrom || mark.from >= extent.bodyTo) continue;
      const type = attributeOf(xml, mark, 'w:fldCharType');
      if (type === 'begin') depth += 1;
      else if (depth === 0) return [problemAt('loop-in-field', part, pair.open.place, `${pair.open.written}…${pair.close.written}`)];
      else if (type === 'end') depth -= 1;
    }
    return depth === 0 ? [] : [problemAt('loop-in-field', part, pair.open.place, `${pair.open.written}…${pair.close.written}`)];
  });
}

/** Fields that would bring in something from outside the document; so would one whose kind another field works out. */
export function fetchingFields(xml: string, root: XmlElement, part: TemplatePart): readonly TemplateProblem[] {
  return fieldsOf(xml, root).flatMap(({ code, isWorkedOut, element }): TemplateProblem[] => {
    const kind = /^\s*([A-Za-z]+)/.exec(code)?.[1]?.toUpperCase() ?? '';
    if (!isWorkedOut && !fetching.has(kind)) return [];
    const tag = code.trim().slice(0, 80);
    return [{
      code: 'bad-part',
      part: part.label,
      place: placeName(root, element),
      tag,
      message: `域“${tag}”会从文件之外取内容，交付后会打不开，也会向外联网。`,
      suggestion: '选中它，按 Ctrl+Shift+F9 变成普通内容，或删去',
    }];
  });
}

/** Tables of contents and lists of figures are told to be made anew when the document is opened. */
export function staleContents(xml: string, root: XmlElement): readonly Replacement[] {
  return fieldsOf(xml, root).flatMap(({ code, element }): Replacement[] => {
    if (!/^\s*(?:TOC|TOA|INDEX)\b/i.test(code) || attributeOf(xml, element, 'w:dirty') !== undefined) return [];
    const at = element.from + 1 + element.name.length;
    return [{ kind: 'replace', from: at, to: at, content: [' w:dirty="true"'], when: 'always' }];
  });
}

type Field = { code: string; isWorkedOut: boolean; inResult: boolean; readonly element: XmlElement };

/** The codes of all fields, put together from their pieces. */
function fieldsOf(xml: string, root: XmlElement): readonly Field[] {
  const found: Field[] = [];
  const open: Field[] = [];
  const visit = (element: XmlElement): void => {
    const top = open.at(-1);
    if (element.name === 'w:fldSimple') {
      found.push({ code: decodeText(attributeOf(xml, element, 'w:instr') ?? '').text, isWorkedOut: false, inResult: true, element });
    } else if (element.name === 'w:instrText' && top !== undefined && !top.inResult) {
      top.code += decodeText(xml.slice(element.contentFrom, element.contentTo)).text;
    } else if (element.name === 'w:fldChar') {
      const type = attributeOf(xml, element, 'w:fldCharType');
      if (type === 'begin') {
        // `{ { QUOTE 68 68 69 } … }`: what kind of field this is shows only when Word has worked it out.
        if (top !== undefined && !top.inResult && !/[A-Za-z=]/.test(top.code)) top.isWorkedOut = true;
        const field = { code: '', isWorkedOut: false, inResult: false, element };
        open.push(field);
        found.push(field);
      } else if (type === 'separate' && top !== undefined) {
        top.inResult = true;
      } else if (type === 'end') {
        open.pop();
      }
    }
    for (const child of element.children) visit(child);
  };
  visit(root);
  return found;
}
