import { emuPerTwip, type PictureSize } from '../../tags/picture-box.ts';
import type { Tag } from '../../tags/tag.ts';
import type { TemplateProblem } from '../../tags/template-problem.ts';
import { removal, type Replacement } from '../edits.ts';
import type { TemplatePart } from '../package-parts.ts';
import { problemAt, type PlacedTag } from '../place-tags.ts';
import type { Operation } from '../program.ts';
import { attributeOf, childNamed, closest, descendantsOf, type XmlElement } from '../xml-tree.ts';
import { growingLineEdits, type FixedLineStyles } from './picture-lines.ts';

export type PictureTag = Extract<Tag, { kind: 'picture' }>;

/** A4 with the margins of an ordinary document, for parts that know no page: headers, notes. In twips. */
const usualRoom = { width: 8300, height: 13_000 };
/** Left and right of the text in a cell, where the table does not say otherwise. In twips. */
const cellMargins = 216;

/** Whether a picture can stand where the tag stands: in the text of a run, not in formulas, shapes' own text or document properties. */
function takesPicture(placed: PlacedTag): boolean {
  return placed.startElement.name === 'w:t' && placed.startElement.parent?.name === 'w:r';
}

/** The picture in place of the first piece of its tag. */
function pictureTagEdits(xml: string, root: XmlElement, placed: PlacedTag, tag: PictureTag, partLabel: string): readonly Replacement[] {
  const operation: Operation = {
    kind: 'picture',
    expression: tag.expression,
    box: tag.box,
    room: roomAround(xml, root, placed.startElement),
    source: { part: partLabel, place: placed.place, tag: placed.written },
  };
  return placed.cuts.map((cut, index) => (index === 0 ? { kind: 'replace', ...cut, content: [operation], when: 'always' } : removal(cut.from, cut.to)));
}

/**
 * Pictures in place of their tags; where none can stand, a problem.
 * @param fixedLines styles whose lines would cut pictures off; undefined to leave lines as they are
 */
export function pictureTags(xml: string, root: XmlElement, tags: readonly PlacedTag[], part: TemplatePart, fixedLines: FixedLineStyles | undefined): { readonly edits: readonly Replacement[]; readonly problems: readonly TemplateProblem[] } {
  const edits: Replacement[] = [];
  const problems: TemplateProblem[] = [];
  for (const placed of tags) {
    if (placed.tag.kind !== 'picture') continue;
    if (takesPicture(placed)) edits.push(...pictureTagEdits(xml, root, placed, placed.tag, part.label));
    else problems.push(problemAt('picture-place', part, placed.place, placed.written));
  }
  const paragraphs = new Map(tags.filter((placed) => placed.tag.kind === 'picture').map((placed) => [placed.paragraph, placed.startElement] as const));
  if (fixedLines !== undefined) edits.push(...[...paragraphs.values()].flatMap((element) => growingLineEdits(xml, element, fixedLines)));
  return { edits, problems };
}

/** Room for a picture where the element stands: its cell, or the text area of its page. In EMU. */
function roomAround(xml: string, root: XmlElement, element: XmlElement): PictureSize {
  const page = pageRoom(xml, root, element);
  const cell = closest(element, 'w:tc');
  const width = cell === undefined ? undefined : childNamed(childNamed(cell, 'w:tcPr') ?? cell, 'w:tcW');
  const isAbsolute = width !== undefined && (attributeOf(xml, width, 'w:type') ?? 'dxa') === 'dxa';
  const twips = isAbsolute ? Number(attributeOf(xml, width, 'w:w')) - cellMargins : page.width;
  return { width: Math.max(200, twips > 0 ? Math.min(twips, page.width) : page.width) * emuPerTwip, height: page.height * emuPerTwip };
}

function pageRoom(xml: string, root: XmlElement, element: XmlElement): { readonly width: number; readonly height: number } {
  const section = descendantsOf(root, 'w:sectPr').find((candidate) => candidate.from > element.from);
  const size = section === undefined ? undefined : childNamed(section, 'w:pgSz');
  const margins = section === undefined ? undefined : childNamed(section, 'w:pgMar');
  if (size === undefined || margins === undefined) return usualRoom;
  const of = (holder: XmlElement, name: string): number => Math.abs(Number(attributeOf(xml, holder, name) ?? 0));
  const width = of(size, 'w:w') - of(margins, 'w:left') - of(margins, 'w:right');
  // The line with the picture needs a little more than the picture.
  const height = of(size, 'w:h') - of(margins, 'w:top') - of(margins, 'w:bottom') - 400;
  return width > 500 && height > 500 ? { width, height } : usualRoom;
}
