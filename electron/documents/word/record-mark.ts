import type { Edit, Replacement } from './edits.ts';
import { fixedText, type Program } from './program.ts';
import { childNamed, descendantsOf, type XmlElement } from './xml-tree.ts';

/** An id that no bookmark of the template has. */
function freeId(xml: string): string {
  for (let id = 900_000_000; ; id++) {
    if (!xml.includes(`w:id="${id}"`)) return String(id);
  }
}

/**
 * A bookmark at the beginning of every record: in the first paragraph of the body that is always written, because between paragraphs some programs
 * take it for the end of the record before. None where there is no such paragraph.
 * @param name of the first; later ones have a number behind it
 */
export function recordMark(xml: string, body: XmlElement, edits: readonly Edit[], name: string, slot: () => number): readonly Replacement[] {
  for (const paragraph of descendantsOf(body, 'w:p')) {
    if (paragraph.selfClosing) continue;
    const at = childNamed(paragraph, 'w:pPr')?.to ?? paragraph.contentFrom;
    const isChanging = edits.some((edit) => edit.from < at && at < edit.to && (edit.kind === 'loop' || edit.kind === 'replace'));
    if (isChanging) continue;
    const original = freeId(xml);
    const mark: Program = [
      fixedText('<w:bookmarkStart w:id="'), { kind: 'fresh-id', slot: slot(), space: 'bookmark', original }, fixedText('" w:name="'),
      { kind: 'fresh-name', slot: slot(), space: 'bookmark', original, name }, fixedText('"/><w:bookmarkEnd w:id="'), { kind: 'same-id', space: 'bookmark', original }, fixedText('"/>'),
    ];
    return [{ kind: 'replace', from: at, to: at, content: [{ kind: 'copy', slot: slot(), per: 'record', first: mark, later: [] }], when: 'always' }];
  }
  return [];
}
