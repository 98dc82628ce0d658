import type { Replacement } from './edits.ts';
import { descendantsOf, type XmlElement } from './xml-tree.ts';

/** What may follow a table at once: paragraphs, tables, the last section; and by the same prefixes docxtemplater lets pass w:permStart, w:proofErr. */
const mayFollow = /^w:(p|tbl|sectPr)/;

/**
 * An empty paragraph behind every table that is followed by something else than a paragraph, a table or the end of the document's last
 * section: docxtemplater writes it, and templates made for it count on the distance.
 */
export function tableEndEdits(root: XmlElement): readonly Replacement[] {
  return descendantsOf(root, 'w:tbl').flatMap((table) => {
    const parent = table.parent;
    if (parent === undefined) return [];
    const next = parent.children.find((sibling) => sibling.from >= table.to && sibling.name !== 'w:bookmarkEnd');
    const isApart = next === undefined ? parent.name === 'w:hdr' || parent.name === 'w:ftr' || parent.name === '#part' : mayFollow.test(next.name);
    if (isApart) return [];
    const at = next?.from ?? parent.contentTo;
    return [{ kind: 'replace', from: at, to: at, content: ['<w:p/>'], when: 'always' }];
  });
}
