import { inBuildingOrder, type Replacement } from './edits.ts';
import { attributeSpan, descendantsOf, type XmlElement } from './xml-tree.ts';

const pageCount = /\bNUMPAGES\b/gi;

/**
 * Fields that count the pages of the document count those of their section instead: where every record of a volume is one section,
 * `第 1 页 共 2 页` then speaks of the record.
 */
export function pageCountEdits(xml: string, root: XmlElement): readonly Replacement[] {
  const codes = [
    ...descendantsOf(root, 'w:instrText').map((element) => ({ from: element.contentFrom, to: element.contentTo })),
    ...descendantsOf(root, 'w:fldSimple').flatMap((element) => {
      const span = attributeSpan(xml, element, 'w:instr');
      return span === undefined ? [] : [{ from: span.valueFrom, to: span.valueTo }];
    }),
  ];
  return codes.flatMap(({ from, to }) =>
    [...xml.slice(from, to).matchAll(pageCount)].map((match): Replacement => ({ kind: 'replace', from: from + match.index, to: from + match.index + match[0].length, content: ['SECTIONPAGES'], when: 'always' })),
  );
}

/** The part with these texts in place of the ones it has. */
export function withReplacements(xml: string, edits: readonly Replacement[]): string {
  return inBuildingOrder(edits).reduceRight((text, { from, to, ...edit }) => ('content' in edit ? text.slice(0, from) + edit.content.filter((piece) => typeof piece === 'string').join('') + text.slice(to) : text), xml);
}
