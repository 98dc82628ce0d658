import { AppError } from '../../../../shared/app-error.ts';
import { emuPerTwip, type PictureSize } from '../../tags/picture-box.ts';
import type { Tag } from '../../tags/tag.ts';
import { removal, type Replacement } from '../edits.ts';
import { fixedText, type FrameStep, type Operation } from '../program.ts';
import type { PlacedTag } from '../place-tags.ts';
import { attributeOf, attributeSpan, childNamed, closest, descendantsOf, type XmlElement } from '../xml-tree.ts';


export type PictureTag = Extract<Tag, { kind: 'picture' }>;

/** A4 with the margins of an ordinary document, for parts that know no page: headers, notes. In twips. */
const usualRoom = { width: 8300, height: 13_000 };
/** Left and right of the text in a cell, where the table does not say otherwise. In twips. */
const cellMargins = 216;

/** Whether a picture can stand where the tag stands: in the text of a run, not in formulas, shapes' own text or document properties. */
export function takesPicture(placed: PlacedTag): boolean {
  return placed.startElement.name === 'w:t' && placed.startElement.parent?.name === 'w:r';
}

/** The picture in place of the first piece of its tag. */
export function pictureTagEdits(xml: string, root: XmlElement, placed: PlacedTag, tag: PictureTag, partLabel: string): readonly Replacement[] {
  const operation: Operation = {
    kind: 'picture',
    expression: tag.expression,
    box: tag.box,
    room: roomAround(xml, root, placed.startElement),
    source: { part: partLabel, place: placed.place, tag: placed.written },
  };
  return placed.cuts.map((cut, index) => (index === 0 ? { kind: 'replace', ...cut, content: [operation], when: 'always' } : removal(cut.from, cut.to)));
}

/** A drawing that stands in for a picture of the record: fits into its frame, keeps its border, position and text wrapping. */
export type PlaceholderPicture = { readonly drawing: XmlElement; readonly properties: XmlElement; readonly extent: XmlElement; readonly blip: XmlElement };

/** The placeholder whose properties these are; undefined for shapes, charts and groups of pictures. */
export function placeholderPicture(properties: XmlElement): PlaceholderPicture | undefined {
  const drawing = closest(properties, 'w:drawing');
  const frame = properties.parent;
  const extent = frame === undefined ? undefined : childNamed(frame, 'wp:extent');
  const [blip, another] = drawing === undefined ? [] : descendantsOf(drawing, 'a:blip');
  if (drawing === undefined || extent === undefined || blip === undefined || another !== undefined || closest(blip, 'pic:pic') === undefined) return undefined;
  return { drawing, properties, extent, blip };
}

type FrameEdit = { readonly from: number; readonly to: number; readonly step: FrameStep | '' };

/** The drawing with the record's picture in it, written in place of the placeholder. */
export function placeholderEdit(xml: string, found: PlaceholderPicture, tag: PictureTag, attribute: string, source: { part: string; place: string; tag: string }): Replacement {
  const { drawing, properties, extent, blip } = found;
  const edits: FrameEdit[] = [];
  const value = (element: XmlElement | undefined, name: string, step: FrameStep): void => {
    const span = element === undefined ? undefined : attributeSpan(xml, element, name);
    if (span !== undefined) edits.push({ from: span.valueFrom, to: span.valueTo, step });
  };
  const remove = (element: XmlElement | undefined): void => {
    if (element !== undefined) edits.push({ from: element.from, to: element.to, step: '' });
  };
  value(properties, 'id', 'id');
  value(properties, attribute, 'description');
  value(extent, 'cx', 'width');
  value(extent, 'cy', 'height');
  const effect = extent.parent === undefined ? undefined : childNamed(extent.parent, 'wp:effectExtent');
  if (effect !== undefined) edits.push({ from: effect.from, to: effect.to, step: 'effect-extent' });
  value(blip, 'r:embed', 'relationship');
  const link = attributeSpan(xml, blip, 'r:link');
  if (link !== undefined) edits.push({ from: link.from, to: link.to, step: '' });
  // A vector twin of the placeholder would be drawn in the picture's stead, a crop belongs to the placeholder.
  remove(childNamed(blip, 'a:extLst'));
  for (const element of [...descendantsOf(drawing, 'a:srcRect'), ...descendantsOf(drawing, 'wp14:sizeRelH'), ...descendantsOf(drawing, 'wp14:sizeRelV')]) remove(element);
  const [transform] = descendantsOf(drawing, 'a:xfrm');
  if (transform !== undefined) {
    edits.push({ from: transform.from, to: transform.contentFrom, step: 'transform' });
    const size = childNamed(transform, 'a:ext');
    value(size, 'cx', 'width');
    value(size, 'cy', 'height');
  }
  const steps: (Uint8Array | FrameStep)[] = [];
  let at = drawing.from;
  for (const { from, to, step } of edits.toSorted((left, right) => left.from - right.from)) {
    steps.push(fixedText(xml.slice(at, from)));
    if (step !== '') steps.push(step);
    at = to;
  }
  steps.push(fixedText(xml.slice(at, drawing.to)));
  const id = attributeSpan(xml, properties, 'id');
  if (id === undefined) throw new AppError('unreadable-file', '文件里有没有编号的图片，Word 也打不开这样的文件。', {});
  const operation: Operation = {
    kind: 'picture-frame',
    expression: tag.expression,
    frame: { width: Number(attributeOf(xml, extent, 'cx') ?? 0), height: Number(attributeOf(xml, extent, 'cy') ?? 0) },
    steps,
    placeholder: [fixedText(xml.slice(drawing.from, id.valueFrom)), 'id', fixedText(xml.slice(id.valueTo, drawing.to))],
    isInline: extent.parent?.name === 'wp:inline',
    source,
  };
  return { kind: 'replace', from: drawing.from, to: drawing.to, content: [operation], when: 'always' };
}

/** Room for a picture where the element stands: its cell, or the text area of its page. In EMU. */
export function roomAround(xml: string, root: XmlElement, element: XmlElement): PictureSize {
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
