import type { Replacement } from './edits.ts';
import type { PlacedLoop } from './loop-edits.ts';
import { fixedText, type Operation } from './program.ts';
import { attributeOf, attributeSpan, childNamed, descendantsOf, type XmlElement } from './xml-tree.ts';

/** What must come before w:type in a w:sectPr. */
const beforeType: ReadonlySet<string> = new Set(['w:headerReference', 'w:footerReference', 'w:footnotePr', 'w:endnotePr']);

/**
 * Section ends that a loop repeats: later copies inherit the headers and footers of the first, and begin the way the section after
 * the loop does, so that a continuous layout stays continuous.
 */
export function sectionEdits(xml: string, root: XmlElement, loops: readonly PlacedLoop[], slot: () => number): readonly Replacement[] {
  const sections = descendantsOf(root, 'w:sectPr');
  const edits = new Map<number, Replacement>();
  for (const { extent } of loops) {
    const inside = sections.filter((section) => section.from >= extent.bodyFrom && section.to <= extent.bodyTo);
    const withReferences = inside.filter((section) => section.children.some(isReference));
    if (withReferences.length === 1) {
      for (const reference of withReferences[0]?.children.filter(isReference) ?? []) {
        edits.set(reference.from, { kind: 'replace', from: reference.from, to: reference.to, content: [{ kind: 'copy', slot: slot(), per: 'record', first: referenceSteps(xml, reference).map((step) => (typeof step === 'string' ? fixedText(step) : step)), later: [] }], when: 'always' });
      }
    }
    const [only, another] = inside;
    const next = only === undefined ? undefined : sections[sections.indexOf(only) + 1];
    if (only !== undefined && another === undefined && next !== undefined && isContinuous(xml, next) && childNamed(only, 'w:type') === undefined && !only.selfClosing) {
      const before = only.children.findLast((child) => beforeType.has(child.name));
      const at = before?.to ?? only.contentFrom;
      edits.set(at, { kind: 'replace', from: at, to: at, content: [{ kind: 'copy', slot: slot(), per: 'record', first: [], later: [fixedText('<w:type w:val="continuous"/>')] }], when: 'always' });
    }
  }
  return [...edits.values()];
}

/** A header or footer reference whose part may differ between the records of a document. */
export function referenceSteps(xml: string, reference: XmlElement): readonly (string | Operation)[] {
  const id = attributeSpan(xml, reference, 'r:id');
  return id === undefined ? [xml.slice(reference.from, reference.to)] : [xml.slice(reference.from, id.valueFrom), { kind: 'reference', id: id.value }, xml.slice(id.valueTo, reference.to)];
}

export function isReference(element: XmlElement): boolean {
  return element.name === 'w:headerReference' || element.name === 'w:footerReference';
}

function isContinuous(xml: string, section: XmlElement): boolean {
  const type = childNamed(section, 'w:type');
  return type !== undefined && attributeOf(xml, type, 'w:val') === 'continuous';
}
