import { findTags, type Delimiters, type TagFinding, type TagSyntax } from '../tags/find-tags.ts';
import { joinNeighbours, type Paragraph } from './paragraph-text.ts';
import { descendantsOf } from './xml-tree.ts';

/** Nobody writes a tag over more paragraphs than this; what is joined is read again each time. */
const mostJoined = 50;

/**
 * Paragraphs in which a tag is left open, as one stretch of text with the neighbours up to where it is closed: docxtemplater reads
 * on over the end of a paragraph, and makes one of them. Not where a section ends in between, which would be lost.
 */
export function joinOpenTags(paragraphs: readonly Paragraph[], delimiters: Delimiters, syntax: TagSyntax): readonly Paragraph[] {
  const joined: Paragraph[] = [];
  let current = delimiters;
  for (let index = 0; index < paragraphs.length; index++) {
    const first = index;
    let paragraph = paragraphs[index];
    if (paragraph === undefined) break;
    let finding = findTags(paragraph.text, current, syntax);
    while (endsOpen(finding)) {
      const end = closingParagraph(paragraphs, index, finding.delimiters);
      const whole = end === undefined ? undefined : oneStretch(paragraphs.slice(first, end + 1));
      if (end === undefined || whole === undefined || end - first > mostJoined) break;
      paragraph = whole;
      index = end;
      finding = findTags(paragraph.text, current, syntax);
    }
    current = finding.delimiters;
    joined.push(paragraph);
  }
  return joined;
}

function endsOpen(finding: TagFinding): boolean {
  const last = finding.faults.at(-1);
  return last?.code === 'unclosed-tag' && [...finding.tags, ...finding.silent].every((tag) => tag.from < last.at);
}

/** The next paragraph with a mark, if that is an end mark. */
function closingParagraph(paragraphs: readonly Paragraph[], from: number, { start, end }: Delimiters): number | undefined {
  for (let index = from + 1; index < paragraphs.length; index++) {
    const text = paragraphs[index]?.text ?? '';
    const begins = text.indexOf(start);
    const ends = text.indexOf(end);
    if (ends >= 0 && (begins < 0 || ends <= begins)) return index;
    if (begins >= 0) return undefined;
  }
  return undefined;
}

function oneStretch(paragraphs: readonly Paragraph[]): Paragraph | undefined {
  if (paragraphs.slice(1).some((paragraph) => descendantsOf(paragraph.element, 'w:sectPr').length > 0)) return undefined;
  const siblings = paragraphs[0]?.element.parent?.children ?? [];
  const first = siblings.findIndex((sibling) => sibling === paragraphs[0]?.element);
  if (!paragraphs.every((paragraph, index) => siblings[first + index] === paragraph.element)) return undefined;
  return joinNeighbours(paragraphs, '')[0];
}
