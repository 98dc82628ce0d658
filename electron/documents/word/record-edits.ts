import type { Replacement } from './edits.ts';
import { fixedText, type Operation } from './program.ts';
import { isReference, referenceSteps } from './section-edits.ts';
import { attributeOf, attributeSpan, childNamed, descendantsOf, type XmlElement } from './xml-tree.ts';

/** What must come before w:pgNumType in a w:sectPr. */
const beforePageNumbers: ReadonlySet<string> = new Set([
  'w:headerReference', 'w:footerReference', 'w:footnotePr', 'w:endnotePr', 'w:type', 'w:pgSz', 'w:pgMar', 'w:paperSrc', 'w:pgBorders', 'w:lnNumType',
]);

export type PageNumbers = 'per-record' | 'continuous';

/** Where a record begins: on the next page, or on the next page with an odd number, which is a front page in two-sided printing. */
export type StartOn = 'page' | 'odd-page';

/** restarting: notes that are numbered from 1 in every record, which is one section. */
export type RecordSections = { readonly pageNumbers: PageNumbers; readonly startOn: StartOn; readonly restarting: readonly RestartingNotes[] };

export type RestartingNotes = 'footnote' | 'endnote';

/** What comes before w:type in a w:sectPr. */
const beforeType: ReadonlySet<string> = new Set(['w:headerReference', 'w:footerReference', 'w:footnotePr', 'w:endnotePr']);

/** The kind of the first section of a record: of the first record as the template has it, of later ones such that a page begins. */
export function sectionType(startOn: StartOn, slot: () => number, own: string): Operation {
  const opening: Operation = { kind: 'copy', slot: slot(), per: 'document', first: [fixedText(own)], later: startOn === 'odd-page' ? [fixedText('<w:type w:val="oddPage"/>')] : [] };
  return { kind: 'copy', slot: slot(), per: 'record', first: [opening], later: [fixedText(own)] };
}

/**
 * What changes in the section ends of a template when it is written once per record: the record's first section begins on a fresh page
 * (an odd one, if so told) and counts its pages from 1 (or on from the record before), and headers and footers may be the record's own.
 */
export function recordSectionEdits(xml: string, root: XmlElement, slot: () => number, { pageNumbers, startOn, restarting }: RecordSections): readonly Replacement[] {
  const sections = descendantsOf(root, 'w:sectPr').filter((section) => !section.selfClosing);
  const references = sections.flatMap((section) => section.children.filter(isReference)).map(
    (reference): Replacement => ({ kind: 'replace', from: reference.from, to: reference.to, content: referenceSteps(xml, reference), when: 'always' }),
  );
  const [first] = sections;
  if (first === undefined) return references;
  return [...references, ...restarting.flatMap((kind) => noteNumbers(xml, first, kind)), ...freshPage(xml, first, slot, startOn), ...pageNumberEdits(xml, first, slot, pageNumbers)];
}

/** Notes count from 1 in every section, unless the template says otherwise. */
function noteNumbers(xml: string, section: XmlElement, kind: RestartingNotes): readonly Replacement[] {
  const known = childNamed(section, `w:${kind}Pr`);
  const restart = '<w:numRestart w:val="eachSect"/>';
  if (known !== undefined && (known.selfClosing || childNamed(known, 'w:numRestart') !== undefined)) return [];
  const before = section.children.findLast((child) => isReference(child) || (kind === 'endnote' && child.name === 'w:footnotePr'));
  const at = known?.contentTo ?? before?.to ?? section.contentFrom;
  return [{ kind: 'replace', from: at, to: at, content: [known === undefined ? `<w:${kind}Pr>${restart}</w:${kind}Pr>` : restart], when: 'always' }];
}

/** The first section of a later record must not run on on the page of the record before. */
function freshPage(xml: string, section: XmlElement, slot: () => number, startOn: StartOn): readonly Replacement[] {
  const type = childNamed(section, 'w:type');
  const kind = type === undefined ? 'nextPage' : attributeOf(xml, type, 'w:val');
  if (startOn === 'page' && kind !== 'continuous' && kind !== 'nextColumn') return [];
  const at = section.children.findLast((child) => beforeType.has(child.name))?.to ?? section.contentFrom;
  const { from, to } = type ?? { from: at, to: at };
  return [{ kind: 'replace', from, to, content: [sectionType(startOn, slot, xml.slice(from, to))], when: 'always' }];
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
    return [restart(at, ' w:start="1"', slot)];
  }
  const at = section.children.findLast((child) => beforePageNumbers.has(child.name))?.to ?? section.contentFrom;
  return [restart(at, '<w:pgNumType w:start="1"/>', slot)];
}

/** Where the first section of a record stands in a loop, only its first copy begins the record. */
function restart(at: number, text: string, slot: () => number): Replacement {
  return { kind: 'replace', from: at, to: at, content: [{ kind: 'copy', slot: slot(), per: 'record', first: [fixedText(text)], later: [] }], when: 'always' };
}
