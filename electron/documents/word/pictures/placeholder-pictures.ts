import { AppError } from '../../../../shared/app-error.ts';
import type { Replacement } from '../edits.ts';
import { fixedText, type FrameStep, type Operation, type TagSource } from '../program.ts';
import { attributeOf, attributeSpan, childNamed, closest, descendantsOf, type XmlElement } from '../xml-tree.ts';
import type { PictureTag } from './picture-tags.ts';

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
export function placeholderEdit(xml: string, found: PlaceholderPicture, tag: PictureTag, attribute: string, source: TagSource): Replacement {
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
