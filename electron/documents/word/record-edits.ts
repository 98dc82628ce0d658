import type { Replacement } from './edits.ts';
import { fixedText } from './program.ts';
import { isReference, referenceSteps } from './section-edits.ts';
import { attributeOf, attributeSpan, childNamed, descendantsOf, type XmlElement } from './xml-tree.ts';

/** What must come before w:pgNumType in a w:sectPr. */
const beforePageNumbers: ReadonlySet<string> = new Set([
  'w:headerReference', 'w:footerReference', 'w:footnotePr', 'w:endnotePr', 'w:type', 'w:pgSz', 'w:pgMar', 'w:paperSrc', 'w:pgBorders', 'w:lnNumType',
]);

export type PageNumbers = 'per-record' | 'continuous';

/**
 * What changes in the section ends of a template when it is written once per record: the record's first section begins on a fresh page
 * and counts its pages from 1 (or on from the record before), and headers and footers may be the record's own.
 */
export function recordSectionEdits(xml: string, root: XmlElement, slot: () => number, pageNumbers: PageNumbers): readonly Replacement[] {
  const sections = descendantsOf(root, 'w:sectPr').filter((section) => !section.selfClosing);
  const references = sections.flatMap((section) => section.children.filter(isReference)).map(
    (reference): Replacement => ({ kind: 'replace', from: reference.from, to: reference.to, content: referenceSteps(xml, reference), when: 'always' }),
  );
  const [first] = sections;
  if (first === undefined) return references;
  return [...references, ...freshPage(xml, first, slot), ...pageNumberEdits(xml, first, slot, pageNumbers)];
}

/** The first section of a later record must not run on on the page of the record before. */
function freshPage(xml: string, section: XmlElement, slot: () => number): readonly Replacement[] {
  const type = childNamed(section, 'w:type');
  const kind = type === undefined ? undefined : attributeOf(xml, type, 'w:val');
  if (type === undefined || (kind !== 'continuous' && kind !== 'nextColumn')) return [];
  return [{ kind: 'replace', from: type.from, to: type.to, content: [{ kind: 'copy', slot: slot(), per: 'document', first: [fixedText(xml.slice(type.from, type.to))], later: [] }], when: 'always' }];
}

function pageNumberEdits(xml: string, section: XmlElement, slot: () => number, pageNumbers: PageNumbers): readonly Replacement[] {
  const numbers = childNamed(section, 'w:pgNumType');
  const start = numbers === undefined ? undefined : attributeSpan(xml, numbers, 'w:start');
  if (pageNumbers === 'continuous') {
    return start === undefined ? [] : [{ kind: 'replace', from: start.from, to: start.to, content: [{ kind: 'copy', slot: slot(), per: 'document', first: [fixedText(xml.slice(start.from, start.to))], later: [] }], when: 'always' }];
  }
  if (start !== undefined) return [];
  if (numbers !== undefined) {
    const at = numbers.from + '<w:pgNumType'.length;
    return [{ kind: 'replace', from: at, to: at, content: [' w:start="1"'], when: 'always' }];
  }
  const at = section.children.findLast((child) => beforePageNumbers.has(child.name))?.to ?? section.contentFrom;
  return [{ kind: 'replace', from: at, to: at, content: ['<w:pgNumType w:start="1"/>'], when: 'always' }];
}
